import Credit

extension Reader {
    /// The zero reports of some months, with what has come in in spite of them.
    ///
    /// - Parameter department: only of this one; nil for all.
    /// - Throws: `StoreProblem`.
    public func zeroReports(
        from first: Month, through last: Month, department: String? = nil
    ) throws -> [StandingZeroReport] {
        let statement = try transaction.statement(
            """
            SELECT department, month, signer, account, officer, standing_in_for, day, position, \
            (SELECT COUNT(*) FROM zero_conflict JOIN record ON record.id = zero_conflict.record \
            WHERE zero_conflict.department = zero_report.department AND zero_conflict.month = zero_report.month \
            AND record.until_day = '9999-12-31'), id
            FROM zero_report WHERE month >= ? AND month <= ?\(department == nil ? "" : " AND department = ?")
            ORDER BY department, month
            """)
        var reports: [StandingZeroReport] = []
        let months: [SQLValue] = [.text(first.description), .text(last.description)]
        try statement.each(months + (department.map { [.text($0)] } ?? [])) { row in
            guard let month = Month(row.text(1)), let day = Day(row.text(6)) else { return }
            let officer = Officer(
                account: row.text(3), name: row.text(4), organ: row.text(0), standingInFor: row.optionalText(5))
            let report = ZeroReport(
                id: row.text(9), department: row.text(0), month: month, signer: row.text(2), officer: officer, day: day)
            reports.append(StandingZeroReport(report: report, position: row.integer(7), concealed: row.integer(8)))
        }
        return reports
    }

    /// The zero report of an id; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func zeroReport(_ id: String) throws -> StandingZeroReport? {
        let place = try transaction.first("SELECT department, month FROM zero_report WHERE id = \(id)") {
            (department: $0.text(0), month: Month($0.text(1)))
        }
        guard let place, let month = place.month else { return nil }
        return try zeroReports(from: month, through: month, department: place.department).first
    }

    /// How many decisions of a month a department has handed in that are still held: read from the stretches of the log
    /// of its batches since then, which for one department are few.
    ///
    /// - Throws: `StoreProblem`.
    public func heldDecisions(of department: String, in month: Month) throws -> Int {
        let stretches = try transaction.rows(
            """
            SELECT first_position, last_position FROM batch WHERE department = \(department) AND \
            received >= \(month.first.description) AND state = 'complete' AND accepted + changed > 0
            """
        ) { (first: $0.integer(0), last: $0.integer(1)) }
        let bodies = try transaction.statement(
            "SELECT body FROM entry WHERE position > ? AND position < ? AND class = ? AND body IS NOT NULL")
        let held = try transaction.statement(
            "SELECT version FROM record WHERE id = ? AND until_day = '9999-12-31' AND department = ?")
        var found: Set<String> = []
        for stretch in stretches {
            try bodies.each([.integer(stretch.first), .integer(stretch.last), .text(RecordEntry.eventClass)]) { row in
                guard case .record(let entry)? = try? Event(body: row.bytes(0)), entry.department == department,
                    let decided = entry.decided, Month(of: decided) == month
                else { return }
                found.insert(entry.id)
            }
        }
        return try found.count { try held.first([.text($0), .text(department)], { $0.integer(0) }) != nil }
    }
}
