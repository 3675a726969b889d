import Credit
import Foundation
import Proofs
import StoreSQLite
import Testing

@testable import Store

/// 个体工商户 (R10): who is one, and what of him stands nowhere, on a real store.
@Suite struct SoleTraderTests {
    static let today = TestStore.firstDay + 5
    static let files = SubjectFiles(
        rules: Rules(code: "t", name: Label("试", "trial"), version: "1", digest: "", region: "640500"))
    static let company = CreditCode(completing: "91640500MA123456")!.text
    static let trader = CreditCode(completing: "92640500MA123456")!.text
    /// Thirteen digits tell nothing of their holder.
    static let old = "reg:6405001000001"

    static func entry(
        _ id: String, _ subject: String, family: RecordFamily = .permit, batch: String = "b1",
        trade: PersonInTrade? = nil, status: Vocabulary.Sense? = nil, decided: Day = TestStore.firstDay + -3
    ) -> Event {
        .record(
            RecordEntry(
                id: id, version: 1, kind: "\(family)", family: family, batch: batch, line: 2,
                department: "market-regulation", key: Hex.encode(SHA256.digest(of: id).bytes[..<16]), subject: subject,
                subjectName: "某店", formerNames: [], status: status, decided: decided, received: TestStore.firstDay,
                timeliness: nil,
                publication: Publication(
                    period: .until(.endless), grade: nil, gradeDerived: false, rule: nil, lastDayByRule: nil),
                fields: Array(#"{"内容":"\#(id)"}"#.utf8), trade: trade))
    }

    static func listed(_ family: RecordQuestion.Family, in store: TestStore) throws -> [String] {
        try store.ledger.read { try files.list(RecordQuestion(family, limit: 200), on: today, in: $0) }.rows.map(\.id)
    }

    @Test(arguments: EngineKind.allCases)
    func `个体工商户由代码、相对人类别或者主体类型认定，认定后不再变回`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        let byCategory = "reg:6405001000002"
        let byRegistry = "reg:6405001000003"
        try store.record([
            Story.received("b1"), Self.entry("c", Self.company), Self.entry("t", Self.trader),
            Self.entry("o", Self.old), Self.entry("k0", byCategory), Self.entry("g0", byRegistry),
        ])
        #expect(try Self.listed(.permit, in: store).sorted() == ["c", "g0", "k0", "o"])
        try store.record([
            Story.received("b2"), Self.entry("k1", byCategory, family: .penalty, batch: "b2", trade: .soleTrader),
            Self.entry("g1", byRegistry, family: .registry, batch: "b2", trade: .soleTrader, status: .active),
        ])
        // What was entered before he was known as one leaves the list as well.
        #expect(try Self.listed(.permit, in: store).sorted() == ["c", "o"])
        #expect(try Self.listed(.penalty, in: store).isEmpty)
        try store.record([Story.undone("b2")], on: Self.today)
        for key in [byCategory, byRegistry, Self.trader] {
            #expect(try store.ledger.read { try $0.subject(key)?.isSoleTrader } == true, "\(key)")
            let file = try store.ledger.read { try Self.files.file(of: key, on: Self.today, in: $0) }
            // His own page still shows them.
            #expect(file?.subject.isSoleTrader == true && file?.records.count == 1)
        }
        #expect(try Self.listed(.permit, in: store).sorted() == ["c", "o"])
        #expect(try store.ledger.read { try $0.subject(Self.old)?.isSoleTrader } == false)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `个人独资企业不是个体工商户，仍记为从事经营的自然人`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([
            Story.received("b1"), Self.entry("p", Self.company),
            Self.entry("q", Self.company, family: .registry, trade: .soleProprietorship, status: .active),
        ])
        let subject = try #require(try store.ledger.read { try $0.subject(Self.company) })
        #expect(subject.isSoleProprietorship && !subject.isSoleTrader)
        #expect(try Self.listed(.permit, in: store) == ["p"])
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `个体工商户注销后，档案、信息、名单一律撤下`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        try store.record([
            Story.received("b1"), Self.entry("r", Self.trader, family: .registry, status: .active),
            Self.entry("p", Self.trader), Self.entry("a", Self.trader, family: .penalty),
        ])
        func shown() throws -> (file: Bool, records: Int) {
            try store.ledger.read { reader in
                let records = try ["p", "a"].filter { try Self.files.record($0, on: Self.today, in: reader) != nil }
                return (try Self.files.file(of: Self.trader, on: Self.today, in: reader) != nil, records.count)
            }
        }
        #expect(try shown() == (true, 2))
        try store.record([
            Story.received("b2"), Self.entry("r2", Self.trader, family: .registry, batch: "b2", status: .dissolved),
        ])
        #expect(try shown() == (false, 0))
        #expect(try Self.listed(.permit, in: store).isEmpty && Self.listed(.penalty, in: store).isEmpty)
    }

    @Test(arguments: EngineKind.allCases)
    func `a company that is struck off stays, and its page of a list is full`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        var events = [Story.received("b1")]
        events.append(Self.entry("gone", Self.company, family: .registry, status: .dissolved))
        for number in 0..<60 {
            let isTrader = number % 3 != 0
            let code = CreditCode(completing: (isTrader ? "92" : "91") + "640500MA" + String(100_000 + number))!.text
            if isTrader { events.append(Self.entry("s\(number)", code, family: .registry, status: .dissolved)) }
            events.append(Self.entry("p\(number)", code, decided: TestStore.firstDay + -number))
        }
        events.append(Self.entry("c", Self.company))
        try store.record(events)
        let first = try store.ledger.read {
            try Self.files.list(RecordQuestion(.permit, limit: 10), on: Self.today, in: $0)
        }
        #expect(first.rows.count == 10 && first.next != nil && !first.rows.contains { $0.subject.isSoleTrader })
        #expect(try Self.listed(.permit, in: store).count == 21)
        #expect(try store.ledger.read { try $0.publishedCount(.permit, kind: "permit", on: Self.today) } == 21)
        #expect(try store.ledger.read { try Self.files.record("c", on: Self.today, in: $0) } != nil)
    }

    @Test func `a list is read along its index, without sorting and without asking who is a trader`() throws {
        let store = try TestStore(.sqlite)
        try store.record([Story.received("b1"), Self.entry("c", Self.company)])
        let question = RecordQuestion(.permit, timeliness: .late)
        try store.ledger.engine.read { transaction in
            let values = Array(repeating: SQLValue.text("x"), count: 10)
            let query = SQL(text: "EXPLAIN QUERY PLAN " + Reader.listQuery(question), values: values)
            let plan = try transaction.rows(query) { $0.text(3) }
            #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH record USING INDEX record_listed"), "\(plan)")
        }
    }
}
