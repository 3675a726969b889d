import Credit
import Testing

struct CodeClassifierTests {
    static let real = """
        9144030071526726XG 914403001922038216 91330100799655058B 91110000802100433B 91110108551385082Q
        9152000071430580XT 91110000710925462X 91440400192548256N 91440606722473344C 91440300192317458F
        91100000100003962T 911000001000013428 91440300100012316L 12100000400000624D 12100000400002259P
        53100000500021676K 91320100748204660Q 91320000134762764K 91360000625912173B 11320100MB1886843H
        11230500001755309F 91110000600037341L
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    static let synthetic = """
        11640502MB0T003810 12640502MB0T0039XL 13640502MB0T00402A 31640502MB0T01122N 51640502MB0T0186X4
        52640502MB0T018781 53640502MB0T01886Q 71640502MB0T02600X 81640502MB0T02977T 91640500MA7T033465
        92640500MA7T03354W 93640500MA7T03362L N2640502MB0T08535K Y1640502MB0T12593T
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    @Test(arguments: real + synthetic)
    func `a right code is valid, in bytes, in folded writing and as a value`(code: String) {
        #expect(CodeClassifier.classify(code) == .valid)
        #expect(CodeClassifier.classify(code, folding: true) == .valid)
        #expect(CodeClassifier.classify(code.lowercased() + " ", folding: true) == .valid)
        #expect(CreditCode(code)?.text == code)
    }

    @Test func `the order of the contract decides between classes that fit`() {
        let expected: [(String, CodeClass)] = [
            ("", .empty),
            ("00000000000000000X", .sentinel),
            ("00000000000000000x", .character),
            ("000000000000000000", .department),
            ("11010519491231002X", .residentID),
            ("44011320141005001x", .residentID),
            ("640502199001010017", .residentID),
            ("640522197802290035", .region),
            ("110108000000016", .registrationNumber),
            ("110108000000017", .registrationNumber),
            ("3209231100626", .registrationNumber),
            ("192203821", .organisationCode),
            ("19220382-1", .organisationCode),
            ("10774368-0", .organisationCode),
            ("192203822", .length),
            ("19220382-2", .length),
            ("无", .other),
            ("个体工商户", .other),
            ("n/a", .other),
            (" ", .other),
            ("９１６４０５００ＭＡ７Ｔ０３３４６５", .other),
            ("企合苏锡总字第0001", .length),
            ("N/A", .length),
            ("320506NA000043X", .length),
            ("9164050MA7T033465", .length),
            ("91640500MA7T0334655", .length),
            ("91640500MA7T03346五", .character),
            ("91640500ma7t033465", .character),
            ("91640500MA7I033465", .character),
            ("91640500MA7T 33465", .character),
            ("01640500MA7T033465", .department),
            ("B1640500MA7T033465", .department),
            ("9164O500MA7T033465", .character),
            ("9164A500MA7T033465", .region),
            ("91990500MA7T033465", .region),
            ("91100001100003962T", .region),
            ("91640500MA7T033466", .checkDigit),
            ("911000001000044477", .checkDigit),
            ("911000001000054748", .checkDigit),
            ("93640502MA76000000", .checkDigit),
            ("91350100M0000APH6W", .checkDigit),
            ("91450122592788029K", .organisationDigit),
            ("91350100M000100Y43", .valid),
        ]
        for (value, found) in expected {
            #expect(CodeClassifier.classify(value) == found, "\(value)")
        }
    }

    @Test func `folding evens out width, case, space and hyphen, and nothing else`() {
        let expected: [(String, CodeClass)] = [
            ("　\t", .empty),
            ("９１６４０５００ＭＡ７Ｔ０３３４６５", .valid),
            ("\u{FEFF}91640500ma7t033465\r", .valid),
            ("91 640500 MA7T03346-5", .valid),
            ("91640500－MA7T0334—65", .valid),
            ("91640500MA7T033466", .checkDigit),
            ("00000000000000000x", .sentinel),
            ("1922 0382-1", .organisationCode),
            ("１１０１０５１９４９１２３１００２ｘ", .residentID),
            ("1101 0800 0000 016", .registrationNumber),
            ("n/a", .length),
            ("无 ", .other),
            ("九一640500MA7T033465", .character),
            ("九一六四640500MA7T033465", .length),
            (String(repeating: "长", count: 200), .other),
            (String(repeating: "长", count: 200) + "9", .length),
            (String(repeating: " ", count: 500) + "91640500MA7T033465", .valid),
        ]
        for (value, found) in expected {
            #expect(CodeClassifier.classify(value, folding: true) == found, "\(value)")
        }
    }

    @Test func `an identity number whose check fits as a code too is a code`() throws {
        // 17 digits of a born person, tried until position 18 is right by both standards: the order makes it no resident-id.
        var random = FixedRandom(7)
        var found = 0
        for _ in 0..<20_000 {
            let sequence = String(Int.random(in: 1000...9999, using: &random)).suffix(3)
            let digits =
                "64050219\(Int.random(in: 50...99, using: &random))\(["0101", "0723", "1130"].randomElement(using: &random)!)\(sequence)"
            let check = try #require(Array(digits.utf8).withUnsafeBytes { ResidentNumber.checkCharacter($0) })
            let number = digits + String(UnicodeScalar(check))
            switch CodeClassifier.classify(number) {
            case .residentID: continue
            case .region:
                found += 1
                #expect(
                    !CodeFinding(number).shownValue.contains(digits.dropFirst(6).prefix(8)),
                    "a person's number is masked all the same")
            case let other: Issue.record("\(number) is \(other)")
            }
        }
        #expect((400...900).contains(found), "one of 31: \(found)")
    }

    @Test func `every single wrong character of a code is noticed`() throws {
        var random = FixedRandom(1)
        let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        for _ in 0..<60 {
            let code = try random.creditCode()
            #expect(CodeClassifier.classify(code.text) == .valid)
            for place in 0..<18 {
                var text = Array(code.text)
                for letter in letters where letter != text[place] {
                    let before = text[place]
                    text[place] = letter
                    // 31 is prime and no weight is 0: one changed character always changes the sum.
                    #expect(CodeClassifier.classify(String(text)) != .valid)
                    text[place] = before
                }
            }
        }
    }

    @Test func `two neighbours changing places are noticed`() throws {
        var random = FixedRandom(2)
        for _ in 0..<2_000 {
            var text = try Array(random.creditCode().text)
            let place = Int.random(in: 0..<16, using: &random)
            guard text[place] != text[place + 1] else { continue }
            text.swapAt(place, place + 1)
            #expect(CodeClassifier.classify(String(text)) != .valid)
        }
    }

    @Test func `the lines of a buffer are classified as each by itself`() throws {
        var random = FixedRandom(3)
        var values: [String] = []
        for _ in 0..<2_000 {
            var text = try Array(random.creditCode().text.unicodeScalars)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: text[Int.random(in: 0..<18, using: &random)] = "7"
            case 1: text = Array("".unicodeScalars)
            case 2: text.removeLast()
            case 3: text[4] = "五"
            case 4: text = Array("00000000000000000X".unicodeScalars)
            case 5: text = text.map { $0 == "A" ? "a" : $0 }
            default: break
            }
            var value = String.UnicodeScalarView()
            value.append(contentsOf: text)
            values.append(String(value))
        }
        values.append("91640500MA7T033465")
        for (separator, end) in [("\n", ""), ("\n", "\n"), ("\r\n", ""), ("\r\n", "\r\n")] {
            for folding in [false, true] {
                var found: [CodeClass] = []
                var lines: [String] = []
                var expected = CodeTally()
                for value in values { expected.add(CodeClassifier.classify(value, folding: folding)) }
                let tally = Array((values.joined(separator: separator) + end).utf8).withUnsafeBytes { bytes in
                    CodeClassifier.forEachLine(in: bytes, folding: folding) { line, each in
                        lines.append(String(decoding: line, as: UTF8.self))
                        found.append(each)
                    }
                    return CodeClassifier.tally(lines: bytes, folding: folding)
                }
                #expect(lines == values)
                #expect(found == values.map { CodeClassifier.classify($0, folding: folding) })
                #expect(tally == expected)
                #expect(tally.total == values.count)
            }
        }
    }

    @Test func `any bytes get a class`() {
        var random = FixedRandom(4)
        for _ in 0..<4_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            for folding in [false, true] {
                let (found, finding) = bytes.withUnsafeBytes { bytes in
                    (CodeClassifier.classify(bytes, folding: folding), CodeFinding(bytes, folding: folding))
                }
                #expect(found == finding.found)
                #expect(!finding.reason.chinese.isEmpty && !finding.reason.english.isEmpty)
            }
        }
    }
}
