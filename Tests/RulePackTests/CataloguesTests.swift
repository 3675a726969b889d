import Credit
import RulePacks
import Testing

struct CataloguesTests {
    let rules: Rules

    init() throws {
        rules = try PackFolder.embedded.rules { _ in "" }
    }

    /// A day of these tests; a slip in one is a day far away, which no expectation meets.
    private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    @Test func `方案所列名单共二十一类，每类至少一种`() {
        let planned = rules.lists.filter { $0.row != nil }
        #expect(Set(planned.compactMap(\.row)) == Set(1...21))
        #expect(planned.count == 26 && rules.lists.count == 31)
        let items = Set(rules.planItems.map(\.code))
        #expect(planned.allSatisfy { items.contains($0.item ?? "") })
    }

    @Test func `没有依据的名单当日不存在`() throws {
        let red = try #require(rules.lists["culture-market-red"])
        #expect(red.status(on: day("2020-05-01")) == .absent && red.status(on: Day.endless) == .absent)
        let research = try #require(rules.lists["research-misconduct"])
        #expect(research.status(on: day("2020-12-06")) == .inForce)
        #expect(research.status(on: day("2020-12-07")) == .absent)
    }

    @Test func `国办发〔2020〕49号起，位阶不足的名单只作记录`() throws {
        #expect(ListBasis.rankDemand == day("2020-12-07"))
        for code in ["construction-market", "overloading", "transport-dishonest"] {
            let list = try #require(rules.lists[code])
            #expect(list.status(on: day("2020-12-06")) == .inForce, "\(code)")
            #expect(list.status(on: day("2020-12-07")) == .recordOnly, "\(code)")
        }
        // A red list asks for no rank, and a law that speaks of a record makes no list.
        #expect(rules.lists["transport-honest"]?.status(on: day("2026-06-30")) == .inForce)
        #expect(rules.lists["accountants"]?.status(on: day("2026-06-30")) == .recordOnly)
        #expect(rules.lists["commerce"]?.status(on: day("2026-06-30")) == .unclear)
    }

    @Test func `every natural person on a list stands there by a law that is named`() {
        for list in rules.lists {
            for subject in list.subjects where subject.target.isPerson {
                #expect(subject.source != nil, "\(list.code)")
            }
        }
    }

    @Test func `courts and tax decide elsewhere; the city takes their lists over`() throws {
        for code in ["dishonest-judgment-debtor", "tax-a-grade", "major-tax-violation"] {
            #expect(rules.lists[code]?.roles.latest.value == .source, "\(code)")
        }
        #expect(rules.lists["serious-violation"]?.roles.value(on: day("2021-08-31")) == .assist)
        #expect(rules.lists["serious-violation"]?.roles.value(on: day("2021-09-01")) == .ownWithConsent)
    }

    @Test func `全国清单三类十四项，未核到的不编造`() {
        #expect(rules.measures.editions.map(\.code) == ["2021", "2022", "2024"])
        #expect(rules.measures.edition(on: day("2021-12-30")) == nil)
        #expect(rules.measures.edition(on: day("2021-12-31"))?.count == 14)
        #expect(rules.measures.measures(on: day("2021-12-30")).isEmpty)
        #expect(rules.measures.measures.count == 11)
        #expect(Set(rules.measures.measures.map(\.category)) == Set(Measure.Category.allCases))
        // 限制升学复学 is about those who refuse military service, and about nobody's children.
        #expect(rules.measures.measures["limit-schooling"]?.targets == [.person])
    }

    @Test func `a document known by its year alone is unknown within that year`() throws {
        let memorandum = try #require(rules.memoranda["ndrc-finance-2018-342"])
        #expect(memorandum.state(on: day("2017-12-31")) == .notYet)
        #expect(memorandum.state(on: day("2018-06-01")) == .unknown)
        #expect(memorandum.state(on: day("2018-12-31")) == .inForce)
        #expect(memorandum.state(on: day("2020-12-07")).word == .history)
        let wages = try #require(rules.memoranda["human-resources-2017-16"])
        let from = try #require(RoughDay("2022-01-01"))
        #expect(wages.state(on: day("2022-01-01")) == .superseded(by: "人力资源社会保障部令第45号", from: from))
    }

    @Test func `承诺类型六种及其他，数据项二十`() {
        #expect(
            rules.commitments.kinds.map(\.name.chinese) == ["审批替代型", "容缺受理型", "证明事项型", "信用修复型", "行业自律型", "主动型", "其他"])
        #expect(rules.commitments.fields.count == 20)
        #expect(rules.commitments.fields["number"]?.length == 20)
        #expect(rules.commitments.fields.filter { $0.need == .conditional }.count == 2)
        let choices = rules.commitments.fields["kind"]?.choices
        #expect(choices == rules.commitments.kinds.map(\.name.chinese))
    }

    @Test func `of the seven kinds each has a document that is common or a department's`() {
        #expect(PolicyKind.seven.count == 7)
        for kind in PolicyKind.seven { #expect(rules.policies.contains { $0.kinds.contains(kind) }, "\(kind)") }
    }

    @Test func `news that was made up says so in its title`() {
        #expect(rules.news.count > 3)
        for item in rules.news where item.isDemonstration { #expect(item.title.chinese.contains("演示")) }
        #expect(rules.news.map(\.day) == rules.news.map(\.day).sorted(by: >))
    }

    @Test func `a new list and a new measure are a file each`() throws {
        let list = CityPack.text("lists/overloading.yaml").replacing("code: overloading", with: "code: lights")
        let measure = CityPack.text("measures/limit-awards.yaml").replacing("limit-awards", with: "limit-titles")
        let pack = CityPack.with(["lists/lights.yaml": list, "measures/limit-titles.yaml": measure])
        let more = try pack.rules { _ in "" }
        #expect(more.lists["lights"]?.status(on: day("2020-05-01")) == .inForce)
        #expect(more.lists.count == rules.lists.count + 1)
        #expect(more.measures.measures["limit-titles"]?.category == .management)
    }

    static let list = "lists/wage-arrears.yaml"
    static let mistakes: [Mistake] = [
        Mistake(
            code: "PACK-117", file: list, line: 3, story: "a kind of list not known",
            text: Mistake.edit(list, "kind: black", "kind: blacks"), names: "black"),
        Mistake(
            code: "PACK-122", file: list, line: 4, story: "no such department",
            text: Mistake.edit(list, "department: human-resources", "department: human-resource"),
            names: "human-resources"),
        Mistake(
            code: "PACK-122", file: list, line: 26, story: "no such document",
            text: Mistake.edit(list, "{ document: 人社部规〔2017〕16号 }", "{ document: 人社部规〔2017〕61号 }"), names: "人社部规"),
        Mistake(
            code: "PACK-117", file: list, line: 25, story: "a rank not known",
            text: Mistake.edit(list, "rank: normative-document", "rank: high")),
        Mistake(
            code: "PACK-160", file: list, line: 20, story: "R3: a person without a law",
            text: Mistake.edit(
                list, "legal-representative, source: { document: 保障农民工工资支付条例, clause: \"第四十八条\" } }",
                "legal-representative }"), names: "R3"),
        Mistake(
            code: "PACK-117", file: list, line: 19, story: "R16: relatives are no word",
            text: Mistake.edit(list, "target: employer", "target: relative")),
        Mistake(
            code: "PACK-161", file: "lists/culture-market-red.yaml", line: 1, story: "no basis and no word why",
            text: CityPack.text("lists/culture-market-red.yaml").split(separator: "note:").first.map(String.init)),
        Mistake(
            code: "PACK-162", file: list, line: 24, story: "a basis that ends before it begins",
            text: Mistake.edit(list, "until: \"2021-12-31\"", "until: \"2016\"")),
        Mistake(
            code: "PACK-114", file: list, line: 23, story: "a rough day that is none",
            text: Mistake.edit(list, "from: \"2017\"", "from: \"2017-13\"")),
        Mistake(
            code: "PACK-110", file: "measures/limit-posts.yaml", line: 3, story: "an unknown key",
            text: Mistake.edit("measures/limit-posts.yaml", "category:", "categry:"), names: "category"),
        Mistake(
            code: "PACK-117", file: "measures/limit-schooling.yaml", line: 7, story: "R16: children are no target",
            text: Mistake.edit("measures/limit-schooling.yaml", "[person]", "[child]")),
        Mistake(
            code: "PACK-163", file: "measures/editions.yaml", line: 2, story: "R2: more measures than the list has",
            text: Mistake.edit("measures/editions.yaml", "count: 14", "count: 10"), names: "R2"),
        Mistake(
            code: "PACK-122", file: "memoranda/ndrc-finance-2016-141.yaml", line: 3, story: "a document not listed",
            text: Mistake.edit("memoranda/ndrc-finance-2016-141.yaml", "〔2016〕141号", "〔2016〕142号")),
        Mistake(
            code: "PACK-123", file: "memoranda/ndrc-finance-2014-3062.yaml", line: 12, story: "changes backwards",
            text: Mistake.edit("memoranda/ndrc-finance-2014-3062.yaml", "\"2020-12-07\"", "\"2015\"")),
        Mistake(
            code: "PACK-130", file: "commitments/fields.yaml", line: 3, story: "R2: a field of religion",
            text: Mistake.edit("commitments/fields.yaml", "承诺编码", "承诺人宗教信仰"), names: "宗教信仰"),
        Mistake(
            code: "PACK-117", file: "policies/repair-2026.yaml", line: 4, story: "an eighth kind",
            text: Mistake.edit("policies/repair-2026.yaml", "[rights]", "[eighth]")),
        Mistake(
            code: "PACK-164", file: "news/2026-02-02-open-data.yaml", line: 2, story: "a day that is not the name's",
            text: Mistake.edit("news/2026-02-02-open-data.yaml", "day: 2026-02-02", "day: 2026-02-03")),
    ]

    @Test(arguments: mistakes)
    func `each mistake of these chapters is named with its file and line`(_ mistake: Mistake) throws {
        let problems = CityPack.problems(CityPack.with([mistake.file: mistake.text]))
        let problem = problems.first { $0.code == mistake.code && $0.place.file == mistake.file }
        let found = try #require(problem, "\(problems.map(\.chinese).joined(separator: "\n"))")
        #expect(found.place.line == mistake.line, "\(found.chinese)")
        #expect((found.message.chinese + found.remedy.chinese).contains(mistake.names), "\(found.chinese)")
        for label in [found.message, found.remedy] { #expect(!label.chinese.isEmpty && !label.english.isEmpty) }
    }

    @Test func `an example of these chapters that does not come out is told with its line`() throws {
        let wrong = [
            "list: { code: construction-market, on: 2020-12-07, name: 建筑市场主体“黑名单”, status: in-force, role: own }",
            "measure: { code: limit-posts, on: 2021-12-30, listed: true }",
            "memorandum: { code: ndrc-finance-2016-141, on: 2020-12-07, state: in-force }",
            "commitment: { code: other, name: 其他, fields: 21 }",
            "policy: { code: repair-2023, on: 2026-04-01, holds: true }",
            "news: { code: 2026-02-02-open-data, title: 别的 }",
        ]
        let text = "code: plan\nabout: 有误的示例\ncases:\n" + wrong.map { "  - \($0)\n" }.joined()
        let report = try CityPack.withExample(text).checked { _ in "" }
        #expect(report.problems.filter { $0.code == "PACK-151" }.map(\.place.line) == Array(4...9))
    }
}
