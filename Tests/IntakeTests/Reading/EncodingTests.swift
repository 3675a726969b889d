import Credit
import Foundation
import Testing

@testable import Intake

@Suite struct EncodingTests {
    private static let table: [[String]] =
        [["企业名称", "统一社会信用代码", "处罚金额（元）", "备注"]]
        + (1...3_000).map {
            ["中卫市第\($0)有限公司", "91640500MA7T\($0)", "\($0).50", $0 % 7 == 0 ? "一，\"二\"\n三" : "〔2020〕\($0)号"]
        }

    private static let text: String = table.map { row in
        row.map { $0.contains("\"") ? "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : $0 }
            .joined(separator: ",")
    }.joined(separator: "\r\n")

    @Test(arguments: [
        ("UTF-8", TextEncoding.utf8, [UInt8]()), ("UTF-8", .utf8, [0xEF, 0xBB, 0xBF]),
        ("UTF-16LE", .utf16Little, [0xFF, 0xFE]),
        ("UTF-16LE", .utf16Little, []), ("UTF-16BE", .utf16Big, [0xFE, 0xFF]), ("UTF-16BE", .utf16Big, []),
        ("GB18030", .gb18030, []), ("GB18030", .gb18030, [0x84, 0x31, 0x95, 0x33]),
    ])
    func `the same table is read from every encoding`(name: String, encoding: TextEncoding, mark: [UInt8]) throws {
        let bytes = mark + Packing.iconv(Array(EncodingTests.text.utf8), to: name)
        for chunk in [1, 1_000, 1 << 20] {
            var file = try OpenedFile.open(
                ChoppedSource(bytes, random: SeededGenerator(9)), name: "x", options: ReadingOptions(chunk: chunk))
            let read = ReadRows(file)
            #expect(read.rows == EncodingTests.table)
            #expect(read.faults.isEmpty)
            _ = try file.next()
            #expect(file.encoding == encoding)
        }
    }

    @Test func `the same table is read packed`() throws {
        let text = Array(EncodingTests.text.utf8)
        for bytes in [text, Packing.iconv(text, to: "GB18030"), Packing.iconv(text, to: "UTF-16LE")] {
            #expect(try ReadRows(bytes: Packing.gzip(bytes)).rows == EncodingTests.table)
            let path = try Packing.zip([("行政处罚.csv", bytes)])
            defer { unlink(path) }
            let read = try ReadRows(path: path)
            #expect(read.rows == EncodingTests.table)
            #expect(read.sheets == ["行政处罚.csv"])
        }
    }

    @Test(.enabled(if: ReadingData.folder != nil))
    func `all two-byte characters of GB18030 are decoded`() throws {
        let list = ReadRows(DelimitedReader(MemorySource(try ReadingData.bytes("encodings/gb18030_two_byte.csv"))))
        #expect(list.rows.count == 23_941)
        var (bytes, characters): ([UInt8], [String]) = ([], [])
        for row in list.rows.dropFirst() {
            let code = try #require(UInt16(row[0], radix: 16))
            let scalar = try #require(UInt32(row[1], radix: 16).flatMap { Unicode.Scalar($0) })
            bytes += [UInt8(code >> 8), UInt8(code & 0xFF), 0x0A]
            characters.append(String(Character(scalar)))
        }
        let read = try ReadRows(bytes: bytes)
        #expect(read.faults.isEmpty)
        #expect(read.rows.map { $0.joined(separator: ",") } == characters)
    }

    @Test func `a byte that is no GB18030 costs its row`() throws {
        let good = Packing.iconv(Array("企业名称,处罚决定书文号\n".utf8), to: "GB18030")
        for broken: [UInt8] in [[0x80], [0xFF], [0xB0], [0x81, 0x20], [0xFE, 0x39, 0xFE, 0x39]] {
            let bytes = good + good + broken + [0x2C, 0x61, 0x0A] + good
            let read = try ReadRows(bytes: bytes)
            #expect(read.faults == [3: .badEncoding], "\(broken)")
            #expect(read.rows.count == 4)
            #expect(read.rows[3] == ["企业名称", "处罚决定书文号"])
            #expect(read.rows[2].last == "a")
        }
    }

    @Test func `half a character of UTF-16 costs its row`() throws {
        let line = Packing.iconv(Array("企业名称,文号\n".utf8), to: "UTF-16LE")
        let lone: [UInt8] = [0x42, 0xD8, 0x0A, 0x00]
        let read = try ReadRows(bytes: [0xFF, 0xFE] + line + lone + line + [0x41])
        #expect(read.faults == [2: .badEncoding, 4: .badEncoding])
        #expect(read.rows == [["企业名称", "文号"], ["?"], ["企业名称", "文号"], ["?"]])
    }

    @Test func `broken UTF-8 stays UTF-8 and faults its rows only`() throws {
        var bytes = Array(EncodingTests.text.utf8)
        let places = [1_000, 50_000, 150_000].map { place in
            bytes[place...].firstIndex { $0 >= 0xE0 } ?? place
        }
        for place in places { bytes[place] = 0xFF }
        var file = try OpenedFile.open(MemorySource(bytes), name: "x")
        #expect(file.encoding == .utf8)
        var faults = 0
        var rows = 0
        while let block = try file.next() {
            rows += block.rows.count
            faults += block.rows.count { $0.fault == .badEncoding }
        }
        #expect(rows == EncodingTests.table.count)
        #expect(faults == 3)
    }

    @Test func `the encoding may show itself late`() throws {
        let ascii = String(repeating: "0123456789,abcdefghij\n", count: 40_000)
        let late = ascii + "名称,中卫市沙坡头区\n"
        for name in ["UTF-8", "GB18030"] {
            let read = try ReadRows(bytes: Packing.iconv(Array(late.utf8), to: name))
            #expect(read.rows.count == 40_001)
            #expect(read.rows.last == ["名称", "中卫市沙坡头区"])
            #expect(read.faults.isEmpty)
        }
    }

    @Test func `a few NUL do not make UTF-16`() throws {
        let read = try ReadRows(bytes: Array("名称,号\n甲\0,1\n乙,2\0\n丙,3\n".utf8))
        #expect(read.faults == [2: .badEncoding, 3: .badEncoding])
        #expect(read.rows.last == ["丙", "3"])
        let even = try ReadRows(bytes: Array(String(repeating: "a\0,1234567890123456\n", count: 40).utf8))
        #expect(even.rows == Array(repeating: ["a?", "1234567890123456"], count: 40))
    }
}
