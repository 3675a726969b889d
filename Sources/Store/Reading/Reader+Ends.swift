import Credit

extension Reader {
    /// 同一异议: the open objections to a record on a ground, in the order of their ids.
    ///
    /// - Throws: `StoreProblem`.
    public func openObjections(to record: String, on ground: ObjectionGround) throws -> [StoredObjection] {
        try transaction.rows(
            """
            SELECT id FROM objection WHERE record = \(record) AND ground = \(ground.rawValue) AND closed_day IS NULL
            ORDER BY id
            """
        ) { $0.text(0) }.compactMap { try objection($0) }
    }

    /// 因决定终止: whether somebody's decision ended the publication of a record before a day: a repair that was carried
    /// out, a court's shield, an objection that was upheld, or the exit from the list that it publishes. A period that ran
    /// out by itself is none.
    ///
    /// - Throws: `StoreProblem`.
    public func isEndedByDecision(_ entry: RecordEntry, on day: Day) throws -> Bool {
        switch entry.publication.period {
        case .none(.withdrawn), .none(.withheld): return true
        case .until, .none: break
        }
        guard !entry.publication.isPublished(on: day) else { return false }
        let isRepaired = try transaction.first(
            "SELECT 1 FROM publication_end WHERE record = \(entry.id) AND last_day < \(day.description) LIMIT 1"
        ) { _ in true }
        if isRepaired == true { return true }
        if let id = try listing(publishedAs: entry.id), let listing = try listing(id)?.listing,
            case .left = listing.stage
        {
            return true
        }
        let objections = try transaction.rows("SELECT id FROM objection WHERE record = \(entry.id)") { $0.text(0) }
        return try objections.contains { id in
            try objection(id)?.objection.decisions.contains { made in
                if case .end = made.decision.correction, made.day <= day { true } else { false }
            } ?? false
        }
    }
}
