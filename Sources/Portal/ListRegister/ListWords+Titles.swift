import Credit

extension ListKind {
    /// What it is called.
    var title: Label {
        switch self {
        case .black: .both("失信名单", "Dishonesty")
        case .red: .both("守信名单", "Good faith")
        case .attention: .both("重点关注", "Closer attention")
        case .honour: .both("荣誉", "Honour")
        case .record: .both("记录", "Record only")
        }
    }
}

extension ListStatus {
    /// What it is called.
    var title: Label {
        switch self {
        case .inForce: .both("有效", "In force")
        case .recordOnly: .both("仅作记录", "Record only")
        case .unclear: .both("位阶待核", "Rank to be checked")
        case .absent: .both("不存在", "Does not exist")
        }
    }

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

extension ListRole {
    /// What it is called.
    var title: Label {
        switch self {
        case .own: .both("本市认定", "Decided in the city")
        case .ownWithConsent: .both("本市认定，报上级同意", "Decided in the city with the superior’s consent")
        case .assist: .both("自治区认定，本市配合", "Decided by the region, the city helps")
        case .guide: .both("县（区）认定，本市指导", "Decided by the counties, the city guides")
        case .source: .both("他处认定，本市接收", "Decided elsewhere, taken over here")
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

extension ListExit {
    /// What it is called.
    var title: Label {
        switch self {
        case .termOver: .both("期限届满", "The term is over")
        case .repaired: .both("信用修复", "Repaired")
        case .dutyPerformed: .both("义务履行完毕", "The duty was performed")
        case .cured: .both("情形消失", "What led to it is cured")
        case .decisionWithdrawn: .both("决定被撤销或者变更", "The decision was annulled or changed")
        case .error: .both("认定有误", "It was a mistake")
        case .badRecord: .both("出现不良信息", "A bad record appeared")
        case .removedAtSource: .both("来源移出", "Removed by whoever decided it")
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
