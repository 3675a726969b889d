import Store
import Testing

@testable import Credit
@testable import Desk

/// What was decided on an objection binds whoever hands the record in again (R6).
struct CorrectionTests {
    private let head = "名称,统一社会信用代码,曾用名,登记状态\n"
    private let row = "中卫市云麓砂石有限公司（演示）,91640500MA7T033465,中卫市云麓石料厂（演示）,存续\n"
    private let wrong = "甲（演示）,91640500MA7T033466,,存续\n"
    private let subject = "91640500MA7T033465"

    /// An objection to the one record, decided as said, with the version that it makes.
    private func decide(_ correction: ObjectionDecision.Correction, in story: DeskStory) throws {
        let (first, second) = (
            Officer(account: "a", name: "甲", organ: "development-reform"),
            Officer(account: "b", name: "乙", organ: "development-reform")
        )
        let day = DeskStory.day
        let decision = ObjectionDecision(outcome: .upheld, reasons: "r", remedy: "m", correction: correction)
        let pair = try #require(OfficerPair(first, second))
        try story.ledger.record(at: Instant(day: day, hour: 10)) { reader in
            let held = try #require(try reader.records(of: subject, on: day).first).entry
            let kind = try #require(story.rules.kinds[held.kind])
            let filing = ObjectionFiling(
                id: "OBJ-1", record: held.id, version: 1, subject: subject, department: held.department,
                office: "development-reform", ground: .wrongContent, claims: [], reason: "r", applicant: .company,
                papers: "p", evidence: [], by: .window(first), freezes: true)
            return [
                .objection(.filed(filing)), .objection(.accepted("OBJ-1", by: first)),
                .objection(.proposed("OBJ-1", decision, by: first)),
                .objection(.decided("OBJ-1", decision, by: pair)),
                .record(try held.corrected(correction, version: 2, kind: kind, term: nil, on: day)),
            ]
        }
    }

    private func refused(_ answer: SubmissionAnswer, in story: DeskStory) throws -> [(line: Int, cell: RefusedCell)] {
        var found: [(line: Int, cell: RefusedCell)] = []
        try story.ledger.read { reader in
            try reader.refusals(of: answer.batch) { refusal in
                found += try RefusedCell.all(in: refusal).map { (refusal.line, $0) }
            }
        }
        return found
    }

    @Test func `已决更正的内容，再次报送旧内容的退回并指明决定，不得覆盖`() async throws {
        let story = try DeskStory()
        _ = try await story.take("registry-entry", head + row)
        try decide(.fields([.init(field: "status", says: "吊销")]), in: story)
        let file = try story.file("registry-entry", head + wrong + row + wrong, name: "again.csv")
        let expected = try await SubmissionCheck(ledger: story.ledger, rules: story.rules).predict(
            file, refused: { _ in })
        let answer = try await story.run().take(file)
        #expect(answer.counts == expected.counts && answer.counts.refused == 3 && answer.counts.changed == 0)
        let found = try refused(answer, in: story)
        // In the order of the file, the contradicting row between the others.
        #expect(found.map(\.line) == [2, 3, 4] && found.map(\.cell.rule) == ["REC-115", "REC-131", "REC-115"])
        let cell = try #require(found.dropFirst().first).cell
        #expect(cell.field == "status" && cell.value.hasPrefix("OBJ-1"))
        let kind = try #require(story.rules.kinds["registry-entry"])
        let text = ProblemText(rule: cell.rule, field: cell.field, value: cell.value, kind: kind)
        #expect(text.message.chinese.contains("OBJ-1") && text.message.english.contains("OBJ-1"))
        func held() throws -> RecordEntry? {
            try story.ledger.read { try $0.records(of: subject, on: DeskStory.day).first?.entry }
        }
        #expect(try held()?.status == .revoked)
        // A row that agrees with the decision and brings something else is taken.
        let agreeing = row.replacing("存续", with: "吊销").replacing("砂石有限", with: "建材有限")
        #expect(try await story.take("registry-entry", head + agreeing).counts.changed == 1)
        #expect(try held()?.subjectName == "中卫市云麓建材有限公司（演示）")
    }

    @Test func `已撤回的信息，再次报送的退回`() async throws {
        let story = try DeskStory()
        _ = try await story.take("registry-entry", head + row)
        try decide(.withdrawal, in: story)
        for text in [row, row.replacing("存续", with: "吊销")] {
            let answer = try await story.take("registry-entry", head + text + "\n")
            #expect(answer.counts.refused == 1 && answer.counts.accepted + answer.counts.changed == 0)
            #expect(try refused(answer, in: story).map(\.cell.rule) == ["REC-131"])
        }
    }
}
