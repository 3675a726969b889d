import Credit
import Proofs

extension Reader {
    /// Whether any row was ever sealed.
    func hasSealedRows() throws -> Bool {
        try transaction.first("SELECT 1 FROM sealed_content LIMIT 1") { _ in true } ?? false
    }

    /// Of these sealed rows those that are not held already, none twice: a file handed in again seals nothing again.
    ///
    /// - Throws: `StoreProblem`.
    public func unheld(_ rows: [SealedRow]) throws -> [SealedRow] {
        guard !rows.isEmpty else { return [] }
        // What came with a batch that was taken back never leaves: it is no reason not to seal the row anew.
        let find = try transaction.statement(
            "SELECT 1 FROM sealed_content JOIN sealed_row ON sealed_row.id = sealed_content.id "
                + "JOIN batch ON batch.id = sealed_row.batch WHERE sealed_content.likeness = ? "
                + "AND batch.state <> 'undone'")
        var seen: Set<[UInt8]> = []
        return try rows.filter { row in
            try seen.insert(row.likeness).inserted && find.first([.bytes(row.likeness)]) { _ in true } == nil
        }
    }

    /// The sealed rows of a kind that wait to leave, of batches that were taken in and not taken back.
    func waitingRows(
        kind: String, again: Bool
    ) throws -> [(id: String, department: String, content: [UInt8])] {
        let left = again ? "" : "AND sealed_row.exported_day IS NULL "
        let query =
            "SELECT sealed_row.id, sealed_row.department, sealed_content.content FROM sealed_row "
            + "JOIN sealed_content ON sealed_content.id = sealed_row.id JOIN batch ON batch.id = sealed_row.batch "
            + "WHERE sealed_row.kind = ? AND sealed_row.deleted_day IS NULL AND batch.state = 'complete' \(left)"
            + "ORDER BY sealed_row.position"
        return try transaction.rows(SQL(text: query, values: [.text(kind)])) { ($0.text(0), $0.text(1), $0.bytes(2)) }
    }

    /// The sealed rows whose day has come or whose batch was taken back, and whether each has left or never will.
    func dueRows(on day: Day) throws -> [(id: String, hasLeft: Bool)] {
        try transaction.rows(
            """
            SELECT sealed_row.id, sealed_row.exported_day, batch.state FROM sealed_row
            JOIN batch ON batch.id = sealed_row.batch WHERE sealed_row.deleted_day IS NULL
            AND (sealed_row.delete_on <= \(day.description) OR batch.state = 'undone') ORDER BY sealed_row.position
            """
        ) { (id: $0.text(0), hasLeft: !$0.isNull(1) || $0.text(2) == "undone") }
    }

    /// 过境统计: how many rows of natural persons are sealed, have left and were deleted, by kind; nothing about whom.
    ///
    /// - Throws: `StoreProblem`.
    public func transitCounts() throws -> [TransitCount] {
        try transaction.rows(
            """
            SELECT kind, SUM(CASE WHEN exported_day IS NULL AND deleted_day IS NULL THEN 1 ELSE 0 END), \
            SUM(CASE WHEN exported_day IS NOT NULL AND deleted_day IS NULL THEN 1 ELSE 0 END), \
            SUM(CASE WHEN deleted_day IS NOT NULL THEN 1 ELSE 0 END), \
            MIN(CASE WHEN deleted_day IS NULL THEN delete_on END) FROM sealed_row GROUP BY kind ORDER BY kind
            """
        ) {
            TransitCount(
                kind: $0.text(0), waiting: $0.integer(1), left: $0.integer(2), deleted: $0.integer(3),
                firstDue: $0.optionalText(4).flatMap { Day($0) })
        }
    }
}

/// 过境统计: how many sealed rows of a kind there are.
public struct TransitCount: Sendable, Equatable {
    /// Code of the kind of record.
    public let kind: String
    /// How many wait to leave.
    public let waiting: Int
    /// How many have left and are still held.
    public let left: Int
    /// How many were deleted; of these a stub is left.
    public let deleted: Int
    /// The first day on which one is to be deleted.
    public let firstDue: Day?

    /// How many sealed rows of a kind there are.
    public init(kind: String, waiting: Int, left: Int, deleted: Int, firstDue: Day?) {
        (self.kind, self.waiting, self.left, self.deleted, self.firstDue) = (kind, waiting, left, deleted, firstDue)
    }
}
