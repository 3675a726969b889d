extension Reader {
    /// Whether the store is live and has taken in a file on the day it was handed in: then no day of receipt can be
    /// declared any more.
    ///
    /// - Throws: `StoreProblem`.
    public func hasLiveBatch() throws -> Bool {
        guard let opening = try opening(), !opening.isRehearsal else { return false }
        return try transaction.first("SELECT 1 FROM batch WHERE is_declared = 0 LIMIT 1") { _ in true } ?? false
    }
}
