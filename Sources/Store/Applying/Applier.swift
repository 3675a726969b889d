import Credit
import Proofs

/// 应用事件: the only thing that writes derived tables; `record` and the replay of `verify` both go through it.
struct Applier {
    let transaction: any Transaction
    /// Where the entries of the log can be read again.
    let entries: any Transaction
    let insertRecord: any Statement
    let endRecord: any Statement
    /// Whether anything rests on a record or is published by it: of most of a file nothing does.
    let isBase: any Statement
    let withdrawAgain: any Statement
    let subjects: SubjectTables
    private(set) var zeros: ZeroTables
    /// What the log cannot give again, because it was erased later than what is replayed.
    let told: ToldErasures
    private var heldBack = HeldBack()

    /// - Parameters:
    ///   - entries: where the entries of the log can be read again; elsewhere while the log is replayed.
    ///   - told: what the log says was erased, while it is replayed.
    init(
        _ transaction: any Transaction, entries: (any Transaction)? = nil, told: ToldErasures = ToldErasures()
    ) throws {
        self.transaction = transaction
        self.told = told
        self.entries = entries ?? transaction
        insertRecord = try transaction.statement(
            """
            INSERT INTO record (\(Applier.recordColumns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)
            """)
        endRecord = try transaction.statement("UPDATE record SET until_day = ? WHERE id = ? AND until_day = ?")
        isBase = try transaction.statement(
            "SELECT 1 FROM edge WHERE base = ? UNION ALL SELECT 1 FROM listing WHERE record = ? LIMIT 1")
        withdrawAgain = try transaction.statement(Applier.withdrawal)
        subjects = try SubjectTables(transaction, entries: self.entries)
        zeros = try ZeroTables(transaction)
    }

    static let recordColumns =
        "id, version, kind, family, key, content, subject, department, batch, line, decided, received, timeliness, "
        + "published_until, reason, grade, shortened, is_trader, from_day, until_day, position"

    /// Writes what follows from an event of the log at `position`, recorded on `day`.
    ///
    /// - Parameters:
    ///   - content: what the fields of a record are told apart by, where it has been worked out before.
    ///   - failed: is told which entry held back before cannot be applied.
    mutating func apply(
        _ event: LoggedEvent, content: HalfDigest? = nil, at position: Int, on day: Day,
        failed: (_ position: Int, any Error) throws -> Void = { throw $1 }
    ) throws {
        if case .event(.record(let entry)) = event, entry.version == 1 {
            heldBack.add(entry, content: content, at: position, on: day)
            if heldBack.items.count >= Applier.mostHeldBack { try finish(failed) }
            return
        }
        try finish(failed)
        switch event {
        case .opening(let opening): try apply(opening, at: position)
        case .event(.rules(let adoption)): try apply(adoption, at: position, on: day)
        case .event(.publication(let publication)): try apply(publication, at: position, on: day)
        case .event(.people(let event)): try apply(event, at: position)
        case .event(.submission(let submission)): try apply(submission, at: position, on: day)
        case .event(.record(let entry)):
            try apply(entry, content: content, at: position, on: day)
            // What was ended or withdrawn stays so, whatever is handed in again (R6), and what fell with it does (R5).
            try capPublication(of: entry.id)
            try keepWithdrawn(entry.id)
            try fall(under: entry.id, on: day, at: position)
        case .event(.repair(let event)): try apply(event, at: position, on: day)
        case .event(.zero(let report)): try zeros.add(report, at: position)
        case .event(.listing(let step)): try apply(step, at: position, on: day)
        case .event(.candidate(let row)): try apply(row, at: position)
        case .event(.effect(let step)): try apply(step, at: position, on: day)
        case .event(.clock(let event)): try apply(event, at: position)
        case .event(.objection(let event)): try apply(event, at: position, on: day)
        case .event(.letter(let event)): try apply(event, at: position)
        case .event(.commitment(let event)): try apply(event, at: position)
        case .event(.rectification(let event)): try apply(event, at: position, on: day)
        case .event(.notice(let event)): try apply(event, at: position, on: day)
        case .event(.desk(let event)): try apply(event, at: position, on: day)
        case .event(.erasure(let erasure)): try apply(erasure, at: position, on: day)
        case .event(.transit(let event)): try apply(event, at: position, on: day)
        }
    }

    /// Writes what was held back; nothing is read from the tables before.
    mutating func finish(_ failed: (_ position: Int, any Error) throws -> Void = { throw $1 }) throws {
        var waiting = HeldBack()
        swap(&waiting, &heldBack)
        try waiting.take { item in
            do {
                try apply(item.entry, content: item.content, at: item.position, on: item.day)
            } catch {
                try failed(item.position, error)
            }
        }
    }

    /// As many as the largest transaction of an import has.
    private static let mostHeldBack = 20_000

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
