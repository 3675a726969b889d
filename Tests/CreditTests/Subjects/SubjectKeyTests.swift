import Credit
import Testing

struct SubjectKeyTests {
    @Test(arguments: [
        "91640500MA7T033465", "reg:640500100000016", "reg:3209231100626", "reg:320506NA000043X", "obj:street:文昌镇",
        "obj:vehicle:宁E12345", "obj:project-site:沙坡头大道(一期):A",
    ])
    func `a key reads back from its text`(text: String) throws {
        let key = try #require(SubjectKey(text: text))
        #expect(key.text == text)
        #expect(SubjectKey(text: key.text) == key)
    }

    @Test(arguments: [
        "", "91640500MA7T033466", "91640500ma7t033465", "00000000000000000X", "reg:", "reg:12", "640500100000016",
        "obj:",
        "obj::甲", "obj:street:", "obj:Street:甲", "obj:street:甲 乙", "obj:vehicle:宁e12345", "person:甲",
        "obj:person:640502199001010017", "REG:640500100000016",
    ])
    func `what is no key is refused`(text: String) { #expect(SubjectKey(text: text) == nil) }

    @Test func `an object is the same however its name is written`() {
        #expect(UncodedObject(kind: "street", name: "文昌镇（东 街）") == UncodedObject(kind: "street", name: "文昌镇(东街)"))
        #expect(UncodedObject(kind: "street", name: "　") == nil)
    }

    @Test func `a sole trader is known by code and by number`() {
        #expect(SubjectKey(text: "92640500MA7T03354W")?.isSoleTrader == true)
        #expect(SubjectKey(text: "reg:640500600000012")?.isSoleTrader == true)
        #expect(SubjectKey(text: "91640500MA7T033465")?.isSoleTrader == false)
        #expect(SubjectKey(text: "91640500MA7T033465")?.creditCode?.text == "91640500MA7T033465")
        #expect(SubjectKey(text: "obj:street:甲")?.creditCode == nil)
    }
}

struct EvaluableEntityTests {
    private let company: CreditCode
    private let trader: CreditCode

    init() throws {
        company = try #require(CreditCode("91640500MA7T033465"))
        trader = try #require(CreditCode("92640500MA7T03354W"))
    }

    @Test func `no person and no person in trade may be evaluated`() {
        for kind in [EntityKind.soleTrader, .soleProprietorship, .personalPractice, .naturalPerson, .uncodedObject] {
            #expect(!kind.mayBeEvaluated)
            #expect(EvaluableEntity(code: company, kind: kind) == nil)
        }
        for kind in EntityKind.allCases { #expect(EvaluableEntity(code: trader, kind: kind) == nil, "\(kind)") }
    }

    @Test func `an organisation may be evaluated as what its code says it is`() throws {
        #expect(EvaluableEntity(code: company, kind: .enterprise) != nil)
        #expect(EvaluableEntity(code: company, kind: .branch) != nil)
        let cooperative = try #require(CreditCode("93640500MA7T03362L"))
        #expect(EvaluableEntity(code: cooperative, kind: .cooperative) != nil)
        #expect(EvaluableEntity(code: cooperative, kind: .branch) != nil)
        #expect(EvaluableEntity(code: cooperative, kind: .enterprise) == nil)
    }

    @Test func `a registry's words name the kind, persons in trade first`() {
        let expected: [(String, EntityKind?)] = [
            ("有限责任公司(自然人独资)", .enterprise), ("个人独资企业", .soleProprietorship),
            ("个人独资企业分支机构", .soleProprietorship), ("个体工商户", .soleTrader), ("集体分支机构(非法人)", .branch),
            ("农民专业合作经济组织", .cooperative), ("股份合作制", .enterprise), ("普通合伙", .enterprise),
            ("有限责任公司分公司(自然人独资)", .branch), ("自然人", .naturalPerson), ("N/A", nil), ("", nil),
        ]
        for (words, kind) in expected { #expect(EntityKind(registeredType: words) == kind, "\(words)") }
    }

    @Test func `each code of the standard implies a kind that fits it or leaves it open`() {
        for code in CodeClassifierTests.synthetic.compactMap({ CreditCode($0) }) {
            guard let kind = code.impliedKind else { continue }
            #expect((EvaluableEntity(code: code, kind: kind) != nil) == kind.mayBeEvaluated, "\(code)")
        }
    }
}
