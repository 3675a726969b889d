import Testing

@testable import Credit
@testable import Store

/// 撤回说明: where the publication of a record was withdrawn, a neutral notice stands in its place, whatever withdrew it.
///
/// - Source: 行政处罚法 第四十八条
@Suite struct WithdrawalTests {
    static let day = EndingTests.day

    static func standing(_ id: String, _ store: TestStore, on day: Day) throws -> RecordStanding {
        try store.ledger.read { try SubjectFiles(rules: EndingTests.rules).standing(of: id, on: day, in: $0) }
    }

    static func withdrawn(_ day: Day, _ reason: Label) -> RecordStanding {
        .withdrawn(Withdrawal(day: day, reason: reason))
    }

    @Test(arguments: EngineKind.allCases)
    func `异议撤回的，批次撤销以后仍是撤回说明，不说是期满`(kind: EngineKind) throws {
        let (store, _) = try EndingTests.listed(kind)
        let (day, reason) = (Self.day, ObjectionGround.wrongContent.title)
        try store.record([
            Story.received("b2"), Story.record("p1", version: 2, batch: "b2", text: "罚款"), Story.completed("b2"),
        ])
        try EndingTests.decide(store, "OBJ-1", of: "p1", .withdrawal, on: day + 3)
        let told = Self.withdrawn(day + 3, reason)
        #expect(try Self.standing("p1", store, on: day + 3) == told)
        try store.record([Story.undone("b2")], on: day + 4)
        #expect(try Self.standing("p1", store, on: day + 4) == told)
        try store.record([Story.undone("b1")], on: day + 5)
        #expect(try Self.standing("p1", store, on: day + 5) == told)
        // What merely went with its batch says nothing; what was never there looks the same.
        #expect(try Self.standing("p2", store, on: day + 5) == .unknown)
        #expect(try Self.standing("p9", store, on: day + 5) == .unknown)
    }

    @Test(arguments: EngineKind.allCases)
    func `名单条目所依据的决定撤回的，条目以撤回说明代替，自行期满的不然`(kind: EngineKind) throws {
        let (store, told) = try EndingTests.listed(kind)
        let day = Self.day
        guard case .shown = try Self.standing("e1", store, on: day + 2) else {
            Issue.record("not shown")
            return
        }
        try EndingTests.decide(store, "OBJ-1", of: "p1", .withdrawal, on: day + 3)
        guard case .withdrawn(let notice) = try Self.standing("e1", store, on: day + 3) else {
            Issue.record("no notice")
            return
        }
        #expect(notice.day == day + 3 && notice.reason.chinese.contains("所依据的决定"))
        let (other, left) = try EndingTests.listed(kind)
        #expect(told.listing.id == left.listing.id)
        try other.record([try left.leave(on: day + 2)], on: day + 2)
        #expect(try Self.standing("e1", other, on: day + 2) == .ended(on: day + 1))
    }

    @Test(arguments: EngineKind.allCases)
    func `报送单位自行撤回的和违诺认定撤销的，同样说明`(kind: EngineKind) throws {
        let (store, _) = try EndingTests.listed(kind)
        let day = Self.day
        func withdraw(_ id: String, _ more: (RecordEntry) -> [Event]) throws {
            let entry = try #require(try store.ledger.read { try $0.record(id, on: day)?.entry })
            try store.record(more(entry) + [.record(entry.asVersion(2, of: id).withdrawn)], on: day + 1)
        }
        typealias Breach = CommitmentStoreTests
        for (index, step) in Breach.steps(5).enumerated() {
            try store.record([Breach.event(5, step.0, step.1)] + (index == 6 ? [Breach.record(5)] : []))
        }
        try withdraw("p2") { entry in
            [
                .desk(
                    .revised(
                        RecordRevision(
                            id: "REV-1", record: "p2", version: 2, change: .withdrawal(.wrongSubject), reason: "错报",
                            by: Officer(account: "a", name: "甲", organ: entry.department))))
            ]
        }
        #expect(
            try Self.standing("p2", store, on: day + 1) == Self.withdrawn(day + 1, ObjectionGround.wrongSubject.title))
        let annulled = Breach.event(
            5, Breach.third, .annulled(paper: Breach.paper(day), reason: "复议"), on: day + 1)
        try withdraw("p5") { _ in [annulled] }
        guard case .withdrawn(let notice) = try Self.standing("p5", store, on: day + 1) else {
            Issue.record("no notice")
            return
        }
        #expect(notice.day == day + 1 && notice.reason.chinese.contains("认定已经撤销"))
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `从未公示的，撤回以后也不说明`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1"), Story.record("p1", until: nil), Story.completed("b1")])
        let entry = try #require(try store.ledger.read { try $0.record("p1", on: Self.day)?.entry })
        try store.record([.record(entry.asVersion(2, of: "p1").withdrawn)], on: Self.day + 1)
        #expect(try Self.standing("p1", store, on: Self.day + 1) == .unknown)
    }
}
