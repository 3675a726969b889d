/// 名单性质.
public enum ListKind: String, Hashable, Sendable, CaseIterable {
    /// 失信名单 (2020 年称黑名单).
    case black
    /// 守信名单 (2020 年称红名单).
    case red
    /// 重点关注: not serious enough to list.
    case attention
    /// 荣誉: a title given for good faith.
    case honour
    /// 记录: an entry in a record that lists nobody.
    case record

    /// 守信、荣誉: whether it lists by merit; whoever has something adverse against them does not stand on it.
    public var isMerit: Bool { self == .red || self == .honour }
    /// 失信、重点关注: whether standing on it is adverse.
    public var isAdverse: Bool { self == .black || self == .attention }
}

/// 本市职责: what the city has to do with a list.
public enum ListRole: String, Hashable, Sendable, CaseIterable {
    /// 认定: a body of the city decides.
    case own
    /// 认定（经上级同意）: a body of the city decides with its superior's consent.
    case ownWithConsent = "own-with-consent"
    /// 配合: the region decides, the city helps.
    case assist
    /// 指导: the counties decide, the city guides.
    case guide
    /// 接收: decided elsewhere; the city takes it over with its document and decides nothing.
    case source
}

/// 列入期限: how long an entry of a list stands.
public enum ListTerm: Hashable, Sendable {
    /// A number of months, and after how many of them it may be left early where that is known.
    /// - Unit: months
    case months(Int, early: Int?)
    /// 整改为止: until what led to it is cured.
    case untilCured
    /// 依条文: as the article says case by case.
    case byArticle
}

/// 退出情形: how an entry of a list ends.
public enum ListExit: String, Hashable, Sendable, CaseIterable {
    /// 期限届满.
    case termOver = "term-over"
    /// 信用修复.
    case repaired
    /// 义务履行完毕.
    case dutyPerformed = "duty-performed"
    /// 情形消失: what led to it is cured.
    case cured
    /// 决定被撤销或者变更.
    case decisionWithdrawn = "decision-withdrawn"
    /// 认定有误.
    case error
    /// 出现不良信息: a red list is left on any bad record.
    case badRecord = "bad-record"
    /// 来源移出: removed by whoever decided it.
    case removedAtSource = "removed-at-source"
}
