import Proofs
import Store
import Testing

@testable import Credit

/// 信用承诺 in the store: what is kept, what is seen, and that nothing adverse takes effect without its chain.
@Suite struct CommitmentStoreTests {
    static let day = TestStore.firstDay
    static let handler = Officer(account: "a1", name: "甲", organ: "water")
    static let second = Officer(account: "a2", name: "乙", organ: "water")
    static let third = Officer(account: "a3", name: "丙", organ: "water")
    static let subject = "reg:640500100000016"

    static func letter(_ serial: Int, _ publicity: CommitmentLetter.Publicity = .open) -> CommitmentLetter {
        CommitmentLetter(
            number: CommitmentLetter.number(region: "640500", made: day, serial: serial),
            subject: SubjectKey(text: subject)!, name: "中卫市乾丰建材有限公司", isSoleTrader: false, kind: "approval",
            matter: "water", template: nil, cause: "申请取水许可", content: "按期安装", liability: "依法处理", made: day,
            validUntil: nil, publicity: publicity, papers: "执照", evidence: [], missing: [], missingTerm: nil)
    }

    static let term = CommitmentTerm(named: "承诺书", term: .days(5))!
    static func paper(_ day: Day) -> ListingPaper { ListingPaper(number: "1号", day: day) }
    static let service = Delivery(way: .direct, begun: day, served: day, proof: nil)!
    static let decision = BreachDecision(
        paper: paper(day), degree: .wholly, unfulfilled: "没有安装", reasons: "经核查", basis: "承诺书", consequences: [],
        end: day + 100, endBasis: "某文", supervisedUntil: day + 50, remedy: "六十日内申请行政复议")

    /// Every step up to a breach in force.
    static func steps(_ serial: Int) -> [(Officer, CommitmentEvent.Step)] {
        [
            (handler, .signed(letter(serial))),
            (handler, .supervised(CommitmentSupervision(paper: paper(day), organ: "water", term: term, plan: "核查"))),
            (
                handler,
                .noticeDrawn(
                    BreachNotice(
                        paper: paper(day), degree: .wholly, unfulfilled: "没有安装", facts: "经核查", basis: "承诺书",
                        consequences: [], remedy: "可以申辩", answer: term))
            ),
            (handler, .noticeServed(service)), (handler, .proposed(decision)),
            (second, .decided(decision, first: handler)),
            (handler, .decisionServed(service, record: "p\(serial)")),
        ]
    }

    static func event(_ serial: Int, _ officer: Officer, _ step: CommitmentEvent.Step, on day: Day = day) -> Event {
        .commitment(CommitmentEvent("CMT-\(serial)", day, officer, step))
    }

    static func record(_ serial: Int, version: Int = 1, until: Day = day + 100) -> Event {
        Story.record(
            "p\(serial)", version: version, batch: "CMT-\(serial)", family: .breach, subject: subject, until: until)
    }

    /// A store that knows the subject.
    private func store(_ kind: EngineKind) throws -> TestStore {
        let store = try TestStore(kind)
        try store.record([Story.received("b1"), Story.record("r1"), Story.completed("b1")])
        return store
    }

    private func states(_ store: TestStore, on day: Day = day) throws -> [ShownCommitment.State] {
        try store.ledger.read { try $0.shownCommitments(of: Self.subject, on: day).map(\.state) }
    }

    private func supervised(_ store: TestStore, on day: Day = day) throws -> Bool {
        try store.ledger.read { try !$0.keySupervisions(of: "water", on: day).isEmpty }
    }

    @Test(arguments: EngineKind.allCases)
    func `违诺只在公示期间公开，重点监管依附记录的效力并按期终止`(kind: EngineKind) throws {
        let store = try store(kind)
        for (index, step) in Self.steps(1).enumerated() {
            let more = index == 6 ? [Self.record(1)] : []
            try store.record([Self.event(1, step.0, step.1)] + more)
            let expected: ShownCommitment.State = index == 0 ? .signed : index == 6 ? .breached : .supervised
            #expect(try states(store) == [expected], "\(index)")
            #expect(try supervised(store) == (index == 6), "\(index)")
        }
        try store.ledger.read { reader in
            let count = try reader.shownCommitmentCounts(on: Self.day)
            #expect(count == [CommitmentCount(matter: "water", state: .breached, count: 1)])
            let rows = try reader.shownCommitments(
                inMatter: "water", state: .breached, after: nil, limit: 10, on: Self.day)
            #expect(rows.map(\.number) == ["64050020261102000001"])
            #expect(
                try reader.shownCommitments(inMatter: "water", state: .signed, after: nil, limit: 10, on: Self.day)
                    .isEmpty)
            #expect(try reader.nextCommitmentSerial("64050020261102") == 2)
            #expect(try reader.nextCommitmentSerial("64050020261103") == 1)
            #expect(try reader.resting(on: "p1") == ["CMT-1/supervision-1"])
        }
        #expect(try supervised(store, on: Self.day + 50) && !supervised(store, on: Self.day + 51))
        #expect(try states(store, on: Self.day + 100) == [.breached] && states(store, on: Self.day + 101) == [])
        // What was known on the day before it began.
        #expect(try !supervised(store, on: Self.day + -1))
        // A publication that ends early takes the sight with it, not the supervision (R5).
        try store.record([Self.record(1, version: 2, until: Self.day + 1)], on: Self.day + 2)
        #expect(try states(store, on: Self.day + 2) == [] && supervised(store, on: Self.day + 2))
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `记录被撤回或者认定被撤销，重点监管同时终止`(kind: EngineKind) throws {
        for isAnnulled in [true, false] {
            let store = try store(kind)
            for step in Self.steps(1) { try store.record([Self.event(1, step.0, step.1)]) }
            try store.record([Self.record(1)])
            #expect(try supervised(store))
            if isAnnulled {
                try store.record([Self.event(1, Self.third, .annulled(paper: Self.paper(Self.day), reason: "复议"))])
                #expect(try states(store) == [.supervised])
            }
            let entry = try #require(try store.ledger.read { try $0.record("p1", on: Self.day)?.entry })
            let kind = RecordKind(
                code: entry.kind, title: Label("", ""), family: .breach, catalogueClass: "", department: "",
                source: Source(document: ""), dueWithin: nil, templates: [], publication: .whileValid,
                demonstration: nil)
            try store.record([
                .record(try entry.corrected(.withdrawal, version: 2, kind: kind, term: nil, on: Self.day))
            ])
            #expect(try !supervised(store))
            #expect(try store.verify().findings == [])
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `不公开的承诺和未完成的认定，公众看不到`(kind: EngineKind) throws {
        let store = try store(kind)
        try store.record([Self.event(1, Self.handler, .signed(Self.letter(1, .closed)))])
        #expect(try states(store) == [])
        #expect(try store.ledger.read { try $0.shownCommitmentCounts(on: Self.day) } == [])
        #expect(try store.ledger.read { try $0.queuedCommitments(of: "water").map(\.id) } == ["CMT-1"])
    }

    @Test(arguments: EngineKind.allCases, [7 as UInt64, 2026])
    func `任意办理次序之后，没有一件违诺缺少告知、送达、第二人决定`(kind: EngineKind, seed: UInt64) throws {
        let store = try store(kind)
        var chance = RandomEntries(seed)
        var taken: [Int: [String]] = [:]
        var (refused, breached) = (0, 0)
        for act in 0..<1_500 {
            // Steps of any case in any order, two times of three the one that follows, by one officer or another.
            let serial = act % 40 + 1
            let steps = Self.steps(serial)
            let next = taken[serial]?.count ?? 0
            let isNext = Int.random(in: 0..<3, using: &chance) > 0 && next < steps.count
            let chosen = steps[isNext ? next : Int.random(in: 0..<steps.count, using: &chance)]
            let officer = Int.random(in: 0..<4, using: &chance) == 0 ? Self.handler : chosen.0
            let event = CommitmentEvent("CMT-\(serial)", Self.day, officer, chosen.1)
            let more = event.word == "decision-served" ? [Self.record(serial)] : []
            do {
                try store.record([.commitment(event)] + more)
                taken[serial, default: []].append(event.word)
            } catch is StoreProblem { refused += 1 }
        }
        let alive = try store.ledger.read { try $0.keySupervisions(of: "water", on: Self.day).map(\.commitment) }
        for id in alive {
            let stored = try #require(try store.ledger.read { try $0.commitment(id) })
            let breach = try #require(stored.commitment.breach)
            #expect(breach.decided.by.first.account != breach.decided.by.second.account)
            let words = stored.commitment.events.map(\.word)
            let chain = [
                "signed", "supervised", "notice-drawn", "notice-served", "proposed", "decided", "decision-served",
            ]
            #expect(words.filter(chain.contains).last == "decision-served" && Set(chain).isSubset(of: words))
            breached += 1
        }
        let ended = taken.values.count { $0.contains("decision-served") }
        #expect(breached == ended && breached > 10 && refused > 100)
        #expect(try store.verify().findings == [])
    }

    @Test(arguments: EngineKind.allCases)
    func `what is altered in the tables of commitments is found`(kind: EngineKind) throws {
        for (table, change) in [
            ("commitment", "stage = 'fulfilled', record = NULL"), ("commitment", "is_public = 0"),
            ("commitment_step", "account = 'x'"), ("key_supervision", "until_day = '2099-01-01'"),
        ] {
            let store = try store(kind)
            for step in Self.steps(1) { try store.record([Self.event(1, step.0, step.1)]) }
            let found = try store.foundAfter("UPDATE \(table) SET \(change);")
            #expect(found.contains { $0.hasPrefix(table) }, "\(change)")
        }
    }
}
