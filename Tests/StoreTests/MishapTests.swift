import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Testing

/// What goes wrong with files, disks, keys and copies is met with a sentence, and nothing is lost.
@Suite struct MishapTests {
    @Test(arguments: EngineKind.allCases)
    func `a backup is made while others write, leaves the key out, and is restored`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try Story.tell(to: store)
        let file = store.folder.path + "/backup.db"
        try store.ledger.backup(to: file, withKey: false, opening: kind.open)
        #expect(throws: StoreProblem.fileExists(path: file)) {
            try store.ledger.backup(to: file, withKey: false, opening: kind.open)
        }
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(bytes.range(of: Data("PRIVATE+KEY".utf8)) == nil)
        let root = try store.verify().root

        let folder = store.folder.appendingPathComponent("restored")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = folder.path + "/store.sqlite"
        try LogFolder(path: folder.path).restore(file, asDatabase: database, opening: kind.open)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "log.checkpoint", "store.sqlite",
            ])
        let restored = try TestStore.ledger(kind.open(database), in: folder)
        let scratch = try kind.scratch(folder.path + "/scratch")
        let result = try restored.verify(into: scratch)
        #expect(result.findings == [] && result.root == root)
        #expect(throws: StoreProblem.keyLost(path: folder.path + "/log.key")) {
            try restored.record(at: Instant(day: TestStore.firstDay + 5)) { _ in [Story.received("b9")] }
        }
        #expect(throws: StoreProblem.fileExists(path: database)) {
            try LogFolder(path: folder.path).restore(file, asDatabase: database, opening: kind.open)
        }
        #expect(try restored.read { try $0.subject("obj:site:工地2")?.name } == "第二新工地")
    }

    @Test(arguments: EngineKind.allCases)
    func `an old backup with its key does not go on in the place of a newer store`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1")])
        let file = store.folder.path + "/backup.db"
        try store.ledger.backup(to: file, withKey: true, opening: kind.open)
        try store.record([Story.completed("b1")])
        try store.ledger.engine.close()
        try FileManager.default.removeItem(atPath: store.path)
        try LogFolder(path: store.folder.path).restore(file, asDatabase: store.path, opening: kind.open)
        let again = try TestStore(kind, folder: store.folder)
        #expect(throws: StoreProblem.olderThanCheckpoint(size: 2, signed: 3)) {
            try again.record([Story.completed("b1")])
        }
        #expect(try again.ledger.read { try $0.treeSize() } == 2)
        // An operator lets it go on under another name; the old key and checkpoint stay beside the new ones.
        let renamed = try TestStore.ledger(
            again.ledger.engine, in: store.folder, origin: "credit.zhongwei.example/log2")
        let receipt = try renamed.startNewLog(at: Instant(day: TestStore.firstDay, hour: 12), reason: "恢复旧备份")
        #expect(receipt.positions == 2..<3)
        try renamed.record(at: Instant(day: TestStore.firstDay, hour: 12)) { _ in [Story.completed("b1")] }
        let scratch = try kind.scratch(store.folder.path + "/scratch")
        #expect(try renamed.verify(into: scratch).findings == [])
        let files = try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
        #expect(files.filter { $0.hasPrefix("log.") }.count == 4)
        #expect(throws: StoreProblem.otherOrigin(stored: "credit.zhongwei.example/log2", asked: TestStore.origin)) {
            try again.record([Story.received("b2")])
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a full restore with the key goes on where the store stopped`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1")])
        let file = store.folder.path + "/backup.db"
        try store.ledger.backup(to: file, withKey: true, opening: kind.open)
        let folder = store.folder.appendingPathComponent("restored")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try LogFolder(path: folder.path).restore(file, asDatabase: folder.path + "/store.sqlite", opening: kind.open)
        let restored = try TestStore(kind, folder: folder)
        #expect(try restored.record([Story.completed("b1")]).positions == 2..<3)
        #expect(try restored.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `a lost, foreign or open key is never replaced by a new one`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1")])
        let key = store.folder.path + "/log.key"
        let right = try String(contentsOfFile: key, encoding: .utf8)
        try FileManager.default.removeItem(atPath: key)
        #expect(throws: StoreProblem.keyLost(path: key)) { try store.record([Story.received("b2")]) }
        let foreign = try Signer(name: TestStore.origin, seed: [UInt8](1..<33))
        _ = try SmallFile.create(key, with: foreign.secretText + "\n", mode: 0o600)
        #expect(throws: (any Error).self) { try store.record([Story.received("b2")]) }
        try FileManager.default.removeItem(atPath: store.folder.path + "/log.checkpoint")
        #expect(throws: StoreProblem.otherKey(path: key)) { try store.record([Story.received("b2")]) }
        try SmallFile.replace(key, with: right, mode: 0o644)
        #expect(throws: ProofProblem.keyOpenToOthers(path: key, mode: 0o644)) {
            try store.record([Story.received("b2")])
        }
        try SmallFile.replace(key, with: right, mode: 0o600)
        #expect(try store.record([Story.received("b2")]).positions == 2..<3)
    }

    @Test(arguments: EngineKind.allCases)
    func `a rehearsal cannot go live, nor a day go backwards`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1")])
        let live = try TestStore.ledger(store.ledger.engine, in: store.folder, isRehearsal: false)
        #expect(throws: StoreProblem.otherMode(isRehearsal: true)) {
            try live.record(at: Instant(day: TestStore.firstDay)) { _ in [Story.received("b2")] }
        }
        #expect(throws: StoreProblem.clockWentBack(last: "2026-11-02", now: "2026-11-01")) {
            try store.record([Story.received("b2")], on: TestStore.firstDay + -1)
        }
        #expect(try store.ledger.read { try $0.treeSize() } == 2)
    }

    @Test func `what is no database of ours is left alone`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mishap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let words = folder.path + "/words"
        try String(repeating: "这不是数据库。", count: 500).write(toFile: words, atomically: true, encoding: .utf8)
        let before = try Data(contentsOf: URL(fileURLWithPath: words))
        #expect(throws: StoreProblem.notADatabase(path: words)) { try SQLiteEngine(path: words) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: words)) == before)
        #expect(throws: StoreProblem.self) { try SQLiteEngine(path: folder.path + "/absent/store.sqlite") }
        #expect(throws: StoreProblem.self) { try SQLiteEngine(path: folder.path) }
    }

    @Test func `another program's database and a newer one of ours are left alone`() throws {
        let store = try TestStore(.sqlite)
        try store.tamper("INSERT INTO migration (name, digest) VALUES ('m0002_later', 'x')")
        #expect(throws: StoreProblem.newerSchema(migration: "m0002_later")) {
            try TestStore(.sqlite, folder: store.folder)
        }
        try store.tamper("DELETE FROM migration WHERE name = 'm0002_later'; UPDATE migration SET digest = 'x'")
        #expect(throws: StoreProblem.migrationDiffers(migration: "m0001_start")) {
            try TestStore(.sqlite, folder: store.folder)
        }
        // A number of its own makes it another program's.
        let other = store.folder.path + "/other.sqlite"
        let engine = try SQLiteEngine(path: other)
        try engine.write { try $0.script("CREATE TABLE theirs (a BIGINT); PRAGMA application_id = 7") }
        try engine.close()
        #expect(throws: StoreProblem.notOurs(path: other)) { try SQLiteEngine(path: other) }
    }

    @Test func `a full disk refuses the write and loses nothing`() throws {
        let store = try TestStore(.sqlite)
        try store.record([Story.received("b1")])
        // SQLite says "full" the same way when the file may not grow as when the disk is.
        try store.ledger.engine.write { transaction in
            let pages = try transaction.first("PRAGMA page_count") { $0.integer(0) } ?? 0
            _ = try transaction.first(SQL(text: "PRAGMA max_page_count = \(pages + 2)", values: [])) { $0.integer(0) }
        }
        #expect(throws: StoreProblem.diskFull(path: store.path)) {
            try store.record((1...200).map { Story.record("r\($0)") })
        }
        #expect(try store.ledger.read { try $0.treeSize() } == 2)
        _ = try store.ledger.engine.write { try $0.first("PRAGMA max_page_count = 1000000") { $0.integer(0) } }
        #expect(try store.record([Story.record("r1")]).positions == 2..<3)
        #expect(try store.verify().findings == [])
    }

    @Test func `a database that another program holds is reported as in use`() throws {
        let store = try TestStore(.sqlite)
        try store.record([Story.received("b1")])
        let other = try SQLiteEngine(path: store.path, patience: 1)
        try store.ledger.engine.write { _ in
            _ = #expect(throws: StoreProblem.locked(path: store.path)) { try other.write { _ in () } }
        }
        #expect(try other.write { _ in 1 } == 1)
        try other.close()
    }

    @Test func `every problem has a code of its own and a sentence in both languages`() {
        let all: [StoreProblem] = [
            .readOnly(path: "p"), .diskFull(path: "p"), .locked(path: "p"), .notADatabase(path: "p"),
            .notOurs(path: "p"),
            .damaged(path: "p", detail: "d"), .cannotOpen(path: "p", detail: "d"), .newerSchema(migration: "m"),
            .migrationDiffers(migration: "m"), .refused(detail: "d"), .olderThanCheckpoint(size: 1, signed: 2),
            .otherThanCheckpoint(size: 1), .keyLost(path: "p"), .otherKey(path: "p"),
            .otherOrigin(stored: "a", asked: "b"), .otherMode(isRehearsal: true), .clockWentBack(last: "a", now: "b"),
            .brokenLog(position: 1, detail: "d"), .unknownEvent(position: 1), .fileExists(path: "p"),
            .impossibleEvent(detail: "d"),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(all.allSatisfy { $0.chinese.hasSuffix("。") && $0.english.hasSuffix(".") })
    }
}
