import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Testing

/// Somebody alters the database behind the ledger's back: `verify` names what was altered.
@Suite struct TamperingTests {
    /// One alteration, and all that `verify` must say of it, as `table key`.
    struct Alteration: CustomTestStringConvertible, Sendable {
        let sql: String
        let found: [String]
        var testDescription: String { sql }

        init(_ sql: String, _ found: [String]) {
            self.sql = sql
            self.found = found
        }
    }

    static let alterations = [
        // What happened.
        Alteration(
            "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '责令改正', '责令停业') AS BLOB) WHERE position = 20",
            ["entry 20"]),
        Alteration("UPDATE entry SET body = CAST('{' AS BLOB) WHERE position = 20", ["entry 20"]),
        Alteration("UPDATE entry SET salt = zeroblob(16) WHERE position = 20", ["entry 20"]),
        Alteration("UPDATE entry SET salt = zeroblob(16) WHERE position = 600", ["entry 600"]),
        Alteration("UPDATE entry SET salt = NULL, body = NULL WHERE position = 20", ["entry 20"]),
        Alteration("UPDATE entry SET leaf = zeroblob(32) WHERE position = 20", ["entry 20"]),
        Alteration("UPDATE entry SET leaf = zeroblob(32) WHERE position = 600", ["entry 600"]),
        Alteration("UPDATE entry SET class = 'rules' WHERE position = 20", ["entry 20"]),
        Alteration("UPDATE entry SET instant = '2026-11-03T08:59:59+08:00' WHERE position = 20", ["entry 20"]),
        Alteration("UPDATE entry SET instant = '2026-11-04T08:59:59+08:00' WHERE position = 612", ["entry 612"]),
        Alteration("DELETE FROM entry WHERE position = 20", ["entry 20"]),
        Alteration("DELETE FROM entry WHERE position IN (254, 255, 256)", ["entry 254", "entry 255", "entry 256"]),
        // The tree over it.
        Alteration("UPDATE tile SET hashes = zeroblob(8192) WHERE level = 0 AND number = 0", ["tile 0/0"]),
        Alteration("UPDATE tile SET hashes = zeroblob(64) WHERE level = 1 AND number = 0", ["tile 1/0"]),
        Alteration("DELETE FROM tile WHERE level = 0 AND number = 0", ["tile 0/0"]),
        Alteration("DELETE FROM tile WHERE level = 0 AND number = 2", ["tile 0/2"]),
        Alteration("INSERT INTO tile (level, number, hashes) VALUES (0, 3, zeroblob(32))", ["tile -"]),
        // What follows from it.
        Alteration("UPDATE record SET published_until = '2026-11-05' WHERE id = 'p9'", ["record p9/1"]),
        Alteration("UPDATE record SET until_day = '2026-11-20' WHERE id = 'p9'", ["record p9/1"]),
        Alteration("UPDATE record SET content = zeroblob(16) WHERE id = 'p7' AND version = 2", ["record p7/2"]),
        Alteration("UPDATE record SET position = 12 WHERE id = 'p9'", ["record p9/1"]),
        Alteration("UPDATE record SET id = 'q9' WHERE id = 'p9'", ["record p9/1", "record q9/1"]),
        Alteration("DELETE FROM record WHERE id = 'p300'", ["record p300/1"]),
        Alteration(
            "INSERT INTO subject (key, is_trader, is_proprietor, since, changed, position) "
                + "VALUES ('x', 0, 0, '2026-11-02', '2026-11-02', 3)",
            ["subject x"]),
        Alteration(
            "UPDATE subject SET name = '别的名字', folded = '别的名字' WHERE key = 'obj:site:工地3'", ["subject obj:site:工地3"]),
        Alteration("DELETE FROM subject WHERE key = 'obj:site:工地3'", ["subject obj:site:工地3"]),
        Alteration(
            "UPDATE subject_name SET kind = 'present' WHERE subject = 'obj:site:工地2' AND folded = '老二工地'",
            ["subject_name obj:site:工地2/老二工地"]),
        Alteration("UPDATE batch SET accepted = 599 WHERE id = 'b2'", ["batch b2"]),
        Alteration(
            "UPDATE batch_fault SET cells = 1 WHERE batch = 'b1' AND rule = 'REC-101'", ["batch_fault b1/REC-101/name"]),
        Alteration("DELETE FROM batch_fault WHERE rule = 'REC-122'", ["batch_fault b1/REC-122/"]),
        Alteration(
            "INSERT INTO batch_fault (batch, rule, field, cells, position) VALUES ('b2', 'REC-101', 'x', 1, 612)",
            ["batch_fault b2/REC-101/x"]),
        Alteration("UPDATE record SET is_trader = 1 WHERE id = 'p9'", ["record p9/1"]),
        Alteration("UPDATE record SET grade = 'light' WHERE id = 'p9'", ["record p9/1"]),
        Alteration("UPDATE subject SET is_trader = 1 WHERE key = 'obj:site:工地3'", ["subject obj:site:工地3"]),
        Alteration(
            "INSERT INTO publication_review (position, pack, version, digest, looked, ended_earlier, recorded_day) "
                + "VALUES (9, 'p', '1', 'ab', 0, 0, '2026-11-02')", ["publication_review 9"]),
        Alteration("UPDATE rules_adoption SET digest = 'ac'", ["rules_adoption 2"]),
        Alteration("UPDATE log_opening SET rehearsal = 0", ["log_opening 0"]),
        // What a digest covers.
        Alteration("UPDATE refusal SET line = 99 WHERE ordinal = 1", ["refusal b1"]),
        Alteration("UPDATE refusal SET body = CAST('[\"REC-102\"]' AS BLOB) WHERE ordinal = 2", ["refusal b1"]),
        Alteration("DELETE FROM refusal WHERE ordinal = 0", ["refusal b1"]),
        Alteration(
            "INSERT INTO refusal (batch, ordinal, sheet, line, body) VALUES ('b9', 0, '', 1, zeroblob(1))",
            ["refusal b9"]),
        // The form of the tables.
        Alteration("DROP INDEX record_subject", ["schema index record_subject"]),
        Alteration("CREATE TABLE extra (a BIGINT) STRICT", ["schema table extra"]),
    ]

    @Test(arguments: EngineKind.allCases)
    func `every alteration is named, and nothing else`(kind: EngineKind) throws {
        let model = try TestStore(kind)
        try Story.tell(to: model)
        try model.ledger.engine.close()
        for alteration in Self.alterations {
            let store = try Self.copy(of: model)
            let found = try store.foundAfter(alteration.sql)
            #expect(found == alteration.found, "\(alteration.sql)")
        }
        let untouched = try Self.copy(of: model)
        #expect(try untouched.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `a log that was cut at its end is found by the checkpoint beside the key`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try Story.tell(to: store)
        let size = try store.ledger.read { try $0.treeSize() }
        let found = try store.foundAfter("DELETE FROM entry WHERE position >= \(size - 2)")
        #expect(found.contains("checkpoint \(size)"))
        #expect(throws: StoreProblem.olderThanCheckpoint(size: size - 2, signed: size)) {
            try store.record([Story.received("b9")], on: TestStore.firstDay + 9)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a log that was made anew as a whole is found by the checkpoint beside the key`(kind: EngineKind) throws {
        let (store, other) = (try TestStore(kind), try TestStore(kind))
        try Story.tell(to: store)
        try Story.tell(to: other)
        try other.record([Story.received("b9")], on: TestStore.firstDay + 9)
        let forged = try FileManager.default.contentsOfDirectory(atPath: other.folder.path)
        #expect(forged.contains("log.checkpoint"))
        // The forger has everything but the checkpoint that we kept.
        try store.record([Story.received("b8")], on: TestStore.firstDay + 9)
        try store.ledger.engine.close()
        try other.ledger.engine.close()
        try FileManager.default.removeItem(atPath: store.path)
        try FileManager.default.copyItem(atPath: other.path, toPath: store.path)
        let again = try TestStore(kind, folder: store.folder)
        let size = try again.ledger.read { try $0.treeSize() }
        #expect(try again.verify().findings.map { "\($0.table) \($0.key)" } == ["checkpoint \(size)"])
        #expect(throws: StoreProblem.otherThanCheckpoint(size: size)) {
            try again.record([Story.received("b10")], on: TestStore.firstDay + 9)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a checkpoint whose signature was altered is named`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([Story.received("b1")])
        let note = try #require(try store.ledger.checkpointNote())
        try note.replacingOccurrences(of: "\n2\n", with: "\n3\n").write(
            toFile: store.folder.path + "/log.checkpoint", atomically: true, encoding: .utf8)
        #expect(try store.verify().findings.map(\.table) == ["checkpoint"])
        #expect(throws: ProofProblem.badSignature(name: TestStore.origin)) { try store.record([Story.received("b2")]) }
    }

    /// A store of its own with the files of another.
    static func copy(of model: TestStore) throws -> TestStore {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["store.sqlite", "log.key", "log.checkpoint"] {
            try FileManager.default.copyItem(
                at: model.folder.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
        return try TestStore(model.kind, folder: folder)
    }
}
