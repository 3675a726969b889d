import Testing

@testable import Credit

/// 信用承诺, by the sentences it rests on.
@Suite struct CommitmentTests {
    typealias Story = CommitmentStory

    private func problem(_ body: () throws -> Void) -> CommitmentProblem? {
        do { try body() } catch { return error as? CommitmentProblem }
        return nil
    }

    private func signing(_ letter: CommitmentLetter, by officer: Officer = Story.handler) -> CommitmentProblem? {
        problem {
            _ = try CommitmentCase.signing(letter, id: "CMT-1", under: Story.catalogue, by: officer, on: Story.day)
        }
    }

    @Test func `承诺事项、类型和模板以公布的目录为限`() throws {
        #expect(signing(Story.letter()) == nil)
        #expect(signing(Story.letter(matter: "other")) == .noMatter)
        #expect(signing(Story.letter(kind: "other")) == .noKind)
        #expect(signing(Story.letter(matter: "water", template: "2")) == nil)
        #expect(signing(Story.letter(matter: "water", template: "1")) == .templateDiffers("2"))
        #expect(signing(Story.letter(matter: "water", made: Day("2025-12-31")!)) == nil, "before the first version")
        #expect(
            signing(Story.letter(matter: "water", kind: "lenient", template: "2"))
                == .kindDiffers(Label("approval", "approval")))
        #expect(signing(Story.letter(matter: "water", template: "2"), by: Story.stranger) == .otherOrgan("water"))
    }

    @Test func `自然人的承诺不登记，个体工商户的承诺不公开`() throws {
        #expect(signing(Story.letter(content: "本人 110101190001010014 承诺")) == .identityNumber)
        let object = try #require(SubjectKey(text: "obj:street:滨河路"))
        #expect(signing(Story.letter(subject: object)) == .noSubject)
        let trader = try #require(SubjectKey(text: "92640500MA75X0004W") ?? Self.trader)
        #expect(trader.isSoleTrader)
        #expect(signing(Story.letter(subject: trader)) == .traderNotPublic)
        let kept = Story.letter(subject: trader, publicity: .closed)
        #expect(signing(kept) == nil)
        #expect(ShownCommitment(try Story(kept).made()) { _ in true } == nil)
    }

    /// A sole trader's code with whatever check character is right.
    static let trader = "0123456789ABCDEFGHJKLMNPQRTUWXY".lazy.compactMap { SubjectKey(text: "92640500MA75X0004\($0)") }
        .first

    @Test func `容缺受理的承诺写明暂缺材料和补齐期限，期满只是任务`() throws {
        let items = ["环评批复", "法人授权"]
        #expect(signing(Story.letter(kind: "lenient")) == .missingNotNamed)
        #expect(signing(Story.letter(missing: items, term: Story.named)) == .missingNotOfKind)
        #expect(signing(Story.letter(kind: "lenient", missing: items)) == .termUnknown(.missing))
        var story = try Story(Story.letter(kind: "lenient", missing: items, term: Story.named))
        let clocks = CommitmentClocks(calendar: Story.calendar)
        let started = try clocks.events(for: story.events[0], in: story.made(), timers: [])
        guard case .started(let start)? = started.first else { throw CommitmentProblem.noKind }
        #expect(start.deadline == .on(Day("2026-03-09")!))
        // A month later nothing has happened by itself.
        story.pass(30)
        #expect(CaseTimer(start).clock.state(in: Story.calendar, on: story.today) == .over)
        #expect(try story.made().stage == .signed)
        #expect(
            problem {
                _ = try story.made().fulfilling(
                    "已履行", paper: Story.paper("1号", story.today), by: Story.handler, on: story.today)
            } == .stillOutstanding)
        try story.take { try $0.supplying([items[0]], papers: "原件", by: Story.handler, on: $1) }
        #expect(try clocks.events(for: story.events[1], in: story.made(), timers: [CaseTimer(start)]).isEmpty)
        #expect(
            problem { _ = try story.made().supplying([items[0]], papers: "原件", by: Story.handler, on: story.today) }
                == .notOutstanding(items[0]))
        try story.take { try $0.supplying([items[1]], papers: "原件", by: Story.handler, on: $1) }
        let ended = try clocks.events(for: story.events[2], in: story.made(), timers: [CaseTimer(start)])
        #expect(ended == [.finished(start.key, on: story.today)])
        try story.take { try $0.fulfilling("已补齐", paper: Story.paper("1号", $1), by: Story.handler, on: $1) }
        #expect(try story.made().stage == .fulfilled)
    }

    @Test func `申辩期内不得作出违诺认定`() throws {
        var story = try Story()
        try story.supervise()
        try story.tell()
        // Served on Monday the 2nd; five working days end on the 9th.
        for days in 0...7 {
            var early = story
            early.pass(days)
            let deadline = Deadline.on(Day("2026-03-09")!)
            #expect(problem { try early.propose() } == .answerTimeRuns(deadline))
        }
        story.pass(8)
        #expect(problem { try story.propose() } == nil)
    }

    @Test func `未经告知、送达、申辩和第二名经办人决定，不得认定违诺`() throws {
        let told = try Story.broken().events
        // Leaving out any step of the chain leaves no case at all.
        let chain: Set<String> = ["notice-drawn", "notice-served", "proposed", "decided"]
        for (index, event) in told.enumerated() where chain.contains(event.word) {
            var others = told
            others.remove(at: index)
            #expect(CommitmentCase(others) == nil, "without \(event.word)")
        }
        #expect(try Story.broken().made().breach != nil)
    }

    @Test func `决定须由另一名经办人作出，不得代本人复核`() throws {
        var story = try Story()
        try story.supervise()
        try story.tell()
        story.pass(10)
        try story.propose()
        let substitute = Officer(account: "a5", name: "己", organ: "water", standingInFor: "a1")
        for officer in [Story.handler, substitute] {
            #expect(problem { _ = try story.made().deciding(by: officer, on: story.today) } == .sameOfficer)
        }
        #expect(problem { _ = try story.made().deciding(by: Story.stranger, on: story.today) } == .otherOrgan("water"))
        // Nor does an event do what a decision may not.
        let forged = CommitmentEvent(
            "CMT-1", story.today, Story.handler, .decided(Story.decision(story.today), first: Story.handler))
        #expect(CommitmentCase(story.events + [forged]) == nil)
    }

    @Test func `认定不得超出告知，且须写明终止之日`() throws {
        var story = try Story()
        try story.supervise()
        #expect(
            problem {
                _ = try story.made().notifying(
                    Story.notice(story.today, consequences: ["fine"]), under: Story.catalogue, by: Story.handler,
                    on: story.today)
            } == .consequenceUnknown("fine"))
        try story.tell()
        story.pass(10)
        let today = story.today
        #expect(problem { try story.propose(Story.decision(today, consequences: ["credit-record"])) } == .notTold)
        #expect(problem { try story.propose(Story.decision(today, degree: .wholly)) } == .notTold)
        #expect(problem { try story.propose(Story.decision(today, end: -1)) } == .endTooEarly)
        #expect(problem { try story.propose(Story.decision(today, supervised: 366)) } == .endTooLong(today + 365))
        let short = Story.catalogue(longest: 6).breach
        #expect(
            problem {
                _ = try story.made().proposing(
                    Story.decision(today), under: short, in: Story.calendar, by: Story.handler, on: today)
            } == .endTooLong(today.adding(months: 6)))
        #expect(
            problem {
                _ = try story.made().proposing(
                    Story.decision(today), under: nil, in: Story.calendar, by: Story.handler, on: today)
            } == .noBreachRule)
    }

    @Test func `重点监管自送达起，到期自行终止；提前解除由未参与认定的人决定`() throws {
        var story = try Story.broken()
        let breach = try #require(try story.made().breach)
        #expect(breach.isSupervised(on: story.today) && !breach.isSupervised(on: story.today + -1))
        #expect(breach.isSupervised(on: story.today + 180) && !breach.isSupervised(on: story.today + 181))
        #expect(
            breach.supervision(of: "CMT-1")
                == EffectEdge(node: "CMT-1/supervision-1", base: "r-CMT-1-1", footing: .validity))
        func release(_ officer: Officer, _ ground: ListExit = .cured) -> CommitmentProblem? {
            problem {
                try story.take {
                    try $0.releasing(
                        "已安装", ground: ground, endsPublication: false, paper: Story.paper("卫水解1号", $1),
                        exits: [.cured], by: officer, on: $1)
                }
            }
        }
        #expect(release(Story.handler) == .sameOfficer && release(Story.second) == .sameOfficer)
        #expect(release(Story.third, .repaired) == .exitUnknown(.repaired))
        #expect(release(Story.third) == nil)
        #expect(try story.made().breach?.isSupervised(on: story.today) == false)
    }

    @Test func `违诺只在公示期间公开，认定以前不公开`() throws {
        var story = try Story()
        try story.supervise()
        try story.tell()
        #expect(ShownCommitment(try story.made()) { _ in true }?.state == .supervised)
        let broken = try Story.broken().made()
        #expect(ShownCommitment(broken) { $0 == "r-CMT-1-1" }?.state == .breached)
        #expect(ShownCommitment(broken) { _ in false } == nil)
    }

    @Test func `撤销认定后回到监管，原文号不再使用`() throws {
        var story = try Story.broken()
        #expect(
            problem {
                _ = try story.made().annulling(
                    "复议撤销", paper: Story.paper("1号", story.today), by: Story.second, on: story.today)
            } == .sameOfficer)
        try story.take { try $0.annulling("复议撤销", paper: Story.paper("卫水撤1号", $1), by: Story.third, on: $1) }
        #expect(try story.made().stage == .supervised && story.made().breach == nil)
        try story.tell()
        story.pass(10)
        #expect(problem { try story.propose() } == .numberUsed)
        try story.propose(Story.decision(story.today, number: "卫水违2号"))
        try story.decide()
        #expect(try story.made().breach?.record == "r-CMT-1-2")
    }

    @Test func `撤回承诺只在违诺程序开始以前`() throws {
        var story = try Story()
        try story.supervise()
        let paper = Story.paper("撤1号", story.today)
        #expect(
            problem { _ = try story.made().withdrawing("不再申请", paper: paper, by: Story.handler, on: story.today) }
                == nil)
        try story.tell()
        #expect(
            problem { _ = try story.made().withdrawing("不再申请", paper: paper, by: Story.handler, on: story.today) }
                == .otherStage(Label("已告知，陈述申辩", "Told, to be answered")))
        try story.take { try $0.dropping("申辩成立", by: Story.handler, on: $1) }
        #expect(try story.made().stage == .supervised)
    }
}
