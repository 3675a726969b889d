import Credit
import Store
import Testing

@testable import Desk

/// One record filled in by form: the same as a file of one row.
struct SingleRowTests {
    static let cells = [
        ("party", "中卫市云麓砂石有限公司（演示）"), ("category", "法人及非法人组织"), ("party-code", "91640500MA7T033465"),
        ("document-number", "卫演罚〔2026〕1号"), ("offence", "未按规定公示"), ("facts", "未按规定公示年度报告"),
        ("basis", "企业信息公示暂行条例第十七条"), ("penalty-kinds", "罚款"), ("content", "罚款2000元"), ("fine", "0.2"),
        ("decided", "2026-06-24"), ("valid-until", "2099-12-31"), ("organ", "中卫市市场监督管理局"),
        ("organ-code", "11640502MB0T003810"), ("source-organ", "中卫市市场监督管理局"),
        ("source-organ-code", "11640502MB0T003810"),
    ]

    static func row(_ story: DeskStory) throws -> SingleRow {
        SingleRow(try #require(story.rules.kinds["administrative-penalty"]))
    }

    /// Fills the form in; the names of its fields are those of the pack, told by their headings.
    static func fill(
        _ story: DeskStory, _ changes: [String: String] = [:], id: String = "e1",
        department: String = "market-regulation"
    ) throws {
        let values = Dictionary(cells) { $1 }.merging(changes) { $1 }
        try story.ledger.record(at: Instant(day: DeskStory.day, hour: 10)) { reader in
            try row(story).events(
                values, batch: "ENT-" + id, record: id, department: department, on: DeskStory.day,
                in: WorkingCalendar(story.rules.calendar), reader: reader)
        }
    }

    static func records(_ story: DeskStory) throws -> [StoredRecord] {
        try story.ledger.read { try $0.records(of: "91640500MA7T033465", on: DeskStory.day) }
    }

    @Test func `表单录入与文件报送是同一套规则：同样的内容成为同样的信息`() async throws {
        let (filed, entered) = (try DeskStory(), try DeskStory())
        let fields = try Self.row(filed).kind.templates[0].fields
        let titles = try Self.cells.map { name, _ in try #require(fields.first { $0.name == name }).title }
        // A file has to name the representative, who is checked and dropped; a form does not ask.
        let dropped = [try #require(fields.first { $0.name == "representative" }).title]
        let text =
            (titles + dropped).joined(separator: ",") + "\n"
            + (Self.cells.map(\.1) + dropped.map { _ in "某某" }).joined(separator: ",") + "\n"
        #expect(try await filed.take("administrative-penalty", text).counts.accepted == 1)
        try Self.fill(entered)
        let (left, right) = (try #require(try Self.records(filed).first), try #require(try Self.records(entered).first))
        #expect(left.entry.fields == right.entry.fields && left.entry.key == right.entry.key)
        #expect(left.entry.publication == right.entry.publication && left.entry.timeliness == right.entry.timeliness)
        #expect(left.entry.subject == right.entry.subject && left.entry.subjectName == right.entry.subjectName)
        let batch = try entered.ledger.read { try $0.batch("ENT-e1") }
        #expect(batch?.state == .complete && batch?.counts.accepted == 1 && batch?.submission.file == SingleRow.file)
        #expect(try entered.ledger.read { try $0.entered(by: try #require(batch)).count } == 1)
    }

    @Test func `不询问报送时核验后不保存的个人信息`() throws {
        let row = try Self.row(try DeskStory())
        #expect(row.fields.allSatisfy { $0.visibility != .dropped })
        #expect(row.kind.templates[0].fields.contains { $0.visibility == .dropped })
    }

    @Test func `每一处错误都指明是哪一项，什么都不写入`() throws {
        let story = try DeskStory()
        let size = try story.ledger.read { try $0.treeSize() }
        do {
            try Self.fill(story, ["decided": "2026-07-15", "party-code": "91640500MA7T033466", "document-number": ""])
            Issue.record("taken")
        } catch let problem as SingleRowProblem {
            #expect(Set(problem.faults.map(\.field)) == ["decided", "party-code", "document-number"])
            #expect(problem.faults.allSatisfy { $0.code.hasPrefix("REC-") && !$0.words.chinese.isEmpty })
        }
        #expect(throws: SingleRowProblem.person) { try Self.fill(story, ["category": "自然人", "party-code": ""]) }
        #expect(try story.ledger.read { try $0.treeSize() } == size)
    }

    @Test func `已经报送的不能再录入一次，要改须办理更正`() throws {
        let story = try DeskStory()
        try Self.fill(story)
        #expect(throws: SingleRowProblem.held("e1")) { try Self.fill(story, ["fine": "0.3"], id: "e2") }
        #expect(try Self.records(story).count == 1)
    }
}
