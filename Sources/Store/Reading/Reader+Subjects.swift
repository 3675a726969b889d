import Credit

/// 主体情况: who a subject is, as known now.
public struct StoredSubject: Sendable, Equatable {
    /// Text of its key.
    public let key: String
    /// The unified code where it has one.
    public let code: String?
    /// The present name; nil where no record has one.
    public let name: String?
    /// Registration status, as the newest registry entry says it.
    public let status: Vocabulary.Sense?
    /// Whether it is a sole trader (R10).
    public let isSoleTrader: Bool
    /// 个人独资企业: whether it is a person in trade of the other form (R1).
    public let isSoleProprietorship: Bool
    /// Position of its newest registry entry; nil for a stub made by a record.
    public let registry: Int?
    /// Names it had before, newest first.
    public let formerNames: [String]
    /// The day on which the city first heard of it.
    public let since: Day
    /// The day on which what is known of it last changed.
    public let changed: Day
    /// Position in the log of that change.
    public let position: Int
}

extension StoredSubject {
    /// Whether it is shown no more: a sole trader who was struck off the register is a person again (R10).
    ///
    /// - Source: practice of the field: a sole trader is taken down after 注销.
    public var isWithdrawn: Bool { isSoleTrader && status == .dissolved }
}

extension Reader {
    /// How many subjects are known.
    ///
    /// - Throws: `StoreProblem`.
    public func subjectCount() throws -> Int {
        try transaction.first("SELECT COUNT(*) FROM subject") { $0.integer(0) } ?? 0
    }

    /// A subject by the text of its key.
    ///
    /// - Throws: `StoreProblem`.
    public func subject(_ key: String) throws -> StoredSubject? {
        let names = try nameStatement()
        return try transaction.statement(Reader.subjectQuery + "WHERE key = ?").first([.text(key)]) {
            try Reader.subject($0, names)
        }
    }

    /// The keys of the subjects that an entry of the log from this position on has changed last. Rarely asked, so no index
    /// serves it.
    ///
    /// - Throws: `StoreProblem`.
    public func subjectKeys(changedFrom position: Int) throws -> [String] {
        try transaction.rows("SELECT key FROM subject WHERE position >= \(position) ORDER BY key") { $0.text(0) }
    }

    /// Hands the subjects whose keys come after `key` to `body`, in the order of the keys.
    ///
    /// - Throws: `StoreProblem`, or what `body` throws.
    public func subjects(after key: String = "", limit: Int = .max, _ body: (StoredSubject) throws -> Void) throws {
        let names = try nameStatement()
        let statement = try transaction.statement(Reader.subjectQuery + "WHERE key > ? ORDER BY key LIMIT ?")
        try statement.each([.text(key), .integer(limit)]) { try body(try Reader.subject($0, names)) }
    }

    /// The keys of the subjects that have or had this name, however it was written; at most `limit`.
    ///
    /// - Throws: `StoreProblem`.
    public func subjects(named name: String, limit: Int) throws -> [String] {
        let folded = ByteFolding.key(name)
        return try transaction.rows(
            "SELECT subject FROM subject_name WHERE folded = \(folded) ORDER BY subject LIMIT \(limit)"
        ) { $0.text(0) }
    }

    private static let subjectQuery =
        "SELECT key, code, name, status, is_trader, registry, since, changed, position, is_proprietor FROM subject "

    private func nameStatement() throws -> any Statement {
        try transaction.statement(
            "SELECT name FROM subject_name WHERE subject = ? AND kind = 'former' "
                + "ORDER BY until_day DESC, from_day DESC, folded")
    }

    private static func subject(_ row: any Row, _ names: any Statement) throws -> StoredSubject {
        let key = row.text(0)
        guard let since = Day(row.text(6)), let changed = Day(row.text(7)) else {
            throw StoreProblem.brokenLog(position: row.integer(8), detail: "subject \(key)")
        }
        var former: [String] = []
        try names.each([.text(key)]) { former.append(ResidentNumber.masking($0.text(0))) }
        return StoredSubject(
            key: key, code: row.optionalText(1), name: row.optionalText(2).map { ResidentNumber.masking($0) },
            status: row.optionalText(3).flatMap { Vocabulary.Sense(rawValue: $0) }, isSoleTrader: row.truth(4),
            isSoleProprietorship: row.truth(9), registry: row.optionalInteger(5), formerNames: former, since: since,
            changed: changed,
            position: row.integer(8))
    }
}
