import Credit
import Store
import Testing

/// 被查阅记录.
@Suite struct SubjectLookTests {
    static let subject = "91640500MA7T033465"

    @Test(arguments: EngineKind.allCases)
    func `被查阅的主体可以知道何日、何单位、为何用途和事由查阅，被拒绝的不算`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        func line(
            _ day: Int, _ account: String?, outcome: String = "done", subject: String? = SubjectLookTests.subject,
            purpose: String? = "办理本案"
        ) -> AccessLine {
            AccessLine(
                instant: Instant(day: TestStore.firstDay + day, hour: 9), account: account, address: "10.0.0.1",
                what: "GET /office/cases/OBJ-1", outcome: outcome, subject: subject, purpose: purpose,
                matter: purpose.map { _ in "OBJ-1" })
        }
        try store.ledger.note([
            line(0, "a"), line(1, "b", outcome: "WEB-158"), line(2, "c", subject: "other"), line(3, "d"),
            line(4, nil), line(5, "e", purpose: nil),
        ])
        let looks = try store.ledger.read { try $0.looks(at: Self.subject, from: nil, until: nil, limit: 10) }
        #expect(looks.map(\.account) == ["d", "a"])
        #expect(looks.allSatisfy { $0.purpose == "办理本案" && $0.matter == "OBJ-1" })
        #expect(looks.map(\.day) == [TestStore.firstDay + 3, TestStore.firstDay])
        let later = try store.ledger.read {
            try $0.looks(at: Self.subject, from: TestStore.firstDay + 1, until: nil, limit: 10)
        }
        #expect(later.map(\.account) == ["d"])
    }
}
