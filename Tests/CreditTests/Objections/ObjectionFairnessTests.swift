import Credit
import Testing

/// 异议的公正: who may decide, when, and how long one waits.
@Suite struct ObjectionFairnessTests {
    typealias Tests = ObjectionTests
    static let calendar = CaseClockTests.calendar
    static let clocks = ObjectionClocks(rules: rules, calendar: calendar)

    static func rule(_ code: String, _ term: CaseClock.Term, _ startsAt: ClockRule.Moment? = nil) -> ClockRule {
        ClockRule(
            code: code, name: Label(code, code),
            terms: Dated([.init(from: Day("2020-01-01")!, value: term, source: Source(document: "d"))])!,
            startsAt: startsAt)
    }

    static let rules = Register([
        rule("objection-mark", .workingDays(1)), rule("objection-own", .workingDays(3)),
        rule("objection-checked", .workingDays(7)), rule("objection-forward", .workingDays(2)),
        rule("objection-source", .workingDays(3)), rule("objection-second", .workingDays(7)),
        rule("remedy-review", .days(60), .service), rule("remedy-court", .months(6), .service),
    ])

    /// A case and its clocks after some steps, each on its day.
    static func made(_ steps: [(Day, (Objection) throws -> ObjectionEvent)]) throws -> (Objection, [CaseTimer]) {
        var events = [(day: Tests.day, event: ObjectionEvent.filed(Tests.filing()))]
        var timers: [CaseTimer] = []
        func take(_ event: ObjectionEvent, on day: Day) throws {
            for step in try clocks.events(for: event, of: Tests.filing(), timers: timers, on: day) {
                if case .started(let start) = step {
                    #expect(!timers.contains { $0.key == start.key }, "a case has one clock of a code")
                    timers.append(CaseTimer(start))
                } else {
                    let index = try #require(timers.firstIndex { $0.key == step.key })
                    try timers[index].take(step)
                }
            }
        }
        try take(events[0].event, on: Tests.day)
        for (day, step) in steps {
            let event = try step(try #require(Objection(events)))
            events.append((day: day, event: event))
            try take(event, on: day)
        }
        return (try #require(Objection(events)), timers)
    }

    @Test func `决定作出之前不得送达，不得登记将来的送达`() throws {
        let today = Tests.day + 2
        let decided: [(Day, (Objection) throws -> ObjectionEvent)] = [
            (Tests.day, Tests.accept), (Tests.day, Tests.route), (today, Tests.answered(.right)),
            (today, Tests.proposed(Tests.decision(.rejected, nil))), (today, Tests.decided()),
        ]
        let (objection, _) = try Self.made(decided)
        for (begun, served) in [(today + -1, today), (today, today + 1), (today + 1, today + 1)] {
            let service = Delivery(way: .post, begun: begun, served: served, proof: nil)
            #expect(throws: ObjectionProblem.badService) {
                try objection.serving(service, by: Tests.window, on: today)
            }
            // Nor can an event say so.
            var events: [(day: Day, event: ObjectionEvent)] = [(Tests.day, .filed(Tests.filing()))]
            for (day, step) in decided { events.append((day, try step(try #require(Objection(events))))) }
            events.append((today, .served("OBJ-1", service!, by: Tests.window)))
            #expect(Objection(events) == nil)
        }
        let service = Delivery(way: .direct, begun: today, served: today, proof: nil)
        #expect(try objection.serving(service, by: Tests.window, on: today).id == "OBJ-1")
    }

    @Test func `复核时提供单位另有核查期限，逾期未答复的，可以不待其答复作出决定`() throws {
        let again = Tests.day + 7
        let (objection, timers) = try Self.made([
            (Tests.day, Tests.accept), (Tests.day, Tests.route), (Tests.day + 1, Tests.answered(.right)),
            (Tests.day + 1, Tests.proposed(Tests.decision(.rejected, nil))), (Tests.day + 1, Tests.decided()),
            (again, Tests.askedAgain), (again, Tests.route),
        ])
        let source = try #require(timers.latest(of: "objection-source"))
        #expect(source.key.code == "objection-source-2" && source.clock.finished == nil)
        #expect(timers.first { $0.key.code == "objection-source" }?.clock.finished == Tests.day + 1)
        let last = try #require(source.told.day)
        #expect(!Self.clocks.providerIsOver(timers, on: last) && Self.clocks.providerIsOver(timers, on: last + 1))
        let third = Tests.officer("third")
        func propose(on day: Day) throws -> ObjectionEvent {
            try objection.proposing(
                Tests.decision(.unresolved, nil), by: third, handedIn: [],
                providerIsOver: Self.clocks.providerIsOver(timers, on: day))
        }
        #expect(throws: ObjectionProblem.providerInTime) { try propose(on: last) }
        #expect(try propose(on: last + 1).by == third)
    }

    @Test func `退回重拟的，回到拟定之前，不重复转核查`() throws {
        let over: (Objection) throws -> ObjectionEvent = {
            try $0.proposing(
                Tests.decision(.unresolved, nil), by: Tests.first, handedIn: [], providerIsOver: true)
        }
        let back: (Objection) throws -> ObjectionEvent = { try $0.sendingBack(reason: "理由不足", by: Tests.second) }
        let (silent, _) = try Self.made([
            (Tests.day, Tests.accept), (Tests.day, Tests.route), (Tests.day + 9, over), (Tests.day + 9, back),
        ])
        #expect(silent.stage == .routed(to: "market-regulation"))
        #expect(try over(silent).id == "OBJ-1")
        let (answered, _) = try Self.made([
            (Tests.day, Tests.accept), (Tests.day, Tests.route), (Tests.day, Tests.answered(.right)),
            (Tests.day, Tests.proposed(Tests.decision(.rejected, nil))), (Tests.day, back),
        ])
        #expect(answered.stage == .answered(Tests.answer(.right)))
    }

    @Test func `代行同一人的两名经办人，以及代行人和被代行人，视为一人`() throws {
        let (a, b, own) = (
            Tests.officer("a", for: "p"), Tests.officer("b", for: "p"), Tests.officer("p")
        )
        for (first, second) in [(a, b), (b, a), (a, own), (own, a), (a, Tests.officer("a")), (a, a)] {
            #expect(OfficerPair(first, second) == nil, "\(first) \(second)")
        }
        #expect(OfficerPair(a, Tests.officer("b", for: "q")) != nil && OfficerPair(a, Tests.officer("b")) != nil)
        let (proposed, _) = try Self.made([
            (Tests.day, Tests.accept), (Tests.day, Tests.route), (Tests.day, Tests.answered(.right)),
            (Tests.day, Tests.proposed(Tests.decision(.rejected, nil), by: a)),
        ])
        #expect(throws: ObjectionProblem.sameOfficer) { try proposed.deciding(by: b, handedIn: []) }
    }

    @Test func `行政复议和行政诉讼的期限自送达之日起算，结案不影响，再次送达重新起算`() throws {
        let (served, closed) = (Tests.day + 2, Tests.day + 3)
        let serve: (Objection) throws -> ObjectionEvent = {
            try $0.serving(
                Delivery(way: .post, begun: Tests.day, served: served, proof: nil), by: Tests.window, on: closed)
        }
        let first: [(Day, (Objection) throws -> ObjectionEvent)] = [
            (Tests.day, Tests.accept), (Tests.day, Tests.route), (Tests.day, Tests.answered(.right)),
            (Tests.day, Tests.proposed(Tests.decision(.rejected, nil))), (Tests.day, Tests.decided()),
            (closed, serve),
        ]
        let (_, timers) = try Self.made(first + [(closed, Tests.closed)])
        let remedies = timers.filter(\.isOfParty)
        #expect(remedies.map(\.key.code) == ["remedy-review", "remedy-court"])
        #expect(remedies.map(\.told) == [.on(served + 60), .on(served.adding(months: 6))])
        #expect(remedies.allSatisfy { $0.clock.started == served && $0.clock.finished == nil })
        #expect(timers.filter { !$0.isOfParty }.allSatisfy { $0.clock.finished != nil })
        let shown = CaseSheet.Clock(
            Label("", ""), remedies[0].clock, in: Self.calendar, on: served + 61, isOfParty: remedies[0].isOfParty)
        #expect(shown.state == .expired, "the time of a party is never late")
        var answered = remedies[0].clock
        try answered.finish(on: served + 70)
        let after = CaseSheet.Clock(Label("", ""), answered, in: Self.calendar, on: served + 71, isOfParty: true)
        #expect(after.state == .expired, "what is done once it has run out is not done late")
        let own = CaseSheet.Clock(Label("", ""), answered, in: Self.calendar, on: served + 71)
        #expect(own.state == .finishedLate, "an organ's own time is")
        let (again, third, fourth) = (closed + 1, Tests.officer("third"), Tests.officer("fourth"))
        let (_, more) = try Self.made(
            first + [
                (again, Tests.askedAgain), (again, Tests.proposed(Tests.decision(.rejected, nil), by: third)),
                (again, Tests.decided(by: fourth)),
                (
                    again,
                    {
                        try $0.serving(
                            Delivery(way: .direct, begun: again, served: again, proof: nil), by: Tests.window,
                            on: again)
                    }
                ),
            ])
        #expect(more.latest(of: "remedy-review")?.told == .on(again + 60))
        #expect(more.filter { $0.key.baseCode == "remedy-review" }.count == 2)
    }

    @Test func `任意一万次操作之后，拟定、决定、复核的人总不重合`() throws {
        var dice = Dice(state: 11)
        let accounts = ["a", "b", "c", "d", "e", "f"]
        func officer(_ organ: String) -> Officer {
            let account = accounts[Int(dice.next() % 6)]
            let other = accounts[Int(dice.next() % 6)]
            return Tests.officer(account, organ, for: dice.next() % 3 == 0 && other != account ? other : nil)
        }
        func handedIn() -> Set<String> { dice.next() % 4 == 0 ? [accounts[Int(dice.next() % 6)]] : [] }
        var (acts, decisions, seconds) = (0, 0, 0)
        while acts < 10_000 {
            var events = [(day: Tests.day, event: ObjectionEvent.filed(Tests.filing(ground: .notPublic)))]
            let reporters = handedIn()
            for _ in 0..<80 where acts < 10_000 {
                let now = try #require(Objection(events))
                let (city, asked) = (officer("development-reform"), officer("market-regulation"))
                let decision = Tests.decision(.rejected, nil)
                let event: ObjectionEvent? =
                    switch dice.next() % 9 {
                    case 0: try? now.accepting(by: city)
                    case 1: try? now.routing(question: "q", by: city)
                    case 2: try? now.answering(Tests.answer(.right, by: asked))
                    case 3, 4: try? now.proposing(decision, by: city, handedIn: reporters, providerIsOver: true)
                    case 5: try? now.sendingBack(reason: "r", by: city)
                    case 6: try? now.deciding(by: city, handedIn: reporters)
                    case 7:
                        try? now.serving(
                            Delivery(way: .direct, begun: Tests.day, served: Tests.day, proof: nil), by: city,
                            on: Tests.day)
                    default: try? now.askingAgain(reason: "r", by: city)
                    }
                guard let event else { continue }
                acts += 1
                events.append((day: Tests.day, event: event))
            }
            let end = try #require(Objection(events))
            decisions += end.decisions.count
            seconds += end.decisions.count > 1 ? 1 : 0
            let parts = end.decisions.flatMap { [$0.by.first, $0.by.second] }
            for (index, one) in parts.enumerated() {
                let names = Set([one.account, one.standingInFor].compactMap(\.self))
                #expect(names.isDisjoint(with: reporters))
                for other in parts[..<index] {
                    #expect(names.isDisjoint(with: [other.account, other.standingInFor].compactMap(\.self)))
                }
            }
        }
        #expect(decisions > 200 && seconds > 20, "the acts lead somewhere: \(decisions), \(seconds)")
    }
}
