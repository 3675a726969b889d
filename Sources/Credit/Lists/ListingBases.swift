/// 依托状况: how the records that an entry rests on, and the one that publishes it, stand on the day of an act. Whoever
/// decides, serves, publishes, reviews or binds must bring it, so that it cannot be forgotten (R5, R7).
public struct ListingBases: Sendable, Hashable {
    /// 已失效: ids of those that are not held any more, or were withdrawn after an objection.
    public let fallen: [String]
    /// 异议冻结: ids of those on which the city rests nothing discretionary now.
    public let contested: [String]

    /// How they stand.
    public init(fallen: [String], contested: [String]) {
        self.fallen = fallen
        self.contested = contested
    }

    func checkHeld() throws(ListingProblem) {
        if let record = fallen.first { throw .baseFallen(record) }
    }
}
