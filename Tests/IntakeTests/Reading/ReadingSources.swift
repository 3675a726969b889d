import Foundation
import Glibc

@testable import Intake

/// Gives its bytes in pieces of random size.
struct ChoppedSource: ByteSource {
    private var rest: MemorySource
    private var random: SeededGenerator

    init(_ bytes: [UInt8], random: SeededGenerator) {
        rest = MemorySource(bytes)
        self.random = random
    }

    var bytesRead: Int64 { rest.bytesRead }

    mutating func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = Int.random(in: 1...max(1, target.count), using: &random)
        return try rest.read(into: UnsafeMutableRawBufferPointer(rebasing: target[..<min(count, target.count)]))
    }
}

/// Gives some bytes and then a problem, again and again.
struct FailingSource: ByteSource {
    private var rest: MemorySource
    private let problem: FileProblem

    init(bytes: [UInt8], problem: FileProblem) {
        rest = MemorySource(bytes)
        self.problem = problem
    }

    var bytesRead: Int64 { rest.bytesRead }

    mutating func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try rest.read(into: target)
        guard count > 0 || target.isEmpty else { throw problem }
        return count
    }
}

/// A line as long as wanted that never exists as a whole.
struct EndlessLine: ByteSource {
    private var before: MemorySource
    private var left: Int
    private var after: MemorySource
    private let filler: UInt8

    init(before: [UInt8], length: Int, after: [UInt8], filler: UInt8 = 0x78) {
        self.before = MemorySource(before)
        left = length
        self.after = MemorySource(after)
        self.filler = filler
    }

    var bytesRead: Int64 { 0 }

    mutating func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try before.read(into: target)
        if count > 0 { return count }
        guard left > 0 else { return try after.read(into: target) }
        let filled = min(left, target.count)
        if let base = target.baseAddress { memset(base, Int32(filler), filled) }
        left -= filled
        return filled
    }
}

/// Rows of random cells, and a simple writer for them.
struct RandomTable {
    let delimiter: Delimiter
    var rows: [[String]] = []

    private static let pieces = [
        "中卫市", "沙坡头区", "，", "", "\"", "\"\"", ",", "\n", "\r\n", "\r", "\t", ";", "|", " ", "a", "9164", "〔2020〕1号",
        "𠮷", "é", "0.5", "有限公司", "x\"y", "。", "\u{FEFF}", "\u{3000}", "汉字很长的一段文字用来跨过六十四个字节的边界看看对不对",
    ]

    init(using random: inout SeededGenerator) {
        delimiter = Delimiter.allCases.randomElement(using: &random) ?? .comma
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            let width = Int.random(in: 1...25, using: &random)
            var row = (0..<width).map { _ in
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    RandomTable.pieces.randomElement(using: &random) ?? ""
                }.joined()
            }
            // A row of one empty cell is a blank line, which is no row.
            if row == [""] { row = ["0"] }
            rows.append(row)
        }
    }

    func written(using random: inout SeededGenerator) -> String {
        let comma = String(decoding: delimiter.bytes, as: UTF8.self)
        let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        var text = ""
        for (index, row) in rows.enumerated() {
            text += row.map { cell in
                let mustQuote =
                    cell.unicodeScalars.contains { ["\"", "\n", "\r"].contains($0) } || cell.contains(comma)
                guard mustQuote || Int.random(in: 0..<4, using: &random) == 0 else { return cell }
                return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
            }.joined(separator: comma)
            if index < rows.count - 1 || Bool.random(using: &random) { text += lineEnd }
        }
        return text
    }
}

/// How much memory this process has had at most.
enum Memory {
    static func peak() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss << 10
    }
}
