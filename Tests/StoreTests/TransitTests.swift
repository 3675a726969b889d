import Credit
import Foundation
import Proofs
import Store
import Testing

/// 自然人信息过境: sealed, seen by nobody, sent on by two officers, deleted on their day (R9, R10).
@Suite struct TransitTests {
    static let day = ErasureStory.day
    static let (name, number) = ("演某某甲", "110105194912310022")
    static let kind = "administrative-penalty"

    static func row(_ id: String, in store: TestStore, name: String = name, batch: String = "b1") throws -> SealedRow {
        try store.ledger.rowSeal().seal(
            ["party": name, "person-document": number], id: id, batch: batch, kind: kind,
            department: "market-regulation", deleteOn: day + 90)
    }

    /// A store with two officers and a batch with these sealed rows.
    static func told(_ kind: EngineKind, _ names: [String] = [name]) throws -> TestStore {
        let store = try TestStore(kind)
        try ErasureStory.staff(store)
        try store.record([Story.received("b1"), Story.record("p1")])
        try seal(names.enumerated().map { try row("s\($0)", in: store, name: $1) }, in: store)
        try store.record([Story.completed("b1")])
        return store
    }

    static func seal(_ rows: [SealedRow], in store: TestStore) throws {
        try store.ledger.record(at: Instant(day: day, hour: 10)) { (reader: Reader) throws -> (Change, Void) in
            (Change(sealedRows: try reader.unheld(rows)), ())
        }
    }

    static func order(
        by first: String = "b1", and second: String = "b2", in store: TestStore, on day: Day = day
    ) throws -> TransitOrder {
        try TransitOrder(
            id: "x1", kind: kind, layout: "penalty-2018", matter: "办2026-1", by: ErasureStory.officer(first),
            and: ErasureStory.officer(second), among: store.ledger.read { try $0.people() }, on: day)
    }

    @discardableResult static func depart(
        _ order: TransitOrder, in store: TestStore, again: Bool = false, on day: Day = day
    ) throws -> [[String: String]] {
        let at = Instant(day: day, hour: 12)
        return try store.ledger.depart(
            order, again: again,
            access: AccessLine(
                instant: at, account: "b1", address: "command", what: "transit-export", outcome: "done", matter: "办1"),
            at: at
        ).rows
    }

    static func accessLines(of store: TestStore) throws -> Int {
        try store.ledger.engine.read { transaction in
            try transaction.first("SELECT COUNT(*) FROM access_record") { $0.integer(0) } ?? 0
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `封存后，姓名和号码不在任何文件中；同一行再次报送不重复封存`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        for text in [Self.name, Self.number] {
            #expect(try ErasureStory.files(holding: text, in: store) == [], "\(text)")
        }
        let size = try store.ledger.read { try $0.treeSize() }
        try Self.seal([Self.row("again", in: store), Self.row("twice", in: store)], in: store)
        #expect(try store.ledger.read { try $0.treeSize() } == size)
        try Self.seal([Self.row("other", in: store, name: "别人")], in: store)
        let counts = try store.ledger.read { try $0.transitCounts() }
        #expect(
            counts == [
                TransitCount(kind: Self.kind, waiting: 2, left: 0, deleted: 0, firstDue: Self.day + 90)
            ])
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `转报须两人，转报即入日志和访问记录，整批撤回的不转报`(kind: EngineKind) throws {
        let store = try Self.told(kind, ["演某某甲", "演某某乙"])
        #expect(throws: TransitProblem.sameOfficer) { try Self.order(and: "b1", in: store) }
        #expect(throws: TransitProblem.noDuty) { try Self.order(and: "a1", in: store) }
        #expect(throws: TransitProblem.noDuty) { try Self.order(by: "b2", and: "b1", in: store) }
        let order = try Self.order(in: store)
        let lines = try Self.accessLines(of: store)
        let rows = try Self.depart(order, in: store)
        #expect(rows.map { $0["party"] } == ["演某某甲", "演某某乙"])
        #expect(rows[0]["person-document"] == Self.number)
        #expect(try Self.accessLines(of: store) == lines + 1)
        #expect(throws: TransitProblem.nothing) { try Self.depart(order, in: store) }
        #expect(try Self.depart(order, in: store, again: true).count == 2)
        #expect(try store.verify().findings == [])
        let undone = try Self.told(kind)
        try undone.record([Story.undone("b1")])
        #expect(throws: TransitProblem.nothing) { try Self.depart(Self.order(in: undone), in: undone) }
        // Handed in again it is sealed anew; what came with the batch that was taken back goes at once, unsent.
        try undone.record([Story.received("b2")])
        try Self.seal([Self.row("new", in: undone, batch: "b2")], in: undone)
        try undone.record([Story.completed("b2")])
        #expect(try undone.ledger.deleteDueRows(unsent: false, at: Instant(day: Self.day, hour: 11)) == (1, 0))
        #expect(try Self.depart(Self.order(in: undone), in: undone).count == 1)
        #expect(try undone.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `到期删除，留下存根；未转报的不因到期而失`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        func clean(on day: Day, unsent: Bool = false) throws -> [Int] {
            let (deleted, kept) = try store.ledger.deleteDueRows(unsent: unsent, at: Instant(day: day, hour: 13))
            return [deleted, kept]
        }
        #expect(try clean(on: Self.day + 89) == [0, 0])
        #expect(try clean(on: Self.day + 90) == [0, 1])
        try Self.depart(Self.order(in: store), in: store, on: Self.day + 90)
        let content = try store.ledger.engine.read { transaction in
            try transaction.rows("SELECT content FROM sealed_content") { $0.bytes(0) }[0]
        }
        #expect(try clean(on: Self.day + 90) == [1, 0])
        // The workbook that went back to the sender goes with it.
        var removed: [String] = []
        #expect(try store.ledger.finishErasures { removed.append($0) } == 1)
        #expect(removed == ["batches/b1.marked.xlsx"])
        for file in try FileManager.default.contentsOfDirectory(atPath: store.folder.path) {
            let bytes = try Data(contentsOf: store.folder.appendingPathComponent(file))
            #expect(bytes.range(of: Data(content)) == nil, "\(file)")
        }
        let counts = try store.ledger.read { try $0.transitCounts() }
        #expect(counts == [TransitCount(kind: Self.kind, waiting: 0, left: 0, deleted: 1, firstDue: nil)])
        #expect(throws: TransitProblem.nothing) {
            try Self.depart(Self.order(in: store), in: store, again: true, on: Self.day + 90)
        }
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `密钥遗失的，不再收取，已封存的打不开；换了密钥的，一行也不转报`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let key = store.folder.appendingPathComponent("persons.key")
        #expect(try FileManager.default.attributesOfItem(atPath: key.path)[.posixPermissions] as? Int == 0o600)
        let order = try Self.order(in: store)
        let text = try String(contentsOf: key, encoding: .utf8)
        try FileManager.default.removeItem(at: key)
        #expect(throws: TransitProblem.keyLost(path: key.path)) { try store.ledger.rowSeal() }
        #expect(throws: TransitProblem.keyLost(path: key.path)) { try Self.depart(order, in: store) }
        let size = try store.ledger.read { try $0.treeSize() }
        _ = try SmallFile.create(key.path, with: String(text.reversed()).filter { !$0.isNewline } + "\n", mode: 0o600)
        #expect(throws: TransitProblem.unreadable("s0")) { try Self.depart(order, in: store) }
        #expect(try store.ledger.read { try $0.treeSize() } == size)
        // Without any key it can still be told that nothing was altered.
        #expect(try store.verify().findings == [])
    }

    @Test(
        arguments: EngineKind.allCases,
        [
            ("UPDATE sealed_content SET content = zeroblob(60)", "sealed_content s0"),
            ("DELETE FROM sealed_content", "sealed_content s0"),
            ("UPDATE sealed_content SET id = 's9'", "sealed_content s9"),
            ("UPDATE sealed_row SET delete_on = '2099-01-01'", "sealed_row s0"),
            ("UPDATE sealed_row SET exported_day = '2026-11-03'", "sealed_row s0"),
        ])
    func `whatever is altered of what is sealed is named`(kind: EngineKind, change: (String, String)) throws {
        let store = try Self.told(kind)
        #expect(try store.foundAfter(change.0).contains(change.1))
    }
}
