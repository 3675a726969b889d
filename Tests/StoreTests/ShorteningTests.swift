import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Testing

/// 新规则缩短公示期 (R6), on a real store.
@Suite struct ShorteningTests {
    static let source = Source(document: "国家发展改革委令第36号", mark: .unverified)
    static let before = TestStore.firstDay
    static let after = TestStore.firstDay + 30

    static func step(_ version: String, _ from: String, general: Int) -> PublicationRule.GradeStep {
        PublicationRule.GradeStep(
            version: version, from: Day(from)!, source: source, light: nil, general: general, serious: 36,
            summary: .byKind)
    }

    /// Rules of one kind of record, without or with the step of 2026.
    static func rules(isNew: Bool) -> Rules {
        let steps =
            [step("R2023", "2023-05-01", general: 36)] + (isNew ? [step("R2026", "2026-11-15", general: 12)] : [])
        var rules = Rules(
            code: "t", name: Label("试", "trial"), version: isNew ? "2" : "1", digest: isNew ? "02" : "01",
            region: "640500")
        rules.kinds = Register([
            RecordKind(
                code: "administrative-penalty", title: Label("行政处罚", "Penalty"), family: .penalty,
                catalogueClass: "c", department: "market-regulation", source: source, dueWithin: nil, templates: [],
                publication: .byGrade(steps), demonstration: nil)
        ])
        return rules
    }

    static func penalty(
        _ id: String, _ decided: String, _ grade: OffenceGrade? = .general, until: String?, version: Int = 1,
        batch: String = "b1", subject: String = "reg:640500100000016"
    ) -> Event {
        .record(
            RecordEntry(
                id: id, version: version, kind: "administrative-penalty", family: .penalty, batch: batch, line: 2,
                department: "market-regulation", key: Hex.encode(SHA256.digest(of: id).bytes[..<16]), subject: subject,
                subjectName: "某公司", formerNames: [], status: nil, decided: Day(decided), received: before,
                timeliness: nil,
                publication: Publication(
                    period: until.map { .until(Day($0)!) } ?? .none(.light), grade: grade, gradeDerived: false,
                    rule: "R2023", lastDayByRule: until.map { Day($0)! }),
                fields: Array(#"{"内容":"\#(id)\#(version)"}"#.utf8)))
    }

    /// A store with records of before the new rule, which know the old one only.
    static func told(_ kind: EngineKind) throws -> TestStore {
        let store = try TestStore(kind)
        try store.ledger.adopt(rules(isNew: false), at: { Instant(day: before) })
        try store.record([
            Story.received("b1"), penalty("old", "2025-01-10", until: "2028-01-10"),
            penalty("young", "2026-10-01", until: "2029-10-01"),
            penalty("serious", "2026-10-01", .serious, until: "2029-10-01"),
            penalty("wished", "2026-10-01", until: "2027-01-31"), penalty("light", "2026-10-01", .light, until: nil),
            penalty("over", "2023-06-01", until: "2026-06-01"),
        ])
        return store
    }

    @discardableResult static func adopt(_ store: TestStore, portion: Int = 4_000) throws -> RulesTakeover {
        try store.ledger.adopt(rules(isNew: true), at: { Instant(day: after) }, portion: portion)
    }

    static func last(_ id: String, in store: TestStore, on day: Day = after) throws -> Publication.Period? {
        try store.ledger.read { try $0.record(id, on: day)?.entry.publication.period }
    }

    @Test(arguments: EngineKind.allCases, [1, 2, 4_000])
    func `新规则启用时，正在公示的一律重新计算，缩短而不延长，并记入日志`(kind: EngineKind, portion: Int) throws {
        let store = try Self.told(kind)
        let outcome = try Self.adopt(store, portion: portion)
        #expect(outcome.isNew && outcome.looked == 4 && outcome.shortened == 2)
        let day = { (text: String) in Publication.Period.until(Day(text)!) }
        #expect(try Self.last("old", in: store) == day("2026-11-14"))
        #expect(try Self.last("young", in: store) == day("2027-10-01"))
        #expect(try Self.last("serious", in: store) == day("2029-10-01"))
        #expect(try Self.last("wished", in: store) == day("2027-01-31"))
        #expect(try Self.last("light", in: store) == Publication.Period.none(.light))
        #expect(try Self.last("over", in: store) == day("2026-06-01"))
        // The second time there is nothing to do and nothing is written.
        let size = try store.ledger.read { try $0.treeSize() }
        let again = try Self.adopt(store)
        #expect(!again.isNew && again.looked == 0 && again.shortened == 0)
        #expect(try store.ledger.read { try $0.treeSize() } == size)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `缩短后的截止日及其规则，在记录、档案、名单中一致`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        try Self.adopt(store)
        let files = SubjectFiles(rules: Self.rules(isNew: true))
        try store.ledger.read { reader in
            let record = try #require(try files.record("young", on: Self.after, in: reader))
            let by = try #require(record.publication.shortening)
            #expect(by.rule == "R2026" && by.source == Self.source && by.from == Day("2026-11-15"))
            #expect(by.recorded == Self.after)
            let event = try reader.event(at: by.position)
            guard case .publication(.shortened(let said))? = event else {
                Issue.record("no event of shortening at \(by.position)")
                return
            }
            #expect(said.ends.contains { $0.id == "young" && $0.last == Day("2027-10-01") })
            for words in ["R2026", "2027-10-01", "2026-11-15", "日志位置 \(by.position)", "36 个月 = 2029-10-01"] {
                #expect(record.publicationReason.chinese.contains(words), "\(words)")
            }
            let file = try #require(try files.file(of: "reg:640500100000016", on: Self.after, in: reader))
            #expect(file.records.first { $0.id == "young" } == record)
            #expect(!file.records.contains { $0.id == "old" } && file.records.count == 3)
            let list = try files.list(RecordQuestion(.penalty), on: Self.after, in: reader)
            #expect(list.rows.map(\.id).sorted() == ["serious", "wished", "young"])
            #expect(list.rows.first { $0.id == "young" }?.publishedUntil == Day("2027-10-01"))
            #expect(try reader.publishedCount(.penalty, kind: "administrative-penalty", on: Self.after) == 3)
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a look that was broken off goes on, and only then is over`(kind: EngineKind) throws {
        struct Stop: Error {}
        let store = try Self.told(kind)
        #expect(throws: Stop.self) {
            let rules = Self.rules(isNew: true)
            try store.ledger.adopt(rules, at: { Instant(day: Self.after) }, portion: 1) { _, shortened in
                if shortened == 1 { throw Stop() }
            }
        }
        #expect(try store.ledger.read { try $0.isReviewPending() })
        let outcome = try Self.adopt(store)
        #expect(!outcome.isNew && outcome.shortened == 1)
        #expect(try !store.ledger.read { try $0.isReviewPending() })
        #expect(try Self.last("young", in: store) == .until(Day("2027-10-01")!))
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `整批撤回使旧内容恢复，不使其公示期恢复`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        try store.record([
            Story.received("b2"), Self.penalty("young", "2026-10-01", until: "2027-01-01", version: 2, batch: "b2"),
        ])
        try Self.adopt(store)
        try store.record([Story.completed("b2"), Story.undone("b2")], on: Self.after + 1)
        let held = try #require(try store.ledger.read { try $0.record("young", on: Self.after + 1) })
        #expect(held.version == 3 && held.entry.version == 1)
        #expect(held.entry.publication.period == .until(Day("2027-10-01")!))
        #expect(held.entry.publication.shortening?.rule == "R2026")
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `an event that would lengthen a publication is not applied`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let size = try store.ledger.read { try $0.treeSize() }
        let wrong = [
            ("young", "2029-10-01"), ("young", "2030-01-01"), ("light", "2026-12-01"), ("none", "2026-12-01"),
        ]
        for (id, last) in wrong {
            let event = PublicationShortening(
                kind: "administrative-penalty", rule: "R2026", from: Day("2026-11-15")!, source: Self.source,
                ends: [.init(id: id, version: 1, last: Day(last)!)])
            #expect(throws: StoreProblem.self) { try store.record([.publication(.shortened(event))]) }
        }
        #expect(try store.ledger.read { try $0.treeSize() } == size)
    }

    @Test(arguments: EngineKind.allCases)
    func `whoever puts the old end back is found out`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        try Self.adopt(store)
        let found = try store.foundAfter("UPDATE record SET published_until = '2028-01-10' WHERE id = 'old'")
        #expect(found == ["record old/1"])
    }

    /// Not a limit, but what a portion costs must not grow with the store: the figure stands in docs/performance.md.
    @Test func `a portion is read from one index, without sorting`() throws {
        let store = try Self.told(.sqlite)
        try store.ledger.engine.read { transaction in
            let plan = try transaction.rows(
                """
                EXPLAIN QUERY PLAN SELECT id, version, decided, received, grade, published_until FROM record
                WHERE (id, version) > ('a', 1) AND kind = 'k' AND published_until >= '2026-01-01'
                ORDER BY id, version LIMIT 9
                """
            ) { $0.text(3) }
            #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH record USING INDEX"), "\(plan)")
        }
    }
}
