import Credit
import Store
import Testing

/// 更正、撤回、抽样复核 and 措施反馈 in the store.
@Suite struct DeskStoreTests {
    static let day = TestStore.firstDay
    static let clerk = Officer(account: "a", name: "甲", organ: "market-regulation")

    @Test(arguments: EngineKind.allCases)
    func `撤回以后不再公示，只留下日期和理由类别，重放日志得到同样的表`(kind: EngineKind) throws {
        let store = try ObjectionStoreTests.told(kind)
        let day = Self.day + 1
        try store.ledger.record(at: Instant(day: day, hour: 9)) { (reader: Reader) throws -> [Event] in
            let entry = try #require(try reader.record("p1", on: day)).entry
            let standing = try reader.standing(of: "p1", on: day)
            #expect(standing == .init(isContested: false, isDecided: false, next: 2))
            let (revision, made) = try RecordRevision.withdrawing(
                entry, .alreadyEnded, reason: "决定已撤销", standing: standing, kind: DeskEventStory.kind, id: "REV-1",
                by: Officer(account: "a", name: "甲", organ: entry.department), on: day)
            return [.desk(.revised(revision)), .record(made)]
        }
        try store.ledger.read { (reader: Reader) throws -> Void in
            let held = try #require(try reader.record("p1", on: day))
            #expect(held.version == 2 && held.entry.publication.period == .none(.withdrawn))
            #expect(try reader.ownWithdrawal(of: "p1", on: day)?.ground == .alreadyEnded)
            #expect(try reader.ownWithdrawal(of: "p1", on: Self.day) == nil)
            #expect(try reader.ownWithdrawal(of: "p2", on: day) == nil)
            #expect(try reader.revision("REV-1")?.revision.reason == "决定已撤销")
            #expect(try reader.record("p1", on: Self.day)?.version == 1)
        }
        #expect(try store.verify().findings == [])
        #expect(try store.foundAfter("UPDATE revision SET ground = NULL") == ["revision REV-1"])
    }

    @Test(arguments: EngineKind.allCases)
    func `抽样复核的样本和结论记入日志`(kind: EngineKind) throws {
        let store = try ObjectionStoreTests.told(kind)
        let places = try store.ledger.read { try $0.entered(by: try #require(try $0.batch("b1"))) }
        #expect(places.count == 4)
        let sample = try BatchSample(
            id: "SMP-1", batch: "b1", department: "market-regulation", size: places.count, records: ["p1"],
            by: Self.clerk)
        try store.record([.desk(.sampled(sample))])
        #expect(try store.ledger.read { try $0.openSamples(of: "market-regulation").count } == 1)
        let right = BatchSample.Finding(isRight: true, reason: "一致", takesBack: false)
        try store.record([.desk(try sample.finding(right, before: nil, by: Self.clerk))])
        #expect(try store.ledger.read { try $0.openSamples(of: "market-regulation").isEmpty })
        #expect(try store.ledger.read { try $0.sample("SMP-1")?.finding } == right)
        #expect(throws: StoreProblem.self) { try store.record([.desk(.found("SMP-1", right, by: Self.clerk))]) }
        #expect(try store.verify().findings == [])
    }
}

enum DeskEventStory {
    static let kind = RecordKind(
        code: "k", title: Label("k", "k"), family: .penalty, catalogueClass: "2", department: "market-regulation",
        source: Source(document: "d"), dueWithin: nil, templates: [], publication: .standing, demonstration: nil)
}
