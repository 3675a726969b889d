import Credit

/// 主体表: what is known of a subject, as its records in the order of the log make it.
///
/// Registry entries say name and status; a record of another kind only makes a stub, and names one that has no name yet.
/// Nothing else decides, so that leaving out an undone batch is going through the remaining entries once more.
struct SubjectTables {
    private let transaction: any Transaction
    private let entries: any Transaction
    private let isNamed: any Statement
    private let find: any Statement
    private let insert: any Statement
    private let update: any Statement
    private let presentName: any Statement
    private let formerName: any Statement
    private let retireName: any Statement

    init(_ transaction: any Transaction, entries: any Transaction) throws {
        self.transaction = transaction
        self.entries = entries
        isNamed = try transaction.statement("SELECT name IS NOT NULL FROM subject WHERE key = ?")
        find = try transaction.statement("SELECT name, folded FROM subject WHERE key = ?")
        insert = try transaction.statement(
            """
            INSERT INTO subject (key, code, name, folded, status, is_trader, registry, since, changed, position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        update = try transaction.statement(
            """
            UPDATE subject SET name = ?, folded = ?, status = ?, registry = ?, changed = ?, position = ? \
            WHERE key = ?
            """)
        presentName = try transaction.statement(
            """
            INSERT INTO subject_name (subject, folded, name, kind, from_day, until_day) \
            VALUES (?, ?, ?, 'present', ?, ?)
            ON CONFLICT (subject, folded) DO UPDATE SET name = excluded.name, from_day = \
            CASE subject_name.kind WHEN 'present' THEN subject_name.from_day ELSE excluded.from_day END, \
            kind = 'present', until_day = excluded.until_day
            """)
        formerName = try transaction.statement(
            """
            INSERT INTO subject_name (subject, folded, name, kind, from_day, until_day) VALUES (?, ?, ?, 'former', ?, ?)
            ON CONFLICT (subject, folded) DO NOTHING
            """)
        retireName = try transaction.statement(
            "UPDATE subject_name SET kind = 'former', until_day = ? WHERE subject = ? AND folded = ?")
    }

    /// Takes in one more entry; entries come in the order of the log.
    func add(_ entry: RecordEntry, at position: Int, on day: Day) throws {
        let key = SQLValue.text(entry.subject)
        let isRegistry = entry.family == .registry
        // The usual case: a further record about a subject that is known and has a name.
        if !isRegistry, let isNamed = try isNamed.first([key], { $0.truth(0) }), isNamed || entry.subjectName == nil {
            return
        }
        let known = try find.first([key]) { (name: $0.optionalText(0), folded: $0.optionalText(1)) }
        let name = entry.subjectName ?? known?.name
        let folded = name.map { ByteFolding.key($0) }
        let (today, place) = (SQLValue.text(day.description), SQLValue.integer(position))
        let status = SQLValue.text(orNull: isRegistry ? entry.status?.rawValue : nil)
        let registry = isRegistry ? place : .null
        if known != nil {
            try update.run([
                .text(orNull: name), .text(orNull: folded), status, registry, today, place, key,
            ])
        } else {
            let subject = SubjectKey(text: entry.subject)
            try insert.run([
                key, .text(orNull: subject?.creditCode?.text), .text(orNull: name), .text(orNull: folded), status,
                .truth(subject?.isSoleTrader ?? false), registry, today, today, place,
            ])
        }
        if let old = known?.folded, old != folded { try retireName.run([today, key, .text(old)]) }
        if let name, let folded {
            try presentName.run([key, .text(folded), .text(name), today, .text(Applier.endless)])
        }
        for former in entry.formerNames where ByteFolding.key(former) != folded {
            try formerName.run([key, .text(ByteFolding.key(former)), .text(former), today, today])
        }
    }

    /// Works out a subject anew from the entries that no undone batch brought. One of which nothing remains stays as a
    /// stub under its name: addresses of it have been given out.
    func rebuild(_ subject: String, at position: Int, on day: Day) throws {
        let remaining = try transaction.rows(
            """
            SELECT DISTINCT record.position FROM record LEFT JOIN batch ON batch.id = record.batch
            WHERE record.subject = \(subject) AND coalesce(batch.state, '') <> 'undone' ORDER BY record.position
            """
        ) { $0.integer(0) }
        if remaining.isEmpty {
            try transaction.run("UPDATE subject SET status = NULL, registry = NULL WHERE key = \(subject)")
            try transaction.run("DELETE FROM subject_name WHERE subject = \(subject) AND kind = 'former'")
        } else {
            try transaction.run("DELETE FROM subject_name WHERE subject = \(subject)")
            try transaction.run("DELETE FROM subject WHERE key = \(subject)")
        }
        let content = try entries.statement("SELECT instant, body FROM entry WHERE position = ?")
        for place in remaining {
            let found = try content.first([.integer(place)]) { (Instant($0.text(0)), try? Event(body: $0.bytes(1))) }
            guard case (let instant?, .record(let entry)?)? = found else {
                throw StoreProblem.unknownEvent(position: place)
            }
            try add(entry, at: place, on: instant.day)
        }
        try transaction.run(
            "UPDATE subject SET changed = \(day.description), position = \(position) WHERE key = \(subject)")
    }
}
