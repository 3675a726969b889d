import Credit
import RulePacks
import Testing

/// One mistake in the city's pack, and the one problem it gives.
struct Mistake: Sendable, CustomTestStringConvertible {
    let code: String
    let file: String
    let line: Int
    let story: String
    /// What the file says instead; nil takes the file away.
    let text: String?
    /// What message and remedy, in Chinese, must name.
    var names = ""

    var testDescription: String { "\(code) \(story)" }

    /// The file with one piece of it put otherwise.
    static func edit(_ file: String, _ old: String, _ new: String) -> String {
        let text = CityPack.text(file)
        let range = text.ranges(of: old).first
        guard let range else { return "the file holds no “\(old)”" }
        return text.replacingCharacters(in: range, with: new)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}

struct PackProblemTests {
    static let tax = "departments/tax.yaml"
    static let mistakes: [Mistake] = [
        Mistake(
            code: "PACK-103", file: tax, line: 1, story: "a file too big",
            text: String(repeating: "#\n", count: 200_000)),
        Mistake(
            code: "PACK-102", file: tax, line: 4, story: "a control character",
            text: Mistake.edit(tax, "level:", "\u{7}level:")),
        Mistake(
            code: "PACK-104", file: tax, line: 4, story: "an anchor",
            text: Mistake.edit(tax, "level: nat", "level: &nat")),
        Mistake(
            code: "PACK-104", file: tax, line: 4, story: "an alias",
            text: Mistake.edit(tax, "level: nat", "level: *nat")),
        Mistake(
            code: "PACK-105", file: tax, line: 3, story: "a tag", text: Mistake.edit(tax, "order: ", "order: !!int ")),
        Mistake(
            code: "PACK-106", file: tax, line: 4, story: "text after a quote",
            text: Mistake.edit(tax, "level: national", "level: \"x\" y")),
        Mistake(code: "PACK-106", file: tax, line: 2, story: "two documents", text: "code: tax\n---\nx: y\n"),
        Mistake(
            code: "PACK-107", file: tax, line: 3, story: "a key twice",
            text: Mistake.edit(tax, "level:", "order: 1\nlevel:"), names: "order"),
        Mistake(code: "PACK-108", file: "departments/tax.yml", line: 1, story: "a stray file", text: "code: tax\n"),
        Mistake(code: "PACK-108", file: "secrets/x.yaml", line: 1, story: "a stray folder", text: "code: x\n"),
        Mistake(code: "PACK-109", file: "pack.yaml", line: 1, story: "no title", text: nil, names: "pack.yaml"),
        Mistake(
            code: "PACK-110", file: tax, line: 9, story: "an unknown key",
            text: Mistake.edit(tax, "names:", "nmaes:"), names: "names"),
        Mistake(
            code: "PACK-111", file: tax, line: 1, story: "a missing key",
            text: Mistake.edit(tax, "level: national\n", ""), names: "level"),
        Mistake(code: "PACK-112", file: tax, line: 1, story: "a list for a mapping", text: "- a\n- b\n"),
        Mistake(
            code: "PACK-112", file: tax, line: 4, story: "a list for a text",
            text: Mistake.edit(tax, "level: national", "level: [national]")),
        Mistake(code: "PACK-113", file: tax, line: 1, story: "an empty file", text: "# nothing\n"),
        Mistake(
            code: "PACK-113", file: tax, line: 5, story: "an empty value",
            text: Mistake.edit(tax, "region: \"640500\"", "region: ~")),
        Mistake(
            code: "PACK-114", file: tax, line: 10, story: "a day that is none",
            text: Mistake.edit(tax, "2020-01-01", "2020-02-30")),
        Mistake(
            code: "PACK-115", file: tax, line: 3, story: "no number", text: Mistake.edit(tax, "order: ", "order: x")),
        Mistake(
            code: "PACK-115", file: tax, line: 3, story: "out of range",
            text: Mistake.edit(tax, "order: ", "order: 1000")),
        Mistake(
            code: "PACK-116", file: "plan/O.yaml", line: 5, story: "no truth",
            text: Mistake.edit("plan/O.yaml", "common: true", "common: yes")),
        Mistake(
            code: "PACK-117", file: tax, line: 4, story: "a word not known",
            text: Mistake.edit(tax, "national", "natoinal"), names: "national"),
        Mistake(
            code: "PACK-118", file: "terms/portal.yaml", line: 1, story: "no code",
            text: Mistake.edit("terms/portal.yaml", "code: portal", "code: Portal_")),
        Mistake(
            code: "PACK-120", file: tax, line: 1, story: "code and file differ",
            text: Mistake.edit(tax, "code: tax", "code: taxes"), names: "tax"),
        Mistake(
            code: "PACK-121", file: "regions/640500.yaml", line: 9, story: "a code twice",
            text: Mistake.edit("regions/640500.yaml", "640521", "640502")),
        Mistake(
            code: "PACK-122", file: tax, line: 5, story: "no such region", text: Mistake.edit(tax, "640500", "640599"),
            names: "640599"),
        Mistake(
            code: "PACK-122", file: tax, line: 14, story: "no such document",
            text: Mistake.edit(tax, "任务分工方案", "任务分工方案稿"), names: "中卫市2020年社会信用体系建设重点任务分工方案"),
        Mistake(
            code: "PACK-123", file: "terms/blacklist.yaml", line: 3, story: "steps backwards",
            text: Mistake.edit("terms/blacklist.yaml", "2016-05-30", "2021-05-30")),
        Mistake(
            code: "PACK-130", file: "catalogue/2021.yaml", line: 9, story: "R2: religion",
            text: Mistake.edit("catalogue/2021.yaml", "登记注册基本信息", "宗教信仰信息"), names: "宗教信仰"),
        Mistake(
            code: "PACK-130", file: "catalogue/2021.yaml", line: 10, story: "R2: genes",
            text: Mistake.edit("catalogue/2021.yaml", "basic registration information", "gene samples"), names: "gene"),
        Mistake(
            code: "PACK-140", file: "calendar/2021.yaml", line: 6, story: "a day of another year",
            text: Mistake.edit("calendar/2021.yaml", "2021-01-01..2021-01-03", "2020-12-31")),
        Mistake(
            code: "PACK-141", file: "calendar/2021.yaml", line: 13, story: "a day twice",
            text: Mistake.edit("calendar/2021.yaml", "2021-02-07", "2021-05-01")),
        Mistake(
            code: "PACK-142", file: "calendar/2021.yaml", line: 13, story: "make-up on a Monday",
            text: Mistake.edit("calendar/2021.yaml", "2021-02-07", "2021-02-08")),
        Mistake(
            code: "PACK-143", file: "plan/D99.yaml", line: 1, story: "a section of nobody",
            text: Mistake.edit("plan/D16.yaml", "D16", "D99")),
    ]

    @Test func `the pack without any change has no mistake`() {
        #expect(CityPack.problems(.embedded) == [])
    }

    @Test(arguments: mistakes)
    func `each mistake is named with its file and line`(_ mistake: Mistake) throws {
        let problems = CityPack.problems(CityPack.few([mistake.file: mistake.text]))
        let problem = problems.first { $0.code == mistake.code && $0.place.file == mistake.file }
        let found = try #require(problem, "\(problems.map(\.chinese).joined(separator: "\n"))")
        #expect(found.place.line == mistake.line, "\(found.chinese)")
        #expect((found.message.chinese + found.remedy.chinese).contains(mistake.names), "\(found.chinese)")
        for label in [found.message, found.remedy] {
            #expect(!label.chinese.isEmpty && !label.english.isEmpty)
        }
    }

    @Test func `a slip of the pen gets the right word suggested`() throws {
        let text = Mistake.edit(Self.tax, "    short:", "    shrot:")
        let problems = CityPack.problems(CityPack.few([Self.tax: text]))
        let unknown = try #require(problems.first { $0.code == "PACK-110" })
        #expect(unknown.place == PackPlace(file: Self.tax, line: 12, column: 5, keys: "names[0].shrot"))
        #expect(unknown.message.chinese == "不认识的键“shrot”。")
        #expect(unknown.remedy.english == "Did you mean “short”?")
        #expect(problems.contains { $0.code == "PACK-111" && $0.place.line == 10 })
    }

    @Test func `all mistakes of all files are told at once, in order`() {
        let problems = CityPack.problems(
            CityPack.few([
                Self.tax: Mistake.edit(Self.tax, "order: 34", "order: x").replacing(
                    "level: national", with: "level: x"),
                "terms/portal.yaml": "code: [",
                "calendar/2020.yaml": Mistake.edit("calendar/2020.yaml", "2020-01-01", "2020-13-01"),
            ]))
        let told = problems.filter { $0.code != "PACK-109" }
        #expect(told.map(\.code) == ["PACK-114", "PACK-115", "PACK-117", "PACK-106"])
        #expect(told.map(\.place.file) == ["calendar/2020.yaml", Self.tax, Self.tax, "terms/portal.yaml"])
    }

    @Test func `bytes that are no UTF-8 are named with their line`() throws {
        let bytes = Array("code: tax\nx: ".utf8) + [0xC3, 0x28]
        let files = PackFolder.embedded.files.filter { $0.path != Self.tax } + [PackFile(path: Self.tax, bytes: bytes)]
        let problem = try #require(CityPack.problems(PackFolder(files: files)).first { $0.code == "PACK-102" })
        #expect(problem.place == PackPlace(file: Self.tax, line: 2, column: 4))
    }

    @Test func `a folder that is not there is one sentence`() {
        #expect(throws: PackProblems.self) { try PackFolder(path: "/no/such/folder") }
    }

    @Test func `an example that does not come out is a mistake of the pack`() throws {
        let wrong = [
            "workdays: { event: 2020-01-20, add: 7, expect: 2020-02-05 }",
            "year: { year: 2020, expect: 250 }",
            "department: { code: tax, on: 2020-05-01, name: 地税局 }",
            "region: { code: \"640502\", name: 沙坡头, within: \"640500\", file: \"640500\" }",
            "term: { code: blacklist, on: 2021-01-01, label: 黑名单 }",
            "edition: { on: 2023-05-01, code: \"2024\", classes: 13 }",
            "section: { code: D10, items: 4, departments: [finance] }",
        ]
        let text = "code: plan\nabout: 有误的示例\ncases:\n" + wrong.map { "  - \($0)\n" }.joined()
        let report = try CityPack.withExample(text).checked { _ in "" }
        let told = report.problems.filter { $0.code == "PACK-151" }
        #expect(told.map(\.place.line) == Array(4...10))
        #expect(told.allSatisfy { $0.place.file == "examples/plan.yaml" })
    }

    @Test func `an example of no known kind, or of two, is refused`() {
        let text = """
            code: plan
            about: 有误的示例
            cases:
              - miracle: { expect: 1 }
              - year: { year: 2020, expect: 249 }
                term: { code: blacklist, on: 2021-01-01, label: 严重失信主体名单 }
            """
        #expect {
            _ = try CityPack.withExample(text).checked { _ in "" }
        } throws: { error in
            let problems = (error as? PackProblems)?.problems ?? []
            return problems.filter { $0.code == "PACK-150" }.map(\.place.line) == [4, 5]
        }
    }

    @Test func `an example kind of somebody else's is read and run`() throws {
        let kind = ExampleKind(key: "row") { strict in
            let cells = strict.pairs("cells")
            guard let cells else { return nil }
            return Example(covers: [], expect: "名称=甲;罚款=;") { _ in cells.map { "\($0.name)=\($0.value);" }.joined() }
        }
        let text = "code: plan\nabout: 行\ncases:\n  - row: { cells: { 名称: 甲, 罚款: \"\" } }\n"
        let pack = CityPack.withExample(text)
        let report = try pack.checked(kinds: ExampleKind.standard + [kind]) { _ in "" }
        #expect(!report.problems.contains { $0.code == "PACK-151" })
        #expect(report.run == 1)
    }
}
