import Testing

@testable import Credit

/// The days, ends and people that each step of a listing asks for.
@Suite struct ListingStepTests {
    private func problem(_ body: () throws -> Void) -> ListingProblem? {
        do {
            try body()
            return nil
        } catch {
            return error as? ListingProblem
        }
    }

    @Test func `终止方式只依名单的期限，未载明依条文的不得写条文，复核日期不得无限推后`() throws {
        let day = ListingStory.day
        func check(_ end: ListingEnd, _ term: ListTerm?) -> ListingProblem? {
            problem { _ = try end.checked(by: ListingStory.list(term: term), on: day) }
        }
        let longest = day.adding(months: ListingEnd.longestReview)
        func article(_ review: Day) -> ListingEnd { .byArticle(article: "某法第七条", reviewBy: review) }
        #expect(check(.lastDay(day + 100), nil) == .termUnknown)
        #expect(check(article(longest), nil) == .termUnknown)
        #expect(check(article(longest), .months(36, early: 12)) == .endOfOtherForm)
        #expect(check(article(longest), .untilCured) == .endOfOtherForm)
        #expect(check(article(longest), .byArticle) == nil)
        #expect(check(.byArticle(article: "", reviewBy: longest), .byArticle) == .missing(Label("条文", "the article")))
        #expect(check(article(longest + 1), .byArticle) == .reviewTooLate(longest))
        #expect(check(article(.endless), .byArticle) == .reviewTooLate(longest))
        #expect(check(.untilCured(condition: "改正", reviewBy: longest + 1), .untilCured) == .reviewTooLate(longest))
        #expect(check(.lastDay(Day("2099-12-31")!), .byArticle) == .endless)
        #expect(check(article(day + -1), .byArticle) == .dayTooEarly(day))
    }

    @Test func `复核不得把下次复核推到一年以后`() throws {
        var story = ListingStory(list: ListingStory.list(term: .untilCured))
        try story.sign()
        guard case .cleared(let cleared) = try story.listing().stage else { return }
        story.take(
            try cleared.decide(
                story.decision(.untilCured(condition: "改正", reviewBy: story.today + 90)), under: story.list,
                measures: ListingStory.measures, bases: ListingStory.sound, isTrader: false, by: ListingStory.leader,
                on: story.today))
        guard case .decided(let decided) = try story.listing().stage else { return }
        let service = Delivery(way: .post, begun: story.today, served: story.today, proof: nil)
        story.take(try decided.serve(service, bases: ListingStory.sound, by: ListingStory.handler, on: story.today))
        let standing = try #require(try story.listing().standing)
        func review(_ end: ListingEnd, _ bases: ListingBases = ListingStory.sound) -> ListingProblem? {
            problem {
                _ = try standing.review(
                    ListingReview(reason: "未改正", end: end), under: story.list, bases: bases,
                    by: ListingStory.section, on: story.today)
            }
        }
        let longest = story.today.adding(months: ListingEnd.longestReview)
        #expect(review(.untilCured(condition: "改正", reviewBy: longest)) == nil)
        #expect(review(.untilCured(condition: "改正", reviewBy: .endless)) == .reviewTooLate(longest))
        #expect(review(.lastDay(.endless)) == .endless)
        #expect(
            review(.untilCured(condition: "改正", reviewBy: longest), .init(fallen: ["r1"], contested: []))
                == .baseFallen("r1"))
    }

    @Test func `申辩期从告知书制发之后的送达起算，不得倒填日期，也不得预填`() throws {
        var story = ListingStory()
        try story.propose()
        guard case .candidate(let candidate) = try story.listing().stage else { return }
        func notify(_ paper: Day) -> ListingProblem? {
            problem {
                _ = try candidate.notify(
                    ListingStory.notice(story.procedure, paper), by: ListingStory.handler, on: story.today)
            }
        }
        #expect(notify(story.today + -60) == .dayTooEarly(story.today))
        #expect(notify(story.today + 1) == .dayAhead(story.today + 1))
        #expect(notify(story.today) == nil)
        // Drawn up a week after its proposal, it cannot have been served before it was.
        let proposed = story.today
        story.today = proposed + 7
        story.take(
            try candidate.notify(
                ListingStory.notice(story.procedure, proposed), by: ListingStory.handler, on: story.today))
        guard case .drawn(let drawn) = try story.listing().stage else { return }
        func serve(_ begun: Day, _ served: Day, on day: Day) -> ListingProblem? {
            problem {
                _ = try drawn.serve(
                    Delivery(way: .direct, begun: begun, served: served, proof: nil), by: ListingStory.handler, on: day)
            }
        }
        #expect(serve(proposed, proposed, on: story.today) == .dayTooEarly(story.today))
        #expect(serve(story.today, story.today + 1, on: story.today) == .dayAhead(story.today + 1))
        #expect(serve(story.today, story.today, on: story.today) == nil)
    }

    @Test func `决定书送达不得早于作出决定，决定书不得预填日期`() throws {
        var story = ListingStory()
        try story.sign()
        guard case .cleared(let cleared) = try story.listing().stage else { return }
        var ahead = story.decision()
        ahead = ListingDecision(
            paper: ListingPaper(number: "列1号", day: story.today + 1), facts: ahead.facts, basis: ahead.basis,
            measures: [], end: ahead.end, remedy: ahead.remedy)
        #expect(
            problem {
                _ = try cleared.decide(
                    ahead, under: story.list, measures: ListingStory.measures, bases: ListingStory.sound,
                    isTrader: false, by: ListingStory.leader, on: story.today)
            } == .dayAhead(story.today + 1))
        let decision = story.decision()
        story.today = story.today + 3
        story.take(
            try cleared.decide(
                decision, under: story.list, measures: ListingStory.measures, bases: ListingStory.sound,
                isTrader: false, by: ListingStory.leader, on: story.today))
        guard case .decided(let decided) = try story.listing().stage else { return }
        func serve(_ day: Day, _ bases: ListingBases = ListingStory.sound) -> ListingProblem? {
            problem {
                _ = try decided.serve(
                    Delivery(way: .direct, begun: day, served: day, proof: nil), bases: bases,
                    by: ListingStory.handler, on: story.today)
            }
        }
        #expect(serve(story.today + -3) == .dayTooEarly(story.today))
        #expect(serve(story.today + 1) == .dayAhead(story.today + 1))
        #expect(serve(story.today, .init(fallen: ["r1"], contested: [])) == .baseFallen("r1"))
        #expect(serve(story.today) == nil)
    }

    @Test func `提出、核实、签署过的人不得决定，核实的人不得审核`() throws {
        var story = ListingStory()
        try story.serve()
        story.today = ListingStory.day + 8
        guard case .notified(let notified) = try story.listing().stage else { return }
        // Somebody else than who proposed weighs it.
        story.take(
            try notified.weigh(
                story.weighing(), in: ListingStory.calendar, hearing: .onRequest, by: ListingStory.stand,
                on: story.today
            ))
        func sign(_ step: String, _ officer: Officer) -> ListingProblem? {
            problem {
                guard case .weighed(let weighed) = try story.listing().stage else { throw ListingProblem.outOfOrder }
                story.take(
                    try weighed.sign(.init(step: step, agrees: true, opinion: "同意"), by: officer, on: story.today))
            }
        }
        #expect(sign("handler", ListingStory.handler) == nil)
        #expect(sign("section", ListingStory.stand) == .sameOfficer)
        #expect(sign("section", ListingStory.section) == nil)
        #expect(sign("legal", ListingStory.legal) == nil)
        guard case .cleared(let cleared) = try story.listing().stage else { return }
        for officer in [ListingStory.handler, ListingStory.stand, ListingStory.section, ListingStory.legal] {
            #expect(
                problem {
                    _ = try cleared.decide(
                        story.decision(), under: story.list, measures: ListingStory.measures,
                        bases: ListingStory.sound, isTrader: false, by: officer, on: story.today)
                } == .sameOfficer, "\(officer.name)")
        }
        _ = try cleared.decide(
            story.decision(), under: story.list, measures: ListingStory.measures, bases: ListingStory.sound,
            isTrader: false, by: ListingStory.leader, on: story.today)
    }

    @Test func `期限不是一日到三千六百五十日的，存储的告知书不能读出`() throws {
        var story = ListingStory()
        try story.notify()
        let text = String(decoding: Event.listing(story.events[1]).body, as: UTF8.self)
        for count in ["0", "-5", "3651", "9223372036854775807"] {
            let altered = text.replacing("\"count\":5", with: "\"count\":\(count)")
            #expect(altered != text)
            #expect(throws: CanonicalFault.self, "\(count)") { _ = try Event(body: Array(altered.utf8)) }
        }
        #expect(ListingNotice.AnswerTerm(ListingStory.procedure(answer: .days(4_000)), on: ListingStory.day) == nil)
    }
}
