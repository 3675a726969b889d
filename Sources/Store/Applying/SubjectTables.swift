import Credit

/// 主体表: what is known of a subject, as its records in the order of the log make it.
///
/// The newest registry entry says name and status; without one, the newest record that has a name. Nothing else decides,
/// so that leaving out an undone batch is going through the remaining entries once more.
struct SubjectTables {
    private let transaction: any Transaction
    private let registered: any Statement
    private let stub: any Statement
    private let registeredName: any Statement
    private let reportedName: any Statement

    init(_ transaction: any Transaction) throws {
        self.transaction = transaction
        registered = try transaction.statement(
            """
            INSERT INTO subject (key, name, status, registry) VALUES (?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name, status = excluded.status, registry = excluded.registry
            """)
        stub = try transaction.statement(
            """
            INSERT INTO subject (key, name) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name
            WHERE subject.registry IS NULL AND excluded.name IS NOT NULL
            AND (subject.name IS NULL OR subject.name <> excluded.name)
            """)
        registeredName = try transaction.statement(
            """
            INSERT INTO subject_name (subject, name, folded, registered, entry) VALUES (?, ?, ?, 1, ?)
            ON CONFLICT (subject, name) DO UPDATE SET registered = 1, entry = excluded.entry
            """)
        reportedName = try transaction.statement(
            """
            INSERT INTO subject_name (subject, name, folded, registered, entry) VALUES (?, ?, ?, 0, ?)
            ON CONFLICT (subject, name) DO NOTHING
            """)
    }

    /// Takes in one more entry; entries come in the order of the log.
    func add(_ entry: RecordEntry, at position: Int) throws {
        let key = SQLValue.text(entry.subject)
        let isRegistry = entry.family == .registry
        if isRegistry {
            try registered.run([
                key, .text(orNull: entry.subjectName), .text(orNull: entry.status?.rawValue), .integer(position),
            ])
            for name in entry.formerNames { try add(name, of: key, by: registeredName, at: position) }
        } else {
            try stub.run([key, .text(orNull: entry.subjectName)])
        }
        if let name = entry.subjectName {
            try add(name, of: key, by: isRegistry ? registeredName : reportedName, at: position)
        }
    }

    /// Works out a subject anew from the entries that no undone batch brought.
    func rebuild(_ subject: String) throws {
        try transaction.run("DELETE FROM subject_name WHERE subject = \(subject)")
        try transaction.run("DELETE FROM subject WHERE key = \(subject)")
        let entries = try transaction.rows(
            """
            SELECT DISTINCT entry.position, entry.body FROM record JOIN entry ON entry.position = record.entry
            WHERE record.subject = \(subject) AND record.undone = 0 ORDER BY entry.position
            """
        ) { (position: $0.integer(0), body: $0.bytes(1)) }
        for (position, body) in entries {
            guard case .record(let entry)? = try? Event(body: body) else {
                throw StoreProblem.unknownEvent(position: position)
            }
            try add(entry, at: position)
        }
    }

    private func add(_ name: String, of key: SQLValue, by statement: any Statement, at position: Int) throws {
        try statement.run([key, .text(name), .text(ByteFolding.key(name)), .integer(position)])
    }
}
