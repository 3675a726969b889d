import Testing

@testable import Credit

@Suite struct ListingTests {
    private func problem(_ body: () throws -> Void) -> ListingProblem? {
        do {
            try body()
            return nil
        } catch {
            return error as? ListingProblem
        }
    }

    @Test func `申辩期内不得作出列入决定`() throws {
        var story = ListingStory()
        try story.serve()
        guard case .notified(let notified) = try story.listing().stage else {
            Issue.record("not notified")
            return
        }
        let last = try #require(notified.clock.deadline(in: ListingStory.calendar, on: story.today).day)
        #expect(last == Day("2026-03-09"))
        // An early answer does not use up the rest of the time.
        story.take(
            try notified.receive(
                ListingAnswer(received: story.today, text: "不成立", wantsHearing: false, file: nil),
                by: ListingStory.handler, on: story.today))
        for day in [story.today, last] {
            story.today = day
            let found = problem {
                guard case .notified(let notified) = try story.listing().stage else { return }
                _ = try notified.weigh(
                    story.weighing(), in: ListingStory.calendar, hearing: .onRequest, by: ListingStory.handler, on: day)
            }
            #expect(found == .answerTermRuns(last))
        }
        story.today = last + 1
        guard case .notified(let again) = try story.listing().stage else { return }
        _ = try again.weigh(
            story.weighing(), in: ListingStory.calendar, hearing: .onRequest, by: ListingStory.handler, on: last + 1)
    }

    @Test func `申辩期限不明的，写明条文和天数之前不能继续`() throws {
        let procedure = ListingStory.procedure(answer: nil)
        let paper = ListingPaper(number: "1", day: ListingStory.day)
        func notice(_ answer: ListingNotice.AnswerTerm?) throws -> ListingNotice {
            try ListingNotice(
                paper: paper, facts: "事实", grounds: "理由", basis: "依据", measures: [], remedy: "权利", answer: answer)
        }
        #expect(problem { _ = try notice(.init(procedure, on: paper.day)) } == .answerTermUnknown)
        #expect(ListingNotice.AnswerTerm(named: "", term: .workingDays(5)) == nil)
        #expect(ListingNotice.AnswerTerm(named: "某令第十条", term: .workingDays(0)) == nil)
        let named = try notice(.init(named: "某令第十条", term: .workingDays(5)))
        #expect(named.answer.isNamedByOfficer)
    }

    @Test func `日历未公布的，申辩期是否届满不得推测`() throws {
        var story = ListingStory()
        story.today = Day("2026-12-30")!
        try story.serve()
        story.today = Day("2027-03-01")!
        guard case .notified(let notified) = try story.listing().stage else { return }
        let found = problem {
            _ = try notified.weigh(
                story.weighing(), in: ListingStory.calendar, hearing: .onRequest, by: ListingStory.handler,
                on: story.today)
        }
        #expect(found == .answerTermUnclear(year: 2027))
    }

    @Test func `当事人要求听证的，应当举行`() throws {
        var story = ListingStory()
        try story.serve()
        guard case .notified(let notified) = try story.listing().stage else { return }
        story.take(
            try notified.receive(
                ListingAnswer(received: story.today, text: "要求听证", wantsHearing: true, file: nil),
                by: ListingStory.handler, on: story.today))
        story.today = ListingStory.day + 8
        guard case .notified(let asked) = try story.listing().stage else { return }
        func weigh(_ notified: ListingNotified, noHearing: String?, duty: ListingProcedure.HearingDuty?) throws {
            _ = try notified.weigh(
                story.weighing(noHearing: noHearing), in: ListingStory.calendar, hearing: duty,
                by: ListingStory.handler, on: story.today)
        }
        #expect(problem { try weigh(asked, noHearing: "不予", duty: .onRequest) } == .hearingOwed)
        // Where nobody knows whether one is owed, leaving it out needs article and reason.
        #expect(problem { try weigh(asked, noHearing: nil, duty: nil) } == .hearingOwed)
        try weigh(asked, noHearing: "某令第五条：不属听证范围", duty: nil)
        let hearing = ListingHearing(held: story.today, record: "笔录", file: nil)
        #expect(problem { _ = try asked.hear(hearing, by: ListingStory.handler, on: story.today) } == .sameOfficer)
        story.take(try asked.hear(hearing, by: ListingStory.legal, on: story.today))
        guard case .notified(let heard) = try story.listing().stage else { return }
        try weigh(heard, noHearing: nil, duty: .onRequest)
    }

    @Test func `失信名单须事先告知，规则包也不能免除`() throws {
        var story = ListingStory(procedure: ListingStory.procedure(notice: .notOwed))
        try story.propose()
        guard case .candidate(let candidate) = try story.listing().stage else { return }
        let found = problem {
            _ = try candidate.weighWithoutNotice(
                story.weighing(), under: story.list, procedure: story.procedure, by: ListingStory.handler,
                on: story.today)
        }
        #expect(found == .noticeOwed)
        // And the machine itself knows no way from a proposal to the signatures of a list of dishonesty.
        story.take(ListingEvent("LST-1", story.today, ListingStory.handler, .weighed(try story.weighing())))
        #expect(problem { _ = try story.listing() } == .outOfOrder)
    }

    @Test func `异常名录没有事先告知的义务`() throws {
        var story = ListingStory(
            list: ListingStory.list(kind: .attention), procedure: ListingStory.procedure(notice: .notOwed))
        try story.propose()
        guard case .candidate(let candidate) = try story.listing().stage else { return }
        story.take(
            try candidate.weighWithoutNotice(
                story.weighing(), under: story.list, procedure: story.procedure, by: ListingStory.handler,
                on: story.today))
        guard case .weighed(let weighed) = try story.listing().stage else {
            Issue.record("not weighed")
            return
        }
        #expect(weighed.notified == nil && weighed.weighing.noNotice == "某令 第三条")
    }

    @Test func `位阶不足或者他处认定的名单不得在此列入`() throws {
        func propose(_ list: ListRule, by officer: Officer = ListingStory.handler) -> ListingProblem? {
            problem {
                _ = try ListingCandidate.propose(
                    ListingStory.opening(), under: list, level: .city, isTrader: false, bases: ListingStory.sound,
                    by: officer, id: "LST-1", on: ListingStory.day)
            }
        }
        #expect(
            propose(ListingStory.list(rank: .normativeDocument)) == .notInForce(.recordOnly, ListingStory.day))
        #expect(propose(ListingStory.list(rank: .unknown)) == .notInForce(.unclear, ListingStory.day))
        #expect(propose(ListingStory.list(role: .source)) == .decidedElsewhere)
        #expect(propose(ListingStory.list(role: .assist)) == .decidedElsewhere)
        #expect(propose(ListingStory.list(role: .guide)) == .decidedElsewhere)
        #expect(propose(ListingStory.list(kind: .record)) == .kindNotListed)
        #expect(propose(ListingStory.list(), by: ListingStory.stranger) == .notYourList)
        #expect(propose(ListingStory.list()) == nil)
    }

    @Test func `个体工商户和自然人没有写明依据的不得列入`() throws {
        func propose(_ opening: ListingOpening, _ list: ListRule, isTrader: Bool = false) -> ListingProblem? {
            problem {
                _ = try ListingCandidate.propose(
                    opening, under: list, level: nil, isTrader: isTrader, bases: ListingStory.sound,
                    by: ListingStory.handler, id: "LST-1", on: ListingStory.day)
            }
        }
        // Known as a sole trader by its registry entry, whatever its code begins with.
        let known = try ListingStory.opening()
        #expect(propose(known, ListingStory.list(trader: ListingStory.source)) == nil)
        #expect(
            propose(known, ListingStory.list(trader: ListingStory.source), isTrader: true)
                == .targetDoesNotFit(.enterprise))
        let named = try ListingStory.opening(target: .soleTrader)
        #expect(propose(named, ListingStory.list(trader: ListingStory.source), isTrader: true) == nil)
        let trader = try ListingStory.opening("92640500MA75X0000U", target: .soleTrader)
        #expect(propose(trader, ListingStory.list()) == .subjectNotNamed(.soleTrader))
        #expect(propose(trader, ListingStory.list(trader: ListingStory.source)) == nil)
        let disguised = try ListingStory.opening("92640500MA75X0000U", target: .enterprise)
        #expect(
            propose(disguised, ListingStory.list(trader: ListingStory.source)) == .targetDoesNotFit(.enterprise))
        let person = try ListingStory.opening(target: .responsiblePerson)
        #expect(propose(person, ListingStory.list()) == .personsWait)
        let vehicle = try ListingStory.opening(target: .vehicle)
        #expect(propose(vehicle, ListingStory.list()) == .subjectNotNamed(.vehicle))
    }

    @Test func `责任人员只因任职当时的职务负责，未成年人不列入`() throws {
        let list = ListingStory.list()
        func post(birth: String, from: String, until: String?) -> ListingProblem? {
            problem {
                _ = try ResponsiblePost(
                    target: .responsiblePerson, post: "厂长", from: Day(from)!, until: until.flatMap { Day($0) },
                    birth: Day(birth)!, happened: Day("2025-06-01")!, under: list)
            }
        }
        #expect(post(birth: "1980-01-01", from: "2024-01-01", until: nil) == nil)
        #expect(post(birth: "1980-01-01", from: "2025-06-02", until: nil) == .postNotHeld)
        #expect(post(birth: "1980-01-01", from: "2020-01-01", until: "2025-05-31") == .postNotHeld)
        #expect(post(birth: "2007-06-02", from: "2024-01-01", until: nil) == .minor)
        #expect(post(birth: "2007-06-01", from: "2024-01-01", until: nil) == nil)
    }

    @Test func `审批逐级签署，须由不同的人`() throws {
        var story = ListingStory()
        try story.weigh()
        func sign(_ step: String, _ officer: Officer) -> ListingProblem? {
            problem {
                guard case .weighed(let weighed) = try story.listing().stage else { throw ListingProblem.outOfOrder }
                story.take(
                    try weighed.sign(.init(step: step, agrees: true, opinion: "同意"), by: officer, on: story.today))
            }
        }
        #expect(sign("legal", ListingStory.legal) == .otherStep(Label("承办", "handler")))
        #expect(sign("handler", ListingStory.handler) == nil)
        #expect(sign("section", ListingStory.handler) == .sameOfficer)
        let substitute = Officer(account: "a7", name: "己", organ: "market-regulation", standingInFor: "a1")
        #expect(sign("section", substitute) == .sameOfficer)
        #expect(sign("section", ListingStory.stranger) == .otherOrgan)
        #expect(sign("section", ListingStory.section) == nil)
        #expect(sign("legal", ListingStory.section) == .sameOfficer)
        // Sent back, the chain begins again.
        guard case .weighed(let weighed) = try story.listing().stage else { return }
        story.take(
            try weighed.sign(
                .init(step: "legal", agrees: false, opinion: "证据不足"), by: ListingStory.legal, on: story.today))
        guard case .weighed(let back) = try story.listing().stage else { return }
        #expect(back.signatures.isEmpty && back.returns == 1)
    }

    @Test func `须经上级同意的名单，同意之前不能决定`() throws {
        var story = ListingStory(list: ListingStory.list(role: .ownWithConsent))
        try story.sign()
        guard case .agreed(let agreed) = try story.listing().stage else {
            Issue.record("consent was not asked for")
            return
        }
        let paper = ListingPaper(number: "宁市监函〔2026〕3号", day: story.today)
        let own = ListingConsent(organ: "中卫市市场监督管理局", paper: paper)
        #expect(
            problem {
                _ = try agreed.consent(own, ownNames: [own.organ], by: ListingStory.handler, on: story.today)
            } == .consentOfOwn)
        let consent = ListingConsent(organ: "宁夏回族自治区市场监督管理厅", paper: paper)
        story.take(try agreed.consent(consent, ownNames: [own.organ], by: ListingStory.handler, on: story.today))
        guard case .cleared(let cleared) = try story.listing().stage else {
            Issue.record("not cleared")
            return
        }
        #expect(cleared.consent == consent)
    }

    @Test func `列入决定须写明措施、依据和终止，不得超过名单期限`() throws {
        var story = ListingStory()
        try story.sign()
        guard case .cleared(let cleared) = try story.listing().stage else { return }
        func decide(
            _ decision: ListingDecision, by officer: Officer = ListingStory.leader,
            bases: ListingBases = ListingStory.sound, isTrader: Bool = false
        ) -> ListingProblem? {
            problem {
                _ = try cleared.decide(
                    decision, under: story.list, measures: ListingStory.measures, bases: bases, isTrader: isTrader,
                    by: officer, on: story.today)
            }
        }
        let longest = story.today.adding(months: 36)
        #expect(decide(story.decision(), by: ListingStory.handler) == .sameOfficer)
        #expect(decide(story.decision(.lastDay(longest + 1))) == .endTooLong(longest))
        #expect(
            decide(story.decision(.untilCured(condition: "改正", reviewBy: story.today))) == .endOfOtherForm)
        #expect(decide(story.decision(), bases: .init(fallen: ["r1"], contested: [])) == .baseFallen("r1"))
        #expect(decide(story.decision(), bases: .init(fallen: [], contested: ["r1"])) == .contested("r1"))
        #expect(decide(story.decision(), isTrader: true) == .targetDoesNotFit(.enterprise))
        #expect(decide(story.decision(measures: ["limit-breathing"])) == .measureNotListed("limit-breathing"))
        #expect(
            decide(story.decision(measures: ["market-credit-reports"]))
                == .measureNotTold("market-credit-reports"))
        #expect(decide(story.decision()) == nil)
    }

    @Test func `谁认定谁移出，移出须有名单规定的情形`() throws {
        var story = ListingStory()
        let standing = try story.stand()
        func leave(_ ground: ListExit, _ officer: Officer, on day: Day) -> ListingProblem? {
            problem {
                _ = try standing.leave(
                    ListingExitDecision(
                        paper: ListingPaper(number: "卫市监移〔2026〕1号", day: day), ground: ground, reason: "理由"),
                    under: story.list, by: officer, on: day)
            }
        }
        let last = standing.end.certainUntil
        #expect(leave(.cured, ListingStory.section, on: story.today) == .exitUnknown(.cured))
        #expect(leave(.termOver, ListingStory.section, on: last) == .termNotOver(last))
        #expect(leave(.termOver, ListingStory.leader, on: last + 1) == nil)
        #expect(leave(.error, ListingStory.leader, on: story.today) == .sameOfficer)
        #expect(leave(.error, ListingStory.stranger, on: story.today) == .otherOrgan)
        #expect(leave(.error, ListingStory.section, on: story.today) == nil)
        #expect(!standing.stands(on: last + 1) && standing.stands(on: last))
    }
}
