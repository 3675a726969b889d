import Credit
import Testing

/// 异议, by the sentences it rests on.
@Suite struct ObjectionTests {
    static let day = Day("2026-05-06")!
    static let window = officer("window")
    static let first = officer("first")
    static let second = officer("second")
    static let source = officer("source", "market-regulation")
    static let upheld = decision(.upheld, .withdrawal)

    static func officer(_ account: String, _ organ: String = "development-reform", for other: String? = nil) -> Officer
    {
        Officer(account: account, name: account, organ: organ, standingInFor: other)
    }

    static func decision(
        _ outcome: ObjectionDecision.Outcome, _ correction: ObjectionDecision.Correction?
    ) -> ObjectionDecision {
        ObjectionDecision(outcome: outcome, reasons: "经核查", remedy: "可以要求复核一次", correction: correction)
    }

    static func filing(
        ground: ObjectionGround = .wrongContent, department: String = "market-regulation", reason: String = "金额有误",
        freezes: Bool = true, applicant: ObjectionFiling.Applicant = .agent, by way: FilingWay = .window(window)
    ) -> ObjectionFiling {
        ObjectionFiling(
            id: "OBJ-1", record: "r1", version: 1, subject: "reg:640500100000016", department: department,
            office: "development-reform", ground: ground, claims: [.init(field: "fine", says: "100")], reason: reason,
            applicant: applicant, papers: "营业执照、授权委托书", evidence: ["ab"], by: way, freezes: freezes)
    }

    /// A case to which these steps have been taken.
    static func made(
        _ filing: ObjectionFiling = filing(), _ steps: [(Objection) throws -> ObjectionEvent] = []
    ) throws -> Objection {
        var events = [(day: day, event: ObjectionEvent.filed(filing))]
        for step in steps {
            let now = try #require(Objection(events))
            events.append((day: day, event: try step(now)))
        }
        return try #require(Objection(events))
    }

    static func answer(_ finding: ProviderAnswer.Finding, by officer: Officer = source) -> ProviderAnswer {
        ProviderAnswer(finding: finding, words: "核查了决定书", evidence: [], by: officer)
    }

    static let accept: @Sendable (Objection) throws -> ObjectionEvent = { try $0.accepting(by: window) }
    static let route: @Sendable (Objection) throws -> ObjectionEvent = {
        try $0.routing(question: "金额是否有误", by: window)
    }
    static func answered(_ finding: ProviderAnswer.Finding) -> (Objection) throws -> ObjectionEvent {
        { try $0.answering(answer(finding)) }
    }
    static func proposed(_ decision: ObjectionDecision, by officer: Officer = first) -> (Objection) throws ->
        ObjectionEvent
    { { try $0.proposing(decision, by: officer, handedIn: [], providerIsOver: false) } }
    static func decided(by officer: Officer = second) -> (Objection) throws -> ObjectionEvent {
        { try $0.deciding(by: officer, handedIn: []) }
    }
    static let served: @Sendable (Objection) throws -> ObjectionEvent = {
        try $0.serving(Delivery(way: .direct, begun: day, served: day, proof: nil), by: window, on: day)
    }
    static let closed: @Sendable (Objection) throws -> ObjectionEvent = { try $0.closing(reason: "已送达", by: window) }
    static let askedAgain: @Sendable (Objection) throws -> ObjectionEvent = {
        try $0.askingAgain(reason: "不服", by: window)
    }

    @Test func `提出异议的同时标注，直至结案`() throws {
        var objection = try Self.made()
        #expect(objection.mark(on: Self.day) == .open && objection.mark(on: Self.day + -1) == .none)
        let steps = [
            Self.accept, Self.route, Self.answered(.right), Self.proposed(Self.decision(.rejected, nil)),
            Self.decided(), Self.served,
        ]
        for count in 1...steps.count {
            objection = try Self.made(Self.filing(), Array(steps.prefix(count)))
            #expect(objection.mark(on: Self.day + 400) == .open, "after step \(count)")
        }
        objection = try Self.made(Self.filing(), steps + [Self.closed])
        #expect(objection.mark(on: Self.day) == .none && objection.turn == nil)
    }

    @Test func `无法核实的，结案后保留标注`() throws {
        let objection = try Self.made(
            Self.filing(),
            [
                Self.accept, Self.route, Self.answered(.unknown), Self.proposed(Self.decision(.unresolved, nil)),
                Self.decided(), Self.served, Self.closed,
            ])
        #expect(objection.closedOn == Self.day && objection.mark(on: Self.day + 4_000) == .noted)
    }

    @Test func `一次性告知全部需要补正的材料，不得再次退回`() throws {
        let returned: (Objection) throws -> ObjectionEvent = {
            try $0.returning(missing: ["授权委托书", "决定书"], by: Self.window)
        }
        let completed: (Objection) throws -> ObjectionEvent = {
            try $0.completing(papers: "已补", evidence: [], by: Self.window)
        }
        let objection = try Self.made(Self.filing(), [returned, completed])
        #expect(objection.missing == ["授权委托书", "决定书"])
        #expect(throws: ObjectionProblem.returnedAlready) { try returned(objection) }
        #expect(throws: ObjectionProblem.empty("缺少的材料")) {
            try Self.made().returning(missing: [], by: Self.window)
        }
    }

    @Test func `决定由两名不同的经办人作出`() throws {
        let ready = try Self.made(
            Self.filing(), [Self.accept, Self.route, Self.answered(.wrong), Self.proposed(Self.upheld)])
        #expect(throws: ObjectionProblem.sameOfficer) { try ready.deciding(by: Self.first, handedIn: []) }
        #expect(throws: ObjectionProblem.sameOfficer) {
            try ready.deciding(by: Self.officer("third", for: "first"), handedIn: [])
        }
        #expect(throws: ObjectionProblem.otherOrgan("development-reform")) {
            try ready.deciding(by: Self.source, handedIn: [])
        }
        #expect(throws: ObjectionProblem.sameOfficer) { try ready.sendingBack(reason: "x", by: Self.first) }
        guard case .decided(_, let decision, let pair) = try ready.deciding(by: Self.second, handedIn: []) else {
            return
        }
        #expect(decision == Self.upheld && pair.first == Self.first && pair.second == Self.second)
    }

    @Test func `报送过该信息的人、代表提供单位答复的人应当回避`() throws {
        let ready = try Self.made(Self.filing(), [Self.accept, Self.route, Self.answered(.wrong)])
        for officer in [Self.first, Self.officer("deputy", for: "first")] {
            #expect(throws: ObjectionProblem.ownCase) {
                try ready.proposing(Self.upheld, by: officer, handedIn: ["first"], providerIsOver: false)
            }
        }
        let proposed = try Self.made(
            Self.filing(), [Self.accept, Self.route, Self.answered(.wrong), Self.proposed(Self.upheld)])
        #expect(throws: ObjectionProblem.ownCase) { try proposed.deciding(by: Self.second, handedIn: ["second"]) }
        // Who answered for the provider has since moved to the city's office.
        #expect(throws: ObjectionProblem.ownCase) {
            try proposed.deciding(by: Self.officer("source"), handedIn: [])
        }
    }

    @Test func `信息内容由提供单位负责，未经其确认不得更改；平台的处理由本市决定`() throws {
        let fields = Self.decision(.upheld, .fields([.init(field: "fine", says: "100")]))
        for finding in [ProviderAnswer.Finding.right, .unknown] {
            let ready = try Self.made(Self.filing(), [Self.accept, Self.route, Self.answered(finding)])
            for decision in [fields, Self.upheld] {
                #expect(throws: ObjectionProblem.providerDisagrees) {
                    try ready.proposing(decision, by: Self.first, handedIn: [], providerIsOver: false)
                }
            }
        }
        // Asked nobody: wrong content waits for the provider, what should not be public does not.
        #expect(throws: ObjectionProblem.self) {
            try Self.made(Self.filing(), [Self.accept, Self.proposed(fields)])
        }
        let handling = try Self.made(
            Self.filing(ground: .notPublic), [Self.accept, Self.proposed(Self.upheld), Self.decided()])
        #expect(handling.decisions.count == 1)
        let own = try Self.made(
            Self.filing(department: "development-reform"), [Self.accept, Self.proposed(fields), Self.decided()])
        #expect(own.decisions.last?.decision == fields)
        #expect(throws: ObjectionProblem.ownRecord) {
            try Self.made(Self.filing(department: "development-reform"), [Self.accept, Self.route])
        }
    }

    @Test func `提供单位期限内不得绕过，逾期未答复的可以决定`() throws {
        let routed = try Self.made(Self.filing(), [Self.accept, Self.route])
        let rejected = Self.decision(.unresolved, nil)
        #expect(throws: ObjectionProblem.providerInTime) {
            try routed.proposing(rejected, by: Self.first, handedIn: [], providerIsOver: false)
        }
        let event = try routed.proposing(rejected, by: Self.first, handedIn: [], providerIsOver: true)
        #expect(event == .proposed("OBJ-1", rejected, by: Self.first))
    }

    @Test func `决定须说明理由并告知救济途径，成立的须有处理，不成立的不得改动信息`() throws {
        let ready = try Self.made(Self.filing(), [Self.accept, Self.route, Self.answered(.wrong)])
        func propose(_ decision: ObjectionDecision) throws -> ObjectionEvent {
            try ready.proposing(decision, by: Self.first, handedIn: [], providerIsOver: false)
        }
        for outcome in [ObjectionDecision.Outcome.upheld, .partly] {
            #expect(throws: ObjectionProblem.correctionDoesNotFit) { try propose(Self.decision(outcome, nil)) }
        }
        for outcome in [ObjectionDecision.Outcome.rejected, .unresolved] {
            #expect(throws: ObjectionProblem.correctionDoesNotFit) {
                try propose(Self.decision(outcome, .withdrawal))
            }
        }
        #expect(throws: ObjectionProblem.empty("理由")) {
            try propose(ObjectionDecision(outcome: .rejected, reasons: " ", remedy: "x", correction: nil))
        }
        #expect(throws: ObjectionProblem.empty("救济途径")) {
            try propose(ObjectionDecision(outcome: .rejected, reasons: "x", remedy: "", correction: nil))
        }
    }

    @Test func `复核一次，由未参与原决定的人办理`() throws {
        let rejected = Self.decision(.rejected, nil)
        let steps = [
            Self.accept, Self.route, Self.answered(.right), Self.proposed(rejected), Self.decided(), Self.served,
            Self.askedAgain,
        ]
        let again = try Self.made(Self.filing(), steps)
        #expect(again.mark(on: Self.day) == .open)
        #expect(throws: ObjectionProblem.decidedBefore) {
            try again.proposing(rejected, by: Self.first, handedIn: [], providerIsOver: false)
        }
        let third = Self.proposed(rejected, by: Self.officer("third"))
        #expect(throws: ObjectionProblem.decidedBefore) {
            try Self.made(Self.filing(), steps + [third, Self.decided(by: Self.second)])
        }
        let done = try Self.made(
            Self.filing(), steps + [third, Self.decided(by: Self.officer("fourth")), Self.served])
        #expect(done.decisions.count == 2)
        #expect(throws: ObjectionProblem.askedAlready) { try Self.askedAgain(done) }
    }

    @Test func `未送达不得结案`() throws {
        let decided = try Self.made(
            Self.filing(), [Self.accept, Self.route, Self.answered(.wrong), Self.proposed(Self.upheld), Self.decided()])
        #expect(throws: ObjectionProblem.otherStage(decided.stage.title)) { try Self.closed(decided) }
        #expect(throws: ObjectionProblem.badService) { try decided.serving(nil, by: Self.window, on: Self.day) }
    }

    @Test func `文字中的公民身份号码不予保存`() {
        let number = "11010519491231002X"
        #expect(throws: ObjectionProblem.identityNumber) {
            try Objection.filing(Self.filing(reason: "我是\(number)"), fields: ["fine"])
        }
        #expect(throws: ObjectionProblem.noField("fine")) { try Objection.filing(Self.filing(), fields: ["name"]) }
    }

    @Test func `any sequence of steps either follows the stages or is refused, and closing alone takes the mark off`()
        throws
    {
        var dice = Dice(state: 9)
        let officers = ["a", "b", "c", "d", "e"].map { Self.officer($0) } + [Self.source]
        var closedCases = 0
        for _ in 0..<400 {
            var events = [(day: Self.day, event: ObjectionEvent.filed(Self.filing(ground: .notPublic)))]
            for step in 0..<40 {
                let now = try #require(Objection(events))
                let by = officers[Int(dice.next() % UInt64(officers.count))]
                let tries: [(Objection) throws -> ObjectionEvent] = [
                    { try $0.accepting(by: by) }, { try $0.returning(missing: ["x"], by: by) },
                    { try $0.completing(papers: "x", evidence: [], by: by) }, { try $0.routing(question: "x", by: by) },
                    { try $0.answering(Self.answer(.wrong, by: by)) }, Self.proposed(Self.upheld, by: by),
                    Self.proposed(Self.decision(.unresolved, nil), by: by), Self.decided(by: by),
                    { try $0.sendingBack(reason: "x", by: by) },
                    {
                        try $0.serving(
                            Delivery(way: .post, begun: Self.day + step, served: Self.day + step, proof: nil), by: by,
                            on: Self.day + step)
                    },
                    { try $0.askingAgain(reason: "x", by: by) }, { try $0.closing(reason: "x", by: by) },
                ]
                guard let event = try? tries[Int(dice.next() % UInt64(tries.count))](now) else { continue }
                events.append((day: Self.day + step, event: event))
                let then = try #require(Objection(events), "an event that was made can be taken")
                let last = Self.day + step
                #expect((then.mark(on: last) == .open) == (then.closedOn == nil))
                for made in then.decisions {
                    #expect(made.by.first.account != made.by.second.account)
                    #expect(!then.answers.contains { [made.by.first, made.by.second].contains($0.by) })
                }
                if then.closedOn != nil {
                    closedCases += 1
                    #expect(then.decisions.last != nil)
                    break
                }
            }
        }
        #expect(closedCases > 5)
    }

    @Test func `同一信息、同一理由只冻结一次，办理期限届满即止；缺少日历的仍然冻结`() throws {
        let clock = CaseClock(
            code: "objection-own", term: .workingDays(3), source: Source(document: "d"), started: Self.day)
        func freeze(_ closed: Day?) -> FreezeGround {
            FreezeGround(
                record: "r1", ground: .wrongContent, caseID: "OBJ-1", from: Self.day, closedOn: closed, clock: clock)
        }
        let calendar = CalendarTable.all
        let last = try #require(clock.deadline(in: calendar, on: Self.day).day)
        #expect(!freeze(nil).isInForce(on: Self.day + -1, in: calendar))
        #expect(freeze(nil).isInForce(on: Self.day, in: calendar) && freeze(nil).isInForce(on: last, in: calendar))
        #expect(!freeze(nil).isInForce(on: last + 1, in: calendar))
        #expect(!freeze(Self.day + 1).isInForce(on: Self.day + 1, in: calendar))
        #expect(freeze(nil).isInForce(on: last + 100, in: WorkingCalendar([])))
    }
}
