import Testing

@testable import Credit

/// How days, amounts and texts are read.
struct ReadingTests {
    private func day(_ text: String, form: CellForm = .text) -> String {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { bytes in
            switch DayReading.read(bytes, 0, bytes.count, form: form) {
            case .success(let day): day.description
            case .failure(.noSuchDay): "no such day"
            case .failure(.unreadable): "unreadable"
            }
        }
    }

    @Test(arguments: [
        ("2026-03-05", "2026-03-05"), ("2026/3/5", "2026-03-05"), ("2026.3.5", "2026-03-05"),
        ("2026年3月5日", "2026-03-05"), ("2026年3月5", "2026-03-05"), ("20260305", "2026-03-05"),
        ("2018-03-22 00:00:00", "2018-03-22"), ("2018-08-22 00:00:00.0", "2018-08-22"),
        ("2018-08-22T10:11:12+08:00", "2018-08-22"), ("42473", "2016-04-13"), ("20180305101112", "2018-03-05"),
        ("2026-02-30", "no such day"), ("2026/13/01", "no such day"), ("昨天", "unreadable"), ("2026", "unreadable"),
        ("05/03/2026", "unreadable"), ("2026-03-05x", "unreadable"), ("", "unreadable"), ("123456", "unreadable"),
    ])
    func `a day is read in every form departments write it`(_ text: String, _ expected: String) {
        #expect(day(text) == expected)
    }

    private func fen(_ text: String, _ unit: MoneyUnit = .wan) -> String {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { bytes in
            switch AmountReading.fen(bytes, 0, bytes.count, unit: unit) {
            case .success(let fen): "\(fen)"
            case .failure(let fault): "\(fault)"
            }
        }
    }

    @Test(arguments: [
        ("0.2", "200000"), ("2,000", "2000000000"), ("2000元", "200000"), ("0.2万元", "200000"), ("¥3", "3000000"),
        ("0.000001", "1"), ("0.0000001", "finerThanFen"), ("0.2000000", "200000"), ("-1", "negative"),
        ("壹万贰仟元整", "1200000"), ("人民币叁佰元", "30000"), ("伍拾元伍角", "5050"), ("一亿元", "10000000000"), ("不详", "unreadable"),
        ("12.3.4", "unreadable"), ("99999999999999999999", "tooLarge"),
    ])
    func `an amount is read to the fen in every form departments write it`(_ text: String, _ expected: String) {
        #expect(fen(text) == expected)
    }

    @Test func `brackets, width, spaces and case mean nothing in a document number`() {
        let forms = ["卫市监罚〔2026〕12号", "卫市监罚[2026]12号", "卫市监罚【2026】12号", "卫市监罚（２０２６）１２号", "卫市监罚 (2026) 12号"]
        #expect(Set(forms.map { ByteFolding.key($0) }) == ["卫市监罚(2026)12号"])
    }

    @Test func `white space of every kind is trimmed and other text is left alone`() {
        for (text, expected) in [("　中卫\u{A0}", "中卫"), ("\u{FEFF}甲 乙\t", "甲 乙"), ("   ", ""), ("处", "处"), ("、", "、")] {
            let bytes = Array(text.utf8)
            let found = bytes.withUnsafeBytes { bytes in
                let (start, end) = ByteFolding.trimmed(bytes, 0, bytes.count)
                return String(decoding: bytes[start..<end], as: UTF8.self)
            }
            #expect(found == expected)
        }
    }

    @Test func `what is written canonically is read back, and no other spelling is`() throws {
        let bytes = CanonicalWriter.object { writer in
            writer.put("a", "引号\"反斜\\换行\n制表\t\u{1}")
            writer.put("b", 0)
            writer.put("c", -42)
            writer.put("d", Day("2026-03-05"))
            writer.put("e", true)
            writer.put("f", ["甲", "乙"])
            writer.put("g", canonical: Array("{\"x\":1}".utf8))
        }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"a":"引号\"反斜\\换行\n制表\t\u0001","b":0,"c":-42,"d":"2026-03-05","e":true,"f":["甲","乙"],"g":{"x":1}}"#)
        let reader = try CanonicalReader(bytes)
        #expect(reader.text("a") == "引号\"反斜\\换行\n制表\t\u{1}")
        #expect(reader.number("c") == -42)
        #expect(reader.texts("f") == ["甲", "乙"])
        #expect(reader.object("g") == Array("{\"x\":1}".utf8))
        for text in [
            #"{"b":1,"a":2}"#, #"{"a":01}"#, #"{"a":-0}"#, #"{"a":1 }"#, #"{"a":1}x"#, #"{"a":null}"#, "{", "",
        ] {
            #expect(throws: CanonicalFault.self) { try CanonicalReader(Array(text.utf8)) }
        }
    }
}
