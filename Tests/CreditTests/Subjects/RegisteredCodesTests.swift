import Credit
import Testing

/// Every row of the real codes; the counts are those of docs/codes.md.
@Suite(.enabled(if: CodeData.isThere, "needs ../shared/data"))
struct RegisteredCodesTests {
    struct File: Sendable, CustomStringConvertible {
        let name: String
        let column: Int
        let plain: [CodeClass: Int]
        let folded: [CodeClass: Int]
        var description: String { name }
    }

    static let files = [
        File(name: "registered_codes_sample", column: 0, plain: [.valid: 5360], folded: [.valid: 5360]),
        File(name: "registered_codes_rare_kinds", column: 0, plain: [.valid: 335], folded: [.valid: 335]),
        File(
            name: "irregular_registered_values", column: 0,
            plain: [
                .registrationNumber: 3283, .organisationCode: 4, .other: 2, .length: 328, .character: 132,
                .checkDigit: 85, .organisationDigit: 80,
            ],
            folded: [
                .registrationNumber: 3283, .organisationCode: 4, .other: 2, .length: 329, .checkDigit: 85,
                .organisationDigit: 80, .valid: 131,
            ]),
        File(name: "profile_codes_failing_check", column: 0, plain: [.checkDigit: 14], folded: [.checkDigit: 14]),
        File(
            name: "library_test_vectors", column: 1,
            plain: [.empty: 1, .length: 6, .character: 2, .checkDigit: 9, .valid: 219],
            folded: [.empty: 1, .length: 5, .character: 1, .checkDigit: 9, .valid: 221]),
        File(
            name: "resident_id_vectors", column: 1,
            plain: [.residentID: 7, .length: 1, .department: 1, .region: 4],
            folded: [.residentID: 7, .length: 1, .department: 1, .region: 4]),
    ]

    @Test(arguments: files)
    func `every row of a file has its class`(file: File) throws {
        let rows = try CodeData.rows("uscc/\(file.name).csv")
        for (folding, expected) in [(false, file.plain), (true, file.folded)] {
            var found: [CodeClass: Int] = [:]
            for row in rows { found[CodeClassifier.classify(row[file.column], folding: folding), default: 0] += 1 }
            #expect(found == expected, "\(file.name), folding \(folding)")
            #expect(found.values.reduce(0, +) == rows.count)
        }
    }

    @Test func `the class agrees row by row with the one the file gives itself`() throws {
        let expected: [String: Set<CodeClass>] = [
            "registration-number-15": [.registrationNumber, .length], "registration-number-13": [.registrationNumber],
            "lowercase-valid-when-upper": [.character], "ok+badorg": [.organisationDigit], "badcheck": [.checkDigit],
            "badcheck+badorg": [.checkDigit], "words-not-a-code": [.other, .length],
            "org-code-with-hyphen": [.organisationCode], "badlen16": [.length], "badlen17": [.length],
            "badchar": [.character],
        ]
        var cooperatives = 0
        for row in try CodeData.rows("uscc/irregular_registered_values.csv") {
            let found = CodeClassifier.classify(row[0])
            #expect(expected[row[1]]?.contains(found) == true, "\(row[0])")
            if row[1] == "registration-number-15", found == .length {
                cooperatives += 1
                #expect(RegistrationNumber(row[0])?.form == .cooperative, "\(row[0])")
                #expect(CodeFinding(row[0]).remark != nil)
            }
            if row[1] == "lowercase-valid-when-upper" { #expect(CreditCode(row[0].uppercased()) != nil) }
            if row[1] == "badcheck+badorg" {
                #expect(CodeFinding(row[0]).remark?.english == "position 17 is wrong too")
            }
            if found == .registrationNumber {
                #expect(RegistrationNumber(row[0])?.isCheckRight != false, "all real ones pass: \(row[0])")
            }
        }
        #expect(cooperatives == 318)
    }

    @Test func `libraries are disagreed with only where it is written down`() throws {
        // The two that libraries accept only because they fold first, and which `--fold` accepts too.
        var disagreements: [String] = []
        for row in try CodeData.rows("uscc/library_test_vectors.csv") {
            let isValid = CodeClassifier.classify(row[1]) == .valid
            if isValid != (row[2] == "valid") { disagreements.append(row[1]) }
            #expect((CodeClassifier.classify(row[1], folding: true) == .valid) == (row[2] == "valid"), "\(row[1])")
        }
        #expect(disagreements == ["91 110000 600037341L", "71310106424845496e"])
    }

    @Test func `identity numbers are told and masked`() throws {
        for row in try CodeData.rows("uscc/resident_id_vectors.csv") {
            // 出生时县是否已设 is not looked at: old numbers keep the code of a county that is gone.
            let isNumber = row[2] == "valid" || row[2] == "birthplace-invalid"
            #expect((ResidentNumber(row[1]) != nil) == isNumber, "\(row[1])")
            #expect((CodeClassifier.classify(row[1]) == .residentID) == isNumber, "\(row[1])")
            if isNumber {
                let shown = CodeFinding(row[1]).shownValue
                #expect(shown == "\(row[1].prefix(6))********\(row[1].suffix(4))" || row[1].hasSuffix("x"))
                #expect(!shown.contains(row[1].dropFirst(6).prefix(8)))
            }
        }
    }

    @Test func `pilot codes of Fujian say so and those without a check are only wrong`() throws {
        let rows = try CodeData.rows("uscc/profile_codes_failing_check.csv")
        let pilots = rows.filter { CodeFinding($0[0]).remark?.english.hasPrefix("M000") == true }
        #expect(pilots.count == 11)
        #expect(pilots.allSatisfy { $0[0].hasPrefix("9135") })
    }

    @Test func `real codes keep their parts`() throws {
        var unknownPairs = 0
        for row in try CodeData.rows("uscc/registered_codes_sample.csv")
            + CodeData.rows("uscc/registered_codes_rare_kinds.csv")
        {
            let code = try #require(CreditCode(row[0]))
            #expect(code.text == row[0])
            #expect(code.organisationPart.text == String(row[0].dropFirst(8).prefix(9)))
            #expect(OrganisationCode(code.organisationPart.hyphenated) == code.organisationPart)
            #expect(code.region == Int(row[0].dropFirst(2).prefix(6)))
            #expect(CreditCode(completing: String(row[0].prefix(16))) == code)
            if !code.isKnownPair {
                unknownPairs += 1
                #expect(row[0].hasPrefix("99"))
                #expect(CodeFinding(row[0]).remark != nil)
            }
        }
        #expect(unknownPairs == 7)
    }
}
