import Credit
import RulePacks
import Testing

struct GuideChapterTests {
    static let text = """
        code: help
        order: 1
        title: 帮助
        english: Help
        lead: { chinese: 导语, english: Lead }
        sections:
          - code: first
            title: 第一节
            english: First
            form: steps
            passages:
              - chinese: 一步
                english: A step
                sources: [{ document: 行政处罚法, clause: 第四十八条 }]
                path: /guide/help
            table:
              columns:
                - { name: 甲, english: A, from: 2020-01-01, until: 2020-12-31, source: { document: 行政处罚法 } }
                - { name: 乙, english: B, from: 2021-01-01, source: { document: 行政处罚法 } }
              rows:
                - name: 期限
                  english: Term
                  cells: [{ chinese: 一, english: one }, { chinese: 二, english: two, mark: unverified }]
        words:
          - { code: subject-of-help, name: 主体, english: subject, meaning: { chinese: 意思, english: meaning }, term: portal }
        """

    static func problems(_ text: String) -> [PackProblem] {
        CityPack.problems(CityPack.with(["guide/help.yaml": text]))
    }

    @Test func `a page of the guide is read as it stands`() throws {
        let rules = try CityPack.with(["guide/help.yaml": Self.text]).rules { _ in "" }
        let page = try #require(rules.guide["help"])
        let section = try #require(page.sections.first)
        #expect(section.form == .steps && section.passages.first?.sources.first?.clause == "第四十八条")
        let table = try #require(section.table)
        let day = try #require(Day("2020-12-31"))
        #expect(table.columns.map { $0.isInForce(on: day) } == [true, false])
        #expect(table.columns.map { $0.isInForce(on: day + 1) } == [false, true])
        #expect(table.rows.first?.cells.map(\.mark) == [.verified, .unverified])
        #expect(page.words.first?.term == "portal")
    }

    @Test(
        arguments: [
            ("PACK-110", 10, "form: steps", "fomr: steps", "form"),
            ("PACK-111", 12, "        english: A step\n", "", "english"),
            ("PACK-111", 5, "chinese: 导语, english: Lead", "chinese: 导语", "english"),
            ("PACK-122", 14, "document: 行政处罚法, clause", "document: 行政处罚发, clause", "行政处罚法"),
            ("PACK-122", 25, "term: portal", "term: prtal", "portal"),
            ("PACK-117", 10, "form: steps", "form: stairs", "steps"),
            ("PACK-174", 15, "path: /guide/help", "path: https://example.org", "/"),
            ("PACK-172", 23, "{ chinese: 一, english: one }, ", "", "格数"),
            ("PACK-173", 18, "until: 2020-12-31", "until: 2021-01-01", "重叠"),
            ("PACK-171", 7, "passages:", "words:", "章节"),
        ])
    func `each mistake of a guide page is named with its line`(
        _ mistake: (code: String, line: Int, old: String, new: String, names: String)
    ) throws {
        var text = Self.text.replacing(mistake.old, with: mistake.new)
        if mistake.code == "PACK-171" {
            text =
                "code: help\norder: 1\ntitle: 帮助\nenglish: Help\nlead: { chinese: 导语, english: Lead }\nsections:\n"
                + "  - { code: first, title: 第一节, english: First }\n"
        }
        #expect(text != Self.text)
        let problems = Self.problems(text)
        let found = try #require(
            problems.first { $0.code == mistake.code && $0.place.file == "guide/help.yaml" },
            "\(problems.map(\.chinese).joined(separator: "\n"))")
        #expect(found.place.line == mistake.line, "\(found.chinese)")
        #expect((found.message.chinese + found.remedy.chinese).contains(mistake.names), "\(found.chinese)")
    }

    @Test func `all mistakes of a page are told at once`() {
        let text = Self.text.replacing("form: steps", with: "form: stairs")
            .replacing("行政处罚法, clause", with: "行政处罚发, clause").replacing("        english: A step\n", with: "")
        #expect(Set(Self.problems(text).map(\.code)) == ["PACK-117", "PACK-122", "PACK-111"])
    }

    @Test(
        arguments: [
            ("PACK-175", "state: not-yet", "state: declined", "理由"),
            ("PACK-176", "state: not-yet", "state: works", "shown"),
            ("PACK-177", "state: not-yet", "state: replaced\n    reason: 因\n    reason-english: why", "source"),
            ("PACK-111", "state: not-yet", "state: part\n    reason: 因\n    shown: [/x]", "reason-english"),
            ("PACK-111", "    state: not-yet\n", "", "state"),
            ("PACK-117", "state: not-yet", "state: done", "works"),
        ])
    func `每条任务的状态须有它该有的说明`(_ mistake: (code: String, old: String, new: String, names: String)) throws {
        let file = "plan/D1.yaml"
        let text = CityPack.text(file).replacing(mistake.old, with: mistake.new)
        #expect(text != CityPack.text(file))
        let found = try #require(
            CityPack.problems(CityPack.with([file: text])).first { $0.code == mistake.code && $0.place.file == file })
        #expect((found.message.chinese + found.remedy.chinese).contains(mistake.names), "\(found.chinese)")
    }

    @Test func `给个人打分评级的任务一律不予实现`() throws {
        let rules = try PackFolder.embedded.rules { _ in "" }
        let declined = rules.planItems.filter { $0.progress.state == .declined }
        #expect(declined.map(\.code) == ["D4.2", "D18.2"])
        #expect(declined.allSatisfy { $0.progress.source?.document == "个人信息保护法" })
        let memoranda = rules.planItems.filter { $0.entities == ["memorandum"] }
        #expect(memoranda.count > 12 && memoranda.allSatisfy { $0.progress.state == .replaced })
    }
}
