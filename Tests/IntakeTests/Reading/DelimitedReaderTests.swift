import Credit
import Foundation
import Testing

@testable import Intake

@Suite struct DelimitedReaderTests {
    @Test(
        .enabled(if: ReadingData.folder != nil),
        arguments: [
            "comma_in_quotes", "empty", "escaped_quotes", "newlines", "simple", "utf8",
        ])
    func `csv-spectrum is read as its JSON says`(name: String) throws {
        let rows = ReadRows(
            DelimitedReader(MemorySource(try ReadingData.bytes("parser_suites/csv_spectrum/\(name).csv"))))
        let data = try Data(contentsOf: ReadingData.url("parser_suites/csv_spectrum/\(name).json"))
        let expected = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: String]])
        let heading = try #require(rows.rows.first)
        let found = rows.rows.dropFirst().map { Dictionary(zip(heading, $0), uniquingKeysWith: { first, _ in first }) }
        #expect(found == expected)
        #expect(rows.faults.isEmpty)
    }

    @Test func `all three line ends end a row and blank lines only count`() {
        let read = ReadRows.delimited("a,b\r\n1,2\r3,4\n\n\r\n\r5,\"x\r\ny\"\n6,7")
        #expect(read.rows == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "x\r\ny"], ["6", "7"]])
        #expect(read.lines == [1, 2, 3, 7, 9])
        #expect(read.faults.isEmpty)
    }

    @Test func `empty cells stay, at the end too`() {
        #expect(ReadRows.delimited(",a,,\n,,\n\"\",\"\"\n").rows == [["", "a", "", ""], ["", "", ""], ["", ""]])
        #expect(ReadRows.delimited("a,").rows == [["a", ""]])
    }

    @Test func `quotes are doubled in quoted cells and ordinary in others`() {
        let read = ReadRows.delimited("\"a\"\"b\"\"\",5\" pipe,\" \"\"\"\n\"x\"  ,y\n")
        #expect(read.rows == [["a\"b\"", "5\" pipe", " \""], ["x", "y"]])
        #expect(read.faults.isEmpty)
    }

    @Test func `an unclosed quote costs one row`() {
        let read = ReadRows.delimited("1,a\n2,\"b\n3,c\n4,d\n")
        #expect(read.rows == [["1", "a"], ["2", "\"b"], ["3", "c"], ["4", "d"]])
        #expect(read.faults == [2: .unclosedQuote])
        #expect(read.lines == [1, 2, 3, 4])
    }

    @Test func `an unclosed quote that runs into the quote of a later line costs one row`() {
        let read = ReadRows.delimited("1,\"a\n2,\"b\"\n3,\"c\"\"d\"\n")
        #expect(read.rows == [["1", "\"a"], ["2", "b"], ["3", "c\"d"]])
        #expect(read.faults == [1: .unclosedQuote])
    }

    @Test func `a quoted cell above one mebibyte counts as unclosed`() {
        let filler = Array(repeating: "x,y", count: 300_000).joined(separator: "\n")
        let read = ReadRows.delimited("1,\"a\n" + filler + "\"\n2,\"b\"")
        #expect(read.rows.count == 300_002)
        #expect(read.faults == [1: .unclosedQuote])
        #expect(read.rows.suffix(2) == [["x", "y\""], ["2", "b"]])
        let allowed = String(repeating: "x\n", count: 500_000)
        #expect(ReadRows.delimited("1,\"" + allowed + "\"\n2,b").rows == [["1", allowed], ["2", "b"]])
    }

    @Test func `text behind a closing quote costs one row`() {
        let read = ReadRows.delimited("1,\"a\"b,c\n2,d\n3,\"e\" \"f\"\n4,g")
        #expect(read.faults == [1: .textAfterQuote, 3: .textAfterQuote])
        #expect(read.rows == [["1", "\"a\"b,c"], ["2", "d"], ["3", "\"e\" \"f\""], ["4", "g"]])
    }

    @Test func `NUL and bytes that are no UTF-8 cost their row and are shown as question marks`() {
        var text = Array("1,a\n2,".utf8)
        text += [0xE4, 0xB8, 0x0A]
        text += Array("3,中\n4,".utf8) + [0xFF, 0x2C, 0x62, 0x0A]
        text +=
            Array("5,x".utf8) + [0] + Array("y\n6,\"".utf8) + [0xC0, 0x80] + Array("\"\n7,z\n8,".utf8) + [
                0xED, 0xA0, 0x80,
            ]
        for chunk in [1, 2, 3, 5, 64, 1 << 20] {
            let read = ReadRows(DelimitedReader(MemorySource(text), chunk: chunk))
            #expect(
                read.faults == [2: .badEncoding, 4: .badEncoding, 5: .badEncoding, 6: .badEncoding, 8: .badEncoding])
            #expect(
                read.rows == [
                    ["1", "a"], ["2", "??"], ["3", "中"], ["4", "?", "b"], ["5", "x?y"], ["6", "??"], ["7", "z"],
                    ["8", "???"],
                ])
        }
    }

    @Test func `every character of Unicode passes and every half of one does not`() {
        var scalars = String.UnicodeScalarView()
        for value in UInt32(0x20)...0x10FFFF where value % 7 == 0 || value < 0x3000 || (0xD700...0xE100).contains(value)
        {
            if let scalar = Unicode.Scalar(value), scalar != ",", scalar != "\"" { scalars.append(scalar) }
        }
        let text = String(scalars)
        let read = ReadRows.delimited(text)
        #expect(read.faults.isEmpty)
        #expect(read.rows == [[text]])
        for text: [UInt8] in [
            [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8], [0xED, 0xBF, 0xBF], [0xFE], [0xE4, 0xB8, 0xAD, 0x80],
        ] {
            for filler in [0, 3, 8, 61, 4_090] {
                let line = Array(repeating: UInt8(0x61), count: filler) + text + Array("bbbbbbbbbbbbbbbb".utf8)
                #expect(ReadRows(DelimitedReader(MemorySource(line))).faults == [1: .badEncoding])
            }
        }
    }

    @Test func `a line of a gigabyte is one fault in little memory`() async {
        // In a process of its own: the memory of the other tests is not counted.
        await #expect(processExitsWith: .success) {
            let before = Memory.peak()
            let source = EndlessLine(before: Array("a,b\n1,".utf8), length: 1 << 30, after: Array("\n2,c\n".utf8))
            let read = ReadRows(DelimitedReader(source))
            try #require(read.rows == [["a", "b"], [], ["2", "c"]])
            try #require(read.faults == [2: .tooLong])
            try #require(read.lines == [1, 2, 3])
            try #require(Memory.peak() - before < 100 << 20)
        }
    }

    @Test func `a row of more cells than a sheet has columns is too long`() {
        let wide = Array(repeating: "1", count: 16_385).joined(separator: ",")
        let read = ReadRows.delimited("a\n\(wide)\nb\n")
        #expect(read.faults == [2: .tooLong])
        #expect(read.rows == [["a"], [], ["b"]])
        #expect(ReadRows.delimited(String(wide.dropLast(2))).rows.first?.count == 16_384)
    }

    @Test func `a source that breaks off gives its rows, the broken one with a fault, then its problem`() {
        let source = FailingSource(bytes: Array("a,b\n1,2\n3,4".utf8), problem: .truncated(name: "x"))
        let read = ReadRows(DelimitedReader(source, chunk: 5))
        #expect(read.rows == [["a", "b"], ["1", "2"], ["3", "4"]])
        #expect(read.faults == [3: .truncated])
        #expect(read.problem == .truncated(name: "x"))
    }

    @Test(arguments: [
        ("a,b;c\n1,2\n3,4", Delimiter.comma), ("a;b;c\n1,5;2,6;3,7\n", .semicolon), ("a\tb, c\n1\t2\n", .tab),
        ("编号\t号,名称,级别\n1,2,3\n1,2,3", .comma), ("单列\n甲\n乙", .comma), ("编号，名称\n1，甲\n", .wideComma),
        ("编号,名称\n1,甲，乙，丙\n2,丁，戊\n", .comma), ("a|b\n1|2", .bar),
        ("行政处罚公示表\n编号\t名称\t金额\n1\t甲\t1,000\n2\t乙\t2,000", .tab),
    ])
    func `the delimiter is found by content`(text: String, delimiter: Delimiter) {
        #expect(Delimiter.detect(Array(text.utf8)) == delimiter)
    }

    @Test(arguments: Array(0..<40))
    func `a random table comes back equal in pieces of any size`(seed: Int) {
        var random = SeededGenerator(UInt64(seed))
        let table = RandomTable(using: &random)
        let text = table.written(using: &random)
        let sizes =
            [1, 2, 7, 63, 64, 65, 1_000, 1 << 20] + (0..<3).map { _ in Int.random(in: 1...5_000, using: &random) }
        for chunk in sizes {
            let source = ChoppedSource(Array(text.utf8), random: SeededGenerator(UInt64(chunk)))
            let read = ReadRows(DelimitedReader(source, delimiter: table.delimiter, chunk: chunk))
            #expect(read.faults.isEmpty)
            #expect(read.rows == table.rows, "in pieces of \(chunk)")
        }
    }
}
