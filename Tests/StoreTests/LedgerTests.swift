import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Testing

@Suite struct LedgerTests {
    @Test(arguments: EngineKind.allCases)
    func `what is recorded can be read, proved and replayed`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try Story.tell(to: store)
        let result = try store.verify()
        #expect(result.findings == [])
        #expect(result.entries == 1 + 2 + 6 + 1 + 1 + 600 + 1 + 4)
        #expect(result.rows > 600)
        let key = try Verifier(try #require(try store.ledger.verifierKey()))
        let note = try #require(try store.ledger.checkpointNote())
        let checkpoint = try key.checkpoint(in: note)
        #expect(checkpoint.size == result.entries && checkpoint.root.hex == result.root)
        for position in [0, 1, 5, 255, 256, 511, 512, checkpoint.size - 1] {
            let evidence = try #require(try store.ledger.evidence(at: position))
            try evidence.check(by: key)
        }
        #expect(try store.ledger.evidence(at: checkpoint.size) == nil)
        let today = TestStore.firstDay + 2
        try store.ledger.read { reader in
            #expect(try reader.treeSize() == checkpoint.size)
            #expect(try reader.rulesInUse()?.version == "1")
            #expect(try reader.record("p7", on: today)?.version == 2)
            #expect(try reader.record("p7", on: today + -1)?.version == 1)
            #expect(try reader.record("p7", on: today + -2) == nil)
            #expect(try reader.versionMarks(of: "p7").map(\.number) == [1, 2])
            #expect(try reader.records(of: "obj:site:工地1", on: today).count == 86)
            #expect(try reader.batch("b2")?.counts.accepted == 600)
            #expect(try reader.batches(limit: 2).map(\.submission.batch) == ["b3", "b2"])
            #expect(try reader.lastReceived()["registry-entry"] == TestStore.firstDay)
            let subject = try #require(try reader.subject("obj:site:工地2"))
            #expect(subject.name == "第二新工地" && subject.status == .dissolved)
            #expect(Set(subject.formerNames) == ["第2工地", "老二工地"])
            #expect(try reader.subjects(named: "第2工地", limit: 5) == ["obj:site:工地2"])
            let stub = try #require(try reader.subject("obj:site:工地7"))
            #expect(stub.registry == nil && stub.name == "某工地")
            let key = try #require(HalfDigest(hex: String(SHA256.digest(of: "p7").hex.prefix(32))))
            let head = try #require(try reader.head(key: key))
            #expect(head.id == "p7" && head.lastVersion == 2)
            #expect(head.holds(Array(#"{"内容":"罚款"}"#.utf8)) && !head.holds(Array(#"{"内容":"责令改正"}"#.utf8)))
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a refused decision leaves no trace`(kind: EngineKind) throws {
        struct Refused: Error {}
        let store = try TestStore(kind)
        try store.record([Story.received("b1")])
        let before = try store.ledger.checkpointNote()
        #expect(throws: Refused.self) {
            try store.ledger.record(at: Instant(day: TestStore.firstDay)) { _ -> [Event] in throw Refused() }
        }
        // The second event cannot be applied: nor may the first be there.
        #expect(throws: (any Error).self) { try store.record([Story.record("r1"), Story.received("b1")]) }
        #expect(try store.ledger.checkpointNote() == before)
        #expect(try store.ledger.read { try $0.treeSize() } == 2)
        #expect(try store.verify().findings == [])
        let nothing = try store.record([])
        #expect(nothing.positions.isEmpty && nothing.treeSize == 2)
    }

    @Test(arguments: EngineKind.allCases)
    func `undoing a batch brings back what was held before, and an undone registry entry names nobody`(
        kind: EngineKind
    ) throws {
        let store = try TestStore(kind)
        try Story.tell(to: store)
        let day = TestStore.firstDay + 3
        try store.record([Story.undone("b3")], on: day)
        try store.ledger.read { reader in
            let held = try #require(try reader.record("p7", on: day))
            #expect(held.version == 3 && held.entry.version == 1)
            #expect(try reader.record("p7", on: day + -1)?.version == 2)
            let subject = try #require(try reader.subject("obj:site:工地2"))
            #expect(subject.name == "第2工地" && subject.status == .active && subject.formerNames == [])
            #expect(try reader.batch("b3")?.state == .undone)
        }
        try store.record([Story.undone("b2")], on: day)
        try store.ledger.read { reader in
            #expect(try reader.records(of: "obj:site:工地1", on: day).filter { $0.entry.family == .penalty } == [])
            #expect(try reader.subject("obj:site:工地7")?.registry == nil)
            let key = try #require(HalfDigest(hex: String(SHA256.digest(of: "p7").hex.prefix(32))))
            let head = try #require(try reader.head(key: key))
            #expect(head.lastVersion == 3 && head.content == nil)
        }
        #expect(try store.verify().findings == [])
        // The record comes in again: a further version of the same record.
        try store.record([Story.received("b4"), Story.record("p7", version: 4, batch: "b4")], on: day)
        #expect(try store.ledger.read { try $0.record("p7", on: day)?.version } == 4)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `progress and refusals stand or fall with the events of their transaction`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1")])
        var digest = RefusalDigest()
        let refusal = Refusal(batch: "b1", ordinal: 0, sheet: "表一", line: 3, body: [0x5B, 0x5D])
        digest.add(refusal)
        var counts = RowCounts()
        counts.refused = 1
        let progress = ImportProgress(
            batch: "b1", rowsDone: 40, refusalsDone: 1, refusalDigest: digest, counts: counts, state: [1, 2])
        let heading = HeadingChoice(department: "tax", kind: "tax-a-grade", heading: "纳税人", field: "name")
        let receipt = try store.ledger.record(at: Instant(day: TestStore.firstDay)) { _ in
            (Change(refusals: [refusal], progress: progress, headings: [heading]), 7)
        }
        #expect(receipt.outcome == 7 && receipt.receipt.positions.isEmpty)
        try store.ledger.read { reader in
            #expect(try reader.progress(of: "b1") == progress)
            #expect(try reader.headings(department: "tax", kind: "tax-a-grade") == [heading])
            var found: [Refusal] = []
            try reader.refusals(of: "b1") { found.append($0) }
            #expect(found == [refusal])
        }
        try store.record([Story.completed("b1", refusals: digest.text)])
        #expect(try store.ledger.read { try $0.progress(of: "b1") } == nil)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `two ledgers append to one database in turns`(kind: EngineKind) async throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1")])
        let other = try TestStore.ledger(kind.open(store.path), in: store.folder)
        let mine = store.ledger
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, ledger) in [mine, other].enumerated() {
                group.addTask {
                    for number in 0..<60 {
                        try ledger.record(at: Instant(day: TestStore.firstDay, hour: 11)) { _ in
                            [Story.record("x\(index)-\(number)", subject: "obj:site:工地\(number)")]
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let result = try store.verify()
        #expect(result.findings == [] && result.entries == 122)
        try other.engine.close()
    }

    @Test func `an instant is written and read in China Standard Time`() {
        let instant = Instant(day: Day("2026-11-22")!, hour: 7, minute: 5, second: 9)
        #expect(instant.text == "2026-11-22T07:05:09+08:00")
        #expect(Instant(instant.text) == instant)
        #expect(Instant(secondsSince1970: 0).text == "1970-01-01T08:00:00+08:00")
        #expect(Instant(secondsSince1970: -28_801).text == "1969-12-31T23:59:59+08:00")
        for text in ["2026-11-22T07:05:09Z", "2026-11-22T24:05:09+08:00", "2026-02-30T07:05:09+08:00", ""] {
            #expect(Instant(text) == nil)
        }
    }
}
