import Credit
import Testing

struct IdentifierTests {
    @Test func `a code tells its parts`() throws {
        let code = try #require(CreditCode("92640500MA7T03354W"))
        #expect(code.authority == .market)
        #expect(code.category == "2")
        #expect(code.region == 640500)
        #expect(code.organisationPart.text == "MA7T03354")
        #expect(code.organisationPart.hyphenated == "MA7T0335-4")
        #expect(code.isSoleTrader)
        #expect(code.impliedKind == .soleTrader)
        #expect(code.isKnownPair)
        #expect(MemoryLayout<CreditCode>.size == 18)
        let village = try #require(CreditCode("N2640502MB0T08535K"))
        #expect(village.authority == .agriculture)
        #expect(village.authority.categoryName(village.category)?.chinese == "村级集体经济组织")
        #expect(!village.isSoleTrader)
    }

    @Test func `codes compare as their texts`() throws {
        var random = FixedRandom(5)
        let codes = try (0..<500).map { _ in try random.creditCode() }
        #expect(codes.sorted().map(\.text) == codes.map(\.text).sorted())
        #expect(Set(codes).count == Set(codes.map(\.text)).count)
        for code in codes { #expect(CreditCode(code.text) == code) }
    }

    @Test func `a code is made from any writing of it`() {
        let bytes = Array(" ９１640500ma7t0334-65".utf8)
        #expect(bytes.withUnsafeBytes { CreditCode(folding: $0) } == CreditCode("91640500MA7T033465"))
        #expect(Array("91640500ma7t033466".utf8).withUnsafeBytes { CreditCode(folding: $0) } == nil)
        #expect(CreditCode("00000000000000000X") == nil)
        #expect(CreditCode("91350100M0000APH6W") == nil, "a pilot code with a wrong check is none")
    }

    @Test func `codes are completed only where they can be right`() {
        #expect(CreditCode(completing: "9144030019220382")?.text == "914403001922038216")
        #expect(CreditCode(completing: "9199030019220382") == nil)
        #expect(CreditCode(completing: "914403001922038") == nil)
        #expect(CreditCode(completing: "914403001922038é") == nil)
        #expect(OrganisationCode(completing: "19220382")?.text == "192203821")
        #expect(RegistrationNumber(completing: "64050010000001")?.text == "640500100000016")
    }

    @Test(arguments: ["110108000000016", "330200400065251", "640500100000016", "640500600000012", "640500200123458"])
    func `registration numbers pass their check and fail with any other digit`(text: String) throws {
        let number = try #require(RegistrationNumber(text))
        #expect(number.isCheckRight == true)
        #expect(number.registrar == Int(text.prefix(6)))
        #expect(number.isSoleTrader == (text == "640500600000012"))
        for place in 0..<15 {
            var digits = Array(text)
            for digit in "0123456789" where digit != Array(text)[place] {
                digits[place] = digit
                #expect(RegistrationNumber(String(digits))?.isCheckRight != true)
            }
        }
    }

    @Test func `the other forms of registration numbers have no check`() {
        #expect(RegistrationNumber("3209231100626")?.form == .legacy)
        #expect(RegistrationNumber("320506NA000043X")?.form == .cooperative)
        #expect(RegistrationNumber("3209231100626")?.isCheckRight == nil)
        for text in ["", "32092311006", "320506NC000043X", "320506NA0000431", "12345678901234a"] {
            #expect(RegistrationNumber(text) == nil)
        }
    }

    @Test func `a legacy identity number becomes no registration number`() {
        let number = "640502900101001"
        #expect(ResidentNumber(number)?.birthDay == Day("1990-01-01"))
        #expect(ResidentNumber(number)?.isLegacy == true)
        #expect(CodeClassifier.classify(number) == .registrationNumber)
        #expect(RegistrationNumber(number) == nil)
        #expect(SubjectKey(text: "reg:\(number)") == nil)
        #expect(CodeFinding(number).shownValue == "640502******001")
    }

    @Test func `identity numbers need province, real day and check`() throws {
        let right = [
            "11010519491231002X", "640502199001010017", "640521198512310024", "640502200002290140",
            "11010519491231002x",
        ]
        for text in right { #expect(ResidentNumber(text) != nil, "\(text)") }
        #expect(ResidentNumber("640502200002290140")?.birthDay == Day("2000-02-29"))
        #expect(ResidentNumber("11010519491231002x")?.masked == "110105********002x")
        let wrong = [
            "640522197802290035", "110105194912310021", "990426199112010074", "11010519491231002", "",
            "11010519491231002Y",
        ]
        for text in wrong { #expect(ResidentNumber(text) == nil, "\(text)") }
        #expect(ResidentNumber("911124198108030024") != nil, "a card of permanent residence of 2023")
    }

    @Test func `a wrong digit of an identity number is noticed`() {
        let text = "640502200002290140"
        for place in 0..<18 {
            for digit in "0123456789" where digit != Array(text)[place] {
                var digits = Array(text)
                digits[place] = digit
                #expect(ResidentNumber(String(digits)) == nil)
            }
        }
    }

    @Test func `somebody is a minor through the eighteenth birthday`() throws {
        let number = try #require(ResidentNumber("640502200002290140"))
        #expect(number.isMinor(on: try #require(Day("2018-02-28"))))
        #expect(!number.isMinor(on: try #require(Day("2018-03-01"))))
    }

    @Test func `identity numbers within a text are masked, other numbers are not`() {
        #expect(ResidentNumber.masking("张某11010519491231002X，电话") == "张某110105********002X，电话")
        #expect(ResidentNumber.masking("卫市监罚〔2026〕640502199001010018号") == "卫市监罚〔2026〕640502199001010018号")
        #expect(ResidentNumber.masking("91640500MA7T033465") == "91640500MA7T033465")
        #expect(ResidentNumber.masking("编号X11010519491231002X乙") == "编号X110105********002X乙")
        #expect(ResidentNumber.masking("身份证640502900307123。") == "身份证640502******123。")
        #expect(ResidentNumber.masking("640500100000016") == "640500100000016")
        #expect(ResidentNumber.masking("") == "")
    }

    @Test(arguments: [
        ("证号11010519491231002X。", "证号110105********002X。"),
        ("证号１１０１０５１９４９１２３１００２Ｘ。", "证号１１０１０５********００２Ｘ。"),
        ("证号110105 19491231 002X。", "证号110105 ******** 002X。"),
        ("证号110105-1949-1231-002x。", "证号110105-****-****-002x。"),
        ("1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", "1 1 0 1 0 5 * * * * * * * * 0 0 2 X"),
        ("证号110105\u{3000}19491231\u{200B}002Ⅹ", "证号110105\u{3000}********\u{200B}002Ⅹ"),
        ("证号１１０１０５－１９４９１２３１－００２X", "证号１１０１０５－********－００２X"),
        ("ID11010519491231002X", "ID110105********002X"),
        ("008611010519491231002X99", "0086110105********002X99"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "١١٠١٠٥********٠٠٢X"),
        ("号640502900307123，", "号640502******123，"),
        ("ID640502900307123号", "ID640502******123号"),
        ("号６４０５０２９００３０７１２３", "号６４０５０２******１２３"),
        ("640502 900307 123", "640502 ****** 123"),
        ("640502-900307-123", "640502-******-123"),
        ("2026 640502900307123", "2026 640502******123"),
        ("甲640502900307123乙11010519491231002X", "甲640502******123乙110105********002X"),
    ])
    func `a person's number is masked however it is written`(text: String, masked: String) {
        #expect(ResidentNumber.masking(text) == masked)
    }

    @Test(arguments: [
        "640500100000016", "640500 100000 016", "91640500MA7T033465", "916405001234567890", "91640500 MA7T 0334 65",
        "2026-05-06 至 2027-05-06，罚款 2,000 元，第 12 条第 3 款", "0955-7012345，13995012345", "6405029003071234567",
        "卫市监罚〔2026〕640502199001010018号", "二〇二六年",
    ])
    func `what is no person's number is left alone`(text: String) { #expect(ResidentNumber.masking(text) == text) }
}
