extension ListKind {
    /// What it is called.
    public var title: Label {
        switch self {
        case .black: Label("失信名单", "Dishonesty")
        case .red: Label("守信名单", "Good faith")
        case .attention: Label("重点关注", "Closer attention")
        case .honour: Label("荣誉", "Honour")
        case .record: Label("记录", "Record only")
        }
    }
}

extension ListStatus {
    /// What it is called.
    public var title: Label {
        switch self {
        case .inForce: Label("有效", "In force")
        case .recordOnly: Label("仅作记录", "Record only")
        case .unclear: Label("位阶待核", "Rank to be checked")
        case .absent: Label("不存在", "Does not exist")
        }
    }
}

extension ListRole {
    /// What it is called.
    public var title: Label {
        switch self {
        case .own: Label("本市认定", "Decided in the city")
        case .ownWithConsent: Label("本市认定，报上级同意", "Decided in the city with the superior’s consent")
        case .assist: Label("自治区认定，本市配合", "Decided by the region, the city helps")
        case .guide: Label("县（区）认定，本市指导", "Decided by the counties, the city guides")
        case .source: Label("他处认定，本市接收", "Decided elsewhere, taken over here")
        }
    }
}

extension ListExit {
    /// What it is called.
    public var title: Label {
        switch self {
        case .termOver: Label("期限届满", "The term is over")
        case .repaired: Label("信用修复", "Repaired")
        case .dutyPerformed: Label("义务履行完毕", "The duty was performed")
        case .cured: Label("情形消失", "What led to it is cured")
        case .decisionWithdrawn: Label("决定被撤销或者变更", "The decision was annulled or changed")
        case .error: Label("认定有误", "It was a mistake")
        case .badRecord: Label("出现不良信息", "A bad record appeared")
        case .removedAtSource: Label("来源移出", "Removed by whoever decided it")
        }
    }
}
