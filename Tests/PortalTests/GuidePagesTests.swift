import Credit
import Testing

@testable import Portal

@Suite struct GuidePagesTests {
    @Test func `修复指南写明三个时期的规则，标出现行的一个和未核实的数字`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/guide/repair").text
            for words in ["R2019", "R2023", "R2026", "国家发展改革委令第36号", "不收费", "待核实", "谁认定，谁修复"] {
                #expect(page.contains(words), "\(words)")
            }
            let value = try JSONValue(try await portal.json("/guide/repair").body)
            guard case .list(let sections)? = value["sections"] else { throw JSONValue.Fault(at: 0) }
            let table = try #require(sections.compactMap { $0["table"] }.first)
            guard case .list(let columns)? = table["columns"], case .list(let rows)? = table["rows"] else {
                throw JSONValue.Fault(at: 0)
            }
            // The story is read on 2026-11-22.
            #expect(columns.map { $0["inForce"] } == [.truth(false), .truth(false), .truth(true)])
            let limits = try #require(rows.first { $0["point"]?.leaves == ["办理时限"] })
            guard case .list(let cells)? = limits["cells"] else { throw JSONValue.Fault(at: 0) }
            #expect(cells.map { $0["unverified"] } == [.truth(false), .truth(false), .truth(true)])
        }
    }

    @Test func `引导修复的五种途径都在指南里，培训、信用报告和约谈不是现行规则的条件`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/guide/repair").text
            #expect(page.contains("引导修复的五种途径"))
            for words in ["履行法定义务：", "到期信用修复：", "培训班：自愿参加", "提交信用报告：自愿提交", "没有把约谈列为申请修复的条件"] {
                #expect(page.contains(words), "\(words)")
            }
        }
        let rule = try #require(StoryRules.city.repairRule(on: Story.today))
        let asked = (rule.conditions + rule.materials).map(\.title.chinese)
        #expect(!asked.contains { $0.contains("培训") || $0.contains("信用报告") || $0.contains("约谈") })
    }

    @Test func `no guide asks for money or makes a course a condition of today`() throws {
        for code in ["repair", "objection"] {
            let text = try #require(StoryRules.city.guide[code])
            #expect(text.lead.chinese.contains("不收费"))
            let steps = text.sections.filter { $0.form == .steps }.flatMap(\.passages)
            #expect(
                !steps.isEmpty && !steps.contains { $0.text.chinese.contains("培训") || $0.text.chinese.contains("缴费") })
        }
    }

    @Test func `every address the guide and the plan lead to is there`() async throws {
        let city = StoryRules.city
        let paths = Set(
            city.guide.flatMap(\.sections).flatMap(\.passages).compactMap(\.path)
                + city.planItems.flatMap(\.progress.shownBy).filter { $0.hasPrefix("/") })
        #expect(paths.count > 10)
        try await LivePortal.run { portal in
            for path in paths.sorted() {
                let reply1 = try await portal.get(path)
                #expect(reply1.status == 200, "\(path)")
            }
        }
    }

    @Test func `the glossary gives each official name from its day on`() async throws {
        try await LivePortal.run { portal in
            let page = try await portal.get("/guide/glossary").text
            #expect(page.contains("联合惩戒备忘录") && page.contains("2020-12-07") && page.contains("失信惩戒措施清单"))
            let value = try JSONValue(try await portal.json("/guide/glossary").body)
            guard case .list(let words)? = value["words"] else { throw JSONValue.Fault(at: 0) }
            let terms = StoryRules.city.terms.codes
            #expect(words.count >= terms.count + 10)
            let named = words.filter { if case .list(let names)? = $0["names"] { !names.isEmpty } else { false } }
            #expect(named.count == terms.count)
        }
    }

    @Test func `each department is there with its duty and its items`() async throws {
        try await LivePortal.run { portal in
            let value = try JSONValue(try await portal.json("/guide/organisation").body)
            guard case .list(let departments)? = value["departments"] else { throw JSONValue.Fault(at: 0) }
            #expect(departments.count == StoryRules.city.departments.count)
            for department in departments {
                guard let code = department["department"]?.leaves.first, case .number(let items)? = department["items"]
                else { throw JSONValue.Fault(at: 0) }
                #expect(Int(items) == StoryRules.city.planItems(of: code).count)
            }
            let reply2 = try await portal.get("/guide/nothing")
            #expect(reply2.status == 404)
        }
    }
}
