import Credit
import Foundation
import Hummingbird
import Logging
import NIOPosix
import Portal
import Proofs
import RulePacks
import Store
import StoreSQLite
import Synchronization

@testable import Command

/// 权利故事: a ledger under the city's own rules with one of everything that may not be shown, behind the real reading and the
/// real portal.
final class RightsStory: Sendable {
    static let before = Day("2026-03-01")!
    static let today = Day("2026-06-30")!
    static let company = "91640500MA7T033465"
    static let trader = CreditCode(completing: "92640500MA000001")!.text
    static let dissolved = CreditCode(completing: "92640500MA000002")!.text
    static let proprietorship = CreditCode(completing: "91640500MA000003")!.text
    /// A sole trader whose number does not say so: the category of a row does.
    static let byCategory = "reg:6405001000001"
    /// Right by its check, and nobody's.
    static let number = "11010519491231002X"

    let folder: String
    let rules: Rules
    let ledger: Ledger

    init() throws {
        folder = NSTemporaryDirectory() + "rights-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        rules = try PackFolder.embedded.rules { SHA256.digest(of: $0).hex }
        let salts = Mutex<UInt64>(0)
        ledger = try Ledger(
            engine: try SQLiteEngine(path: folder + "/store.db"), folder: LogFolder(path: folder),
            settings: LogSettings(
                origin: "rights.example/log", isRehearsal: true, seed: { [UInt8](repeating: 7, count: 32) }),
            salts: {
                salts.withLock { salt in
                    salt += 1
                    return Salt(salt, ~salt)
                }
            })
        try ledger.adopt(old, at: { Instant(day: Self.before) })
        let early = try entries(Self.before)
        try ledger.record(at: Instant(day: Self.before, hour: 10)) { _ in [Self.received("b1")] + early }
        try ledger.adopt(rules, at: { Instant(day: Self.today) })
        let late = registry(Self.dissolved, "老街修鞋铺", version: 2, status: .dissolved, batch: "b2")
        try ledger.record(at: Instant(day: Self.today, hour: 10)) { _ in [Self.received("b2"), late] }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func store() throws -> PublicStore { try PublicStore(ledger: ledger, rules: rules, today: { Self.today }) }

    /// The rules of before 36号令.
    private var old: Rules {
        var old = rules
        old.digest = "00"
        old.kinds = Register(
            rules.kinds.map { kind in
                guard case .byGrade(let steps) = kind.publication else { return kind }
                return RecordKind(
                    code: kind.code, title: kind.title, family: kind.family, catalogueClass: kind.catalogueClass,
                    department: kind.department, source: kind.source, dueWithin: kind.dueWithin,
                    templates: kind.templates, publication: .byGrade(steps.filter { $0.from < Self.before }),
                    demonstration: kind.demonstration)
            })
        return old
    }

    private func entries(_ day: Day) throws -> [Event] {
        let until = { (text: String) in Publication.Period.until(Day(text)!) }
        return [
            registry(Self.company, "中卫市云麓砂石有限公司（演示）", status: .active),
            registry(Self.trader, "渡口牛肉面馆（演示）", status: .active),
            registry(Self.dissolved, "老街修鞋铺", status: .active),
            registry(Self.proprietorship, "南山石料厂（演示）", status: .active, trade: .soleProprietorship),
            record("running", .penalty, Self.company, until("2028-09-10"), decided: "2025-09-10"),
            record("ended", .penalty, Self.company, until("2027-05-29"), decided: "2024-05-29"),
            record("light", .penalty, Self.company, .none(.light), decided: "2026-02-10"),
            record(
                "numbered", .penalty, Self.company, until("2028-10-10"), decided: "2025-10-10",
                facts: "当事人身份证１１０１０５ １９４９１２３１ ００２Ｘ，未按规定公示"),
            record(
                "closed", .penalty, Self.company, until("2028-10-11"), decided: "2025-10-11",
                others: ["representative": "某某"]),
            record(
                "listed", .listing, Self.company, .until(.endless), end: .untilCured(reviewBy: Day("2026-05-31")!),
                decided: "2025-06-01"),
            record("permit", .permit, Self.company, .until(.endless), end: .withoutEnd, decided: "2025-06-02"),
            record("traderpenalty", .penalty, Self.trader, until("2028-09-11"), decided: "2025-09-11"),
            record("traderpermit", .permit, Self.trader, until("2029-09-11"), decided: "2025-09-12"),
            record("gonepenalty", .penalty, Self.dissolved, until("2028-09-11"), decided: "2025-09-13"),
            record("gonepermit", .permit, Self.dissolved, until("2029-09-11"), decided: "2025-09-14"),
            record(
                "categorypenalty", .penalty, Self.byCategory, until("2028-09-15"), decided: "2025-09-15",
                name: "河滩杂货铺（演示）", trade: .soleTrader),
            record("categorypermit", .permit, Self.byCategory, until("2029-09-15"), decided: "2025-09-16"),
        ]
    }

    static func received(_ batch: String) -> Event {
        .submission(
            .received(
                Submission(
                    batch: batch, kind: "administrative-penalty", department: "market-regulation", file: "a.csv",
                    digest: "00", size: 1, received: before, isDeclared: true)))
    }

    func registry(
        _ subject: String, _ name: String, version: Int = 1, status: Vocabulary.Sense, trade: PersonInTrade? = nil,
        batch: String = "b1"
    ) -> Event {
        entry(
            "registry" + subject.lowercased(), "registry-entry", .registry, subject, name: name, version: version,
            batch: batch, decided: nil, publication: Self.publication(.until(.endless)), fields: ["name": name],
            status: status, trade: trade)
    }

    private func record(
        _ id: String, _ family: RecordFamily, _ subject: String, _ period: Publication.Period,
        end: Publication.End? = nil, decided: String, facts: String = "未按规定公示年度报告", name: String? = nil,
        others: [String: String] = [:], trade: PersonInTrade? = nil
    ) -> Event {
        let kind = [
            RecordFamily.penalty: "administrative-penalty", .permit: "administrative-permit",
            .listing: "abnormal-operation",
        ][family]!
        var fields = ["organ": "沙坡头区综合执法局", "document-number": "卫演〔2025〕\(id)号", "basis": "某条例第十七条"]
        switch family {
        case .penalty: fields["facts"] = facts
        case .listing: fields["reason"] = facts
        default: break
        }
        fields.merge(others) { $1 }
        return entry(
            id, kind, family, subject, name: name, decided: Day(decided),
            publication: Self.publication(period, end, grade: family == .penalty ? .general : nil, decided),
            fields: fields, trade: trade)
    }

    private static func publication(
        _ period: Publication.Period, _ end: Publication.End? = nil, grade: OffenceGrade? = nil, _ decided: String = ""
    ) -> Publication {
        Publication(
            period: period, end: end, grade: grade, gradeDerived: true, rule: grade == nil ? nil : "R2023",
            lastDayByRule: grade == nil ? nil : Day(decided)?.adding(months: 36))
    }

    private func entry(
        _ id: String, _ kind: String, _ family: RecordFamily, _ subject: String, name: String?, version: Int = 1,
        batch: String = "b1", decided: Day?, publication: Publication, fields: [String: String],
        status: Vocabulary.Sense? = nil, trade: PersonInTrade? = nil
    ) -> Event {
        let members = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let json = "{" + members.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
        return .record(
            RecordEntry(
                id: id, version: version, kind: kind, family: family, batch: batch, line: 2,
                department: "market-regulation", key: Hex.encode(SHA256.digest(of: id).bytes[..<16]), subject: subject,
                subjectName: name, formerNames: [], status: status, decided: decided, received: Self.before,
                timeliness: nil, publication: publication, fields: Array(json.utf8), trade: trade))
    }
}

extension RightsStory {
    /// Runs the portal over the real reading for as long as `body` lasts.
    func serve(_ body: @Sendable (_ get: @escaping Asking) async throws -> Void) async throws {
        let words = Label(chinese: "信用中国（演示）", english: "Credit China (demonstration)")
        let portal = try Portal(
            reading: try store(), rules: rules,
            settings: PortalSettings(
                siteName: words, organ: words, packVersion: "t", baseAddress: nil, requestsPerMinute: nil),
            surroundings: PortalSurroundings(milliseconds: { 0 }, failureNumber: { "F" }, failed: { _, _ in }))
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = portal.application(host: "127.0.0.1", port: 0, logger: logger) {
            listening.yield($0)
            listening.finish()
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await application.run() } catch is CancellationError {}
                listening.finish()
            }
            for await port in ports {
                try await body { try await LoopbackClient.ask($0, port: port) }
            }
            group.cancelAll()
            try? await group.waitForAll()
        }
    }

    typealias Asking = @Sendable (_ target: String) async throws -> LoopbackClient.Reply
}
