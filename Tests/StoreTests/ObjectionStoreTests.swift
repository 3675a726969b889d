import Credit
import Foundation
import Proofs
import Store
import StoreSQLite
import Testing

/// 异议 in the store: the mark, the clocks, the freeze, and that the log makes the same tables again.
@Suite struct ObjectionStoreTests {
    static let day = TestStore.firstDay
    static let officer = Officer(account: "a", name: "甲", organ: "development-reform")
    static let other = Officer(account: "b", name: "乙", organ: "development-reform")
    static let subject = "reg:640500100000016"

    static func rules(_ years: [CalendarYear], version: String = "1") -> Rules {
        var rules = Rules(code: "t", name: Label("试", "trial"), version: version, digest: version, region: "640500")
        rules.calendar = Register(years)
        func clock(_ code: String, _ days: Int) -> ClockRule {
            ClockRule(
                code: code, name: Label(code, code),
                terms: Dated([.init(from: Day("2020-01-01")!, value: .workingDays(days), source: Source(document: "d"))]
                )!)
        }
        rules.clocks = Register([
            clock("objection-mark", 1), clock("objection-own", 3), clock("objection-checked", 7),
            clock("objection-forward", 2), clock("objection-source", 3), clock("objection-second", 7),
        ])
        return rules
    }

    static func year(_ year: Int, off: [String] = []) -> CalendarYear {
        CalendarYear(
            year: year,
            arrangements: Dated([
                .init(
                    from: Day(year: year - 1, month: 11, day: 1)!,
                    value: .init(off: off.map { Day("\(year)-\($0)")! }, work: []), source: Source(document: "n"))
            ])!)
    }

    static func filing(_ id: String, of record: String, ground: ObjectionGround = .wrongContent, in reader: Reader)
        throws
        -> ObjectionFiling
    {
        let stored = try #require(try reader.record(record, on: .init(number: Day.endless.number - 1)))
        return ObjectionFiling(
            id: id, record: record, version: stored.version, subject: stored.entry.subject,
            department: stored.entry.department, office: "development-reform", ground: ground, claims: [],
            reason: "金额有误", applicant: .company, papers: "营业执照", evidence: [], by: .window(officer),
            freezes: try !reader.wasContested(record, on: ground))
    }

    static func step(_ event: ObjectionEvent, _ rules: Rules, on day: Day, in reader: Reader) throws -> [Event] {
        let known = try reader.objection(event.id)?.objection.filing
        let filing: ObjectionFiling
        if case .filed(let new) = event { filing = new } else { filing = try #require(known) }
        let clocks = try ObjectionClocks(rules: rules.clocks, calendar: WorkingCalendar(rules.calendar))
            .events(for: event, of: filing, timers: reader.timers(of: event.id), on: day)
        return try reader.adopting(rules, on: day) + [.objection(event)] + clocks.map { .clock($0) }
    }

    /// A store with a company, its registry entry, two penalties and a list entry.
    static func told(_ kind: EngineKind) throws -> TestStore {
        let store = try TestStore(kind)
        try store.record([
            Story.received("b1"), Story.record("reg", family: .registry, subject: subject, status: .active),
            Story.record("p1", subject: subject), Story.record("p2", subject: subject),
            Story.record("l1", family: .listing, subject: subject), Story.completed("b1", accepted: 4),
        ])
        return store
    }

    static func act(
        _ store: TestStore, _ rules: Rules, on day: Day, _ make: (Objection) throws -> ObjectionEvent, in id: String
    ) throws {
        try store.ledger.record(at: Instant(day: day, hour: 10)) { reader in
            let now = try #require(try reader.objection(id)?.objection)
            return try step(make(now), rules, on: day, in: reader)
        }
    }

    static func file(
        _ store: TestStore, _ rules: Rules, _ id: String, of record: String, ground: ObjectionGround = .wrongContent,
        on day: Day
    ) throws {
        try store.ledger.record(at: Instant(day: day, hour: 9)) { reader in
            try step(.filed(try filing(id, of: record, ground: ground, in: reader)), rules, on: day, in: reader)
        }
    }

    static func close(
        _ store: TestStore, _ rules: Rules, _ id: String, on day: Day,
        _ outcome: ObjectionDecision.Outcome = .rejected
    ) throws {
        let decision = ObjectionDecision(outcome: outcome, reasons: "r", remedy: "m", correction: nil)
        let asked = Officer(account: "s", name: "丙", organ: "market-regulation")
        for make: (Objection) throws -> ObjectionEvent in [
            { try $0.accepting(by: officer) }, { try $0.routing(question: "q", by: officer) },
            { try $0.answering(ProviderAnswer(finding: .unknown, words: "w", evidence: [], by: asked)) },
            { try $0.proposing(decision, by: officer, handedIn: [], providerIsOver: false) },
            { try $0.deciding(by: other, handedIn: []) },
            { try $0.serving(Delivery(way: .direct, begun: day, served: day, proof: nil), by: officer, on: day) },
            { try $0.closing(reason: "c", by: officer) },
        ] { try act(store, rules, on: day, make, in: id) }
    }

    /// Everything that the files, the record, the lists and the search say of a record on a day.
    static func marks(_ record: String, on day: Day, _ files: SubjectFiles, in reader: Reader) throws -> [ContestMark] {
        var marks: [ContestMark] = []
        let file = try #require(try files.file(of: subject, on: day, in: reader))
        let view = try #require(try files.record(record, on: day, in: reader))
        marks.append(view.contest)
        if view.family == .registry { marks.append(file.factsContest) }
        marks += file.records.filter { $0.id == record }.map(\.contest)
        for family in RecordQuestion.Family.allCases {
            marks += try files.list(RecordQuestion(family), on: day, in: reader).rows.filter { $0.id == record }
                .map(\.contest)
        }
        return marks
    }

    @Test(arguments: EngineKind.allCases)
    func `异议处理期间，每日每处均有标注，结案之日起没有；无法核实的保留标注`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let rules = Self.rules([Self.year(2026), Self.year(2027)])
        let files = SubjectFiles(rules: rules)
        let (filed, closed) = (Self.day + 3, Self.day + 20)
        for (number, record) in ["p1", "reg", "l1"].enumerated() {
            try Self.file(store, rules, "OBJ-\(number)", of: record, on: filed)
        }
        func check(_ record: String, from: Day, _ day: Day, _ expected: ContestMark) throws {
            try store.ledger.read { reader in
                let marks = try Self.marks(record, on: day, files, in: reader)
                #expect(marks.count >= 2)
                #expect(marks.allSatisfy { $0 == expected }, "\(record) on \(day)")
                #expect(try Self.marks("p2", on: day, files, in: reader).allSatisfy { $0 == .none })
            }
        }
        for day in 0..<20 {
            for record in ["p1", "reg", "l1"] {
                try check(record, from: filed, Self.day + day, Self.day + day >= filed ? .open : .none)
            }
        }
        #expect(try store.ledger.read { try $0.contestedRecords(of: Self.subject, on: filed) } == 3)
        for number in 0..<3 {
            try Self.close(store, rules, "OBJ-\(number)", on: closed, number == 2 ? .unresolved : .rejected)
        }
        for day in 3..<60 {
            for record in ["p1", "reg"] {
                try check(record, from: filed, Self.day + day, Self.day + day < closed ? .open : .none)
            }
            try check("l1", from: filed, Self.day + day, Self.day + day < closed ? .open : .noted)
        }
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `补正期间不计入期限，转核查后提供单位的期限另计`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let rules = Self.rules([Self.year(2026), Self.year(2027)])
        let calendar = WorkingCalendar(rules.calendar)
        try Self.file(store, rules, "OBJ-1", of: "p1", on: Self.day)
        func timer(_ code: String) throws -> CaseTimer? {
            try store.ledger.read { try $0.timer(ClockKey(caseID: "OBJ-1", code: code)) }
        }
        #expect(try timer("objection-mark")?.clock.state(in: calendar, on: Self.day + 9) == .finishedInTime)
        #expect(try timer("objection-own") == nil)
        let before = try #require(try timer("objection-checked")?.told.day)
        try Self.act(
            store, rules, on: Self.day + 1, { try $0.returning(missing: ["x"], by: Self.officer) }, in: "OBJ-1")
        try Self.act(
            store, rules, on: Self.day + 8, { try $0.completing(papers: "x", evidence: [], by: Self.officer) },
            in: "OBJ-1")
        // From Tuesday to Tuesday: five working days.
        #expect(try timer("objection-checked")?.told == calendar.adding(5, to: before))
        try Self.act(store, rules, on: Self.day + 8, { try $0.accepting(by: Self.officer) }, in: "OBJ-1")
        try Self.act(
            store, rules, on: Self.day + 9, { try $0.routing(question: "q", by: Self.officer) }, in: "OBJ-1")
        #expect(try timer("objection-forward")?.clock.finished == Self.day + 9)
        #expect(try timer("objection-source")?.organ == "market-regulation")
        #expect(try timer("objection-source")?.told == calendar.adding(3, to: Self.day + 9))
        #expect(try store.ledger.read { try $0.queuedObjections(at: "market-regulation").count } == 1)
        #expect(try store.ledger.read { try $0.queuedObjections(at: "development-reform").count } == 0)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `载入次年日历后，未了的期限以事件重新计算，并列出待告知`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let (old, new) = (
            Self.rules([Self.year(2026)]),
            Self.rules([Self.year(2026), Self.year(2027, off: ["01-01", "01-02", "01-03"])], version: "2")
        )
        let (late, key) = (Day("2026-12-28")!, ClockKey(caseID: "OBJ-1", code: "objection-checked"))
        try Self.file(store, old, "OBJ-1", of: "p1", on: late)
        try Self.file(store, old, "OBJ-2", of: "p2", on: Self.day + 56)
        let first = try #require(try store.ledger.read { try $0.timer(key)?.told })
        guard case .unknown(let earliest, 2027) = first else {
            Issue.record("the calendar of 2027 is not loaded")
            return
        }
        try store.ledger.record(at: Instant(day: late + 1, hour: 9)) { try $0.adopting(new, on: late + 1) }
        let now = try #require(try store.ledger.read { try $0.timer(key)?.told.day })
        #expect(now >= earliest)
        let notices = try store.ledger.read { try $0.clockNotices(of: "development-reform") }
        #expect(notices.map(\.key).contains(key) && notices.allSatisfy { $0.from != $0.to })
        // Taken into use once: nothing moves a second time.
        #expect(try store.ledger.read { try $0.adopting(new, on: late + 2) }.isEmpty)
        try store.ledger.record(at: Instant(day: late + 2, hour: 9)) { reader in
            try reader.clockNotices().map { .clock(.told($0.key, position: $0.position, by: Self.officer)) }
        }
        #expect(try store.ledger.read { try $0.clockNotices() }.isEmpty)
        // A late change of the holidays moves it again.
        let lengthened = Self.rules(
            [Self.year(2026), Self.year(2027, off: ["01-01", "01-02", "01-03", "01-04"])], version: "3")
        try store.ledger.record(at: Instant(day: late + 3, hour: 9)) { try $0.adopting(lengthened, on: late + 3) }
        let moved = try store.ledger.read { try $0.clockNotices() }.first { $0.key == key }
        #expect(moved?.from == .on(now) && moved?.to == .on(now + 1))
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `同一信息、同一理由只冻结一次`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let rules = Self.rules([Self.year(2026), Self.year(2027)])
        let calendar = WorkingCalendar(rules.calendar)
        func isFrozen(_ record: String, _ day: Day) throws -> Bool {
            try store.ledger.read { try $0.isFrozen(record, on: day, in: calendar) }
        }
        try Self.file(store, rules, "OBJ-1", of: "p1", on: Self.day)
        let end = try #require(calendar.adding(7, to: Self.day).day)
        #expect(try isFrozen("p1", Self.day) && isFrozen("p1", end) && !isFrozen("p1", end + 1))
        #expect(try !isFrozen("p2", Self.day))
        try Self.file(store, rules, "OBJ-2", of: "p1", on: end + 1)
        #expect(try !isFrozen("p1", end + 1), "the same ground does not freeze anew")
        try Self.file(store, rules, "OBJ-3", of: "p1", ground: .notPublic, on: end + 2)
        #expect(try isFrozen("p1", end + 2))
    }

    @Test(arguments: EngineKind.allCases)
    func `an altered mark, clock or notice is found and named`(kind: EngineKind) throws {
        let rules = Self.rules([Self.year(2026)])
        for (sql, named) in [
            ("UPDATE objection SET closed_day = '2026-11-03', turn = NULL, stage = 'closed';", "objection OBJ-1"),
            ("DELETE FROM objection;", "objection OBJ-1"),
            (
                "UPDATE case_clock SET deadline = '2030-01-01' WHERE code = 'objection-checked';",
                "case_clock OBJ-1/objection-checked"
            ),
            (
                "DELETE FROM clock_step WHERE code = 'objection-mark' AND position = (SELECT MAX(position) FROM clock_step WHERE code = 'objection-mark');",
                "clock_step OBJ-1/objection-mark"
            ),
        ] {
            let store = try Self.told(kind)
            try Self.file(store, rules, "OBJ-1", of: "p1", on: Self.day)
            let found = try store.foundAfter(sql)
            #expect(found.contains { $0.hasPrefix(named) }, "\(sql): \(found)")
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `a step that cannot follow is not written`(kind: EngineKind) throws {
        let store = try Self.told(kind)
        let rules = Self.rules([Self.year(2026)])
        try Self.file(store, rules, "OBJ-1", of: "p1", on: Self.day)
        #expect(throws: StoreProblem.self) {
            try store.record([.objection(.closed("OBJ-1", reason: "x", keepsNote: false, by: Self.officer))])
        }
        #expect(throws: StoreProblem.self) {
            try store.record([
                .clock(
                    .resumed(
                        ClockKey(caseID: "OBJ-1", code: "objection-checked"), on: Self.day, deadline: .on(Self.day)))
            ])
        }
        #expect(try store.ledger.read { try $0.contest(of: "p1", on: Self.day) } == .open)
    }
}
