import Credit
import Testing

struct CodeAuditTests {
    private static let a = "91640500MA7T033465"
    private static let b = "91440300192317458F"
    private static let c = "914403001922038216"

    private func audit(_ rows: [(String, String)], folding: Bool = false) -> CodeAudit {
        var audit = CodeAudit(folding: folding)
        for (code, name) in rows { audit.add(code: code, name: name) }
        return audit
    }

    @Test func `wrong codes and duplicates are counted apart and each row once`() {
        let result = audit([
            (Self.a, "甲公司"),
            (Self.a, "乙公司"),  // one code, second subject
            (Self.b, "丙公司"),
            (Self.c, "丙公司"),  // one subject, second code
            ("91640500MA7T033466", "丁公司"),  // wrong
            ("640500100000016", "戊公司"),  // old number kept as code: wrong
            ("00000000000000000X", "己商店"),  // not coded
            ("", "庚商店"),  // not coded
            (Self.b, "丙公司"),  // said again
        ]).result
        #expect(result.rows == 9)
        #expect(result.base == 7)
        #expect(result.wrong == 2)
        #expect(result.tally[.checkDigit] == 1)
        #expect(result.tally[.registrationNumber] == 1)
        #expect(result.subjectsBeyondFirst == 1)
        #expect(result.codesBeyondFirst == 1)
        #expect(result.duplicates == 2)
        #expect(result.repeatedRows == 1)
        #expect(result.errors == 4)
        #expect(result.rowsOfSharedCodes == 2)
        #expect(result.rowsOfSubjectsWithSeveralCodes == 3)
        #expect(result.rowsOfDuplicateGroups == 5)
        #expect(result.errorsWithWholeGroups == 7)
        #expect(result.rate(per: 1_000) == 571)
        #expect(result.rate(per: 10_000) == 5_714)
        #expect(result.rate(per: 1_000, wholeGroups: true) == 1_000)
    }

    @Test func `a row that is both kinds of duplicate counts once`() {
        // 乙 has b first; then a, which is 甲's, is given to 乙 too.
        let result = audit([(Self.a, "甲"), (Self.b, "乙"), (Self.a, "乙")]).result
        #expect(result.subjectsBeyondFirst == 1)
        #expect(result.codesBeyondFirst == 1)
        #expect(result.duplicates == 1)
        #expect(result.rowsOfDuplicateGroups == 3)
    }

    @Test func `names are compared folded, and a row without name shares nothing`() {
        #expect(audit([(Self.a, "甲（中卫）公司"), (Self.a, "甲(中卫) 公司")]).result.duplicates == 0)
        for rows in [[(Self.a, "甲"), (Self.a, "")], [(Self.a, ""), (Self.a, "甲")]] {
            #expect(audit(rows).result.duplicates == 0)
            #expect(audit(rows).result.rowsOfDuplicateGroups == 0)
            #expect(audit(rows).corrections.isEmpty)
        }
        #expect(audit([(Self.a, ""), (Self.b, " ")]).result.duplicates == 0)
    }

    @Test func `sole traders of one name in two places are two subjects`() throws {
        let here = try #require(CreditCode(completing: "92640502MA7T0001")).text
        let there = try #require(CreditCode(completing: "92640521MA7T0002")).text
        let again = try #require(CreditCode(completing: "92640502MA7T0003")).text
        #expect(audit([(here, "便民超市"), (there, "便民超市")]).result.duplicates == 0)
        #expect(audit([(here, "便民超市"), (again, "便民超市")]).result.codesBeyondFirst == 1)
    }

    @Test func `nothing coded has no rate, and the limit is told without rounding`() throws {
        let nothing = audit([("", "甲"), ("00000000000000000X", "乙")]).result
        #expect(nothing.rate(per: 10_000) == nil)
        #expect(nothing.isAtMost(perTenThousand: 6) == nil)
        var audit = CodeAudit()
        var random = FixedRandom(6)
        for index in 0..<9_994 { try audit.add(code: random.creditCode().text, name: "公司\(index)") }
        for index in 0..<6 { audit.add(code: "1", name: "错\(index)") }
        #expect(audit.result.isAtMost(perTenThousand: 6) == true)
        audit.add(code: "1", name: "错")
        #expect(audit.result.isAtMost(perTenThousand: 6) == false)
        #expect(audit.result.rate(per: 10_000) == 7)
    }

    @Test func `the correction file keeps the first, deletes the others and asks for what is missing`() {
        let rows = audit([
            (Self.a, "甲"), (Self.a, "乙"), (Self.b, "丙"), (Self.c, "丙"), ("91640500ma7t033465", "丁"),
            ("640500100000016", "丙"), ("12", "戊"), ("640502199001010017", "己"),
        ]).corrections
        func line(_ row: CodeCorrection) -> String { "\(row.row) \(row.operation.rawValue) \(row.code) \(row.name)" }
        #expect(
            rows.map(line) == [
                "1 2 \(Self.a) 甲",
                "2 1 \(Self.a) 乙",
                "2 0  乙",
                "3 2 \(Self.b) 丙",
                "4 1 \(Self.c) 丙",
                "5 1 91640500ma7t033465 丁",
                "5 0 \(Self.a) 丁",
                "6 1 640500100000016 丙",
                "7 1 12 戊",
                "7 0  戊",
                "8 1 640502********0017 己",
                "8 0  己",
            ])
        #expect(rows[1].cause == .sharedCode)
        #expect(rows[4].cause == .severalCodes)
        #expect(rows[7].cause == .wrong(.registrationNumber))
    }

    @Test func `folding makes a small letter no error`() {
        let rows = [("91640500ma7t033465", "甲")]
        #expect(audit(rows).result.wrong == 1)
        #expect(audit(rows, folding: true).result.wrong == 0)
        #expect(audit(rows, folding: true).corrections.isEmpty)
        #expect(audit(rows + [(Self.a, "乙")], folding: true).result.subjectsBeyondFirst == 1)
    }

    @Test func `parts add up whatever the rows are`() throws {
        var random = FixedRandom(8)
        for _ in 0..<50 {
            let codes = try (0..<8).map { _ in try random.creditCode().text } + ["", "00000000000000000X", "12", "无"]
            var audit = CodeAudit()
            for _ in 0..<200 {
                audit.add(
                    code: codes.randomElement(using: &random)!, name: "公司\(Int.random(in: 0..<12, using: &random))")
            }
            let result = audit.result
            #expect(result.base + result.tally[.empty] + result.tally[.sentinel] == result.rows)
            #expect(result.tally[.valid] + result.wrong == result.base)
            #expect(result.duplicates <= result.subjectsBeyondFirst + result.codesBeyondFirst)
            #expect(result.duplicates >= max(result.subjectsBeyondFirst, result.codesBeyondFirst))
            #expect(result.rowsOfDuplicateGroups >= result.duplicates)
            #expect(result.errors <= result.base)
        }
    }
}
