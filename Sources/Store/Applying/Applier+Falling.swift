import Credit

/// 随之终止: what an act ends and all that falls with it, in the transaction of the act, for good (R5, R6).
extension Applier {
    /// Ends the publication of a record, of the version held now and of any that comes later; where the same ground ended
    /// it already, the earlier day stands.
    func endPublication(of record: String, ground: String, on lastDay: Day, at position: Int) throws {
        try transaction.run(
            """
            INSERT INTO publication_end (record, ground, last_day, position)
            VALUES (\(record), \(ground), \(lastDay.description), \(position))
            ON CONFLICT (record, ground) DO UPDATE SET last_day = excluded.last_day, position = excluded.position
            WHERE excluded.last_day < publication_end.last_day
            """)
        try capPublication(of: record)
    }

    /// What a decision on an objection makes of the record, beside the version that it enters: an end that no later row
    /// takes back.
    func apply(_ correction: ObjectionDecision.Correction, of filing: ObjectionFiling, at position: Int, on day: Day)
        throws
    {
        switch correction {
        case .fields: break
        case .end(let lastDay):
            try endPublication(of: filing.record, ground: filing.id, on: lastDay, at: position)
        case .withdrawal:
            try endPublication(of: filing.record, ground: filing.id, on: day + -1, at: position)
            // Where the record of an entry is found to be wrong, what rests on the entry falls, on whichever way it does;
            // where only its being public was wrong, what rests on its validity stands until who listed it decides.
            guard !filing.ground.isOfHandling else { return }
            for listing in try listings(publishedAs: filing.record) {
                try endEffects(try resting(on: listing), on: day)
            }
        }
    }

    /// Keeps a record withdrawn that once was, and withheld one that was, whatever version of it comes in.
    func keepWithdrawn(_ record: String) throws {
        try withdrawAgain.run([.text(record), .text(Applier.endless)])
    }

    static let withdrawal = """
        UPDATE record SET published_until = NULL, shortened = NULL, reason = CASE WHEN EXISTS (
            SELECT 1 FROM record AS earlier WHERE earlier.id = record.id AND earlier.reason = 'withdrawn')
            THEN 'withdrawn' ELSE 'withheld' END
        WHERE id = ? AND until_day = ? AND EXISTS (
            SELECT 1 FROM record AS earlier
            WHERE earlier.id = record.id AND earlier.reason IN ('withdrawn', 'withheld'))
        """

    /// What rested on a record, after an act changed it: entries on one that is gone are published no more, and effects
    /// that are dead now stay so.
    func fall(under record: String, on day: Day, at position: Int) throws {
        guard try isBase.first([.text(record), .text(record)], { _ in true }) ?? false else { return }
        let isValid = try isValid(record, on: day)
        if !isValid {
            let entries = try transaction.rows(
                """
                SELECT listing.record FROM listing JOIN edge ON edge.node = listing.id
                WHERE edge.base = \(record) AND listing.record IS NOT NULL ORDER BY listing.id
                """
            ) { $0.text(0) }
            for entry in entries { try endPublication(of: entry, ground: record, on: day + -1, at: position) }
        }
        // A court's shield is for a time, and what is dead under it comes back with it.
        guard try !isValid || !isShielded(record) else { return }
        try endDead(among: try resting(on: record), on: day)
        for listing in try listings(publishedAs: record) { try endDead(among: try resting(on: listing), on: day) }
    }

    private func isShielded(_ record: String) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM publication_end WHERE record = \(record) AND ground LIKE '%/shield'"
        ) { _ in true } ?? false
    }

    /// Of these effects those that are dead on a day stay dead.
    func endDead(among nodes: [String], on day: Day) throws {
        guard !nodes.isEmpty else { return }
        let live = Set(try Reader.liveEffects(of: nil, on: day, in: transaction))
        try endEffects(nodes.filter { !live.contains($0) }, on: day)
    }

    /// Ends effects for good; of other nodes nothing is known here.
    func endEffects(_ ids: [String], on day: Day) throws {
        for id in ids {
            try transaction.run(
                "UPDATE effect SET ended_day = \(day.description) WHERE id = \(id) AND ended_day IS NULL")
        }
    }

    /// Everything that rests on a base, at first or second hand.
    func resting(on base: String) throws -> [String] {
        try transaction.rows(Reader.restingQuery(on: base)) { $0.text(0) }
    }

    private func listings(publishedAs record: String) throws -> [String] {
        try transaction.rows("SELECT id FROM listing WHERE record = \(record) ORDER BY id") { $0.text(0) }
    }

    private func isValid(_ record: String, on day: Day) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM record WHERE id = \(record) AND from_day <= \(day.description)
            AND until_day > \(day.description) AND (reason IS NULL OR reason <> 'withdrawn')
            """
        ) { _ in true } ?? false
    }
}
