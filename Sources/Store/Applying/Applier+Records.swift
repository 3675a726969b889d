import Credit
import Proofs

extension Applier {
    /// A record entered: the version before it ends on the day on which this one begins.
    func apply(_ entry: RecordEntry, content: HalfDigest?, at position: Int, on day: Day) throws {
        let (today, open) = (SQLValue.text(day.description), SQLValue.text(Applier.endless))
        if entry.version > 1 { try endRecord.run([today, .text(entry.id), open]) }
        guard let key = HalfDigest(hex: entry.key) else {
            throw StoreProblem.impossibleEvent(detail: "key of record \(entry.id)")
        }
        var publishedUntil: String?
        var reason: String?
        switch entry.publication.period {
        case .until(let day): publishedUntil = day.description
        case .none(let why): reason = why.rawValue
        }
        let isTrader = try subjects.add(entry, at: position, on: day)
        try insertRecord.run([
            .text(entry.id), .integer(entry.version), .text(entry.kind), .text(entry.family.rawValue),
            .bytes(key.bytes), .bytes((content ?? RecordHead.content(of: entry.fields)).bytes), .text(entry.subject),
            .text(entry.department),
            .text(entry.batch), .integer(entry.line), .text(orNull: entry.decided?.description),
            .text(entry.received.description), .text(orNull: entry.timeliness?.word), .text(orNull: publishedUntil),
            .text(orNull: reason), .text(orNull: entry.publication.grade?.rawValue), .truth(isTrader), today, open,
            .integer(position),
        ])
        try zeros.note(entry, at: position)
    }

    /// How a stored day says "no end yet".
    static let endless = Day.endless.description

    /// 整批撤销: every version of the batch that is held ends, and the one before it holds again; a subject is then what
    /// its remaining records make it.
    func undo(batch: String, reason: String, by officer: Officer?, at position: Int, on day: Day) throws {
        let first = try transaction.first("SELECT first_position FROM batch WHERE id = \(batch)") { $0.integer(0) }
        guard let first else { throw StoreProblem.impossibleEvent(detail: "batch \(batch)") }
        try transaction.run(
            """
            UPDATE batch SET state = 'undone', reason = \(reason), undone_by = \(officer?.account), \
            last_position = \(position) WHERE id = \(batch)
            """)
        try transaction.run("DELETE FROM import_progress WHERE batch = \(batch)")
        var subjects: Set<String> = []
        let today = day.description
        let held = try transaction.statement(
            "SELECT version FROM record WHERE id = ? AND batch = ? AND until_day = ?")
        for (id, subject) in try entered(by: batch, from: first, to: position) {
            subjects.insert(subject)
            // It may be held as a further version that came back when a later batch was undone.
            guard
                let version = try held.first([.text(id), .text(batch), .text(Applier.endless)], { $0.integer(0) })
            else { continue }
            try transaction.run(
                "UPDATE record SET until_day = \(today) WHERE id = \(id) AND version = \(version)")
            try restore(id, as: version + 1, on: today)
            try fall(under: id, on: day, at: position)
        }
        for subject in subjects.sorted() { try self.subjects.rebuild(subject, at: position, on: day) }
    }

    /// Which records a batch entered, each with its subject, read from its stretch of the log: rarely asked, so no
    /// index of the records serves it.
    private func entered(by batch: String, from first: Int, to last: Int) throws -> [(id: String, subject: String)] {
        var found: [(id: String, subject: String)] = []
        try entries.statement("SELECT body FROM entry WHERE position > ? AND position < ? AND class = ?")
            .each([.integer(first), .integer(last), .text(RecordEntry.eventClass)]) { row in
                guard case .record(let entry)? = try? Event(body: row.bytes(0)), entry.batch == batch else { return }
                found.append((entry.id, entry.subject))
            }
        return found.sorted { $0 < $1 }
    }

    /// Gives a record the content again that it had before undone batches touched it, if it had any. A version older than
    /// a correction that was decided does not come back: it says what was found to be wrong (R6).
    private func restore(_ id: String, as version: Int, on today: String) throws {
        let corrected =
            try CaseHistory(transaction, entries: entries).corrections(of: id)
            .last { if case .fields = $0.correction { true } else { false } }?.position ?? -1
        try transaction.run(
            """
            INSERT INTO record (id, version, kind, family, key, content, subject, department, batch, line, decided, \
            received, timeliness, published_until, reason, grade, shortened, is_trader, from_day, until_day, position)
            SELECT id, \(version), kind, family, key, content, subject, department, batch, line, decided, \
            received, timeliness, published_until, reason, grade, shortened, is_trader, \(today), \
            \(Applier.endless), position
            FROM record WHERE id = \(id) AND position > \(corrected) AND batch NOT IN (SELECT id FROM batch WHERE state = 'undone')
            ORDER BY version DESC LIMIT 1
            """)
        try capPublication(of: id)
        try keepWithdrawn(id)
    }
}
