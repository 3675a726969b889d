import Credit
import Proofs

extension Applier {
    /// A record entered: the version before it ends on the day on which this one begins.
    mutating func apply(_ entry: RecordEntry, at position: Int, on day: Day) throws {
        let open = SQLValue.text(Applier.endless)
        if entry.version > 1 {
            let ended = try endRecord.run([.text(day.description), .text(entry.id), open])
            guard ended <= 1 else { throw StoreProblem.impossibleEvent(detail: "record \(entry.id)") }
        }
        guard let key = Hex.decode(entry.key) else {
            throw StoreProblem.impossibleEvent(detail: "key of record \(entry.id)")
        }
        var publishedUntil: String?
        var withheld: String?
        switch entry.publication.period {
        case .until(let day): publishedUntil = day.description
        case .none(let reason): withheld = reason.rawValue
        }
        let today = SQLValue.text(day.description)
        try insertRecord.run([
            .text(entry.id), .integer(position), .integer(position), .integer(entry.version), .text(entry.kind),
            .text(entry.family.rawValue), .text(entry.subject), .bytes(key), .bytes(Applier.content(of: entry)),
            .text(entry.department), .text(entry.batch), .text(orNull: entry.decided?.description),
            .text(entry.received.description), .text(orNull: entry.timeliness?.word), .text(orNull: publishedUntil),
            .text(orNull: withheld), today, open,
        ])
        try subjects.add(entry, at: position)
    }

    /// What two versions are told apart by: the first half of a digest over the fields.
    static func content(of entry: RecordEntry) -> [UInt8] { Array(SHA256.digest(of: entry.fields).bytes[..<16]) }

    /// How a stored day says "no end yet".
    static let endless = Day.endless.description

    /// 整批撤销: every version that the batch entered ends, and the one before it holds again; a subject is then what its
    /// remaining records make it.
    mutating func undo(batch: String, reason: String, at position: Int, on day: Day) throws {
        struct Span {
            let id: String, opened: Int, subject: String, isOpen: Bool
        }
        guard let opened = try transaction.first("SELECT opened FROM batch WHERE id = \(batch)", { $0.integer(0) })
        else { throw StoreProblem.impossibleEvent(detail: "batch \(batch)") }
        let spans = try transaction.rows(
            """
            SELECT id, opened, subject, until_day FROM record
            WHERE entry > \(opened) AND batch = \(batch) AND undone = 0 ORDER BY id, opened
            """
        ) { Span(id: $0.text(0), opened: $0.integer(1), subject: $0.text(2), isOpen: $0.text(3) == Applier.endless) }
        let today = day.description
        var subjects: Set<String> = []
        for span in spans {
            subjects.insert(span.subject)
            if span.isOpen {
                try transaction.run(
                    """
                    UPDATE record SET undone = 1, until_day = \(today) WHERE id = \(span.id) AND opened = \(span.opened)
                    """)
                try restoreVersion(before: span.id, at: position, on: today)
            } else {
                try transaction.run(
                    "UPDATE record SET undone = 1 WHERE id = \(span.id) AND opened = \(span.opened)")
            }
        }
        try transaction.run(
            """
            UPDATE batch SET state = 'undone', reason = \(reason), closed = \(position) WHERE id = \(batch)
            """)
        try transaction.run("DELETE FROM import_progress WHERE batch = \(batch)")
        for subject in subjects.sorted() { try self.subjects.rebuild(subject) }
    }

    /// Opens again the newest version of a record that no undone batch entered.
    private func restoreVersion(before id: String, at position: Int, on today: String) throws {
        try transaction.run(
            """
            INSERT INTO record (id, opened, entry, version, kind, family, subject, key, content, department, batch, \
            decided, received, timeliness, published_until, withheld, from_day, until_day, undone)
            SELECT id, \(position), entry, version, kind, family, subject, key, content, department, batch, \
            decided, received, timeliness, published_until, withheld, \(today), \(Applier.endless), 0
            FROM record WHERE id = \(id) AND undone = 0 ORDER BY version DESC, opened DESC LIMIT 1
            """)
    }
}
