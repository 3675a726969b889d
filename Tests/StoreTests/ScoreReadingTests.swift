import Credit
import Store
import Testing

@Suite struct ScoreReadingTests {
    private let november = Month("2026-11")!

    @Test(arguments: EngineKind.allCases)
    func `months are counted from complete batches and know of open and undone ones`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try Story.tell(to: store)
        try store.record([Story.received("b4"), Story.received("b5")], on: TestStore.firstDay + 3)
        try store.record([Story.completed("b5", accepted: 40)], on: TestStore.firstDay + 3)
        try store.record([Story.undone("b5")], on: TestStore.firstDay + 3)
        let months = try store.ledger.read {
            try $0.submittedMonths(from: november, through: november, department: "market-regulation")
        }
        #expect(months.map(\.kind) == ["administrative-penalty", "registry-entry"])
        #expect(months[0].files == 1 && months[0].counts.accepted == 600)
        #expect(months[1].files == 2 && months[1].openFiles == 1 && months[1].undoneFiles == 1)
        #expect(months[1].counts.accepted == 8)
        func read(_ first: Month, _ last: Month, _ department: String?) throws -> [SubmittedMonth] {
            try store.ledger.read { try $0.submittedMonths(from: first, through: last, department: department) }
        }
        #expect(try read(november + 1, november + 2, nil).isEmpty)
        #expect(try read(november, november, "x").isEmpty)
        #expect(try read(november, november, nil) == months)
        #expect(try store.ledger.read { try $0.firstReceived() } == TestStore.firstDay)
        let lines = try store.ledger.read {
            try $0.batchLines(in: november, department: "market-regulation", after: -1, limit: 9)
        }
        #expect(lines.map(\.id) == ["b1", "b2", "b3", "b4", "b5"])
        #expect(lines.map(\.state) == [.complete, .complete, .complete, .open, .undone])
        let rest = try store.ledger.read {
            try $0.batchLines(in: november, department: nil, after: lines[2].position, limit: 1)
        }
        #expect(rest == [lines[3]])
    }

    @Test(arguments: EngineKind.allCases)
    func `faults are counted by the event that closes a batch and leave with it when it is undone`(
        kind: EngineKind
    ) throws {
        let store = try TestStore(kind)
        try Story.tell(to: store)
        func tallies() throws -> [FaultTally] {
            try store.ledger.read { try $0.faultTallies(in: november, department: "market-regulation") }
        }
        #expect(
            try tallies() == [
                FaultTally(kind: "registry-entry", fault: .init(rule: "REC-101", field: "name"), cells: 2),
                FaultTally(kind: "registry-entry", fault: .init(rule: "REC-122", field: ""), cells: 1),
            ])
        #expect(try store.ledger.read { try $0.faults(of: "b1").map(\.cells) } == [2, 1])
        #expect(try store.ledger.read { try $0.refusals(of: "b1", after: 0, limit: 1).map(\.ordinal) } == [1])
        try store.record([Story.undone("b1")], on: TestStore.firstDay + 3)
        #expect(try tallies().isEmpty)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `零报告之后报送的当月决定使其成为瞒报，撤回即不再是`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        let october = november + -1
        let officer = Officer(account: "a-1", name: "演示经办", organ: "market-regulation")
        func held() throws -> Int {
            try store.ledger.read { try $0.heldDecisions(of: "market-regulation", in: october) }
        }
        func standing() throws -> StandingZeroReport? {
            try store.ledger.read { try $0.zeroReports(from: october, through: november) }
                .report(of: "market-regulation", in: october)
        }
        #expect(try held() == 0)
        let report = try ZeroReport(
            id: "ZERO-1", of: "market-regulation", month: october, signer: "演示负责人", by: officer, on: TestStore.firstDay,
            known: false, held: held())
        try store.record([.zero(report)])
        #expect(try standing()?.concealed == 0 && standing()?.report == report)
        #expect(try store.ledger.read { try $0.zeroReport("ZERO-1") } == standing())
        try store.record([
            Story.received("b1", kind: "administrative-penalty"), Story.record("r1", batch: "b1"),
            Story.completed("b1"),
        ])
        #expect(try standing()?.concealed == 1 && held() == 1)
        #expect(try store.verify().findings == [])
        #expect(
            try store.foundAfter("DELETE FROM zero_conflict") == ["zero_conflict market-regulation/2026-10/r1"])
        try store.tamper("INSERT INTO zero_conflict VALUES ('market-regulation', '2026-10', 'r1', 3)")
        try store.record([Story.undone("b1")])
        #expect(try standing()?.concealed == 0 && held() == 0)
        #expect(try store.verify().findings == [])
    }
}
