import Credit
import Foundation
import Store
import Testing

/// 报送人: who handed a record in, and who took a batch back.
@Suite struct HandedInTests {
    static let officer = Officer(account: "s", name: "赵报送", organ: "market-regulation", standingInFor: "p")

    static func received(_ batch: String, by officer: Officer?) -> Event {
        .submission(
            .received(
                Submission(
                    batch: batch, kind: "administrative-penalty", department: "market-regulation",
                    file: "\(batch).csv", digest: "00", size: 100, received: TestStore.firstDay, isDeclared: false,
                    by: officer)))
    }

    @Test(arguments: EngineKind.allCases)
    func `报送该信息的人不得审理对它的异议；由命令导入的没有经办人`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([
            Self.received("b1", by: Self.officer), Story.record("p1"), Story.completed("b1"),
            Self.received("b2", by: nil), Story.record("p2", batch: "b2"), Story.completed("b2"),
        ])
        try store.ledger.read { (reader: Reader) throws in
            #expect(try reader.handedIn("p1") == ["s", "p"])
            #expect(try reader.handedIn("p2") == [])
            #expect(try reader.batch("b1")?.submission.by == Self.officer)
            #expect(try reader.batch("b2")?.submission.by == nil)
        }
        let filing = ObjectionFiling(
            id: "OBJ-1", record: "p1", version: 1, subject: "reg:640500100000016", department: "market-regulation",
            office: "development-reform", ground: .notPublic, claims: [], reason: "r", applicant: .company,
            papers: "p", evidence: [], by: .window(ObjectionStoreTests.officer), freezes: true)
        let day = TestStore.firstDay
        let accepted = try #require(
            Objection([
                (day: day, event: .filed(filing)),
                (day: day, event: .accepted("OBJ-1", by: ObjectionStoreTests.officer)),
            ]))
        let decision = ObjectionDecision(outcome: .rejected, reasons: "r", remedy: "m", correction: nil)
        let handedIn = try store.ledger.read { try $0.handedIn("p1") }
        // The officer, or the one who was stood in for, has since moved to the city's office.
        for account in ["s", "p"] {
            #expect(throws: ObjectionProblem.ownCase) {
                try accepted.proposing(
                    decision, by: Officer(account: account, name: "x", organ: "development-reform"),
                    handedIn: handedIn, providerIsOver: false)
            }
        }
        // A later version by somebody else does not let the first off.
        try store.record([
            Self.received("b3", by: Officer(account: "t", name: "x", organ: "market-regulation")),
            Story.record("p1", version: 2, batch: "b3", text: "罚款"), Story.completed("b3"),
        ])
        #expect(try store.ledger.read { try $0.handedIn("p1") } == ["s", "p", "t"])
        #expect(try store.verify().findings == [])
        #expect(try store.foundAfter("UPDATE batch SET account = 'x' WHERE id = 'b1';") == ["batch b1"])
    }

    @Test(arguments: EngineKind.allCases)
    func `整批撤回记明经办人`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Self.received("b1", by: Self.officer), Story.record("p1"), Story.completed("b1")])
        try store.record([.submission(.undone(batch: "b1", reason: "误报", by: Self.officer))])
        #expect(try store.ledger.read { try $0.batch("b1")?.undoneBy } == "s")
        #expect(try store.verify().findings == [])
    }
}
