extension RecordEntry {
    /// 提前终止公示: the same entry, published until a day at most; never longer than it says itself (R6).
    public func ended(on last: Day) -> RecordEntry {
        guard case .until(let own) = publication.period, last < own else { return self }
        return published(publication.ended(on: last))
    }
}
