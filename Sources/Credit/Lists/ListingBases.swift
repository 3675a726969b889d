/// 依托状况: how the records that an entry rests on, and the one that publishes it, stand on the day of an act. Whoever
/// decides, serves, publishes, reviews or binds must bring it, so that it cannot be forgotten (R5, R7).
public struct ListingBases: Sendable, Hashable {
    /// 已失效: ids of those that are not held any more, or were withdrawn after an objection.
    public let fallen: [String]
    /// 异议冻结: ids of those on which the city rests nothing discretionary now.
    public let contested: [String]
    /// 不良情况: for a list of merit, ids of the adverse records and entries of the subject that are alive; otherwise empty.
    public let adverse: [String]

    /// How they stand.
    public init(fallen: [String], contested: [String], adverse: [String] = []) {
        self.fallen = fallen
        self.contested = contested
        self.adverse = adverse
    }

    /// Whether the case can only be ended.
    public var mustEnd: Bool { !fallen.isEmpty || !adverse.isEmpty }

    func checkHeld() throws(ListingProblem) {
        if let record = fallen.first { throw .baseFallen(record) }
        if let found = adverse.first { throw .notClean(found) }
    }
}
