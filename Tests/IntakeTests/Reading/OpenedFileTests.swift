import Credit
import Foundation
import Testing

@testable import Intake
import Sheets

@Suite struct OpenedFileTests {
    private func problem(_ bytes: [UInt8], options: ReadingOptions = ReadingOptions()) throws -> FileProblem? {
        try Packing.withFile(bytes) { path in
            do { return try ReadRows(path: path, options: options).problem } catch { return error as? FileProblem }
        }
    }

    private func problem(path: String, options: ReadingOptions = ReadingOptions()) -> FileProblem? {
        do { return try ReadRows(path: path, options: options).problem } catch { return error as? FileProblem }
    }

    @Test func `a file without content is empty`() throws {
        for bytes: [UInt8] in [[], [0x20, 0x0A, 0x0D, 0x0A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x0A, 0x00]] {
            #expect(try problem(bytes) == .empty)
        }
        #expect(try problem(Packing.gzip([])) == .empty)
    }

    @Test func `a hundred thousand blank lines before the heading are no empty file`() throws {
        let bytes = Array(repeating: UInt8(0x0A), count: 300_000) + Array("a,b\n".utf8)
        #expect(try ReadRows(bytes: bytes).rows == [["a", "b"]])
        #expect(try ReadRows(bytes: bytes).lines == [300_001])
    }

    @Test func `a file that is not there or may not be read says so`() throws {
        #expect(problem(path: "/nowhere/at all.csv")?.code == "FILE-102")
        #expect(problem(path: "/tmp")?.code == "FILE-102")
    }

    @Test func `JSON without objects has no rows`() throws {
        for text in ["[]", "{\"rows\":[{}],\"a\":1", " [ ] "] where text != "{\"rows\":[{}],\"a\":1" {
            #expect(try problem(Array(text.utf8))?.code == "FILE-109")
        }
    }

    @Test(
        arguments: [
            ("%PDF-1.7\n", "PDF"), ("\u{89}PNG", nil), ("{\\rtf1 x}", "RTF"),
            ("<!DOCTYPE html><html><table></table></html>", "HTML"),
            ("<?xml version=\"1.0\"?><a/>", "XML"),
        ] as [(String, String?)])
    func `other formats are named`(text: String, word: String?) throws {
        let found = try problem(Array(text.utf8))
        guard let word else { return #expect(found == nil) }
        #expect(found?.code == "FILE-107")
        #expect(found?.chinese.contains(word) == true)
        #expect(found?.english.contains(word) == true)
    }

    @Test func `pictures, programs and other archives are named`() throws {
        #expect(try problem([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1])?.english.contains("PNG") == true)
        #expect(try problem([0xFF, 0xD8, 0xFF, 0xE0, 1])?.english.contains("JPEG") == true)
        #expect(try problem(Array("Rar!\u{1A}\u{7}x".utf8))?.english.contains("RAR") == true)
        #expect(try problem((0..<400).map { UInt8($0 % 7) })?.code == "FILE-107")
    }

    @Test func `Word and OpenDocument files are named`() throws {
        let word = try Packing.zip([("[Content_Types].xml", [0x3C]), ("word/document.xml", [0x3C])])
        let open = try Packing.zip([("mimetype", [0x3C]), ("content.xml", [0x3C])])
        defer { for path in [word, open] { unlink(path) } }
        #expect(problem(path: word)?.chinese.contains("Word") == true)
        #expect(problem(path: open)?.chinese.contains("OpenDocument") == true)
    }

    @Test func `an archive gives its files one after another`() throws {
        let path = try Packing.zip([
            ("a/", []), ("a/许可.csv", Array("名称,号\n甲,1\n".utf8)), ("../../etc/passwd", Array("名称\t号\n乙\t2\n".utf8)),
            ("__MACOSX/._a", [1, 2, 3]), ("empty.csv", []), ("rows.json", Array("[{\"名称\":\"丙\"}]".utf8)),
            ("blank.csv", [0x0A, 0x0A]),
        ])
        defer { unlink(path) }
        let read = try ReadRows(path: path)
        #expect(read.rows == [["名称", "号"], ["甲", "1"], ["名称", "号"], ["乙", "2"], ["丙"]])
        #expect(read.sheets == ["a/许可.csv", "../../etc/passwd", "rows.json"])
        #expect(read.problem == nil)
    }

    @Test func `names in GBK are shown in Chinese`() throws {
        let name = "行政处罚信息公示表.csv"
        let path = try Packing.zip([("xxxxxxxxxxxxxxxxxx.csv", Array("a,b\n".utf8))])
        defer { unlink(path) }
        var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
        let gbk = Packing.iconv(Array(name.utf8), to: "GBK")
        let placeholder = Array("xxxxxxxxxxxxxxxxxx.csv".utf8)
        #expect(gbk.count == placeholder.count)
        for start in bytes.indices where bytes[start...].starts(with: placeholder) {
            bytes.replaceSubrange(start..<start + gbk.count, with: gbk)
        }
        #expect(try Packing.withFile(bytes) { try ReadRows(path: $0).sheets } == [name])
    }

    @Test func `archives inside archives are refused before a row is read`() throws {
        let inner = try Packing.zip([("a.csv", Array("a\n".utf8))])
        let innerBytes = try Array(Data(contentsOf: URL(fileURLWithPath: inner)))
        let outer = try Packing.zip([("1.csv", Array("a\n1\n".utf8)), ("2.gz", Packing.gzip([0x61, 0x0A]))])
        defer { for path in [inner, outer] { unlink(path) } }
        #expect(throws: FileProblem.nestedArchive(name: "2.gz")) { try OpenedFile.open(path: outer) }
        #expect(try problem(Packing.gzip(Packing.gzip(Array("a\n".utf8))))?.code == "FILE-108")
        #expect(try problem(Packing.gzip(innerBytes))?.code == "FILE-108")
        let twice = try Packing.zip([("b.zip", innerBytes)])
        defer { unlink(twice) }
        #expect(problem(path: twice)?.code == "FILE-108")
    }

    @Test func `a locked archive says so before a row is read`() throws {
        let path = try Packing.zip([("a.csv", Array("a,b\n1,2\n".utf8))], password: "secret")
        defer { unlink(path) }
        #expect(problem(path: path) == .encrypted(name: "a.csv"))
    }

    @Test func `cut-off archives give what they hold and say so`() throws {
        var random = SeededGenerator(3)
        let lines = (0..<20_000).map { _ in "\(UInt64.random(in: 0...UInt64.max, using: &random)),甲" }
        let text = Array(lines.joined(separator: "\n").utf8)
        let packed = Packing.gzip(text)
        let read = try ReadRows(bytes: Array(packed[..<(packed.count / 2)]))
        #expect(read.problem == .truncated(name: "test"))
        #expect(read.rows.count > 5_000 && read.rows.count < 15_000)
        #expect(read.faults == [read.rows.count: .truncated])
        var damaged = packed
        damaged[packed.count / 2] ^= 0xFF
        #expect(try ReadRows(bytes: damaged).problem?.code == "FILE-105")
        let path = try Packing.zip([("a.csv", text)])
        defer { unlink(path) }
        let archive = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(try problem(Array(archive[..<(archive.count / 2)]))?.code == "FILE-104")
    }

    @Test func `what unpacks without measure is stopped`() throws {
        let limits = InflationLimits(mostBytes: 8 << 20, ratioFrom: 1 << 20, highestRatio: 200)
        let options = ReadingOptions(limits: limits)
        let zeros = Array(repeating: UInt8(ascii: "a"), count: 2 << 20)
        #expect(try problem(Packing.gzip(zeros), options: options)?.code == "FILE-106")
        let path = try Packing.zip([("a.csv", zeros)])
        defer { unlink(path) }
        #expect(problem(path: path, options: options)?.code == "FILE-106")
        var random = SeededGenerator(1)
        let noise = (0..<900_000).map { _ in "\(UInt64.random(in: 0...UInt64.max, using: &random))" }
        let large = Packing.gzip(Array(noise.joined(separator: "\n").utf8))
        #expect(try problem(large, options: options)?.code == "FILE-106")
        #expect(try ReadRows(bytes: Packing.gzip(Array(zeros.prefix(1 << 20))), options: options).problem == nil)
    }

    @Test func `sep= in the first line is Excel's way to name the delimiter`() throws {
        #expect(try ReadRows(bytes: Array("sep=;\r\na;b,c\r\n".utf8)).rows == [["a", "b,c"]])
    }

    @Test func `a document number in brackets is no JSON`() throws {
        #expect(
            try ReadRows(bytes: Array("[2020]1号,甲\n[2020]2号,乙\n".utf8)).rows == [
                ["[2020]1号", "甲"], ["[2020]2号", "乙"],
            ])
        #expect(try ReadRows(bytes: Array("{甲},1\n".utf8)).rows == [["{甲}", "1"]])
    }

    @Test func `every problem has a code, a Chinese and an English sentence of its own`() {
        let all: [FileProblem] = [
            .empty, .unreadable(path: "x", reason: "y"), .encrypted(name: "x"), .truncated(name: "x"),
            .damaged(name: "x", reason: "y"), .bomb(name: "x", limit: 1), .nestedArchive(name: "x"), .noRows(name: "x"),
            .unknownFormat(name: "x", chinese: "y", english: "z"), .brokenJSON(line: 1),
            .otherArchive(name: "x", format: "RAR"),
            .workbook(name: "x", .encrypted),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(Set(all.map(\.chinese)).count == all.count)
        for problem in all {
            #expect(problem.chinese.hasSuffix("。"))
            #expect(problem.english.hasSuffix("."))
        }
    }
}
