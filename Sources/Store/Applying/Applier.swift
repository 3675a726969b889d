import Credit
import Proofs

/// 应用事件: the only thing that writes derived tables; `record` and the replay of `verify` both go through it.
struct Applier {
    let transaction: any Transaction
    let insertRecord: any Statement
    let endRecord: any Statement
    let subjects: SubjectTables

    /// - Parameter entries: where the entries of the log can be read again; elsewhere while the log is replayed.
    init(_ transaction: any Transaction, entries: (any Transaction)? = nil) throws {
        self.transaction = transaction
        insertRecord = try transaction.statement(
            """
            INSERT INTO record (\(Applier.recordColumns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        endRecord = try transaction.statement("UPDATE record SET until_day = ? WHERE id = ? AND until_day = ?")
        subjects = try SubjectTables(transaction, entries: entries ?? transaction)
    }

    static let recordColumns =
        "id, version, kind, family, key, content, subject, department, batch, line, decided, received, timeliness, "
        + "published_until, reason, from_day, until_day, position"

    /// Writes what follows from an event of the log at `position`, recorded on `day`.
    func apply(_ event: LoggedEvent, at position: Int, on day: Day) throws {
        switch event {
        case .opening(let opening): try apply(opening, at: position)
        case .event(.rules(let adoption)): try apply(adoption, at: position, on: day)
        case .event(.submission(let submission)): try apply(submission, at: position, on: day)
        case .event(.record(let entry)): try apply(entry, at: position, on: day)
        }
    }

    private func apply(_ opening: LogOpening, at position: Int) throws {
        try transaction.run(
            """
            INSERT INTO log_opening (position, origin, verifier, rehearsal, reason)
            VALUES (\(position), \(opening.origin), \(opening.verifier), \(.truth(opening.isRehearsal)), \
            \(opening.reason))
            """)
    }

    private func apply(_ adoption: RulesAdoption, at position: Int, on day: Day) throws {
        try transaction.run(
            """
            INSERT INTO rules_adoption (position, pack, version, digest, from_day)
            VALUES (\(position), \(adoption.pack), \(adoption.version), \(adoption.digest), \(day.description))
            """)
    }
}
