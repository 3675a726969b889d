import Testing

@testable import Sheets

private func written(_ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NumberText.capacity) { buffer in
        guard let start = buffer.baseAddress else { return "" }
        return String(decoding: buffer.prefix(NumberText.write(value, to: start)), as: UTF8.self)
    }
}

private func day(_ serial: Double, is1904: Bool = false) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
        guard let start = buffer.baseAddress else { return "" }
        switch SerialDate.write(serial, is1904: is1904, to: start) {
        case .day(let length): return String(decoding: buffer.prefix(length), as: UTF8.self)
        case .text(let length): return "text " + String(decoding: buffer.prefix(length), as: UTF8.self)
        case .number: return "number"
        }
    }
}

private func reading(_ text: String) -> String {
    Array(text.utf8).withUnsafeBytes { bytes in
        switch NumberText.read(bytes) {
        case .asWritten: "as written"
        case .value(let value): written(value)
        case .none: "none"
        }
    }
}

private let numbers: [(Double, String)] = [
    (0.0, "0"), (-0.0, "0"), (7, "7"), (-5, "-5"), (0.1, "0.1"), (0.1 + 0.2, "0.3"), (1234.56, "1234.56"),
    (100 * 1.1, "110"), (1e15, "1000000000000000"), (9_007_199_254_740_991, "9007199254740991"),
    (640_500_100_000_016_000, "640500100000016000"), (91_640_500_123_456_784, "91640500123456780"),
    (999_999_999_999_999_872, "999999999999999900"), (1e18, "1E+18"), (1e20, "1E+20"), (-1.5e300, "-1.5E+300"),
    (1e-7, "0.0000001"), (-0.000125, "-0.000125"), (1e-15, "0.000000000000001"), (1.25e-20, "1.25E-20"),
    (12345678901234.567, "12345678901234.6"), (1.0 / 3, "0.333333333333333"), (2.0 / 3, "0.666666666666667"),
]

@Test(arguments: numbers)
func `a number is written as a person would type it`(_ value: Double, _ text: String) {
    #expect(written(value) == text)
}

@Test(arguments: [
    ("0", "as written"), ("12", "as written"), ("-3", "as written"), ("0.5", "as written"), ("-12.75", "as written"),
    ("914690056811668066", "as written"), ("1.10", "1.1"), ("1.1000000000000001", "1.1"), ("007", "7"), ("-0", "0"),
    ("+5", "5"), ("5.", "5"), (".5", "0.5"), ("6.4050010000001597E+17", "640500100000016000"), ("1e3", "1000"),
    ("", "none"), ("-", "none"), (".", "none"), ("12a", "none"), ("1e", "none"), ("0x10", "none"), ("nan", "none"),
    ("1E+999", "none"), ("1 2", "none"),
])
func `a number of XML is passed on or read`(_ text: String, _ result: String) {
    #expect(reading(text) == result)
}

private let serials: [(Double, String)] = [
    (1.0, "1900-01-01"), (59, "1900-02-28"), (60, "text 1900-02-29"), (61, "1900-03-01"), (25_569, "1970-01-01"),
    (43_000.5, "2017-09-22 12:00:00"), (44_561.999_999_99, "2022-01-01"), (2_958_465, "9999-12-31"),
    (2_958_465.999_999_9, "number"), (2_958_466, "number"), (-1, "number"), (0, "number"), (0.25, "text 06:00:00"),
    (42_500.000_011_574, "2016-05-10 00:00:01"),
]

@Test(arguments: serials)
func `a serial number of the 1900 system becomes its day`(_ serial: Double, _ text: String) {
    #expect(day(serial) == text)
}

private let serialsOf1904: [(Double, String)] = [
    (0.0, "1904-01-01"), (60, "1904-03-01"), (41_038, "2016-05-10"), (0.5, "text 12:00:00"), (2_957_003, "9999-12-31"),
    (2_957_004, "number"),
]

@Test(arguments: serialsOf1904)
func `a serial number of the 1904 system becomes its day`(_ serial: Double, _ text: String) {
    #expect(day(serial, is1904: true) == text)
}

@Test func `every day from March 1900 on comes back from its serial number`() {
    for serial in stride(from: 61, through: 2_958_465, by: 7) {
        let text = day(Double(serial))
        let back = Array(text.utf8).withUnsafeBytes { SerialDate.serial($0) }
        guard back == Double(serial) else {
            Issue.record("\(serial) \(text) \(String(describing: back))")
            return
        }
    }
}

@Test(arguments: [
    "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
    "yyyy年m月d日", "yyyy/m/d;@", "yyyy\\-mm\\-dd", "m/d/yy h:mm", "h:mm", "h:mm:ss AM/PM", "[$-804]aaaa", "mm:ss.0",
    "yyyy\"年\"m\"月\"", "m\"月\"d\"日\";@", "[$-409]d/mmm/yy;@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyymmdd",
    "上午/下午h\"时\"mm\"分\"", "e/m/d", "mmm-yy", "yyyy\"年0月\"",
])
func `formats that show a date`(_ code: String) {
    #expect(DateFormatCode.isDate(code.utf8))
}

@Test(arguments: [
    "General", "G/通用格式", "0", "0.00", "#,##0.00", "0%", "0.00E+00", "##0.0E+0", "@", "000000", "0\"年\"", "\"d\"0",
    "0\\d", "_ \"￥\"* #,##0.00_ ;_ \"￥\"* \\-#,##0.00_ ", "[Red]0", "[h]:mm", "[mm]:ss", "# ?/?", "[DBNum2]0", "",
    "0;yyyy", "\"days\"@", "[", "\"", "\\", "General\"天\"", "#,##0.00\\ \"kr\";[Red]-#,##0.00",
])
func `formats that show no date`(_ code: String) {
    #expect(!DateFormatCode.isDate(code.utf8))
}

@Test func `built-in formats of Chinese Excel show dates`() {
    let dates = (0...163).filter { DateFormatCode.isDate(builtIn: $0) }
    #expect(
        dates == [14, 15, 16, 17, 18, 19, 20, 21, 22] + Array(27...36) + [45, 47] + Array(50...58) + Array(71...81))
}
