import Proofs
import Store
import StoreSQLite
import Testing

@testable import Credit

/// 公示终止以后: what has ended comes back only as law lets it (R6), on a real store.
@Suite struct RevivalTests {
    static let (before, after) = (ShorteningTests.before, ShorteningTests.after)
    static let clerk = Officer(account: "a1", name: "甲", organ: "development-reform")
    static let second = Officer(account: "a2", name: "乙", organ: "development-reform")
    static let bureau = Officer(account: "b1", name: "丙", organ: "market-regulation")

    static func rules(isNew: Bool) -> Rules {
        var rules = ShorteningTests.rules(isNew: isNew)
        PublicationStory.addRepair(to: &rules)
        return rules
    }

    static func shown(_ id: String, _ store: TestStore, on day: Day) throws -> Bool {
        try store.ledger.read { try $0.record(id, on: day)?.entry.publication.isPublished(on: day) ?? false }
    }

    static func act(_ store: TestStore, on day: Day, _ make: (Repair, RepairedRecord) throws -> RepairEvent) throws {
        try store.ledger.record(at: Instant(day: day, hour: 10)) { reader in
            let repair = try #require(try reader.repair("RPR-1")).repair
            let stored = try #require(try reader.record(repair.filing.record, on: day))
            return [.repair(try make(repair, RepairedRecord(stored)))]
        }
    }

    /// The penalty `young`, published for three years by the old rule, with a case about it.
    static func filed(_ kind: EngineKind, ruling: RepairPaper? = nil) throws -> TestStore {
        let store = try ShorteningTests.told(kind)
        try store.ledger.record(at: Instant(day: before, hour: 10)) { reader in
            let stored = try #require(try reader.record("young", on: before))
            return [
                .repair(
                    try Repair.filing(
                        "RPR-1", of: RepairedRecord(stored),
                        RepairApplication(repairClass: "general", files: [], ruling: ruling),
                        under: rules(isNew: false), open: nil, ban: nil, by: .window(clerk), on: before))
            ]
        }
        return store
    }

    @Test(arguments: EngineKind.allCases)
    func `修复期间新规则启用的，撤销修复后的公示按新规则计算`(kind: EngineKind) throws {
        let store = try Self.filed(kind)
        let old = Self.rules(isNew: false)
        try Self.act(store, on: Self.before) { repair, _ in
            try repair.completing(confirmed: [], under: old.repairs[0], by: Self.clerk, on: Self.before)
        }
        try Self.act(store, on: Self.before) { repair, _ in
            try repair.forwarding(nil, by: Self.second, on: Self.before)
        }
        let paper = try #require(RepairPaper(organ: "机关", number: "1号", date: Self.before))
        try Self.act(store, on: Self.before) { repair, _ in
            try repair.deciding(grants: true, paper, reason: nil, by: Self.bureau, on: Self.before)
        }
        try Self.act(store, on: Self.before) { repair, record in
            try repair.approved().executing(record, effects: [], by: Self.second, on: Self.before)
        }
        // What is not published is not looked through.
        try ShorteningTests.adopt(store)
        try Self.act(store, on: Self.after) { repair, record in
            try repair.revoking(
                record, paper, reason: "材料虚假", under: Self.rules(isNew: true), by: Self.clerk, on: Self.after)
        }
        #expect(try Self.shown("young", store, on: Self.after))
        #expect(try ShorteningTests.last("young", in: store) == .until(Day("2027-10-01")!))
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `屏蔽期间新规则启用的，解除屏蔽后的公示按新规则计算`(kind: EngineKind) throws {
        let ruling = try #require(RepairPaper(organ: "法院", number: "1号", date: Self.before))
        let store = try Self.filed(kind, ruling: ruling)
        try Self.act(store, on: Self.before) { repair, record in
            try repair.shielding(record, by: Self.second, on: Self.before)
        }
        try ShorteningTests.adopt(store)
        try Self.act(store, on: Self.after) { repair, record in
            try repair.unshielding(record, ruling, under: Self.rules(isNew: true), by: Self.clerk, on: Self.after)
        }
        #expect(try ShorteningTests.last("young", in: store) == .until(Day("2027-10-01")!))
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases, [true, false])
    func `异议成立而终止或者撤回公示的，重新报送和整批撤销都不恢复公示`(kind: EngineKind, withdraws: Bool) throws {
        let store = try ShorteningTests.told(kind)
        try store.record([
            Story.received("b2"),
            ShorteningTests.penalty("young", "2026-10-01", until: "2029-10-01", version: 2, batch: "b2"),
        ])
        let day = Self.before + 3
        let correction = withdraws ? ObjectionDecision.Correction.withdrawal : .end(lastDay: day + -1)
        try store.ledger.record(at: Instant(day: day, hour: 9)) { reader in
            try PublicationStory.objection("OBJ-1", to: "young", correction, on: day, in: reader)
        }
        #expect(try !Self.shown("young", store, on: day))
        try store.record([Story.undone("b2")], on: day + 1)
        #expect(try store.ledger.read { try $0.record("young", on: day + 1)?.entry.version } == 1)
        #expect(try !Self.shown("young", store, on: day + 1))
        try store.record(
            [
                Story.received("b3"),
                ShorteningTests.penalty("young", "2026-10-01", until: "2029-10-01", version: 5, batch: "b3"),
            ], on: day + 2)
        #expect(try !Self.shown("young", store, on: day + 2))
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `登记为个体工商户的，代码看不出来也按个体工商户办理`(kind: EngineKind) throws {
        let store = try ShorteningTests.told(kind)
        try store.record([
            Story.received("b2"),
            SoleTraderTests.entry("g1", "reg:640500100000016", family: .registry, batch: "b2", trade: .soleTrader),
        ])
        let record = try store.ledger.read { RepairedRecord(try #require(try $0.record("young", on: Self.before))) }
        #expect(record.isSoleTrader)
        #expect(throws: RepairProblem.notForTraders("R1")) {
            try Repair.filing(
                "RPR-1", of: record, RepairApplication(repairClass: "general", files: []),
                under: Self.rules(isNew: false), open: nil, ban: nil, by: .window(Self.clerk), on: Self.before)
        }
        let reached = try store.ledger.read {
            try $0.records(minimumReachedOn: Self.before, under: Self.rules(isNew: false), limit: 9)
        }
        #expect(reached.allSatisfy { $0.record.isSoleTrader })
    }
}
