import Credit

extension ListStatus {
    /// What it means.
    var words: Label {
        switch self {
        case .inForce:
            .both("当日有足够位阶的依据，可以依程序列入。", "It rests on a basis of sufficient rank; entries may be made by due process.")
        case .recordOnly:
            .both(
                "当日的依据位阶不足以设名单，或者只规定记入记录：不得列入任何人，已有内容只作记录。",
                "What it rests on cannot carry a list, or speaks of a record only: nobody may be listed, what is held is a record."
            )
        case .unclear:
            .both(
                "当日依据的效力位阶还没有核实：核实之前不得据此列入。",
                "The rank of what it rests on was not checked yet: until then nobody may be listed by it.")
        case .absent:
            .both(
                "本规则包没有当日有效的依据。没有依据的名单，当日不存在。",
                "This pack knows no basis in force on that day. A list without a basis does not exist on that day.")
        }
    }
}

extension ListBasis.Rank {
    /// What it is called.
    var title: Label {
        switch self {
        case .law: .both("法律", "Law")
        case .regulation: .both("行政法规", "Regulation of the State Council")
        case .centralPolicy: .both("党中央、国务院政策文件", "Central policy document")
        case .judicialInterpretation: .both("司法解释", "Judicial interpretation")
        case .departmentRule: .both("部门规章", "Rule of a ministry")
        case .localOrdinance: .both("地方性法规", "Local ordinance")
        case .normativeDocument: .both("规范性文件", "Normative document")
        case .localDocument: .both("地方文件", "Local document")
        case .unknown: .both("待核", "To be checked")
        }
    }
}

extension ListBasis.Permission {
    /// What it is called.
    var title: Label {
        switch self {
        case .list: .both("列入名单", "Listing")
        case .record: .both("记入信用记录", "Entry in the credit record")
        }
    }
}

extension ListTerm {
    /// The word for programs.
    var form: String {
        switch self {
        case .months: "months"
        case .untilCured: "until-cured"
        case .byArticle: "by-article"
        }
    }

    /// In words.
    var words: Label {
        switch self {
        case .months(let months, nil): .both("\(months) 个月", "\(months) months")
        case .months(let months, let early?):
            .both("\(months) 个月，满 \(early) 个月可以依规定提前退出", "\(months) months; may be left after \(early) by the rules")
        case .untilCured: .both("至情形消失", "until what led to it is cured")
        case .byArticle: .both("依条文逐案确定", "as the article says, case by case")
        }
    }
}
