import Credit
import Desk
import Foundation
import Proofs
import RulePacks
import Store
import StoreSQLite
import Synchronization

/// A data folder of its own with a ledger under the city's rules, in which files are handed in.
final class DeskStory: Sendable {
    let folder: String
    let rules: Rules
    let ledger: Ledger
    private let number = Mutex(0)
    static let day = Day("2026-06-30")!

    init() throws {
        folder = NSTemporaryDirectory() + "desk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        rules = try PackFolder.embedded.rules { SHA256.digest(of: $0).hex }
        let salts = Mutex<UInt64>(0)
        ledger = try Ledger(
            engine: try SQLiteEngine(path: folder + "/store.db"), folder: LogFolder(path: folder),
            settings: LogSettings(
                origin: "desk.example/log", isRehearsal: true, seed: { [UInt8](repeating: 7, count: 32) }),
            salts: {
                salts.withLock { salt in
                    salt += 1
                    return Salt(salt, ~salt)
                }
            })
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Whether the log replayed gives the tables that are held.
    func isClean() throws -> Bool {
        let engine = try SQLiteEngine(path: "\(folder)/scratch-\(UUID().uuidString).db")
        defer { try? engine.close() }
        return try ledger.verify(into: engine).isClean
    }

    /// Hands a text in as a file.
    func take(_ kind: String, _ text: String, name: String = "file.csv") async throws -> SubmissionAnswer {
        try await run().take(try file(kind, text, name: name))
    }

    func file(_ kind: String, _ text: String, name: String) throws -> SubmittedFile {
        let path = "\(folder)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        guard let found = rules.kinds[kind] else { throw CocoaError(.featureUnsupported) }
        return SubmittedFile(
            path: path, kind: found, department: found.department, received: DeskStory.day, isDeclared: false)
    }

    func run() -> SubmissionRun {
        SubmissionRun(
            ledger: ledger, rules: rules,
            newID: { [self] in
                number.withLock { number in
                    number += 1
                    return "id" + String(1_000_000 + number)
                }
            }, now: { Instant(day: DeskStory.day, hour: 9) })
    }
}
