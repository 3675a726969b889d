import Credit

/// 规则现状: whether a rule is kept by what is built, in part, or comes with what is still to be built (R13 for
/// ourselves: nothing is promised in the present tense that is not there).
enum RightsStanding: Sendable {
    /// Types and tests hold everything that is offered to it.
    case holds
    /// It is held to in part; this is missing.
    case partly(Label)
    /// What it is about is not offered yet; this comes first.
    case comes(Label)

    /// 现状表: one line a rule. A rule is moved here when what it promises is built and tested, with docs/status.md.
    private static let table: [String: RightsStanding] = [
        "R1": .holds,
        "R2": .holds,
        "R3": .partly(
            .both(
                "名单表中的行只写报送部门，决定机关、文书号和依据在每条信息自己的页面上。",
                "Rows of lists name who handed in; organ, number and basis stand on each record’s own page.")),
        "R4": .comes(.both("列入名单的办理环节尚未提供。", "The listing desk is not offered yet.")),
        "R5": .comes(
            .both("撤销决定和通知持有副本的单位尚未提供。", "Annulment, and telling those who hold copies, are not offered yet.")),
        "R6": .holds,
        "R7": .comes(
            .both(
                "异议的提出和办理尚未提供，因此还没有可以标注的异议。",
                "Objections cannot be filed here yet, so there is none to mark.")),
        "R8": .comes(.both("措施和核查环节尚未提供。", "Measures and the checks before them are not offered yet.")),
        "R9": .comes(
            .both(
                "非公开信息目前没有任何查看入口，因此也没有查看记录。",
                "There is no way yet to look at anything non-public, and so no record of looks.")),
        "R10": .partly(
            .both(
                "证件号码的加密保存随人员信息的办理环节提供；目前含有号码的行不予接收，自由文本中的号码遮盖显示。",
                "Encryption comes with the desks that need numbers; until then rows with them are refused, and numbers "
                    + "in free text are masked.")),
        "R11": .partly(
            .both("每条信息的最早修复日期尚未逐条计算。", "The earliest day of repair is not worked out for each record yet.")),
        "R12": .partly(.both("依法删除的命令尚未提供。", "Lawful erasure has no command yet.")),
        "R13": .holds,
        "R14": .holds,
        "R15": .holds,
        "R16": .holds,
    ]

    /// How a rule stands; one that is not in the table is not promised.
    static func of(_ rule: String) -> RightsStanding {
        table[rule] ?? .comes(.both("尚未说明。", "Not told yet."))
    }

    /// For programs.
    var word: String {
        switch self {
        case .holds: "holds"
        case .partly: "in-part"
        case .comes: "comes"
        }
    }

    /// What it is called.
    var title: Label {
        switch self {
        case .holds: .both("已做到", "Holds now")
        case .partly: .both("部分做到", "Holds in part")
        case .comes: .both("随后续环节提供", "Comes with what it is about")
        }
    }

    /// A shape, so that colour is not the only sign.
    var sign: String {
        switch self {
        case .holds: "●"
        case .partly: "◐"
        case .comes: "○"
        }
    }

    /// What is missing; nil where nothing is.
    var missing: Label? {
        switch self {
        case .holds: nil
        case .partly(let words), .comes(let words): words
        }
    }
}
