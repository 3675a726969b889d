import Credit

/// 零报告表: zero reports, and the records that came in in spite of them.
struct ZeroTables {
    private let transaction: any Transaction
    /// Department and month of every zero report there is; few, and asked of every record.
    private var known: Set<[String]>

    init(_ transaction: any Transaction) throws {
        self.transaction = transaction
        known = Set(try transaction.rows("SELECT department, month FROM zero_report") { [$0.text(0), $0.text(1)] })
    }

    /// A zero report was handed in.
    mutating func add(_ report: ZeroReport, at position: Int) throws {
        try transaction.run(
            """
            INSERT INTO zero_report (department, month, id, signer, account, officer, standing_in_for, day, position)
            VALUES (\(report.department), \(report.month.description), \(report.id), \(report.signer), \
            \(report.officer.account), \(report.officer.name), \(report.officer.standingInFor), \(report.day.description), \(position))
            """)
        known.insert([report.department, report.month.description])
    }

    /// A record came in; where its month was reported as zero, that is noted.
    func note(_ entry: RecordEntry, at position: Int) throws {
        guard !known.isEmpty, let decided = entry.decided else { return }
        let month = Month(of: decided).description
        guard known.contains([entry.department, month]) else { return }
        try transaction.run(
            """
            INSERT INTO zero_conflict (department, month, record, position)
            VALUES (\(entry.department), \(month), \(entry.id), \(position)) ON CONFLICT DO NOTHING
            """)
    }
}
