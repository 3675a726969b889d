import Credit

/// 批次情况: a file handed in and what came of it so far.
public struct StoredBatch: Sendable, Equatable {
    /// How far a batch has come.
    public enum State: String, Sendable {
        /// Being taken in, or stopped on the way.
        case open
        /// Taken in to its end.
        case complete
        /// Taken back as a whole.
        case undone
    }

    /// The file as it was handed in.
    public let submission: Submission
    /// The day on which that was recorded.
    public let recorded: Day
    /// How far it has come.
    public let state: State
    /// What came of its rows; all zero while it is open.
    public let counts: RowCounts
    /// Position of its first event in the log.
    public let firstPosition: Int
    /// Position of the event that closed it.
    public let lastPosition: Int?
    /// Why it was undone.
    public let reason: String?
    /// Account of the officer who undid it; nil where it was not undone, or by command.
    public let undoneBy: String?

    fileprivate static let query =
        "SELECT id, kind, department, file, digest, size, received, is_declared, recorded_day, state, accepted, "
        + "changed, known, refused, persons, late, unknown_timeliness, first_position, last_position, reason, account, "
        + "person, organ, standing_in_for, undone_by FROM batch "

    fileprivate init(_ row: any Row) throws {
        guard let state = State(rawValue: row.text(9)), let received = Day(row.text(6)),
            let recorded = Day(row.text(8))
        else { throw StoreProblem.brokenLog(position: row.integer(17), detail: "batch \(row.text(0))") }
        self.state = state
        self.recorded = recorded
        submission = Submission(
            batch: row.text(0), kind: row.text(1), department: row.text(2), file: row.text(3), digest: row.text(4),
            size: row.integer(5), received: received, isDeclared: row.truth(7),
            by: row.optionalText(20).map {
                Officer(account: $0, name: row.text(21), organ: row.text(22), standingInFor: row.optionalText(23))
            })
        counts = RowCounts(
            accepted: row.integer(10), changed: row.integer(11), known: row.integer(12), refused: row.integer(13),
            persons: row.integer(14), late: row.integer(15), unknownTimeliness: row.integer(16))
        firstPosition = row.integer(17)
        lastPosition = row.optionalInteger(18)
        reason = row.optionalText(19)
        undoneBy = row.optionalText(24)
    }
}

extension Reader {
    /// A batch by its id.
    ///
    /// - Throws: `StoreProblem`.
    public func batch(_ id: String) throws -> StoredBatch? {
        try transaction.statement(StoredBatch.query + "WHERE id = ?").first([.text(id)]) { try StoredBatch($0) }
    }

    /// The batches in which a file of this content was handed in, oldest first.
    ///
    /// - Throws: `StoreProblem`.
    public func batches(digest: String) throws -> [StoredBatch] {
        var batches: [StoredBatch] = []
        try transaction.statement(StoredBatch.query + "WHERE digest = ? ORDER BY first_position")
            .each([.text(digest)]) { batches.append(try StoredBatch($0)) }
        return batches
    }

    /// The newest batches, newest first.
    ///
    /// - Throws: `StoreProblem`.
    public func batches(limit: Int) throws -> [StoredBatch] {
        var batches: [StoredBatch] = []
        try transaction.statement(StoredBatch.query + "ORDER BY first_position DESC LIMIT ?")
            .each([.integer(limit)]) { batches.append(try StoredBatch($0)) }
        return batches
    }

    /// The batches of some departments, newest first.
    ///
    /// - Parameter position: only those whose first entry stands before this place of the log; nil for all.
    /// - Throws: `StoreProblem`.
    public func batches(of departments: [String], before position: Int?, limit: Int) throws -> [StoredBatch] {
        guard !departments.isEmpty else { return [] }
        let places = departments.map { _ in "?" }.joined(separator: ", ")
        var batches: [StoredBatch] = []
        try transaction.statement(
            StoredBatch.query
                + "WHERE department IN (\(places)) AND first_position < ? ORDER BY first_position DESC LIMIT ?"
        ).each(departments.map { .text($0) } + [.integer(position ?? .max), .integer(limit)]) {
            batches.append(try StoredBatch($0))
        }
        return batches
    }

    /// 报送人回避: the accounts in whose name a record was handed in, in any of its versions: of the officers of its
    /// batches, and of whoever acted in the listing of our own that published it. A batch that came by command names no
    /// officer, and gives none here.
    ///
    /// - Throws: `StoreProblem`.
    public func handedIn(_ record: String) throws -> Set<String> {
        let batches = try transaction.rows(
            """
            SELECT DISTINCT batch.account, batch.standing_in_for FROM record JOIN batch ON batch.id = record.batch
            WHERE record.id = \(record) AND batch.account IS NOT NULL
            """
        ) { [$0.text(0), $0.optionalText(1)].compactMap(\.self) }
        let listings = try transaction.rows(
            """
            SELECT DISTINCT listing_step.account FROM listing JOIN listing_step ON listing_step.listing = listing.id
            WHERE listing.record = \(record)
            """
        ) { $0.text(0) }
        return Set(batches.flatMap(\.self)).union(listings)
    }

    /// The last day on which a batch of each kind came in that was not undone.
    ///
    /// - Throws: `StoreProblem`.
    public func lastReceived() throws -> [String: Day] {
        let rows = try transaction.rows(
            "SELECT kind, MAX(received) FROM batch WHERE state <> 'undone' GROUP BY kind"
        ) { ($0.text(0), Day($0.text(1))) }
        // What our own listings published came in by no file.
        let own = try transaction.rows(
            """
            SELECT record.kind, MAX(record.received) FROM listing JOIN record ON record.id = listing.record
            GROUP BY record.kind
            """
        ) { ($0.text(0), Day($0.text(1))) }
        var days: [String: Day] = [:]
        for (kind, day) in own { days[kind] = day }
        for (kind, day) in rows { days[kind] = [days[kind], day].compactMap { $0 }.max() }
        return days
    }

    /// How far the import of a batch has come; nil where it is closed or was never begun.
    ///
    /// - Throws: `StoreProblem`.
    public func progress(of batch: String) throws -> ImportProgress? {
        try transaction.first(
            """
            SELECT batch, rows_done, refusals_done, refusal_digest, accepted, changed, known, refused, persons, late, \
            unknown_timeliness, state FROM import_progress WHERE batch = \(batch)
            """
        ) {
            ImportProgress(
                batch: $0.text(0), rowsDone: $0.integer(1), refusalsDone: $0.integer(2),
                refusalDigest: RefusalDigest(bytes: $0.bytes(3)),
                counts: RowCounts(
                    accepted: $0.integer(4), changed: $0.integer(5), known: $0.integer(6), refused: $0.integer(7),
                    persons: $0.integer(8), late: $0.integer(9), unknownTimeliness: $0.integer(10)),
                state: $0.bytes(11))
        }
    }

    /// Hands the refusals of a batch to `body`, in order.
    ///
    /// - Throws: `StoreProblem`, or what `body` throws.
    public func refusals(of batch: String, _ body: (Refusal) throws -> Void) throws {
        let statement = try transaction.statement(
            "SELECT batch, ordinal, sheet, line, body FROM refusal WHERE batch = ? ORDER BY ordinal")
        try statement.each([.text(batch)]) { row in
            try body(
                Refusal(
                    batch: row.text(0), ordinal: row.integer(1), sheet: row.text(2), line: row.integer(3),
                    body: row.bytes(4)))
        }
    }

    /// Which fields a department means by headings of its own, for a kind.
    ///
    /// - Throws: `StoreProblem`.
    public func headings(department: String, kind: String) throws -> [HeadingChoice] {
        try transaction.rows(
            """
            SELECT heading, field FROM heading_map WHERE department = \(department) AND kind = \(kind) ORDER BY heading
            """
        ) { HeadingChoice(department: department, kind: kind, heading: $0.text(0), field: $0.text(1)) }
    }
}
