import Credit
import Proofs

/// 承诺情况: a commitment as it stands, with the places of its steps in the log.
public struct StoredCommitment: Sendable {
    /// The case.
    public let commitment: CommitmentCase
    /// Where each of its events stands in the log.
    public let positions: [Int]
}

/// 重点监管: closer supervision after a breach, as a queue needs it.
public struct KeySupervision: Sendable, Equatable {
    /// Id of the commitment.
    public let commitment: String
    /// Id of the record that it rests on.
    public let record: String
    /// Key text of who is supervised.
    public let subject: String
    /// Its last day.
    public let until: Day
}

extension Reader {
    /// A commitment by the id of its case; nil where there is none.
    ///
    /// - Parameter day: only what had happened by the end of this day; nil for all.
    /// - Throws: `StoreProblem`.
    public func commitment(_ id: String, on day: Day? = nil) throws -> StoredCommitment? {
        let steps = try history.steps(ofCommitment: id).filter { step in day.map { step.event.day <= $0 } ?? true }
        guard let first = steps.first else { return nil }
        guard let made = CommitmentCase(steps.map(\.event)) else {
            throw StoreProblem.brokenLog(position: first.position, detail: "commitment \(id)")
        }
        return StoredCommitment(commitment: made, positions: steps.map(\.position))
    }

    /// 承诺编码 serial: one more than the highest of a region and day.
    ///
    /// - Parameter prefix: region and day, fourteen digits.
    /// - Throws: `StoreProblem`.
    public func nextCommitmentSerial(_ prefix: String) throws -> Int {
        try transaction.first(
            "SELECT MAX(number) FROM commitment WHERE number LIKE \(prefix + "%")"
        ) { ($0.optionalText(0)?.dropFirst(prefix.count)).flatMap { Int($0) } ?? 0 }.map { $0 + 1 } ?? 1
    }

    // MARK: - 公开

    /// The commitments of a subject that anybody may see on a day, newest first.
    ///
    /// - Throws: `StoreProblem`.
    public func shownCommitments(of subject: String, on day: Day) throws -> [ShownCommitment] {
        try transaction.rows(
            """
            SELECT id FROM commitment WHERE subject = \(subject) AND is_public = 1 AND made <= \(day.description)
            ORDER BY made DESC, id DESC
            """
        ) { $0.text(0) }.compactMap { try shownCommitment($0, on: day) }
    }

    private func shownCommitment(_ id: String, on day: Day) throws -> ShownCommitment? {
        guard let stored = try commitment(id, on: day) else { return nil }
        return try ShownCommitment(stored.commitment) { record in
            try self.record(record, on: day)?.entry.publication.isPublished(on: day) ?? false
        }
    }

    /// The commitments of a matter that anybody may see on a day, in the order of their ids.
    ///
    /// - Parameters:
    ///   - state: only those of this state; nil for all.
    ///   - after: id behind which they begin.
    /// - Throws: `StoreProblem`.
    public func shownCommitments(
        inMatter matter: String, state: ShownCommitment.State?, after: String?, limit: Int, on day: Day
    ) throws -> [ShownCommitment] {
        let today = SQLValue.text(day.description)
        let ids = try transaction.rows(
            SQL(
                text: "SELECT commitment.id " + Reader.shownQuery
                    + "AND commitment.matter = ? AND commitment.id > ? AND (? = '' OR \(Reader.shownState) = ?) "
                    + "ORDER BY commitment.id LIMIT ?",
                values: [
                    today, today, today, .text(matter), .text(after ?? ""), .text(state?.rawValue ?? ""),
                    .text(state?.rawValue ?? ""), .integer(limit),
                ])
        ) { $0.text(0) }
        return try ids.compactMap { try shownCommitment($0, on: day) }
    }

    /// How many commitments of each matter anybody may see on a day, by their state.
    ///
    /// - Throws: `StoreProblem`.
    public func shownCommitmentCounts(on day: Day) throws -> [CommitmentCount] {
        let today = SQLValue.text(day.description)
        return try transaction.rows(
            SQL(
                text: "SELECT commitment.matter, \(Reader.shownState), COUNT(*) " + Reader.shownQuery
                    + "GROUP BY commitment.matter, \(Reader.shownState)",
                values: [today, today, today])
        ) { row in
            guard let state = ShownCommitment.State(rawValue: row.text(1)) else {
                throw StoreProblem.refused(detail: "commitment \(row.text(1))")
            }
            return CommitmentCount(matter: row.text(0), state: state, count: row.integer(2))
        }
    }

    /// What anybody may see: open, of a subject that is known and no person in trade, and a breach only while published.
    private static let shownQuery = """
        FROM commitment JOIN subject ON subject.key = commitment.subject
        WHERE commitment.is_public = 1 AND subject.is_trader = 0
        AND (commitment.record IS NULL OR EXISTS (
            SELECT 1 FROM record WHERE record.id = commitment.record AND record.from_day <= ? AND record.until_day > ?
            AND record.published_until >= ?)) \n
        """

    /// What is under way toward a breach is not seen (R4).
    private static let shownState =
        "CASE WHEN commitment.stage IN ('signed', 'fulfilled', 'withdrawn', 'breached') THEN commitment.stage "
        + "ELSE 'supervised' END"

    // MARK: - 重点监管

    /// The closer supervision of an organ that is alive on a day, oldest first: begun, neither over nor lifted, and its
    /// record held and not withdrawn (R5).
    ///
    /// - Throws: `StoreProblem`.
    public func keySupervisions(of organ: String, on day: Day) throws -> [KeySupervision] {
        try keySupervisions("key_supervision.organ = ?", organ, day)
    }

    /// The closer supervision that rests on a commitment and is alive on a day.
    ///
    /// - Throws: `StoreProblem`.
    public func keySupervision(of commitment: String, on day: Day) throws -> KeySupervision? {
        try keySupervisions("key_supervision.commitment = ?", commitment, day).last
    }

    private func keySupervisions(_ condition: String, _ value: String, _ day: Day) throws -> [KeySupervision] {
        let today = SQLValue.text(day.description)
        return try transaction.rows(
            SQL(
                text: """
                    SELECT key_supervision.commitment, edge.base, key_supervision.subject, key_supervision.until_day
                    FROM key_supervision JOIN edge ON edge.node = key_supervision.id
                    WHERE \(condition) AND from_day <= ? AND until_day >= ?
                    AND (released_day IS NULL OR released_day > ?)
                    AND EXISTS (
                        SELECT 1 FROM record WHERE record.id = edge.base AND record.from_day <= ?
                        AND record.until_day > ? AND (record.reason IS NULL OR record.reason <> ?))
                    ORDER BY key_supervision.first_position
                    """,
                values: [.text(value), today, today, today, today, today, .text(Publication.Reason.withdrawn.rawValue)])
        ) { row in
            KeySupervision(
                commitment: row.text(0), record: row.text(1), subject: row.text(2),
                until: Day(row.text(3)) ?? .endless)
        }
    }

    /// The event that enters the record of a breach.
    ///
    /// - Throws: `StoreProblem`.
    public func entry(of record: CommitmentRecord, on day: Day) throws -> RecordEntry {
        let key = RecordHead.key(of: record.keyText[...])
        return record.entry(version: (try head(key: key)?.lastVersion ?? 0) + 1, key: key.hex, on: day)
    }
}
