import Credit

/// 主体表: what is known of a subject, as its records in the order of the log make it.
///
/// Registry entries say name and status; a record of another kind only makes a stub, and names one that has no name yet.
/// Nothing else decides, so that leaving out an undone batch is going through the remaining entries once more. Only that
/// somebody is a person in trade is kept once it is known, whatever becomes of the row that said so (R10).
struct SubjectTables {
    private let transaction: any Transaction
    private let entries: any Transaction
    private let glance: any Statement
    private let find: any Statement
    private let insert: any Statement
    private let update: any Statement
    private let presentName: any Statement
    private let formerName: any Statement
    private let retireName: any Statement

    init(_ transaction: any Transaction, entries: any Transaction) throws {
        self.transaction = transaction
        self.entries = entries
        glance = try transaction.statement(
            "SELECT name IS NOT NULL, is_trader, is_proprietor FROM subject WHERE key = ?")
        find = try transaction.statement("SELECT name, folded FROM subject WHERE key = ?")
        insert = try transaction.statement(
            """
            INSERT INTO subject (key, code, name, folded, status, is_trader, is_proprietor, registry, since, changed, \
            position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        update = try transaction.statement(
            """
            UPDATE subject SET name = ?, folded = ?, status = ?, is_trader = ?, is_proprietor = ?, registry = ?, \
            changed = ?, position = ? WHERE key = ?
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

    /// Takes in one more entry; entries come in the order of the log. Whether its subject is a sole trader.
    func add(_ entry: RecordEntry, at position: Int, on day: Day) throws -> Bool {
        let key = SQLValue.text(entry.subject)
        let isRegistry = entry.family == .registry
        let standing = try glance.first([key]) { (isNamed: $0.truth(0), trade: Trade($0.truth(1), $0.truth(2))) }
        let (was, says) = (standing?.trade ?? Trade(false, false), Trade(entry.trade))
        // The usual case: a further record about a subject that is known and has a name.
        if !isRegistry, let standing, standing.isNamed || entry.subjectName == nil, was.includes(says) {
            return was.isTrader
        }
        let known = try find.first([key]) { (name: $0.optionalText(0), folded: $0.optionalText(1)) }
        let name = entry.subjectName ?? known?.name
        let folded = name.map { ByteFolding.key($0) }
        let (today, place) = (SQLValue.text(day.description), SQLValue.integer(position))
        var trade = was.with(says)
        if known != nil, !isRegistry, standing?.isNamed == true || entry.subjectName == nil {
            try set(trade, of: entry.subject, was: was)
            return trade.isTrader
        }
        let status = SQLValue.text(orNull: isRegistry ? entry.status?.rawValue : nil)
        let registry = isRegistry ? place : .null
        if known != nil {
            try update.run([
                .text(orNull: name), .text(orNull: folded), status, .truth(trade.isTrader),
                .truth(trade.isProprietor), registry, today, place, key,
            ])
            try set(trade, of: entry.subject, was: was)
        } else {
            let subject = SubjectKey(text: entry.subject)
            trade = trade.with(Trade(subject?.isSoleTrader ?? false, false))
            try insert.run([
                key, .text(orNull: subject?.creditCode?.text), .text(orNull: name), .text(orNull: folded), status,
                .truth(trade.isTrader), .truth(trade.isProprietor), registry, today, today, place,
            ])
        }
        if let old = known?.folded, old != folded { try retireName.run([today, key, .text(old)]) }
        if let name, let folded {
            try presentName.run([key, .text(folded), .text(name), today, .text(Applier.endless)])
        }
        for former in entry.formerNames where ByteFolding.key(former) != folded {
            try formerName.run([key, .text(ByteFolding.key(former)), .text(former), today, today])
        }
        return trade.isTrader
    }

    /// Keeps that a subject is a person in trade, and with it that none of its records stands in a list.
    private func set(_ trade: Trade, of subject: String, was: Trade) throws {
        guard trade != was else { return }
        try transaction.run(
            """
            UPDATE subject SET is_trader = \(.truth(trade.isTrader)), is_proprietor = \(.truth(trade.isProprietor)) \
            WHERE key = \(subject)
            """)
        if trade.isTrader, !was.isTrader {
            try transaction.run("UPDATE record SET is_trader = 1 WHERE subject = \(subject)")
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
        try rebuild(subject, from: remaining, at: position, on: day)
    }

    private func rebuild(_ subject: String, from remaining: [Int], at position: Int, on day: Day) throws {
        let trade = try glance.first([.text(subject)]) { Trade($0.truth(1), $0.truth(2)) } ?? Trade(false, false)
        if remaining.isEmpty {
            try transaction.run("UPDATE subject SET status = NULL, registry = NULL WHERE key = \(subject)")
            try transaction.run("DELETE FROM subject_name WHERE subject = \(subject) AND kind = 'former'")
        } else {
            try transaction.run("DELETE FROM subject_name WHERE subject = \(subject)")
            try transaction.run("DELETE FROM subject WHERE key = \(subject)")
        }
        for place in remaining { try add(at: place) }
        let left = try glance.first([.text(subject)]) { Trade($0.truth(1), $0.truth(2)) } ?? trade
        try set(left.with(trade), of: subject, was: left)
        try transaction.run(
            "UPDATE subject SET changed = \(day.description), position = \(position) WHERE key = \(subject)")
    }

    /// Takes in the record that the entry at a position entered.
    private func add(at place: Int) throws {
        let content = try entries.statement("SELECT instant, body FROM entry WHERE position = ?")
        let found = try content.first([.integer(place)]) { (Instant($0.text(0)), try? Event(body: $0.bytes(1))) }
        guard case (let instant?, .record(let entry)?)? = found else {
            throw StoreProblem.unknownEvent(position: place)
        }
        _ = try add(entry, at: place, on: instant.day)
    }

    /// Goes over a subject once more after entries were erased: it is then what the log without them makes it, records and
    /// undone batches in their order, as if nothing else had ever been said of it. One of which nothing remains is gone
    /// with its names.
    func retrace(_ subject: String) throws {
        let entered = try transaction.rows(
            "SELECT DISTINCT position, batch FROM record WHERE subject = \(subject) ORDER BY position"
        ) { (position: $0.integer(0), batch: $0.text(1)) }
        try transaction.run("DELETE FROM subject_name WHERE subject = \(subject)")
        try transaction.run("DELETE FROM subject WHERE key = \(subject)")
        var undone: [String: Int] = [:]
        for batch in Set(entered.map(\.batch)) {
            undone[batch] = try transaction.first(
                "SELECT last_position FROM batch WHERE id = \(batch) AND state = 'undone'"
            ) { $0.integer(0) }
        }
        let days = try entries.statement("SELECT instant FROM entry WHERE position = ?")
        for place in (entered.map(\.position) + undone.values).sorted() {
            guard undone.values.contains(place) else {
                try add(at: place)
                continue
            }
            guard let day = try days.first([.integer(place)], { Instant($0.text(0))?.day }) ?? nil else {
                throw StoreProblem.unknownEvent(position: place)
            }
            let remaining = entered.filter { $0.position < place && undone[$0.batch].map { $0 > place } ?? true }
            try rebuild(subject, from: remaining.map(\.position), at: place, on: day)
        }
    }
}

/// 从业身份: what is known of a subject as a person in trade.
private struct Trade: Equatable {
    let isTrader: Bool
    let isProprietor: Bool

    init(_ isTrader: Bool, _ isProprietor: Bool) {
        self.isTrader = isTrader
        self.isProprietor = isProprietor
    }

    /// What one row says.
    init(_ trade: PersonInTrade?) { self.init(trade == .soleTrader, trade == .soleProprietorship) }

    func with(_ other: Trade) -> Trade { Trade(isTrader || other.isTrader, isProprietor || other.isProprietor) }

    func includes(_ other: Trade) -> Bool { with(other) == self }
}
