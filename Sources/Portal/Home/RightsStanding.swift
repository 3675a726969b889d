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
        "R3": .holds,
        "R4": .partly(
            .both(
                "责任人员的单独告知、申辩和决定随人员信息的环节提供；目前不列入任何个人。",
                "Notice, answer and decision of a responsible person come with the desks for persons; nobody is listed "
                    + "as a person until then.")),
        "R5": .partly(
            .both(
                "通知持有副本的单位并逐一显示未确认者尚未提供。",
                "Telling those who hold copies, and showing who has not acknowledged, is not offered yet.")),
        "R6": .holds,
        "R7": .holds,
        "R8": .partly(
            .both("办事时的核查环节尚未提供。", "The check before a matter is decided is not offered yet.")),
        "R9": .partly(
            .both(
                "工作人员的登录、查看和办理都有记录；被查看者自己查看这些记录的入口尚未提供。",
                "Sign-ins, looks and acts of officers are recorded; the one looked at cannot see that record here yet.")
        ),
        "R10": .partly(
            .both(
                "证件号码的加密保存随人员信息的办理环节提供；目前含有号码的行不予接收，自由文本中的号码遮盖显示。",
                "Encryption comes with the desks that need numbers; until then rows with them are refused, and numbers "
                    + "in free text are masked.")),
        "R11": .partly(
            .both(
                "名单条目只写明退出情形，规定没有给出可以推算的最早日期。",
                "For entries of lists the grounds of leaving are told; no rule gives a first day to work out.")),
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
