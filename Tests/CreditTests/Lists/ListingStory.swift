@testable import Credit

/// A made-up listing, driven as far as a test wants it.
struct ListingStory {
    static let source = Source(document: "某令", clause: "第三条", mark: .unverified)
    static let day = Day("2026-03-02")!
    static let calendar = WorkingCalendar([
        CalendarYear(
            year: 2026,
            arrangements: Dated([.init(from: day + -90, value: .init(off: [], work: []), source: source)])!)
    ])
    static let handler = Officer(account: "a1", name: "甲", organ: "market-regulation")
    static let section = Officer(account: "a2", name: "乙", organ: "market-regulation")
    static let legal = Officer(account: "a3", name: "丙", organ: "market-regulation")
    static let leader = Officer(account: "a4", name: "丁", organ: "market-regulation")
    static let stand = Officer(account: "a5", name: "辛", organ: "market-regulation")
    static let stranger = Officer(account: "a9", name: "戊", organ: "tax")
    /// What an entry rests on stands, and nobody objects to it.
    static let sound = ListingBases(fallen: [], contested: [])
    /// The list's own article, by which a measure is bound.
    static let binding = "某法 第二十二条"
    static let measures = MeasureCatalogue(
        editions: [
            .init(
                code: "2021", title: Label("清单", "list"), from: Day("2021-12-31")!, source: source, count: nil,
                note: nil)
        ],
        measures: Register([measure("limit-awards", .management), measure("market-credit-reports", .voluntary)]))

    static func measure(_ code: String, _ category: Measure.Category, from: Day = Day("2021-12-31")!) -> Measure {
        Measure(
            code: code, order: 1, category: category, name: Label(code, code),
            listed: .init(from: from, source: source), targets: nil,
            bases: [
                .init(
                    source: Source(document: "某法", clause: "第二十二条"), effect: .bound, words: Label("不得", "may not"))
            ], note: nil)
    }

    static func list(
        kind: ListKind = .black, role: ListRole = .own, rank: ListBasis.Rank = .departmentRule,
        term: ListTerm? = .months(36, early: 12), trader: Source? = nil
    ) -> ListRule {
        ListRule(
            code: "trial", row: nil, kind: kind, department: "market-regulation", item: nil, record: nil,
            names: Dated([.init(from: Day("2021-09-01")!, value: Label("试行名单", "trial list"), source: source)])!,
            roles: Dated([.init(from: Day("2021-09-01")!, value: role, source: source)])!,
            subjects: [
                ListSubject(target: .enterprise, source: nil), ListSubject(target: .soleTrader, source: trader),
                ListSubject(target: .responsiblePerson, source: source),
            ],
            bases: [
                ListBasis(
                    source: source, rank: rank, permits: .list, from: RoughDay("2021-09-01")!, until: nil)
            ],
            terms: term.flatMap { Dated([.init(from: Day("2021-09-01")!, value: $0, source: source)]) },
            exits: [.termOver, .repaired, .decisionWithdrawn, .error], measures: ["limit-awards"], note: nil)
    }

    static func procedure(
        notice: ListingProcedure.NoticeDuty = .owed, answer: CaseClock.Term? = .workingDays(5),
        hearing: ListingProcedure.HearingDuty? = .onRequest
    ) -> ListingProcedure {
        func dated<Value: Sendable>(_ value: Value) -> Dated<Value> {
            Dated([.init(from: Day("2021-09-01")!, value: value, source: source)])!
        }
        return ListingProcedure(
            code: "trial", kinds: [.black], lists: [], notice: dated(notice), answer: answer.map { dated($0) },
            hearing: hearing.map { dated($0) },
            chain: dated([
                SignOffStep(code: "handler", title: Label("承办", "handler"), isOther: false),
                SignOffStep(code: "section", title: Label("科室", "section"), isOther: true),
                SignOffStep(code: "legal", title: Label("法制审核", "legal"), isOther: true),
            ]), note: nil)
    }

    var list = ListingStory.list()
    var procedure = ListingStory.procedure()
    var today = ListingStory.day
    private(set) var events: [ListingEvent] = []

    init(list: ListRule = ListingStory.list(), procedure: ListingProcedure = ListingStory.procedure()) {
        (self.list, self.procedure) = (list, procedure)
    }

    func listing() throws -> Listing { try Listing(events) }

    mutating func take(_ event: ListingEvent) { events.append(event) }

    static func opening(
        _ code: String = "91640500MA75X0000U", target: Target = .enterprise, list: String = "trial"
    ) throws -> ListingOpening {
        ListingOpening(
            list: list, subject: try key(code), name: "中卫市某某有限公司", target: target, reason: "提供虚假材料取得许可",
            records: ["r1"], row: nil)
    }

    /// The key of a code, its check character put right.
    static func key(_ code: String) throws -> SubjectKey {
        struct NoCode: Error {}
        guard let code = CreditCode(completing: String(code.prefix(16))).map({ SubjectKey.creditCode($0) }) else {
            throw NoCode()
        }
        return code
    }

    mutating func propose() throws {
        take(
            try ListingCandidate.propose(
                Self.opening(), under: list, level: .city, isTrader: false, bases: Self.sound, by: Self.handler,
                id: "LST-1", on: today))
    }

    mutating func notify() throws {
        try propose()
        guard case .candidate(let candidate) = try listing().stage else { return }
        take(try candidate.notify(Self.notice(procedure, today), by: Self.handler, on: today))
    }

    static func notice(_ procedure: ListingProcedure, _ day: Day) throws -> ListingNotice {
        try ListingNotice(
            paper: ListingPaper(number: "卫市监告〔2026〕1号", day: day), facts: "事实", grounds: "理由", basis: "某令第三条",
            measures: ["limit-awards"], remedy: "可以陈述、申辩", answer: .init(procedure, on: day))
    }

    mutating func serve() throws {
        try notify()
        guard case .drawn(let drawn) = try listing().stage else { return }
        let service = Delivery(way: .direct, begun: today, served: today, proof: nil)
        take(try drawn.serve(service, by: Self.handler, on: today))
    }

    func weighing(noHearing: String? = nil) throws -> ListingWeighing {
        try ListingWeighing(opinion: "意见不成立", noHearing: noHearing, list: list, procedure: procedure, on: today)
    }

    mutating func weigh() throws {
        try serve()
        today = Self.day + 8
        guard case .notified(let notified) = try listing().stage else { return }
        take(
            try notified.weigh(
                weighing(), in: Self.calendar, hearing: .onRequest, by: Self.handler, on: today))
    }

    mutating func sign() throws {
        try weigh()
        for (step, officer) in [("handler", Self.handler), ("section", Self.section), ("legal", Self.legal)] {
            guard case .weighed(let weighed) = try listing().stage else { return }
            take(try weighed.sign(.init(step: step, agrees: true, opinion: "同意"), by: officer, on: today))
        }
    }

    func decision(
        _ end: ListingEnd? = nil, measures: [String] = ["limit-awards"]
    ) -> ListingDecision {
        ListingDecision(
            paper: ListingPaper(number: "卫市监列〔2026〕1号", day: today), facts: "事实和理由", basis: "某令第三条",
            measures: measures, end: end ?? .lastDay(today.adding(months: 36)), remedy: "六十日内申请行政复议")
    }

    mutating func decide() throws {
        try sign()
        guard case .cleared(let cleared) = try listing().stage else { return }
        take(
            try cleared.decide(
                decision(), under: list, measures: Self.measures, bases: Self.sound, isTrader: false, by: Self.leader,
                on: today))
    }

    /// The entry, where it stands.
    mutating func stand() throws -> ListingStanding {
        try decide()
        struct NoEntry: Error {}
        guard case .decided(let decided) = try listing().stage else { throw NoEntry() }
        let service = Delivery(way: .post, begun: today, served: today, proof: nil)
        take(try decided.serve(service, bases: Self.sound, by: Self.handler, on: today))
        guard let standing = try listing().standing else { throw NoEntry() }
        return standing
    }
}
