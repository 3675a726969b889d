import Credit
import Proofs

/// 记录版本: one version of a record over the days on which the city held it so.
public struct StoredRecord: Sendable, Equatable {
    /// What was entered; after an undone batch, of an earlier version. It is published no longer than the store holds
    /// it to be, whatever the entry itself says (R6).
    public let entry: RecordEntry
    /// Number of this version, from 1.
    public let version: Int
    /// Position of the entry in the log.
    public let position: Int
    /// First day on which the city held it so.
    public let from: Day
    /// First day on which it did not any more; `Day.endless` for now.
    public let until: Day
    /// Whether its subject is known as a sole trader (R10).
    public let isTrader: Bool

    /// Whether it was withdrawn altogether: nothing rests on it then (R5). What is withheld from the public only is not.
    public var isWithdrawn: Bool { entry.publication.period == .none(.withdrawn) }

    fileprivate static let query =
        "SELECT entry.position, entry.body, record.version, record.from_day, record.until_day, record.is_trader, "
        + StoredRecord.shorteningColumns + ", record.reason FROM record JOIN entry ON entry.position = record.position "
        + "LEFT JOIN publication_shortening ON publication_shortening.position = record.shortened "

    fileprivate init(_ row: any Row) throws {
        position = row.integer(0)
        guard case .record(let entry)? = try? Event(body: row.bytes(1)), let from = Day(row.text(3)),
            let until = Day(row.text(4))
        else { throw StoreProblem.unknownEvent(position: position) }
        let shortened = try StoredRecord.shortened(entry, row, at: 6)
        let published = row.optionalText(7).flatMap { Day($0) }.map { shortened.ended(on: $0) } ?? shortened
        // Once withdrawn it stays so, whatever the entry that came later says itself.
        switch row.optionalText(14).flatMap({ Publication.Reason(rawValue: $0) }) {
        case .withdrawn: self.entry = published.withdrawn
        case .withheld: self.entry = published.withheld
        default: self.entry = published
        }
        version = row.integer(2)
        self.from = from
        self.until = until
        isTrader = row.truth(5)
    }
}

extension RepairedRecord {
    /// What of a stored record its repair depends on.
    public init(_ stored: StoredRecord) { self.init(stored.entry, isSoleTrader: stored.isTrader) }
}

/// 同一记录: what an import must know of a record to tell new, changed and known apart.
public struct RecordHead: Hashable, Sendable {
    /// Id of the record.
    public let id: String
    /// The highest version it ever had; the next is one more.
    public let lastVersion: Int
    /// Half a digest of the fields now held; nil where no version is held since a batch was undone.
    public let content: HalfDigest?

    /// Whether a row with these canonical fields says what is held already.
    public func holds(_ fields: [UInt8]) -> Bool { content == RecordHead.content(of: fields) }
}

extension Reader {
    /// The record with this key; nil where none was ever entered.
    ///
    /// - Throws: `StoreProblem`.
    public func head(key: HalfDigest) throws -> RecordHead? {
        try headStatement().first([.bytes(key.bytes)]) { Reader.head($0) }
    }

    /// The records with these keys, in their order; for a chunk of an import, which prepares the look only once.
    ///
    /// - Throws: `StoreProblem`.
    public func heads(keys: [HalfDigest]) throws -> [RecordHead?] {
        let statement = try headStatement()
        var heads: [RecordHead?] = Array(repeating: nil, count: keys.count)
        // In the order of the index, so that each of its pages is fetched once.
        for index in keys.indices.sorted(by: { keys[$0] < keys[$1] }) {
            heads[index] = try statement.first([.bytes(keys[index].bytes)]) { Reader.head($0) }
        }
        return heads
    }

    private func headStatement() throws -> any Statement {
        try transaction.statement(
            "SELECT id, version, content, until_day FROM record WHERE key = ? ORDER BY version DESC LIMIT 1")
    }

    private static func head(_ row: any Row) -> RecordHead {
        RecordHead(
            id: row.text(0), lastVersion: row.integer(1),
            content: row.text(3) == Applier.endless ? row.withBytes(2) { HalfDigest($0) } : nil)
    }

    /// The record as it was held on a day; nil where none was.
    ///
    /// - Throws: `StoreProblem`.
    public func record(_ id: String, on day: Day) throws -> StoredRecord? {
        let statement = try transaction.statement(
            StoredRecord.query + "WHERE record.id = ? AND record.from_day <= ? AND record.until_day > ?")
        return try statement.first([.text(id), .text(day.description), .text(day.description)]) {
            try StoredRecord($0)
        }
    }

    /// Number, first day and place in the log of every version of a record, from the first on, without their content.
    ///
    /// - Throws: `StoreProblem`.
    public func versionMarks(of id: String) throws -> [RecordView.VersionMark] {
        try transaction.rows("SELECT version, from_day, position FROM record WHERE id = \(id) ORDER BY version") {
            guard let known = Day($0.text(1)) else {
                throw StoreProblem.brokenLog(position: $0.integer(2), detail: "record \(id)")
            }
            return RecordView.VersionMark(number: $0.integer(0), known: known, position: $0.integer(2))
        }
    }

    /// The records of a subject as they were held on a day, newest decision first.
    ///
    /// - Throws: `StoreProblem`.
    public func records(of subject: String, on day: Day) throws -> [StoredRecord] {
        let statement = try transaction.statement(
            StoredRecord.query + "WHERE record.subject = ? AND record.until_day > ? AND record.from_day <= ?")
        var records: [StoredRecord] = []
        try statement.each([.text(subject), .text(day.description), .text(day.description)]) {
            records.append(try StoredRecord($0))
        }
        // Sorted here and not by the database, which would carry the content of each through its sorter.
        records.sort {
            ($0.entry.decided?.number ?? .min, $0.position) > ($1.entry.decided?.number ?? .min, $1.position)
        }
        return records
    }

    /// Hands the records of a kind as they were held on a day to `body`, in the order of the log.
    ///
    /// - Throws: `StoreProblem`, or what `body` throws.
    public func records(kind: String, on day: Day, _ body: (StoredRecord) throws -> Void) throws {
        let statement = try transaction.statement(
            StoredRecord.query + "WHERE record.kind = ? AND record.from_day <= ? AND record.until_day > ? "
                + "ORDER BY record.position")
        try statement.each([.text(kind), .text(day.description), .text(day.description)]) {
            try body(try StoredRecord($0))
        }
    }

    /// The event at a position of the log; nil where there is none, or its content was erased, or it is about the log
    /// itself.
    ///
    /// - Throws: `StoreProblem.unknownEvent` (STORE-119) for content that this program does not know.
    public func event(at position: Int) throws -> Event? {
        var found: Event?
        try events(from: position, limit: 1) { at, _, event in
            if at == position { found = event }
        }
        return found
    }
}
