import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Testing

/// 信用修复 through the real store: what ends is given back by no channel, and nothing else ends.
@Suite struct RepairStoreTests {
    private static let office = "office"
    private static let clerk = Officer(account: "a1", name: "甲", organ: office)
    private static let second = Officer(account: "a2", name: "乙", organ: office)
    private static let bureau = Officer(account: "b1", name: "丙", organ: "market-regulation")
    private static let source = Source(document: "规则")
    private static let day = TestStore.firstDay

    private static let rules = rules(minimum: 1)

    private static func rules(minimum: Int) -> Rules {
        var rules = Rules(code: "t", name: Label("试", "trial"), version: "1", digest: "", region: "640500")
        rules.repairs = Register([
            RepairRule(
                code: "r1", name: Label("R1", "R1"), from: Day("2026-04-01")!, source: source, office: office,
                window: Label("窗口", "window"), decider: .recogniser,
                chain: [RepairStation(place: .recogniser, title: Label("认定单位", "body"))],
                covers: [.penalty], applicants: [.organisation],
                classes: [
                    RepairClass(
                        code: "general", title: Label("一般", "general"), grades: [.general], when: nil, minimum: minimum,
                        maximum: 60, isRepairable: true, source: source)
                ], conditions: [], materials: [], terms: [],
                badFaith: .init(words: Label("三年", "three years"), months: 36, source: source), exclusions: [],
                bankruptcy: .init(words: Label("屏蔽", "shield"), source: source), effect: Label("终止", "ended"))
        ])
        rules.repairRoutes = Register([
            RepairRoute(
                code: "administrative-penalty", recogniser: Label("机关", "organ"), window: nil, isByClass: true,
                isReceivedHere: true, note: nil, source: source)
        ])
        return rules
    }
    private static let files = SubjectFiles(rules: rules)
    private static var rule: RepairRule { rules.repairs["r1"]! }

    private static func record(_ id: String, in reader: Reader, on day: Day) throws -> RepairedRecord {
        RepairedRecord(try #require(try reader.record(id, on: day)))
    }

    /// A store with one penalty and a case about it that was granted.
    private static func granted(_ kind: EngineKind, ruling: RepairPaper? = nil) throws -> TestStore {
        let store = try TestStore(kind)
        // A fine, another one, and an entry of a list that rests on the validity of the first.
        try store.record([
            Story.received("b1", kind: "administrative-penalty"), Story.record("p1"), Story.record("p2"),
            Story.record("l1", family: .listing),
        ])
        try store.ledger.record(at: Instant(day: day, hour: 10)) { reader in
            try [
                .repair(
                    Repair.filing(
                        "RPR-1", of: record("p1", in: reader, on: day),
                        RepairApplication(repairClass: "general", files: [], ruling: ruling), under: rules, open: nil,
                        ban: nil, by: .window(clerk), on: day))
            ]
        }
        try act(store, on: day) { try $0.completing(confirmed: [], under: rule, by: clerk, on: day) }
        try act(store, on: day) { try $0.forwarding(nil, by: second, on: day) }
        try act(store, on: day) {
            try $0.deciding(
                grants: true, RepairPaper(organ: "机关", number: "1号", date: day), reason: nil, by: bureau, on: day)
        }
        return store
    }

    private static func act(_ store: TestStore, on day: Day, _ decide: (Repair) throws -> RepairEvent) throws {
        try store.ledger.record(at: Instant(day: day, hour: 11)) { reader in
            [.repair(try decide(try #require(try reader.repair("RPR-1")).repair))]
        }
    }

    private static func execute(_ store: TestStore, on day: Day) throws {
        try store.ledger.record(at: Instant(day: day, hour: 12)) { reader in
            let repair = try #require(try reader.repair("RPR-1")).repair
            return [
                .repair(
                    try repair.approved().executing(
                        record("p1", in: reader, on: day), effects: [], by: second, on: day))
            ]
        }
    }

    /// Which of the two penalties each channel gives on a day: file, list, record.
    private static func shown(_ store: TestStore, on day: Day) throws -> [[String]] {
        try store.ledger.read { reader in
            let file = try files.file(of: "reg:640500100000016", on: day, in: reader)
            let list = try files.list(RecordQuestion(.penalty), on: day, in: reader)
            let single = try ["p1", "p2"].filter {
                try files.record($0, on: day, in: reader)?.publication.isPublished(on: day) ?? false
            }
            let count = try reader.publishedCount(.penalty, kind: "administrative-penalty", on: day)
            #expect(count == single.count)
            return [
                file?.records.filter { $0.family == .penalty }.map(\.id).sorted() ?? [], list.rows.map(\.id).sorted(),
                single,
            ]
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `修复终止的信息不再上报，公示期届满的照报`(kind: EngineKind) throws {
        let store = try Self.granted(kind)
        func ended(_ id: String, on day: Day) throws -> Bool {
            try store.ledger.read { try $0.isEndedByDecision(try #require(try $0.record(id, on: day)).entry, on: day) }
        }
        #expect(try !ended("p1", on: Self.day))
        try Self.execute(store, on: Self.day + 2)
        #expect(try ended("p1", on: Self.day + 2) && !ended("p2", on: Self.day + 2))
        let late = Self.day.adding(months: 12 * 50)
        let isOver = try store.ledger.read { reader in
            try !(#require(try reader.record("p2", on: late)).entry.publication.isPublished(on: late))
        }
        #expect(isOver)
        #expect(try ended("p1", on: late) && !ended("p2", on: late))
    }

    @Test(arguments: EngineKind.allCases)
    func `修复后公示和共享同时终止，各渠道自当日起不再给出，而以决定效力为基础的名单不受影响`(kind: EngineKind) throws {
        let store = try Self.granted(kind)
        #expect(try Self.shown(store, on: Self.day) == Array(repeating: ["p1", "p2"], count: 3))
        try Self.execute(store, on: Self.day)
        #expect(try Self.shown(store, on: Self.day) == Array(repeating: ["p2"], count: 3))
        let entry = try store.ledger.read { try Self.files.record("l1", on: Self.day, in: $0) }
        #expect(entry?.publication.isPublished(on: Self.day) == true)
        #expect(try store.verify().findings.isEmpty)
        let held = try #require(try store.ledger.read { try $0.repair("RPR-1") })
        #expect(held.repair.stage.word == .executed)
        #expect(held.events.count == 5)
    }

    @Test(arguments: EngineKind.allCases)
    func `重新报送同一信息，不恢复已经修复的公示`(kind: EngineKind) throws {
        let store = try Self.granted(kind)
        try Self.execute(store, on: Self.day)
        let next = Self.day + 1
        try store.record(
            [
                Story.received("b2", kind: "administrative-penalty"),
                Story.record("p1", version: 2, batch: "b2", text: "改"),
            ],
            on: next)
        #expect(try Self.shown(store, on: next) == Array(repeating: ["p2"], count: 3))
        try store.record([Story.undone("b2")], on: next + 1)
        #expect(try Self.shown(store, on: next + 1) == Array(repeating: ["p2"], count: 3))
        #expect(try store.verify().findings.isEmpty)
    }

    @Test(arguments: EngineKind.allCases)
    func `撤销修复后恢复公示，不超过原公示末日`(kind: EngineKind) throws {
        let store = try Self.granted(kind)
        try Self.execute(store, on: Self.day)
        let next = Self.day + 40
        try store.ledger.record(at: Instant(day: next, hour: 9)) { reader in
            let repair = try #require(try reader.repair("RPR-1")).repair
            return [
                .repair(
                    try repair.revoking(
                        Self.record("p1", in: reader, on: next), RepairPaper(organ: "机关", number: "2号", date: next),
                        reason: "材料虚假", under: Self.rules, by: Self.clerk, on: next))
            ]
        }
        #expect(try Self.shown(store, on: next) == Array(repeating: ["p1", "p2"], count: 3))
        #expect(try Self.shown(store, on: Day("2029-11-01")!)[2] == ["p1", "p2"])
        #expect(try Self.shown(store, on: Day("2029-11-02")!)[2] == [])
        let ban = try store.ledger.read { try $0.repairBan(of: "reg:640500100000016", on: next) }
        #expect(ban == RepairBan(until: next.adding(months: 36), isFirm: true))
        #expect(try store.verify().findings.isEmpty)
    }

    @Test(arguments: EngineKind.allCases)
    func `随修复终止的措施，撤销修复恢复公示后不自行恢复`(kind: EngineKind) throws {
        let store = try Self.granted(kind)
        let told = try EntryStory(id: "LST-1", records: [], end: .lastDay(Self.day + 100))
        try store.record(told.events.map { .listing($0) })
        try store.record([
            try told.publish("p1", on: Self.day), try told.effect("EFF-1", .validity, on: Self.day),
            try told.effect("EFF-2", .publication, on: Self.day),
        ])
        func live(_ day: Day) throws -> [String] { try store.ledger.read { try $0.liveEffects(on: day) } }
        #expect(try live(Self.day) == ["EFF-1", "EFF-2"])
        try store.ledger.record(at: Instant(day: Self.day + 1, hour: 12)) { reader in
            let (repair, day) = (try #require(try reader.repair("RPR-1")).repair, Self.day + 1)
            return [
                .repair(
                    try repair.approved().executing(
                        Self.record("p1", in: reader, on: day),
                        effects: try reader.effects(onPublicationOf: "p1", on: day), by: Self.second, on: day))
            ]
        }
        #expect(try live(Self.day + 1) == ["EFF-1"] && live(Self.day) == ["EFF-1", "EFF-2"])
        let next = Self.day + 9
        try store.ledger.record(at: Instant(day: next, hour: 9)) { reader in
            let repair = try #require(try reader.repair("RPR-1")).repair
            return [
                .repair(
                    try repair.revoking(
                        Self.record("p1", in: reader, on: next), RepairPaper(organ: "机关", number: "2号", date: next),
                        reason: "材料虚假", under: Self.rules, by: Self.clerk, on: next))
            ]
        }
        #expect(try Self.shown(store, on: next)[2] == ["p1", "p2"])
        #expect(try live(next) == ["EFF-1"])
        #expect(try store.verify().findings.isEmpty)
    }

    @Test(arguments: EngineKind.allCases)
    func `破产裁定屏蔽期间不公示，解除后余期继续`(kind: EngineKind) throws {
        let ruling = try #require(RepairPaper(organ: "法院", number: "1号", date: Self.day))
        let store = try Self.granted(kind, ruling: ruling)
        let record = try store.ledger.read { try Self.record("p1", in: $0, on: Self.day) }
        try Self.act(store, on: Self.day) { try $0.shielding(record, by: Self.second, on: Self.day) }
        #expect(try Self.shown(store, on: Self.day)[2] == ["p2"])
        try Self.act(store, on: Self.day + 9) {
            try $0.unshielding(record, ruling, under: Self.rules, by: Self.clerk, on: Self.day + 9)
        }
        #expect(try Self.shown(store, on: Self.day + 9)[2] == ["p1", "p2"])
        #expect(try store.verify().findings.isEmpty)
    }

    @Test(arguments: EngineKind.allCases)
    func `whoever makes a repaired record public again behind the log is found`(kind: EngineKind) throws {
        let store = try Self.granted(kind)
        try Self.execute(store, on: Self.day)
        #expect(
            try store.foundAfter("UPDATE record SET published_until = '2029-11-01' WHERE id = 'p1'") == ["record p1/1"])
        #expect(try store.foundAfter("DELETE FROM publication_end") == ["record p1/1", "publication_end p1/RPR-1"])
    }

    @Test(arguments: EngineKind.allCases)
    func `最短公示期届满之日提示，不是自动修复`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1", kind: "administrative-penalty"), Story.record("p1")])
        // Decided on 1 October; two months.
        let (reached, rules) = (Day("2026-12-01")!, Self.rules(minimum: 2))
        let found = try store.ledger.read { reader in
            try (-2...2).map { try reader.records(minimumReachedOn: reached + $0, under: rules, limit: 9).count }
        }
        #expect(found == [0, 0, 1, 0, 0])
        #expect(try Self.shown(store, on: TestStore.firstDay)[2] == ["p1"])
    }

    @Test(arguments: EngineKind.allCases)
    func `待办按轮到的单位列出，办结的不再列出`(kind: EngineKind) throws {
        let store = try Self.granted(kind)
        let heads = try store.ledger.read { try $0.openRepairs(at: Self.office) }
        #expect(heads.map(\.stage) == [.approved])
        // What the queue knows of the times is what the case itself says.
        let repair = try store.ledger.read { try $0.repair("RPR-1") }?.repair
        #expect(heads.first?.times == repair?.times && heads.first?.decided == Day("2026-10-01"))
        try Self.execute(store, on: Self.day)
        try Self.act(store, on: Self.day) {
            try $0.reporting(RepairPaper(organ: "国家", number: "9号", date: Self.day), by: Self.clerk, on: Self.day)
        }
        #expect(try store.ledger.read { try $0.openRepairs(at: Self.office) }.isEmpty)
        #expect(try store.ledger.read { try $0.repairs(of: "p1") }.map(\.stage) == [.closed])
    }
}
