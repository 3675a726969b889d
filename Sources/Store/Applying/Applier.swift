import Credit
import Proofs

/// 应用事件: the only thing that writes derived tables; `record` and the replay of `verify` both go through it.
struct Applier {
    let transaction: any Transaction
    let insertRecord: any Statement
    let endRecord: any Statement
    let subjects: SubjectTables

    init(_ transaction: any Transaction) throws {
        self.transaction = transaction
        insertRecord = try transaction.statement(
            """
            INSERT INTO record (id, opened, entry, version, kind, family, subject, key, content, department, batch, \
            decided, received, timeliness, published_until, withheld, from_day, until_day, undone)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            """)
        endRecord = try transaction.statement("UPDATE record SET until_day = ? WHERE id = ? AND until_day = ?")
        subjects = try SubjectTables(transaction)
    }

    /// Writes what follows from an event of the log at `position`, recorded on `day`.
    mutating func apply(_ event: LoggedEvent, at position: Int, on day: Day) throws {
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
