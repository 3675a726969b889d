import Credit

/// 公示名单的读取: places in the lists of published records, newest decision first.
///
/// One index serves them all, `record_listed`. It is ordered by kind and department first, so a list is drawn from as many
/// strands as there are kinds and departments, each read a little at a time: a filter by either only leaves strands
/// out, and no page costs more because it lies deep.
extension Reader {
    /// The places of the records that a question asks for and that are published on a day, at most `limit`; of an
    /// adverse family none of a sole trader (R10).
    ///
    /// - Parameter floors: by kind, the first day on which what is still published can have been decided, where the
    ///   rules tell.
    /// - Throws: `StoreProblem`.
    public func places(
        _ question: RecordQuestion, on day: Day, limit: Int, floors: [String: Day] = [:]
    ) throws -> [RecordPlace] {
        let statement = try transaction.statement(Reader.listQuery(question))
        var strands = try strandKeys(question).map { ListStrand(kind: $0.kind, department: $0.department) }
        for index in strands.indices {
            try strands[index].fill(statement, question, on: day, floor: floors[strands[index].kind])
        }
        var places: [RecordPlace] = []
        while places.count < limit {
            guard
                let first = strands.indices.filter({ strands[$0].head != nil }).min(by: {
                    question.isOldestFirst
                        ? strands[$0].head! > strands[$1].head! : strands[$0].head! < strands[$1].head!
                }), let place = strands[first].head
            else { break }
            places.append(place)
            try strands[first].advance(statement, question, on: day, floor: floors[strands[first].kind])
        }
        return places
    }

    /// How many records of a kind are published on a day; of an adverse family none of a sole trader (R10), so that it
    /// is the number of rows of its list where it has one.
    ///
    /// - Throws: `StoreProblem`.
    public func publishedCount(_ family: RecordFamily, kind: String, on day: Day) throws -> Int {
        // Entries of the registry stand in no list and so not in the index either.
        let standing = "until_day = '9999-12-31' AND family = ? AND "
        let query =
            "SELECT COUNT(*) FROM record WHERE \(family == .registry ? standing : Reader.listed)"
            + "kind = ? AND published_until >= ?" + Reader.withoutTraders(family)
        let values = [family.rawValue, kind, day.description].map { SQLValue.text($0) }
        return try transaction.statement(query).first(values) { $0.integer(0) } ?? 0
    }

    /// The kinds and departments of which a list may have records, each found by one look into the index.
    private func strandKeys(_ question: RecordQuestion) throws -> [(kind: String, department: String)] {
        let family = SQLValue.text(question.family.rawValue)
        var keys: [(kind: String, department: String)] = []
        for kind in try question.kind.map({ [$0] }) ?? names("kind", "kind > ?", [family]) {
            let departments =
                try question.department.map { [$0] }
                ?? names("department", "kind = ? AND department > ?", [family, .text(kind)])
            keys += departments.map { (kind, $0) }
        }
        return keys
    }

    /// The different values of a column of the index, by going from each to the next.
    private func names(_ column: String, _ condition: String, _ values: [SQLValue]) throws -> [String] {
        let next = try transaction.statement(
            "SELECT \(column) FROM record WHERE \(Reader.listed)\(condition) ORDER BY \(column) LIMIT 1")
        var names: [String] = []
        while let name = try next.first(values + [.text(names.last ?? "")], { $0.text(0) }) { names.append(name) }
        return names
    }

    /// What the index is made over, in its very words, and its first column.
    private static let listed =
        "until_day = '9999-12-31' AND published_until IS NOT NULL AND family <> 'registry' AND family = ? AND "
    private static let listDay = "coalesce(decided, received)"

    private static func listQuery(_ question: RecordQuestion) -> String {
        "SELECT \(listDay), id FROM record WHERE \(listed)kind = ? AND department = ? AND \(listDay) >= ? "
            + "AND \(listDay) <= ? AND (\(listDay) \(question.isOldestFirst ? ">" : "<") ? "
            + "OR id \(question.isOldestFirst ? ">" : "<") ?) AND published_until >= ? "
            + (question.timeliness == nil ? "" : "AND timeliness = ? ") + withoutTraders(question.family.family)
            + (question.isOldestFirst
                ? " ORDER BY \(listDay), id LIMIT ?" : " ORDER BY \(listDay) DESC, id DESC LIMIT ?")
    }

    private static func withoutTraders(_ family: RecordFamily) -> String {
        guard family.isAdverse else { return "" }
        return " AND NOT EXISTS (SELECT 1 FROM subject WHERE subject.key = record.subject AND subject.is_trader = 1)"
    }
}

/// 名单支流: the records of one kind and department, read a few at a time.
private struct ListStrand {
    let kind: String
    let department: String
    private var places: [RecordPlace] = []
    private var at = 0
    private var portion = 8
    private var isOver = false

    init(kind: String, department: String) {
        self.kind = kind
        self.department = department
    }

    /// The first that has not been taken.
    var head: RecordPlace? { at < places.count ? places[at] : nil }

    /// Leaves the head behind.
    mutating func advance(
        _ statement: any Statement, _ question: RecordQuestion, on day: Day, floor: Day?
    ) throws {
        at += 1
        if at == places.count { try fill(statement, question, on: day, floor: floor) }
    }

    /// Reads the next few, twice as many each time.
    mutating func fill(_ statement: any Statement, _ question: RecordQuestion, on day: Day, floor: Day?) throws {
        guard !isOver else { return }
        let after = places.last ?? question.after
        let isOldestFirst = question.isOldestFirst
        let from = [question.decidedFrom, floor, isOldestFirst ? after?.day : nil].compactMap { $0 }.max()
        let until = [question.decidedUntil, isOldestFirst ? nil : after?.day].compactMap { $0 }.min()
        var values: [SQLValue] = [
            question.family.rawValue, kind, department, from?.description ?? "", until?.description ?? "~",
        ].map { .text($0) }
        values += [.text(after?.day.description ?? (isOldestFirst ? "" : "~")), .text(after?.id ?? "")]
        values.append(.text(day.description))
        if let timeliness = question.timeliness { values.append(.text(timeliness.word)) }
        values.append(.integer(portion))
        var found: [RecordPlace] = []
        try statement.each(values) { row in
            guard let day = Day(row.text(0)) else { throw StoreProblem.refused(detail: "record \(row.text(1))") }
            found.append(RecordPlace(day: day, id: row.text(1)))
        }
        isOver = found.count < portion
        (places, at, portion) = (found, 0, min(portion * 2, 256))
    }
}
