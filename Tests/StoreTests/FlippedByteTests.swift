import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Testing

/// One byte of the database file is changed: `verify` says so wherever that alters what is recorded, derived or digested.
@Suite struct FlippedByteTests {
    /// How many bytes are tried: a few in every run, more when asked for.
    static let count = Int(ProcessInfo.processInfo.environment["CHENGXIN_FLIPS"] ?? "") ?? 24

    @Test func `a flipped byte of the file is found wherever it alters content`() throws {
        let model = try TestStore(.sqlite)
        try Story.tell(to: model)
        let right = try #require(Self.content(of: model.ledger.engine))
        try model.ledger.engine.close()
        let file = try Data(contentsOf: URL(fileURLWithPath: model.path))
        var random = SystemRandomNumberGenerator()
        var altering = 0
        for _ in 0..<Self.count {
            // Most of a small file is room that is not used yet, all zeros; a flip there would say nothing.
            var offset = Int.random(in: 0..<file.count, using: &random)
            while file[offset] == 0 { offset = Int.random(in: 0..<file.count, using: &random) }
            let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
            var wrong = file
            wrong[offset] ^= bit
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("flip-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            for name in ["log.key", "log.checkpoint"] {
                try FileManager.default.copyItem(
                    at: model.folder.appendingPathComponent(name), to: folder.appendingPathComponent(name))
            }
            try wrong.write(to: folder.appendingPathComponent("store.sqlite"))
            do {
                let store = try TestStore(.sqlite, folder: folder)
                let isAltered = Self.content(of: store.ledger.engine) != right
                let findings = try store.verify().findings
                if isAltered { altering += 1 }
                #expect(!isAltered || !findings.isEmpty, "byte \(offset), bit \(bit): altered and not found")
            } catch let problem as StoreProblem {
                // What cannot even be opened or read is said by its own sentence.
                altering += 1
                #expect(!problem.english.isEmpty)
            }
        }
        print("\(Self.count) bytes flipped, \(altering) of them alter content")
        // Most pages of a store with one story are those of tables that hold nothing yet, so that many flips alter nothing.
        #expect(altering > 0)
    }

    /// Everything that is recorded, derived or digested, as it can be read; nil where it cannot.
    static func content(of engine: any Engine) -> [String]? {
        let tables = [
            "entry", "tile", "log_opening", "rules_adoption", "batch", "batch_fault", "record", "subject",
            "subject_name", "refusal",
        ]
        return try? engine.read { transaction in
            var lines: [String] = []
            for table in tables {
                try transaction.statement("SELECT * FROM \(table) NOT INDEXED").each([]) { row in
                    let values = (0..<row.count).map { column -> String in
                        switch row.value(column) {
                        case .bytes(let bytes): Hex.encode(bytes)
                        case .text(let text): text
                        case .integer(let number): String(number)
                        case .null: "-"
                        }
                    }
                    lines.append("\(table)|" + values.joined(separator: "|"))
                }
            }
            return lines
        }
    }
}
