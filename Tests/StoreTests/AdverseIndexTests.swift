import Credit
@testable import Store
import Testing

/// 最短公示期届满提示: what it costs must not grow with the city.
@Suite struct AdverseIndexTests {
    /// A desk asks this at every look at its queue: it must not cost more with every record of the city.
    @Test func `what was decided on a day is read from one index of what is adverse`() throws {
        let store = try TestStore(.sqlite)
        let adverse = RecordFamily.allCases.filter(\.isAdverse).map { "'\($0.rawValue)'" }.joined(separator: ", ")
        #expect(Reader.adverseDecided.contains("family IN (\(adverse))"))
        try store.ledger.engine.read { transaction in
            let plan = try transaction.rows(
                SQL(
                    text: "EXPLAIN QUERY PLAN " + Reader.adverseDecided,
                    values: [.text("2026-01-01"), .text("2026-02-01")])
            ) { $0.text(3) }
            #expect(plan.count == 1 && plan[0].contains("USING INDEX record_adverse"), "\(plan)")
        }
    }
}
