import Proofs
import Store
import Testing

@testable import Credit

@Suite struct ListingStoreTests {
    @Test(arguments: EngineKind.allCases)
    func `a listing is read again as it was decided, and the log replays to the same tables`(kind: EngineKind) throws {
        let (store, day) = (try TestStore(kind), TestStore.firstDay)
        try store.record([Story.received("b1"), Story.record("r1"), Story.completed("b1")])
        let told = try EntryStory(id: "LST-1", records: ["r1"], end: .lastDay(TestStore.firstDay + 100))
        for event in told.events { try store.record([.listing(event)]) }
        let found = try store.ledger.read { try $0.listing("LST-1") }
        #expect(found?.listing == told.listing && found?.positions.count == told.events.count)
        try store.ledger.read { reader in
            let lines = try reader.openListings(of: "market-regulation")
            #expect(lines.map(\.id) == ["LST-1"] && lines[0].stage == told.listing.stage.word)
            #expect(lines[0].answer == .workingDays(5) && lines[0].served == day && lines[0].lastDay == day + 100)
            #expect(try reader.openListings(of: "tax").isEmpty)
            #expect(try reader.listing("LST-2")?.listing == nil)
        }
        try store.record([
            try told.publish("p1", on: day), Story.record("p1", batch: "LST-1", family: .listing, until: day + 100),
        ])
        #expect(try store.ledger.read { try $0.listing(publishedAs: "p1") } == "LST-1")
        #expect(try store.verify().findings == [])
        for (table, change) in [
            ("listing", "stage = 'left'"), ("listing", "last_day = '2099-01-01'"),
            ("listing_step", "account = 'somebody'"), ("edge", "footing = 'publication'"),
        ] {
            let other = try TestStore(kind)
            for event in told.events { try other.record([.listing(event)]) }
            let named = try other.foundAfter("UPDATE \(table) SET \(change);")
            #expect(named.contains { $0.hasPrefix(table) }, "\(change)")
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `没有走完程序的步骤不能写入，从日志也不能`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        let told = try EntryStory(id: "LST-1", records: [], end: .lastDay(TestStore.firstDay + 100))
        try store.record([.listing(told.events[0])])
        for event in told.events.dropFirst(2) {
            #expect(throws: StoreProblem.self) { try store.record([.listing(event)]) }
        }
        #expect(try store.ledger.read { try $0.treeSize() } == 2)
        try store.record([.listing(told.events[1])])
    }

    @Test(arguments: EngineKind.allCases)
    func `移出即终止公示，依附其上的措施在同一事务内终止`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        let day = TestStore.firstDay
        let told = try EntryStory(id: "LST-1", records: [], end: .lastDay(day + 100))
        try store.record(told.events.map { .listing($0) })
        try store.record([
            try told.publish("p1", on: day), Story.record("p1", batch: "LST-1", family: .listing, until: day + 100),
            try told.effect("EFF-1", .validity, on: day), try told.effect("EFF-2", .publication, on: day),
        ])
        func live(on day: Day) throws -> [String] { try store.ledger.read { try $0.liveEffects(on: day) } }
        #expect(try live(on: day) == ["EFF-1", "EFF-2"])
        #expect(try live(on: day + 100) == ["EFF-1", "EFF-2"])
        #expect(try live(on: day + 101) == [])
        // A repaired publication fells what rests on it and nothing else (R5).
        let ended = try #require(try store.ledger.read { try $0.endedEntry(of: "p1", on: day + 1) })
        try store.record([.record(ended)], on: day + 1)
        #expect(try live(on: day + 1) == ["EFF-1"])
        #expect(try live(on: day) == ["EFF-1", "EFF-2"])
        let exit = try store.ledger.read { reader in
            try reader.endedEntry(of: "p1", on: day + 2).map { [Event.record($0)] } ?? []
        }
        #expect(exit == [])
        try store.record([try told.leave(on: day + 2)], on: day + 2)
        #expect(try live(on: day + 2) == [])
        try store.ledger.read { reader in
            let resting = try reader.resting(on: "LST-1")
            let open = try reader.openEffects(of: "finance", on: day).map(\.id)
            #expect(resting == ["EFF-1", "EFF-2"])
            #expect(open == ["EFF-1", "EFF-2"])
            #expect(try reader.openEffects(of: "finance", on: day + 2).isEmpty, "what has ended is no task")
            let first = try reader.effect("EFF-1")
            #expect(first?.effect.subject == told.listing.candidate.opening.subject)
        }
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `a record of our own survives the undoing of somebody else's batch`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        let day = TestStore.firstDay
        try store.record([
            Story.record("p1", batch: "LST-1", family: .listing, until: day + 100), Story.received("b1"),
            Story.record("r1", batch: "b1"), Story.record("p1", version: 2, batch: "b1", family: .listing, text: "另"),
            Story.completed("b1", accepted: 2),
        ])
        try store.record([Story.undone("b1")])
        try store.ledger.read { reader in
            let (own, undone) = (try reader.record("p1", on: day), try reader.record("r1", on: day))
            #expect(own?.entry.batch == "LST-1")
            #expect(undone == nil)
            let subject = try reader.subject("reg:640500100000016")
            #expect(subject?.name == "中卫市乾丰建材有限公司")
        }
        #expect(try store.verify().findings == [])
    }
}
