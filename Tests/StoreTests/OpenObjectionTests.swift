import Credit
import Store
import Testing

/// Whether an objection is under way already.
@Suite struct OpenObjectionTests {
    @Test(arguments: EngineKind.allCases)
    func `同一信息、同一理由的异议在办的，可以查到；结案后不再在办`(kind: EngineKind) throws {
        let store = try ObjectionStoreTests.told(kind)
        let (rules, day) = (ObjectionStoreTests.rules([ObjectionStoreTests.year(2026)]), ObjectionStoreTests.day)
        func open(_ record: String, _ ground: ObjectionGround) throws -> [String] {
            try store.ledger.read { try $0.openObjections(to: record, on: ground).map(\.objection.filing.id) }
        }
        #expect(try open("p1", .wrongContent) == [])
        try ObjectionStoreTests.file(store, rules, "OBJ-1", of: "p1", on: day)
        #expect(try open("p1", .wrongContent) == ["OBJ-1"])
        #expect(try open("p1", .other) == [] && open("p2", .wrongContent) == [])
        try ObjectionStoreTests.act(
            store, rules, on: day, { try $0.withdrawing(reason: "撤回", by: ObjectionStoreTests.officer) }, in: "OBJ-1")
        #expect(try open("p1", .wrongContent) == [])
    }
}
