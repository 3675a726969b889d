import Credit
import Proofs

/// 读取: looks at one consistent state of the store; its methods stand beside the capabilities they read.
///
/// It is good inside `Ledger.read` and inside the decision of `Ledger.record` only.
public struct Reader {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    /// How many entries the log has.
    ///
    /// - Throws: `StoreProblem`.
    public func treeSize() throws -> Int {
        try transaction.first("SELECT position FROM entry ORDER BY position DESC LIMIT 1") { $0.integer(0) + 1 } ?? 0
    }

    /// When the last entry was made; nil for an empty log.
    ///
    /// - Throws: `StoreProblem`.
    public func lastInstant() throws -> Instant? {
        try transaction.first("SELECT instant FROM entry ORDER BY position DESC LIMIT 1") { Instant($0.text(0)) } ?? nil
    }

    /// What the log is called and signed with; nil for an empty log.
    ///
    /// - Throws: `StoreProblem`.
    public func opening() throws -> LogOpening? {
        try transaction.first(
            "SELECT origin, verifier, rehearsal, reason FROM log_opening ORDER BY position DESC LIMIT 1"
        ) {
            LogOpening(
                origin: $0.text(0), verifier: $0.text(1), isRehearsal: $0.truth(2), reason: $0.optionalText(3))
        }
    }

    /// The rules last taken into use; nil before the first.
    ///
    /// - Throws: `StoreProblem`.
    public func rulesInUse() throws -> RulesAdoption? {
        try transaction.first("SELECT pack, version, digest FROM rules_adoption ORDER BY position DESC LIMIT 1") {
            RulesAdoption(pack: $0.text(0), version: $0.text(1), digest: $0.text(2))
        }
    }

    /// The events from a position on, in order, with the day on which each was recorded; an entry of the log about
    /// itself is left out.
    ///
    /// - Throws: `StoreProblem.unknownEvent` (STORE-119) for content that this program does not know.
    public func events(
        from position: Int, limit: Int, _ body: (_ position: Int, _ day: Day, _ event: Event) throws -> Void
    ) throws {
        let statement = try transaction.statement(
            "SELECT position, instant, class, body FROM entry WHERE position >= ? AND body IS NOT NULL "
                + "ORDER BY position LIMIT ?")
        try statement.each([.integer(position), .integer(limit)]) { row in
            guard let instant = Instant(row.text(1)),
                let event = try? LoggedEvent(body: row.bytes(3), eventClass: row.text(2))
            else { throw StoreProblem.unknownEvent(position: row.integer(0)) }
            if case .event(let event) = event { try body(row.integer(0), instant.day, event) }
        }
    }
}
