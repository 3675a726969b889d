import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Synchronization
import Testing

/// The engines that every test of the store runs on.
enum EngineKind: String, CaseIterable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    func open(_ path: String) throws -> any Engine {
        switch self {
        case .sqlite: try SQLiteEngine(path: path)
        }
    }

    func scratch(_ path: String) throws -> any Engine {
        switch self {
        case .sqlite: try SQLiteEngine(path: path, purpose: .scratch)
        }
    }
}

/// A store in a folder of its own that goes away with it.
final class TestStore: Sendable {
    static let origin = "credit.zhongwei.example/log"
    static let firstDay = Day("2026-11-02")!

    let folder: URL
    let kind: EngineKind
    let ledger: Ledger

    init(_ kind: EngineKind, folder: URL? = nil, origin: String = TestStore.origin, isRehearsal: Bool = true) throws {
        self.folder =
            folder ?? FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        self.kind = kind
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        ledger = try TestStore.ledger(
            kind.open(self.folder.path + "/store.sqlite"), in: self.folder, origin: origin, isRehearsal: isRehearsal)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.path + "/store.sqlite" }

    static func ledger(
        _ engine: any Engine, in folder: URL, origin: String = TestStore.origin, isRehearsal: Bool = true
    ) throws -> Ledger {
        let count = Mutex(UInt64(0))
        return try Ledger(
            engine: engine, folder: LogFolder(path: folder.path),
            settings: LogSettings(origin: origin, isRehearsal: isRehearsal) { [UInt8](0..<32) },
            salts: {
                count.withLock { count in
                    count += 1
                    return Salt(0x1234_5678_9ABC_DEF0, count)
                }
            })
    }

    @discardableResult func record(_ events: [Event], on day: Day = TestStore.firstDay) throws -> Receipt {
        try ledger.record(at: Instant(day: day, hour: 9)) { _ in events }
    }

    func verify() throws -> Verification {
        let scratch = folder.appendingPathComponent("scratch-\(UUID().uuidString)").path
        let engine = try kind.scratch(scratch)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let result = try ledger.verify(into: engine)
        try engine.close()
        return result
    }

    /// Runs SQL behind the ledger's back, as somebody who alters the file would.
    func tamper(_ sql: String) throws {
        try ledger.engine.write { try $0.script(sql) }
    }

    /// What `verify` says after an alteration, as `table key`, each once.
    func foundAfter(_ sql: String) throws -> [String] {
        try tamper(sql)
        var named: [String] = []
        for finding in try verify().findings {
            let name = "\(finding.table) \(finding.key)"
            if !named.contains(name) { named.append(name) }
        }
        return named
    }
}

/// Made-up events.
enum Story {
    static func received(_ batch: String, kind: String = "registry-entry", digest: String = "00") -> Event {
        .submission(
            .received(
                Submission(
                    batch: batch, kind: kind, department: "market-regulation", file: "\(batch).csv", digest: digest,
                    size: 100, received: TestStore.firstDay, isDeclared: false)))
    }

    static func completed(
        _ batch: String, accepted: Int = 1, refusals: String = "", faults: FaultCounts = FaultCounts()
    ) -> Event {
        var counts = RowCounts()
        counts.accepted = accepted
        return .submission(
            .completed(SubmissionResult(batch: batch, counts: counts, refusals: refusals, faults: faults)))
    }

    static func undone(_ batch: String) -> Event { .submission(.undone(batch: batch, reason: "整批报错")) }

    static func record(
        _ id: String, version: Int = 1, batch: String = "b1", family: RecordFamily = .penalty,
        subject: String = "reg:640500100000016", name: String? = "中卫市乾丰建材有限公司", former: [String] = [],
        status: Vocabulary.Sense? = nil, text: String = "责令改正", until: Day? = Day("2029-11-01")
    ) -> Event {
        .record(
            RecordEntry(
                id: id, version: version, kind: family == .registry ? "registry-entry" : "administrative-penalty",
                family: family, batch: batch, line: 2, department: "market-regulation",
                key: Hex.encode(SHA256.digest(of: id).bytes[..<16]), subject: subject, subjectName: name,
                formerNames: former, status: status, decided: Day("2026-10-01"), received: TestStore.firstDay,
                timeliness: .inTime,
                publication: Publication(
                    period: until.map { .until($0) } ?? .none(.light), grade: .general, gradeDerived: false,
                    rule: "R2025", lastDayByRule: until),
                fields: Array(#"{"内容":"\#(text)"}"#.utf8)))
    }

    /// Three batches with some subjects, a change, a rename and a refusal.
    static func tell(to store: TestStore) throws {
        try store.record([received("b1"), .rules(RulesAdoption(pack: "zhongwei", version: "1", digest: "ab"))])
        let refusals = (0..<3).map {
            Refusal(batch: "b1", ordinal: $0, sheet: "", line: $0 + 5, body: Array(#"["REC-101"]"#.utf8))
        }
        var digest = RefusalDigest()
        for refusal in refusals { digest.add(refusal) }
        let seal = digest.text
        try store.ledger.record(at: Instant(day: TestStore.firstDay, hour: 10)) { _ in
            (
                Change(
                    events: (1...6).map {
                        record(
                            "r\($0)", family: .registry, subject: "obj:site:工地\($0)", name: "第\($0)工地", status: .active)
                    },
                    refusals: refusals), ()
            )
        }
        let faults = try FaultCounts(texts: ["REC-101:name:2", "REC-122::1"])
        try store.record([completed("b1", accepted: 6, refusals: seal, faults: faults)])
        let next = TestStore.firstDay + 1
        try store.record([received("b2", kind: "administrative-penalty")], on: next)
        func penalty(_ number: Int) -> Event {
            record("p\(number)", batch: "b2", subject: "obj:site:工地\(number % 7 + 1)", name: "某工地")
        }
        for number in 1...20 { try store.record([penalty(number)], on: next) }
        try store.record((21...600).map(penalty), on: next)
        try store.record([completed("b2", accepted: 600)], on: next)
        try store.record(
            [
                received("b3"), record("p7", version: 2, batch: "b3", subject: "obj:site:工地1", text: "罚款"),
                record(
                    "r2", version: 2, batch: "b3", family: .registry, subject: "obj:site:工地2", name: "第二新工地",
                    former: ["老二工地"], status: .dissolved),
                completed("b3", accepted: 2),
            ], on: next + 1)
    }
}
