extension RecordEntry {
    /// 提前终止公示: the same entry, published until a day at most; never longer than it says itself (R6).
    public func published(until last: Day) -> RecordEntry {
        guard case .until(let own) = publication.period, last < own else { return self }
        var ended = self
        ended.publication = Publication(
            period: .until(last), grade: publication.grade, gradeDerived: publication.gradeDerived,
            rule: publication.rule, lastDayByRule: publication.lastDayByRule)
        return ended
    }
}
