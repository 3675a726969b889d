import Credit

extension Reader {
    /// Versions of records of a kind whose publication runs on a day, in the order of their ids; versions that are not
    /// held now too, since an undone batch may bring them back.
    ///
    /// - Parameter place: the one they come after; nil for the first.
    /// - Throws: `StoreProblem`.
    public func runningPublications(
        kind: String, on day: Day, after place: RunningPublication?, limit: Int
    ) throws -> [RunningPublication] {
        let statement = try transaction.statement(
            """
            SELECT id, version, decided, received, grade, published_until FROM record
            WHERE (id, version) > (?, ?) AND kind = ? AND published_until >= ? ORDER BY id, version LIMIT ?
            """)
        var found: [RunningPublication] = []
        found.reserveCapacity(limit)
        let values: [SQLValue] = [
            .text(place?.id ?? ""), .integer(place?.version ?? 0), .text(kind), .text(day.description), .integer(limit),
        ]
        try statement.each(values) { row in
            let grade = row.optionalText(4)
            let known = grade.flatMap { OffenceGrade(rawValue: $0) }
            guard let received = Day(row.text(3)), let until = Day(row.text(5)), (known == nil) == (grade == nil) else {
                throw StoreProblem.refused(detail: "record \(row.text(0))")
            }
            found.append(
                RunningPublication(
                    id: row.text(0), version: row.integer(1), decided: row.optionalText(2).flatMap { Day($0) },
                    received: received, grade: known, until: until))
        }
        return found
    }

    /// Whether other rules came into use and the publications that ran were not looked through to the end since. The
    /// first rules of a store find nothing that came before them.
    ///
    /// - Throws: `StoreProblem`.
    public func isReviewPending() throws -> Bool {
        try transaction.first(
            """
            SELECT COUNT(*) > 1 AND MAX(position) > COALESCE((SELECT MAX(position) FROM publication_review), -1)
            FROM rules_adoption
            """
        ) { $0.truth(0) } ?? false
    }
}

extension StoredRecord {
    /// What shortened a publication, where something did.
    static let shorteningColumns =
        "record.shortened, record.published_until, publication_shortening.rule, publication_shortening.from_day, "
        + "publication_shortening.document, publication_shortening.clause, publication_shortening.is_unverified, "
        + "publication_shortening.recorded_day"

    /// An entry as it is published now: with what shortened it, read from the columns that begin at `column`.
    static func shortened(_ entry: RecordEntry, _ row: any Row, at column: Int) throws -> RecordEntry {
        guard !row.isNull(column) else { return entry }
        guard let last = Day(row.text(column + 1)), let from = Day(row.text(column + 3)),
            let recorded = Day(row.text(column + 7))
        else { throw StoreProblem.refused(detail: "record \(entry.id)") }
        let source = Source(
            document: row.text(column + 4), clause: row.optionalText(column + 5),
            mark: row.truth(column + 6) ? .unverified : .verified)
        return entry.published(
            entry.publication.shortened(
                to: last,
                by: Publication.Shortening(
                    rule: row.text(column + 2), from: from, source: source, recorded: recorded,
                    position: row.integer(column))))
    }
}
