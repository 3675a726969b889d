import Credit
import Foundation
import Proofs
import Store
import Testing

/// 依法删除: the content is gone, the leaf and a stub stay, and nobody else's erasure passes for one (R12).
@Suite struct ErasureTests {
    static let text = "应当删除的内容甲乙丙丁戊己庚辛"

    /// A store with some records, one of which will go; its subject has no other.
    static func told(_ kind: EngineKind) throws -> TestStore {
        let store = try TestStore(kind)
        try ErasureStory.staff(store)
        let long = String(repeating: text, count: 500)
        try store.record(
            [Story.received("b1"), Story.record("gone", subject: "obj:site:某工地", name: "某某工地项目部", text: text)]
                + (1...40).map { Story.record("p\($0)", subject: "obj:site:工地\($0 % 5)", text: "责令改正\($0)") }
                + [Story.record("gone", version: 2, subject: "obj:site:某工地", name: "某某工地项目部", text: long)]
                + (41...90).map { Story.record("p\($0)", subject: "obj:site:工地\($0 % 5)", text: "责令改正\($0)") }
                + [Story.completed("b1", accepted: 92)])
        return store
    }

    @Test(arguments: EngineKind.allCases)
    func `依法删除后，内容不在任何表和文件中，叶、证明和存根留存，核验通过`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        #expect(try !ErasureStory.files(holding: Self.text, in: store).isEmpty)
        let erasure = try ErasureStory.erase("gone", in: store)
        #expect(erasure.positions.count == 2)
        // Not yet cleaned up: said, and no alteration.
        var report = try store.verify()
        #expect(report.findings == [])
        #expect(report.erased == erasure.positions)
        #expect(report.unfinishedErasures == 1)
        var removed: [String] = []
        #expect(try store.ledger.finishErasures { removed.append($0) } == 1)
        #expect(removed == ["batches/b1.errors.csv", "batches/b1.marked.xlsx"])
        for word in [Self.text, "某某工地项目部", "obj:site:某工地"] {
            #expect(try ErasureStory.files(holding: word, in: store) == [], "\(word)")
        }
        #expect(try store.ledger.finishErasures { removed.append($0) } == 0)
        report = try store.verify()
        #expect(report.findings == [])
        #expect(report.unfinishedErasures == 0)
        try store.ledger.read { reader in
            #expect(try reader.record("gone", on: ErasureStory.day) == nil)
            #expect(try reader.subject("obj:site:某工地") == nil)
            let stub = try #require(try reader.erasure(of: "gone"))
            #expect(stub.erasure == erasure)
            #expect(stub.erasure.paper.number == ErasureStory.paper.number)
            #expect(stub.erasure.kind == "administrative-penalty")
            // The leaf is proved under the signed root without content, and there is no evidence of content.
            let checkpoint = try #require(try store.ledger.checkpoint())
            for place in erasure.positions {
                let (envelope, hashes) = try #require(try reader.inclusion(of: place, in: checkpoint))
                #expect(
                    MerkleTree.isIncluded(
                        envelope.leafHash, at: place, size: checkpoint.size, proof: hashes, root: checkpoint.root))
                #expect(try store.ledger.evidence(at: place) == nil)
                #expect(try reader.event(at: place) == nil)
            }
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a backup made afterwards and its restoration hold nothing of it`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        try ErasureStory.erase("gone", in: store)
        let backup = store.folder.appendingPathComponent("backup.db")
        try store.ledger.backup(to: backup.path, withKey: false) { try kind.open($0) }
        #expect(try Data(contentsOf: backup).range(of: Data(Self.text.utf8)) == nil)
        #expect(try Data(contentsOf: backup).range(of: Data("责令改正7".utf8)) != nil)
    }

    @Test(arguments: EngineKind.allCases)
    func `清空内容而无删除事件的，仍是改动；把内容放回的，也是改动`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let kept = try store.ledger.engine.read { transaction in
            try transaction.rows("SELECT position, salt, body FROM entry WHERE position = 12") {
                (Hex.encode($0.bytes(1)), Hex.encode($0.bytes(2)))
            }[0]
        }
        let erasure = try ErasureStory.erase("gone", in: store)
        let place = erasure.positions[0]
        #expect(try store.verify().findings == [])
        // Put into the table that it was lawful: the log does not say so.
        #expect(
            try store.foundAfter(
                """
                UPDATE entry SET salt = NULL, body = NULL WHERE position = 12;
                INSERT INTO erased_entry (place, position) SELECT 12, position FROM erasure;
                """
            ).contains("entry 12"))
        try store.tamper(
            """
            UPDATE entry SET salt = x'\(kept.0)', body = x'\(kept.1)' WHERE position = 12;
            DELETE FROM erased_entry WHERE place = 12;
            """)
        #expect(try store.verify().findings == [])
        #expect(
            try store.foundAfter("UPDATE entry SET salt = zeroblob(16), body = zeroblob(9) WHERE position = \(place)")
                .contains("entry \(place)"))
        try store.tamper("UPDATE entry SET salt = NULL, body = NULL WHERE position = \(place)")
        #expect(
            try store.foundAfter("UPDATE entry SET leaf = zeroblob(32) WHERE position = \(place)") == ["entry \(place)"]
        )
        let other = try Self.told(kind)
        try ErasureStory.erase("gone", in: other)
        #expect(try other.foundAfter("DELETE FROM erasure").contains { $0.hasPrefix("entry ") })
    }

    @Test(arguments: EngineKind.allCases)
    func `未经两人、无权限、有未决案件或者有所依附的，不得删除`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let size = try store.ledger.read { try $0.treeSize() }
        #expect(throws: ErasureProblem.sameOfficer) { try ErasureStory.erase("gone", in: store, and: "b1") }
        #expect(throws: ErasureProblem.noDuty) { try ErasureStory.erase("gone", in: store, and: "a1") }
        #expect(throws: ErasureProblem.noDuty) { try ErasureStory.erase("gone", in: store, by: "b2", and: "b1") }
        #expect(throws: ErasureProblem.namesSubject) {
            try ErasureStory.erase("gone", in: store, reason: "关于 某某工地项目部 的处罚")
        }
        #expect(throws: ErasureProblem.identityNumber) {
            try ErasureStory.erase("gone", in: store, reason: "本人 110101199001011237 申请")
        }
        #expect(throws: ErasureProblem.noReason) { try ErasureStory.erase("gone", in: store, reason: "") }
        #expect(throws: ErasureProblem.noRecord) { try ErasureStory.erase("nobody", in: store) }
        let ahead = OrderPaper(organ: "o", number: "1", date: ErasureStory.day + 1, basis: "b")!
        #expect(throws: ErasureProblem.paperAhead(ErasureStory.day + 1)) {
            try ErasureStory.erase("gone", in: store, paper: ahead)
        }
        #expect(try store.ledger.read { try $0.treeSize() } == size)
        #expect(try store.ledger.read { try $0.record("gone", on: ErasureStory.day) } != nil)
        try ErasureStory.erase("gone", in: store)
        #expect(throws: ErasureProblem.erased(ErasureStory.day)) { try ErasureStory.erase("gone", in: store) }

        let (based, _) = try EndingTests.listed(kind)
        try ErasureStory.staff(based)
        for record in ["p1", "e1"] {
            #expect(throws: ErasureProblem.held(.base("LST-1"))) { try ErasureStory.erase(record, in: based) }
        }
        try ErasureStory.erase("p2", in: based)
        #expect(try based.verify().findings == [])
        let contested = try RectificationStoreTests.told(kind)
        try ErasureStory.staff(contested)
        #expect(throws: ErasureProblem.held(.openCase("RCT-1"))) { try ErasureStory.erase("p1", in: contested) }
    }

    @Test(arguments: EngineKind.allCases)
    func `已决异议随记录一并删除，时限、更正和公示终止也不留`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try ErasureStory.staff(store)
        try store.record([Story.received("b1"), Story.record("p1"), Story.record("p2"), Story.completed("b1")])
        let day = EndingTests.day + 1
        try EndingTests.decide(store, "OBJ-1", of: "p1", .withdrawal, on: day)
        #expect(throws: ErasureProblem.held(.openCase("OBJ-1"))) { try ErasureStory.erase("p1", in: store, on: day) }
        let (officer, served) = (
            ObjectionStoreTests.officer, Delivery(way: .direct, begun: day, served: day, proof: nil)
        )
        for make: (Objection) throws -> ObjectionEvent in [
            { try $0.serving(served, by: officer, on: day) }, { try $0.closing(reason: "c", by: officer) },
        ] { try ObjectionStoreTests.act(store, EndingTests.rules, on: day, make, in: "OBJ-1") }
        #expect(try store.verify().findings == [])
        let erasure = try ErasureStory.erase("p1", in: store, on: EndingTests.day + 2)
        #expect(erasure.positions.count > 7)
        #expect(try store.verify().findings == [])
        for table in [
            "objection", "objection_step", "case_clock", "clock_step", "clock_notice", "publication_end", "revision",
        ] {
            let rows = try store.ledger.engine.read { transaction in
                try transaction.first(SQL(text: "SELECT COUNT(*) FROM \(table)", values: [])) { $0.integer(0) }
            }
            #expect(rows == 0, "\(table)")
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `曾因新规则缩短公示期的，删除后重放仍与各表一致`(kind: EngineKind) throws {
        let store = try ShorteningTests.told(kind)
        try store.record([Story.completed("b1", accepted: 6)], on: ShorteningTests.before)
        try ShorteningTests.adopt(store)
        try ErasureStory.staff(store, on: ShorteningTests.after)
        let paper = OrderPaper(organ: "o", number: "1", date: ShorteningTests.before, basis: "b")!
        try ErasureStory.erase("young", in: store, paper: paper, on: ShorteningTests.after)
        #expect(try store.verify().findings == [])
        #expect(try ShorteningTests.last("old", in: store) == .until(Day("2026-11-14")!))
    }
}
