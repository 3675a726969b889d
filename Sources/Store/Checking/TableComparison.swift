import Proofs

/// Compares a derived table with the one that the replay made, row by row in the order of its key.
struct TableComparison {
    /// A derived table: its name and how many of its first columns are its key.
    struct Table {
        let name: String
        let columns: [String]
        let keyWidth: Int
        /// Which columns name entries that a row follows from.
        let sources: [Int]
        /// Which column names the subject.
        let subject: Int?

        init(_ name: String, key: [String], _ others: [String]) {
            self.name = name
            let columns = key + others
            self.columns = columns
            keyWidth = key.count
            sources = columns.indices.filter {
                ["position", "first_position", "last_position", "registry", "shortened"].contains(columns[$0])
            }
            subject = name == "subject" ? 0 : columns.firstIndex(of: "subject")
        }

        var query: String {
            let key = columns[..<keyWidth].joined(separator: ", ")
            return "SELECT \(columns.joined(separator: ", ")) FROM \(name) ORDER BY \(key)"
        }

        var lookup: String {
            let key = columns[..<keyWidth].map { "\($0) = ?" }.joined(separator: " AND ")
            return "SELECT \(columns.joined(separator: ", ")) FROM \(name) WHERE \(key)"
        }
    }

    static let derived: [Table] = [
        Table("log_opening", key: ["position"], ["origin", "verifier", "rehearsal", "reason"]),
        Table("rules_adoption", key: ["position"], ["pack", "version", "digest", "from_day"]),
        Table(
            "batch", key: ["id"],
            [
                "kind", "department", "file", "digest", "size", "received", "is_declared", "recorded_day", "state",
                "accepted", "changed", "known", "refused", "persons", "late", "unknown_timeliness", "refusals",
                "first_position", "last_position", "reason", "account", "person", "organ", "standing_in_for",
                "undone_by",
            ]),
        Table("batch_fault", key: ["batch", "rule", "field"], ["cells", "position"]),
        Table(
            "record", key: ["id", "version"],
            [
                "kind", "family", "key", "content", "subject", "department", "batch", "line", "decided", "received",
                "timeliness", "published_until", "reason", "grade", "shortened", "is_trader", "from_day", "until_day",
                "position",
            ]),
        Table(
            "publication_shortening", key: ["position"],
            ["kind", "rule", "from_day", "document", "clause", "is_unverified", "recorded_day", "records"]),
        Table(
            "publication_review", key: ["position"],
            ["pack", "version", "digest", "looked", "ended_earlier", "recorded_day"]),
        Table(
            "subject", key: ["key"],
            [
                "code", "name", "folded", "status", "is_trader", "is_proprietor", "registry", "since", "changed",
                "position",
            ]),
        Table("subject_name", key: ["subject", "folded"], ["name", "kind", "from_day", "until_day"]),
        Table(
            "zero_report", key: ["department", "month"],
            ["id", "signer", "account", "officer", "standing_in_for", "day", "position"]),
        Table("zero_conflict", key: ["department", "month", "record"], ["position"]),
        Table(
            "repair", key: ["id"],
            [
                "record", "subject", "rule", "class", "office", "recogniser", "stage", "turn", "is_open", "filed",
                "first_position", "last_position",
            ]),
        Table("repair_step", key: ["repair", "position"], ["kind", "day"]),
        Table("publication_end", key: ["record", "ground"], ["last_day", "position"]),
        Table("repair_ban", key: ["subject", "repair"], ["until_day", "is_firm", "position"]),
        Table("organisation", key: ["code"], ["level", "founded", "ended", "successor", "paper", "position"]),
        Table("organisation_step", key: ["organisation", "kind", "from_day"], ["value", "paper", "position"]),
        Table("organisation_code", key: ["code", "from_day"], ["organisation", "paper", "position"]),
        Table("account", key: ["id"], ["sign_in", "person", "opened", "closed", "position"]),
        Table("account_post", key: ["account", "from_day"], ["organisation", "paper", "position"]),
        Table("account_duty", key: ["account", "duty", "position"], ["from_day", "until_day", "granted_by"]),
        Table(
            "agent_binding", key: ["agent", "position"],
            ["person", "code", "paper", "from_day", "until_day", "officer", "ended"]),
        Table("account_lock", key: ["account", "position"], ["from_day", "until_day"]),
        Table(
            "authorisation", key: ["id"],
            ["principal", "substitute", "duties", "from_day", "until_day", "paper", "ended", "position"]),
        Table("access_seal", key: ["position"], ["lines", "head"]),
        Table(
            "listing", key: ["id"],
            [
                "list", "organ", "subject", "name", "target", "stage", "turn", "is_open", "opened", "notice_served",
                "answer_count", "answer_unit", "listed_from", "last_day", "review_by", "record", "left_day", "ground",
                "first_position", "last_position",
            ]),
        Table(
            "candidate_row", key: ["id"],
            ["list", "organ", "subject", "name", "key", "content", "batch", "line", "position"]),
        Table("listing_step", key: ["listing", "position"], ["day", "step", "account"]),
        Table(
            "effect", key: ["id"],
            [
                "measure", "nature", "subject", "department", "from_day", "until_day", "lifted_day", "ended_day",
                "outcome",
                "first_position", "last_position",
            ]),
        Table("effect_step", key: ["effect", "position"], ["day", "step", "account"]),
        Table("edge", key: ["node", "base"], ["footing", "position"]),
        Table(
            "case_clock", key: ["case_id", "code"],
            ["organ", "state", "deadline", "missing", "is_of_party", "position"]),
        Table("clock_step", key: ["case_id", "code", "position"], []),
        Table("clock_notice", key: ["position"], ["case_id", "code", "organ", "told"]),
        Table(
            "objection", key: ["id"],
            [
                "record", "subject", "ground", "stage", "turn", "freezes", "filed_day", "closed_day", "keeps_note",
                "position",
            ]),
        Table("objection_step", key: ["id", "position"], []),
        Table(
            "letter", key: ["id"],
            [
                "case_id", "occasion", "organ", "series", "year", "sequence", "number", "title", "addressee", "stage",
                "numbered_day", "way", "served_day", "archive", "first_position", "last_position",
            ]),
        Table("letter_step", key: ["letter", "position"], []),
        Table(
            "commitment", key: ["id"],
            [
                "number", "kind", "matter", "subject", "name", "organ", "stage", "is_public", "made", "missing",
                "record", "first_position", "last_position",
            ]),
        Table("commitment_step", key: ["commitment", "position"], ["day", "step", "account"]),
        Table(
            "key_supervision", key: ["id"],
            [
                "commitment", "record", "subject", "organ", "from_day", "until_day", "released_day", "first_position",
                "last_position",
            ]),
        Table(
            "rectification", key: ["id"],
            ["demand", "record", "subject", "organ", "stage", "opened_day", "closed_day", "meeting", "position"]),
        Table("rectification_step", key: ["id", "position"], []),
        Table("notice", key: ["id"], ["organ", "stage", "is_open", "position"]),
        Table("notice_step", key: ["id", "position"], []),
        Table("revision", key: ["id"], ["record", "version", "ground", "day", "position"]),
        Table(
            "erasure", key: ["record"],
            [
                "id", "kind", "department", "ground", "was_public", "organ", "number", "paper_day", "basis", "reason",
                "day", "position",
            ]),
        Table(
            "sealed_row", key: ["id"],
            [
                "batch", "kind", "department", "commitment", "sealed_day", "delete_on", "exported_day", "deleted_day",
                "position",
            ]),
        Table("erased_entry", key: ["place"], ["position"]),
        Table("erased_letter", key: ["organ", "series", "year", "sequence"], ["number", "place", "position"]),
        Table("batch_sample", key: ["id"], ["batch", "department", "first_position", "last_position"]),
    ]

    let table: Table
    let findings: FindingList
    /// Rows that follow from these entries are not named: the entry was, and it is why they differ.
    let suspects: Set<Int>
    /// So are rows about the subjects of such entries.
    let subjects: Set<String>
    /// What the digests of both tables are made with; nobody knew it before.
    let key: Salt

    /// Compares the tables; where they differ, says in which rows. How many rows there were.
    func compare(stored: any Transaction, replayed: any Transaction) throws -> Int {
        let right = try TableDigest(of: table, in: replayed, key: key)
        // One that cannot be read is gone through row by row, to say which rows can be.
        if let found = try? TableDigest(of: table, in: stored, key: key), found == right { return right.rows }
        return try compareRows(stored: stored, replayed: replayed)
    }

    /// Goes through the replayed table and looks each row up in the stored one, then the other way round for what is
    /// too many; how many rows there were.
    private func compareRows(stored: any Transaction, replayed: any Transaction) throws -> Int {
        let lookup = try stored.statement(table.lookup)
        var count = 0
        var missing = 0
        try replayed.statement(table.query).each([]) { row in
            count += 1
            let key = (0..<table.keyWidth).map { row.value($0) }
            let found: Bool?
            do {
                found = try lookup.first(key) { differing in
                    try report(row, differing)
                    return true
                }
            } catch let problem as StoreProblem {
                missing += 1
                findings.add(
                    table.name, text(key), "无法读取：\(problem.chinese)", "cannot be read: \(problem.english)")
                return
            }
            if found == nil {
                missing += 1
                if !isSuspect(row) {
                    findings.add(table.name, text(key), "缺少此行，已被删除", "the row is missing: deleted")
                }
            }
        }
        // Nothing missing and as many rows as there must be: then there are no others.
        let counted = try? stored.first(SQL(text: "SELECT COUNT(*) FROM \(table.name)", values: [])) { $0.integer(0) }
        if missing > 0 || counted != count { try findAdded(stored: stored, replayed: replayed) }
        return count
    }

    private func report(_ right: any Row, _ found: any Row) throws {
        for column in table.keyWidth..<table.columns.count {
            let (is_, was) = (found.value(column), right.value(column))
            if is_ == was || isSuspect(right) { continue }
            let key = text((0..<table.keyWidth).map { right.value($0) })
            findings.add(
                table.name, key, "“\(table.columns[column])”为 \(is_)，按日志应为 \(was)",
                "“\(table.columns[column])” is \(is_), by the log it is \(was)")
        }
    }

    private func findAdded(stored: any Transaction, replayed: any Transaction) throws {
        let lookup = try replayed.statement(table.lookup)
        do {
            try stored.statement(table.query).each([]) { row in
                let values = (0..<table.keyWidth).map { row.value($0) }
                if try lookup.first(values, { _ in true }) == nil, !isSuspect(row) {
                    findings.add(
                        table.name, text(values), "日志中没有此行，是后来加入的", "the log knows no such row: it was added")
                }
            }
        } catch let problem as StoreProblem {
            findings.add(table.name, "-", "无法读取：\(problem.chinese)", "cannot be read: \(problem.english)")
        }
    }

    private func isSuspect(_ row: any Row) -> Bool {
        if suspects.isEmpty { return false }
        return table.sources.contains { suspects.contains(row.integer($0)) && !row.isNull($0) }
            || table.subject.map { subjects.contains(row.text($0)) } ?? false
    }

    private func text(_ key: [SQLValue]) -> String {
        key.map { value in
            if case .text(let text) = value { text } else { value.description }
        }.joined(separator: "/")
    }
}
