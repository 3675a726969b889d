import Credit
import Foundation
import Store
import Testing

/// 整改、约谈和通报 in the store: what is shown of them, and that the log makes the same tables again.
@Suite struct RectificationStoreTests {
    static let day = TestStore.firstDay
    static let code = "91640500MA7T033465"
    static let drawer = Officer(account: "a", name: "甲", organ: "market-regulation")
    static let looker = Officer(account: "b", name: "乙", organ: "market-regulation")
    static let calendar = WorkingCalendar(
        Register([ObjectionStoreTests.year(2026), ObjectionStoreTests.year(2027)]))

    static func opening(_ id: String, _ demand: RectificationOpening.Demand) throws -> RectificationOpening {
        RectificationOpening(
            id: id, entity: try #require(RectifiedEntity(SubjectKey(text: code)!, trade: nil)), record: "p1",
            paper: OrderPaper(organ: "市场监管局", number: id, date: day, basis: "b")!, demand: demand, by: drawer)
    }

    /// A store with a company and a penalty, and these orders to mend and talks.
    static func told(_ kind: EngineKind) throws -> TestStore {
        let store = try TestStore(kind)
        try store.record([
            Story.received("b1"), Story.record("reg", family: .registry, subject: code, status: .active),
            Story.record("p1", subject: code), Story.completed("b1", accepted: 2),
        ])
        for (id, demand) in [
            ("RCT-1", RectificationOpening.Demand.mend(["补报"], within: .workingDays(5))),
            ("RCT-2", .mend(["补报"], within: .workingDays(5))), ("RCT-3", .talk(["年报"], on: day + 5, place: "p")),
        ] {
            let event = try Rectification.opening(opening(id, demand), isAdverse: true, isFrozen: false, on: day)
            try store.record([.rectification(event)], on: day)
        }
        return store
    }

    static func act(
        _ store: TestStore, _ id: String, on day: Day, _ make: (Rectification, Reader) throws -> RectificationEvent
    ) throws {
        try store.ledger.record(at: Instant(day: day, hour: 10)) { reader in
            let now = try #require(try reader.rectification(id)?.rectification)
            let event = try make(now, reader)
            let timers = try reader.timers(of: id)
            return [.rectification(event)]
                + (try RectificationClock.events(for: event, of: now, timers: timers, in: calendar, on: day))
                .map { .clock($0) }
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `只有已整改的结果可以作为修复材料，未整改和未到场的不对外显示`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let day = Self.day
        let served = Delivery(way: .direct, begun: day, served: day, proof: nil)
        for id in ["RCT-1", "RCT-2", "RCT-3"] {
            try Self.act(store, id, on: day) { now, _ in try now.serving(served, by: Self.drawer, on: day) }
        }
        #expect(try store.ledger.read { try $0.queuedRectifications(of: "market-regulation") }.count == 3)
        try Self.act(store, "RCT-1", on: day + 2) { now, _ in
            try now.showing("回执", files: ["aa"], by: Self.drawer)
        }
        #expect(throws: RectificationProblem.stillInTime) {
            try Self.act(store, "RCT-2", on: day + 7) { now, reader in
                let timer = try #require(try reader.timers(of: "RCT-2").first)
                return try now.findingNotMended(
                    "未补报", isOver: timer.clock.state(in: Self.calendar, on: day + 7) == .over, isBaseHeld: true,
                    by: Self.looker)
            }
        }
        try Self.act(store, "RCT-1", on: day + 3) { now, _ in try now.findingMended("属实", by: Self.looker) }
        try Self.act(store, "RCT-2", on: day + 8) { now, reader in
            let timer = try #require(try reader.timers(of: "RCT-2").first)
            return try now.findingNotMended(
                "未补报", isOver: timer.clock.state(in: Self.calendar, on: day + 8) == .over, isBaseHeld: true,
                by: Self.looker)
        }
        try Self.act(store, "RCT-3", on: day + 8) { now, _ in
            try now.findingAbsent(reason: nil, by: Self.drawer, on: day + 8)
        }
        try store.ledger.read { (reader: Reader) throws -> Void in
            #expect(try reader.mendedOrders(of: "p1", on: day + 2).isEmpty)
            #expect(try reader.mendedOrders(of: "p1", on: day + 9).map(\.rectification.opening.id) == ["RCT-1"])
            #expect(try reader.queuedRectifications(of: "market-regulation").isEmpty)
            let first = try #require(try reader.timers(of: "RCT-1").first?.clock)
            #expect(first.state(in: Self.calendar, on: day + 9) == .finishedInTime)
            // Nothing rests on an order or a talk, whatever came of it.
            for id in ["RCT-1", "RCT-2", "RCT-3", "p1"] { #expect(try reader.resting(on: id).isEmpty) }
            #expect(try reader.liveEffects(on: day + 9).isEmpty)
        }
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `延长整改期限须另一人批准，届满日随之改变`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let day = Self.day
        let served = Delivery(way: .direct, begun: day, served: day, proof: nil)
        try Self.act(store, "RCT-1", on: day) { now, _ in try now.serving(served, by: Self.drawer, on: day) }
        #expect(try store.ledger.read { try $0.timers(of: "RCT-1").first?.told } == .on(day + 7))
        try Self.act(store, "RCT-1", on: day + 1) { now, _ in
            try now.extending(by: 2, reason: "设备未到", by: Self.looker)
        }
        #expect(try store.ledger.read { try $0.timers(of: "RCT-1").first?.told } == .on(day + 9))
        #expect(throws: ClockProblem.over) {
            try Self.act(store, "RCT-1", on: day + 10) { now, _ in
                try now.extending(by: 2, reason: "又未到", by: Self.looker)
            }
        }
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `通报只有拟稿单位读得到，表中没有内容，改动可被查出`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let body = NoticeBody(
            code: "audit", name: Label("审计", "audit"), about: [.unit], from: Self.day, source: Source(document: "d"))
        let draft = NoticeDraft(
            id: "NTC-1", about: .unit, unit: CreditCode("11640502MB0T003810")!, unitName: "某局",
            unitKind: .organ, paper: OrderPaper(organ: "o", number: "n", date: Self.day, basis: "b")!, facts: "f",
            addressees: [.init(body: "audit", name: "市审计局")], by: Self.drawer)
        let event = try FormalNotice.drawing(draft, bodies: Register([body]), on: Self.day)
        try store.record([.notice(event)])
        let stranger = Officer(account: "s", name: "s", organ: "tax")
        try store.ledger.read { (reader: Reader) throws -> Void in
            #expect(try reader.openNotices(for: Self.looker).map(\.notice.draft) == [draft])
            #expect(try reader.openNotices(for: stranger).isEmpty)
            #expect(try reader.notice("NTC-1")?.opened(for: stranger) == nil)
            #expect(try reader.subject("11640502MB0T003810") == nil)
        }
        #expect(try store.verify().findings == [])
        #expect(try store.foundAfter("UPDATE notice SET stage = 'released'") == ["notice NTC-1"])
    }
}
