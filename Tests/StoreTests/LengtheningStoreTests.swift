import Credit
import Store
import Testing

/// 延长 in the store.
@Suite struct LengtheningStoreTests {
    @Test(arguments: EngineKind.allCases)
    func `延长经两人批准后，列出待告知`(kind: EngineKind) throws {
        let store = try ObjectionStoreTests.told(kind)
        let rules = ObjectionStoreTests.rules([ObjectionStoreTests.year(2026), ObjectionStoreTests.year(2027)])
        let (calendar, key) = (
            WorkingCalendar(rules.calendar), ClockKey(caseID: "OBJ-1", code: "objection-checked")
        )
        try ObjectionStoreTests.file(store, rules, "OBJ-1", of: "p1", on: ObjectionStoreTests.day)
        let last = try #require(try store.ledger.read { try $0.timer(key)?.told.day })
        func act(_ make: @escaping (CaseTimer) throws -> ClockEvent) throws {
            try store.ledger.record(at: Instant(day: ObjectionStoreTests.day + 1, hour: 9)) { reader in
                [.clock(try make(try #require(try reader.timer(key))))]
            }
        }
        try act {
            try $0.asking(
                until: last + 1, reason: "案情复杂", by: ObjectionStoreTests.officer, on: ObjectionStoreTests.day + 1,
                in: calendar)
        }
        #expect(try store.ledger.read { try $0.clockNotices() }.isEmpty)
        #expect(throws: ClockProblem.sameOfficer) {
            try act { try $0.agreeing(by: ObjectionStoreTests.officer, on: ObjectionStoreTests.day + 1, in: calendar) }
        }
        try act { try $0.agreeing(by: ObjectionStoreTests.other, on: ObjectionStoreTests.day + 1, in: calendar) }
        let notice = try #require(try store.ledger.read { try $0.clockNotices(of: "development-reform") }.first)
        #expect(notice.key == key && notice.from == .on(last) && notice.to == .on(last + 1))
        #expect(try store.ledger.read { try $0.timer(key)?.told } == .on(last + 1))
        #expect(try store.verify().findings == [])
    }
}
