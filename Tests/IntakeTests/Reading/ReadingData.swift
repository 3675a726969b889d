import CZip
import CZlib
import Credit
import Foundation
import Glibc
@testable import Intake

/// The folder of real input beside the checkout; tests that need it are left out where it is absent.
enum ReadingData {
    static let folder: URL? = {
        var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while place.path != "/" {
            let data = place.deletingLastPathComponent().appendingPathComponent("shared/data")
            if FileManager.default.fileExists(atPath: data.path) { return data }
            place = place.deletingLastPathComponent()
        }
        print("NOTE: ../shared/data is absent: tests of Intake that need it are SKIPPED")
        return nil
    }()

    static func url(_ path: String) throws -> URL {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return folder.appendingPathComponent(path)
    }

    static func bytes(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: url(path))) }
}

/// What a source gave, as text that a test can compare.
struct ReadRows: Equatable {
    var rows: [[String]] = []
    var lines: [Int] = []
    var faults: [Int: RowFault] = [:]
    var forms: [[CellForm]] = []
    var columns: [String]?
    var sheets: [String] = []
    var problem: FileProblem?

    init(_ source: some RowSource) {
        var source = source
        do {
            while let block = try source.next() { take(block) }
        } catch {
            problem = error as? FileProblem
        }
    }

    init(path: String, options: ReadingOptions = ReadingOptions()) throws {
        self.init(try OpenedFile.open(path: path, options: options))
    }

    init(bytes: [UInt8], options: ReadingOptions = ReadingOptions()) throws {
        self.init(try OpenedFile.open(MemorySource(bytes), name: "test", options: options))
    }

    private mutating func take(_ block: RowBlock) {
        if block.startsTable { sheets.append(block.sheet) }
        if let names = block.columns { columns = names }
        for row in block.rows {
            let cells = block.cells[row.firstCell..<row.firstCell + row.cellCount]
            rows.append(
                cells.map { String(decoding: block.bytes[Int($0.offset)..<Int($0.offset) + $0.length], as: UTF8.self) })
            forms.append(cells.map(\.form))
            lines.append(row.line)
            if let fault = row.fault { faults[row.line] = fault }
        }
    }

    static func delimited(_ text: String, _ delimiter: Delimiter = .comma, chunk: Int = 1 << 20) -> ReadRows {
        ReadRows(DelimitedReader(MemorySource(Array(text.utf8)), delimiter: delimiter, chunk: chunk))
    }

    static func json(_ text: String, chunk: Int = 1 << 20) -> ReadRows {
        ReadRows(JSONReader(MemorySource(Array(text.utf8)), chunk: chunk))
    }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Packs and encodes what the tests then read.
enum Packing {
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        let room = output.count
        let left = input.withUnsafeMutableBufferPointer { from in
            output.withUnsafeMutableBufferPointer { to in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = to.baseAddress
                stream.avail_out = UInt32(to.count)
                deflate(&stream, Z_FINISH)
                return Int(stream.avail_out)
            }
        }
        return Array(output[..<(room - left)])
    }

    /// Writes a zip archive to a new file and gives its path.
    static func zip(_ members: [(name: String, bytes: [UInt8])], password: String? = nil) throws -> String {
        let path = NSTemporaryDirectory() + "/chengxin-test-\(UUID().uuidString).zip"
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE, &code) else { throw CocoaError(.fileWriteUnknown) }
        for (name, bytes) in members {
            // libzip frees it with the archive.
            guard let copy = malloc(max(1, bytes.count)) else { throw CocoaError(.fileWriteUnknown) }
            copy.copyMemory(from: bytes, byteCount: bytes.count)
            let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
            let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_RAW))
            if let password, index >= 0 {
                zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password)
            }
        }
        guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
        return path
    }

    static func iconv(_ text: [UInt8], to encoding: String) -> [UInt8] {
        guard let handle = iconv_open(encoding, "UTF-8") else { return [] }
        defer { iconv_close(handle) }
        var input = text.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: text.count * 4 + 16)
        var (left, room) = (input.count, output.count)
        input.withUnsafeMutableBufferPointer { from in
            output.withUnsafeMutableBufferPointer { to in
                var (source, target) = (from.baseAddress, to.baseAddress)
                _ = Glibc.iconv(handle, &source, &left, &target, &room)
            }
        }
        precondition(left == 0)
        return output[..<(output.count - room)].map { UInt8(bitPattern: $0) }
    }

    /// Writes bytes to a new file for as long as `body` runs.
    static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        let path = NSTemporaryDirectory() + "/chengxin-test-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        return try body(path)
    }
}
