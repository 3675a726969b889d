import Credit

extension Reader {
    /// What the departments handed in, by department, month of receipt and kind.
    ///
    /// - Parameter department: only this one; nil for all.
    /// - Throws: `StoreProblem`.
    public func submittedMonths(
        from first: Month, through last: Month, department: String?
    ) throws -> [SubmittedMonth] {
        let statement = try transaction.statement(
            """
            SELECT department, SUBSTR(received, 1, 7), kind, \
            SUM(CASE state WHEN 'complete' THEN 1 ELSE 0 END), SUM(CASE state WHEN 'open' THEN 1 ELSE 0 END), \
            SUM(CASE state WHEN 'undone' THEN 1 ELSE 0 END), \
            SUM(CASE state WHEN 'complete' THEN accepted ELSE 0 END), \
            SUM(CASE state WHEN 'complete' THEN changed ELSE 0 END), \
            SUM(CASE state WHEN 'complete' THEN known ELSE 0 END), \
            SUM(CASE state WHEN 'complete' THEN refused ELSE 0 END), \
            SUM(CASE state WHEN 'complete' THEN persons ELSE 0 END), \
            SUM(CASE state WHEN 'complete' THEN late ELSE 0 END), \
            SUM(CASE state WHEN 'complete' THEN unknown_timeliness ELSE 0 END)
            FROM batch WHERE received >= ? AND received <= ?\(department == nil ? "" : " AND department = ?")
            GROUP BY department, SUBSTR(received, 1, 7), kind ORDER BY department, SUBSTR(received, 1, 7), kind
            """)
        var months: [SubmittedMonth] = []
        try statement.each(Reader.values(first.first, last.last, department)) { row in
            guard let month = Month(row.text(1)) else { return }
            months.append(
                SubmittedMonth(
                    department: row.text(0), month: month, kind: row.text(2), files: row.integer(3),
                    openFiles: row.integer(4), undoneFiles: row.integer(5),
                    counts: RowCounts(
                        accepted: row.integer(6), changed: row.integer(7), known: row.integer(8),
                        refused: row.integer(9), persons: row.integer(10), late: row.integer(11),
                        unknownTimeliness: row.integer(12))))
        }
        return months
    }

    /// The earliest day on which a file came in; nil before the first.
    ///
    /// - Throws: `StoreProblem`.
    public func firstReceived() throws -> Day? {
        try transaction.first("SELECT received FROM batch ORDER BY received LIMIT 1") { Day($0.text(0)) } ?? nil
    }

    /// The files that came in in a month, in the order of the log.
    ///
    /// - Parameters:
    ///   - department: only of this one; nil for all.
    ///   - position: only those that were opened after this position of the log.
    /// - Throws: `StoreProblem`.
    public func batchLines(
        in month: Month, department: String?, after position: Int, limit: Int
    ) throws -> [BatchLine] {
        let statement = try transaction.statement(
            """
            SELECT id, department, kind, file, received, is_declared, state, accepted, changed, known, refused, \
            persons, late, unknown_timeliness, first_position FROM batch
            WHERE received >= ? AND received <= ?\(department == nil ? "" : " AND department = ?") \
            AND first_position > ? ORDER BY first_position LIMIT ?
            """)
        var lines: [BatchLine] = []
        let values = Reader.values(month.first, month.last, department) + [.integer(position), .integer(limit)]
        try statement.each(values) { row in
            guard let received = Day(row.text(4)), let state = BatchLine.State(rawValue: row.text(6)) else {
                throw StoreProblem.brokenLog(position: row.integer(14), detail: "batch \(row.text(0))")
            }
            lines.append(
                BatchLine(
                    id: row.text(0), department: row.text(1), kind: row.text(2), file: row.text(3),
                    received: received, isDeclared: row.truth(5), state: state,
                    counts: RowCounts(
                        accepted: row.integer(7), changed: row.integer(8), known: row.integer(9),
                        refused: row.integer(10), persons: row.integer(11), late: row.integer(12),
                        unknownTimeliness: row.integer(13)),
                    position: row.integer(14)))
        }
        return lines
    }

    /// What was wrong with the rows of the files that came in in a month, by kind, rule and field.
    ///
    /// - Parameter department: only of this one; nil for all.
    /// - Throws: `StoreProblem`.
    public func faultTallies(in month: Month, department: String?) throws -> [FaultTally] {
        let statement = try transaction.statement(
            """
            SELECT batch.kind, batch_fault.rule, batch_fault.field, SUM(batch_fault.cells)
            FROM batch JOIN batch_fault ON batch_fault.batch = batch.id
            WHERE batch.received >= ? AND batch.received <= ?\(department == nil ? "" : " AND batch.department = ?") \
            AND batch.state = 'complete'
            GROUP BY batch.kind, batch_fault.rule, batch_fault.field
            ORDER BY SUM(batch_fault.cells) DESC, batch.kind, batch_fault.rule, batch_fault.field
            """)
        var tallies: [FaultTally] = []
        try statement.each(Reader.values(month.first, month.last, department)) { row in
            tallies.append(
                FaultTally(
                    kind: row.text(0), fault: .init(rule: row.text(1), field: row.text(2)), cells: row.integer(3)))
        }
        return tallies
    }

    /// The faults of one batch.
    ///
    /// - Throws: `StoreProblem`.
    public func faults(of batch: String) throws -> [(fault: FaultCounts.Fault, cells: Int)] {
        try transaction.rows("SELECT rule, field, cells FROM batch_fault WHERE batch = \(batch) ORDER BY rule, field") {
            (fault: FaultCounts.Fault(rule: $0.text(0), field: $0.text(1)), cells: $0.integer(2))
        }
    }

    /// Some of the refusals of a batch, in their order.
    ///
    /// - Parameter ordinal: only those after this one; -1 for all.
    /// - Throws: `StoreProblem`.
    public func refusals(of batch: String, after ordinal: Int, limit: Int) throws -> [Refusal] {
        try transaction.rows(
            """
            SELECT ordinal, sheet, line, body FROM refusal WHERE batch = \(batch) AND ordinal > \(ordinal) \
            ORDER BY ordinal LIMIT \(limit)
            """
        ) {
            Refusal(batch: batch, ordinal: $0.integer(0), sheet: $0.text(1), line: $0.integer(2), body: $0.bytes(3))
        }
    }

    private static func values(_ first: Day, _ last: Day, _ department: String?) -> [SQLValue] {
        let days: [SQLValue] = [.text(first.description), .text(last.description)]
        return days + (department.map { [.text($0)] } ?? [])
    }
}
