import Credit
import Testing

struct CodeFindingTests {
    @Test func `the reason names the place and what would be right`() {
        #expect(CodeFinding("91640500MA7T033466").reason.chinese == "第 18 位校验码为“6”，按前面各位应为“5”")
        #expect(CodeFinding("91450122592788029K").reason.chinese.contains("第 17 位"))
        #expect(CodeFinding("91640500MA7I033465").reason.chinese.contains("第 12 位“I”"))
        #expect(CodeFinding("9164050０MA7T033465").reason.english.contains("position 8 “０”"))
        #expect(CodeFinding("无字第1").reason.chinese == "共 4 个字符，应为 18 个")
        #expect(CodeFinding("91990500MA7T033465").reason.english.contains("990500"))
        #expect(CodeFinding("B1640500MA7T033465").reason.english.contains("“B”"))
    }

    @Test func `what would be right when folded says so`() {
        #expect(CodeFinding("91640500ma7t033465").remark?.english.contains("once made half-width") == true)
        #expect(CodeFinding("91640500ma7t033466").remark == nil)
        #expect(CodeFinding("91640500MA7T033465").remark == nil)
        #expect(CodeFinding("９１６４０５００ＭＡ７Ｔ０３３４６５").remark != nil)
    }

    @Test func `an unknown pair is valid with a remark`() throws {
        let code = try #require(CreditCode(completing: "99640500MA7T0334"))
        #expect(CodeFinding(code.text).found == .valid)
        #expect(CodeFinding(code.text).remark?.chinese.contains("99") == true)
        #expect(CreditCode(completing: "54640500MA7T0334").map { CodeFinding($0.text).remark == nil } == true)
    }

    @Test func `a person's number is masked in every writing and class`() {
        for text in [" 640502199001010017", "６４０５０２１９９００１０１００１７", "640502-19900101-0017", "号640502199001010017"] {
            for folding in [false, true] {
                let shown = CodeFinding(text, folding: folding).shownValue
                #expect(!shown.contains("19900101") && !shown.contains("１９９００１０１"), "\(shown)")
            }
        }
    }

    @Test func `a tab in a value does not break the line`() {
        #expect(CodeFinding("无\t无").shownValue == "无 无")
    }

    @Test func `a line of the check holds value, class and reason`() {
        func line(_ value: String, folding: Bool = false, inEnglish: Bool = false) -> String {
            var out: [UInt8] = []
            Array(value.utf8).withUnsafeBytes {
                CodeFinding.appendLine(for: $0, folding: folding, inEnglish: inEnglish, to: &out)
            }
            return String(decoding: out, as: UTF8.self)
        }
        #expect(line("91640500MA7T033465") == "91640500MA7T033465\tvalid\t两个校验位均正确\n")
        #expect(line("91640500MA7T033465", inEnglish: true).hasSuffix("both check digits are right\n"))
        #expect(line("91640500ma7t033465", folding: true).hasPrefix("91640500ma7t033465\tvalid\t"))
        #expect(line("11010519491231002X").hasPrefix("110105********002X\tresident-id\t"))
        #expect(line("") == "\tempty\t没有内容\n")
        #expect(line("91640500MA7\t033465").split(separator: "\t").count == 3)
        #expect(line("91350100M0000APH6W").contains("M000"))
    }
}
