import Credit
import RulePacks
import Testing

/// 信用承诺 as pack data: what the city has, and what a department adds by YAML alone.
struct CommitmentPackTests {
    private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    @Test func `城市没有公布的模板和期限写作未知，不编造`() throws {
        let rules = try PackFolder.embedded.rules { _ in "" }
        for matter in rules.commitments.matters {
            #expect(matter.template(on: Day.endless) == nil)
            for clock in CommitmentClock.allCases {
                #expect(rules.term(clock, of: matter.code, on: day("2026-06-30")) == nil, "\(clock)")
            }
        }
        let breach = try #require(rules.commitments.breach)
        #expect(breach.longest == nil)
        #expect(rules.kinds[breach.record]?.family == .breach && rules.lists[breach.list]?.item == "C3.1b")
        #expect(rules.commitments.kinds.filter(\.takesMissing).map(\.name.chinese) == ["容缺受理型"])
        // 计入信用记录, 列入重点监管范围: of every kind, by the plan.
        for kind in rules.commitments.kinds {
            let planned = kind.consequences.filter { $0.source.clause == "二（三）1" }
            #expect(planned.map(\.name.chinese) == ["计入信用记录", "列入重点监管范围"], "\(kind.code)")
            #expect(kind.consequences.allSatisfy { planned.contains($0) || $0.source.mark == .unverified })
        }
    }

    @Test func `部门公布模板和期限，只加数据`() throws {
        let text = CityPack.text("commitments/matters.yaml").replacing(
            "    department: water\n    item: D16.2\n",
            with: """
                    department: water
                    item: D16.2
                    kind: approval-substituting
                    templates:
                      - from: 2026-01-01
                        version: "1"
                        content: { chinese: 按期安装, english: In time }
                        liability: { chinese: 依法处理, english: As the law says }
                        source: { document: 行政许可法 }
                      - from: 2026-07-01
                        version: "2"
                        content: { chinese: 按期安装并校验, english: In time and checked }
                        liability: { chinese: 依法处理, english: As the law says }
                        source: { document: 行政许可法 }
                    terms:
                      missing:
                        - { from: 2026-01-01, workingDays: 10, source: { document: 行政许可法, mark: unverified } }

                """)
        let rules = try CityPack.with(["commitments/matters.yaml": text]).rules { _ in "" }
        let matter = try #require(rules.commitments.matters["water-permits"])
        #expect(matter.template(on: day("2025-12-31")) == nil)
        #expect(matter.template(on: day("2026-06-30"))?.version == "1")
        #expect(matter.template(on: day("2026-07-01"))?.version == "2")
        let term = try #require(rules.term(.missing, of: "water-permits", on: day("2026-06-30")))
        #expect(term.term == .workingDays(10) && term.source.mark == .unverified && !term.isNamedByOfficer)
        #expect(rules.term(.missing, of: "lenient-items", on: day("2026-06-30")) == nil)
    }

    @Test func `承诺数据标准的二十项是一类信息，有自己的版式`() throws {
        let rules = try PackFolder.embedded.rules { _ in "" }
        let kind = try #require(rules.kinds["commitment"])
        let titles = try #require(kind.templates.first).fields.map(\.title)
        #expect(titles == rules.commitments.fields.map(\.name.chinese))
        #expect(rules.layouts["commitment"]?.columns.map(\.title) == titles)
        // Each row names its own publicity, and no paper of a breach: it is shared and never published.
        #expect(kind.publication == .never && !kind.family.isAdverse)
    }

    @Test func `违诺信息缺了期限就不是一类信息`() {
        let text = CityPack.text("templates/broken-commitment.yaml")
            .replacing("  valid-until: [valid-until]\n", with: "")
        let problems = CityPack.problems(CityPack.with(["templates/broken-commitment.yaml": text]))
        #expect(problems.contains { $0.code == "PACK-131" })
    }
}
