import Credit
import RulePacks
import Testing

struct ProceduresTests {
    private let rules: Rules
    private let day = Day("2026-06-30") ?? Day(number: 0)

    init() throws {
        rules = try PackFolder.embedded.rules { _ in "" }
    }

    @Test func `失信名单都须事先告知`() throws {
        for list in rules.lists where list.kind == .black {
            let procedure = try #require(rules.procedure(of: list), "\(list.code)")
            #expect(procedure.notice.value(on: day) == .owed, "\(list.code)")
            #expect(procedure.chain.value(on: day)?.contains(where: \.isOther) == true)
        }
        let abnormal = try #require(rules.lists["abnormal-operation"])
        #expect(rules.procedure(of: abnormal)?.notice.value(on: day) == .notOwed)
        let red = try #require(rules.lists["tax-a-grade"])
        #expect(rules.procedure(of: red)?.code == "merit")
    }

    @Test func `没有核到的申辩期限和听证情形不编造`() {
        for procedure in rules.procedures where procedure.kinds.contains(.black) {
            #expect(procedure.answer == nil && procedure.hearing == nil)
        }
    }

    @Test func `a procedure that names a list comes before that of its kind`() throws {
        let text = CityPack.text("procedures/attention.yaml")
            .replacing("code: attention\nkinds: [attention]", with: "code: own\nlists: [broken-commitments]")
            .replacing("      - { step: section, name: 科室审核, english: Head of section, other: true }\n", with: "")
        let own = try CityPack.with(["procedures/own.yaml": text]).rules { _ in "" }
        let list = try #require(own.lists["broken-commitments"])
        #expect(own.procedure(of: list)?.code == "own")
        #expect(own.lists["abnormal-operation"].flatMap { own.procedure(of: $0) }?.code == "attention")
    }

    @Test func `every mistake of a procedure is told with its line`() {
        let path = "procedures/serious-dishonesty.yaml"
        let text = CityPack.text(path)
        func codes(_ changed: String) -> [String] {
            #expect(changed != text)
            return CityPack.problems(CityPack.with([path: changed])).map { problem in
                #expect(problem.place.file == path && problem.place.line > 1)
                return problem.code
            }
        }
        #expect(codes(text.replacing("duty: owed", with: "duty: not-owed")) == ["PACK-190"])
        #expect(codes(text.replacing("step: section", with: "step: handler")) == ["PACK-191"])
        #expect(codes(text.replacing("other: true", with: "other: false")) == ["PACK-192"])
        #expect(codes(text.replacing("{facts}", with: "{fact}")) == ["PACK-193", "PACK-193"])
        #expect(
            Set(
                codes(
                    text.replacing("other: true", with: "other: false").replacing("duty: owed", with: "duty: not-owed"))
            )
                == ["PACK-190", "PACK-192"])
    }

    @Test func `文书写明告知的事实、理由、依据、期限和权利`() throws {
        let procedure = try #require(rules.procedures["serious-dishonesty"])
        let notice = try #require(procedure.noticeForm)
        let words = notice.paragraphs.map(\.chinese).joined()
        for blank in ["facts", "grounds", "basis", "measures", "term", "article", "remedy", "name", "list", "organ"] {
            #expect(words.contains("{\(blank)}"), "\(blank)")
        }
        let decision = try #require(procedure.decisionForm)
        let decided = decision.paragraphs.map(\.chinese).joined()
        for blank in ["facts", "basis", "measures", "end", "remedy", "number", "organ"] {
            #expect(decided.contains("{\(blank)}"), "\(blank)")
        }
    }
}
