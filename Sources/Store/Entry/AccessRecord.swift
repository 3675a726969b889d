import Credit
import Proofs

/// 访问记录册: appends lines to the access record inside a transaction, each linked to the one before it.
struct AccessRecord {
    let transaction: any Transaction

    func append(_ lines: [AccessLine]) throws {
        guard !lines.isEmpty else { return }
        var (next, last) = try end()
        let insert = try transaction.statement(
            "INSERT INTO access_record (\(StoredAccessLine.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for line in lines {
            last = line.link(ordinal: next, after: last)
            try insert.run([
                .integer(next), .text(line.instant.text), .text(orNull: line.account), .text(orNull: line.principal),
                .text(line.address), .text(line.what), .text(line.outcome), .text(orNull: line.subject),
                .text(orNull: line.purpose), .text(orNull: line.matter), .bytes(last),
            ])
            next += 1
        }
    }

    /// How many lines there are, and the link of the last.
    func end() throws -> (count: Int, link: [UInt8]) {
        try transaction.first("SELECT ordinal, link FROM access_record ORDER BY ordinal DESC LIMIT 1") {
            ($0.integer(0) + 1, $0.bytes(1))
        } ?? (0, [])
    }

    /// How many lines the newest seal covers.
    func sealed() throws -> Int {
        try transaction.first("SELECT lines FROM access_seal ORDER BY position DESC LIMIT 1") { $0.integer(0) } ?? 0
    }

    /// Whether it is time for a seal: lines wait since another day, or many.
    func isSealDue(on day: Day) throws -> Bool {
        let sealed = try sealed()
        let first = try transaction.first("SELECT instant FROM access_record WHERE ordinal = \(sealed)") {
            Instant($0.text(0))
        }
        guard case .some(.some(let waiting)) = first else { return false }
        let count = try end().count
        return waiting.day != day || count - sealed >= AccessRecord.mostUnsealed
    }

    /// The seal over all lines; nil where every line is covered already.
    func seal() throws -> AccessSeal? {
        let (count, link) = try end()
        return count > (try sealed()) ? AccessSeal(count: count, head: Hex.encode(link)) : nil
    }

    /// So many lines wait for a seal at most: enough that sealing costs nothing, few enough that little can be cut off.
    static let mostUnsealed = 200
}

extension Ledger {
    /// 记入访问记录: durable when it returns. Lines of an earlier day, or many of them, are sealed by an event of the log.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    public func note(_ lines: [AccessLine]) throws {
        guard let last = lines.last else { return }
        try engine.write { try AccessRecord(transaction: $0).append(lines) }
        try sealAccessRecordIfDue(at: last.instant)
    }

    /// Seals the access record where lines wait since another day, or many of them.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    public func sealAccessRecordIfDue(at instant: Instant) throws {
        let isDue = try engine.read { try AccessRecord(transaction: $0).isSealDue(on: instant.day) }
        if isDue { try sealAccessRecord(at: instant) }
    }

    /// 封存访问记录: carries the head of its chain into the log; nothing where all is sealed.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    @discardableResult public func sealAccessRecord(at instant: Instant) throws -> AccessSeal? {
        var sealed: AccessSeal?
        try record(at: instant) { (reader: Reader) throws -> [Event] in
            guard let seal = try AccessRecord(transaction: reader.transaction).seal() else { return [] }
            sealed = seal
            return [.people(.seal(seal))]
        }
        return sealed
    }
}

extension Reader {
    /// 访问记录, newest first: of an account, of a subject, of a kind of doing, between days, where asked for.
    ///
    /// - Throws: `StoreProblem`.
    public func accessRecord(_ question: AccessQuestion, _ body: (StoredAccessLine) throws -> Void) throws {
        var (conditions, values): ([String], [SQLValue]) = ([], [])
        func ask(_ condition: String, _ value: SQLValue?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        ask("account = ?", question.account.map { .text($0) })
        ask("subject = ?", question.subject.map { .text($0) })
        ask("what = ?", question.what.map { .text($0) })
        ask("outcome = ?", question.outcome.map { .text($0) })
        ask("instant >= ?", question.from.map { .text($0.description) })
        ask("instant < ?", question.until.map { .text(($0 + 1).description) })
        let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") + " "
        try transaction.statement(
            "SELECT \(StoredAccessLine.columns) FROM access_record \(condition)ORDER BY ordinal DESC LIMIT ?"
        ).each(values + [.integer(question.limit)]) { try body(try StoredAccessLine($0)) }
    }
}

extension Reader {
    /// 被查阅记录: the looks at a subject by people who were signed in, newest first; what was refused showed nothing.
    ///
    /// - Throws: `StoreProblem`.
    public func looks(at subject: String, from: Day?, until: Day?, limit: Int) throws -> [SubjectLook] {
        var question = AccessQuestion(limit: limit)
        (question.subject, question.outcome, question.from, question.until) = (subject, "done", from, until)
        var looks: [SubjectLook] = []
        try accessRecord(question) { stored in
            let line = stored.line
            guard let account = line.account, let purpose = line.purpose, let matter = line.matter else { return }
            looks.append(
                SubjectLook(
                    day: line.instant.day, account: account, principal: line.principal, purpose: purpose,
                    matter: matter))
        }
        return looks
    }
}

/// 查阅: one look at a subject.
public struct SubjectLook: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// Account of who looked; its organisation is told, it is not.
    public let account: String
    /// 代: account stood in for, for whose organisation it was.
    public let principal: String?
    /// 用途.
    public let purpose: String
    /// 事由编号.
    public let matter: String
}

/// 查询条件 of the access record.
public struct AccessQuestion: Sendable {
    /// Id of the account that did it.
    public var account: String?
    /// Key of the subject looked at.
    public var subject: String?
    /// What was done.
    public var what: String?
    /// What came of it.
    public var outcome: String?
    /// The first day.
    public var from: Day?
    /// The last day.
    public var until: Day?
    /// How many lines at most.
    public var limit: Int

    /// All of it, the newest first.
    public init(limit: Int) { self.limit = limit }
}
