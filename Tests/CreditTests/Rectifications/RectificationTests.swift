import Credit
import Testing

@Suite struct RectificationTests {
    typealias Story = RectificationStory
    let day = RectificationStory.day

    @Test func `限期整改和约谈只针对法人和非法人组织，自然人、个体工商户、个人独资企业不在其内`() {
        #expect(RectifiedEntity(SubjectKey(text: "91640500MA7T033465")!, trade: nil) != nil)
        #expect(RectifiedEntity(SubjectKey(text: "91640500MA7T033465")!, trade: .soleProprietorship) == nil)
        #expect(RectifiedEntity(SubjectKey(text: "91640500MA7T033465")!, trade: .soleTrader) == nil)
        let traders = ["92640500MA76C5CF3T", "92640502MA75WQ8F7Y"].compactMap { SubjectKey(text: $0) }
        for trader in traders { #expect(RectifiedEntity(trader, trade: nil) == nil) }
        let vehicle = SubjectKey.uncoded(UncodedObject(kind: "vehicle", name: "宁E12345")!)
        #expect(RectifiedEntity(vehicle, trade: nil) == nil)
    }

    @Test func `责令和约谈须有文书、依据和一条对其不利的信息，异议处理期间不得新作`() throws {
        #expect(OrderPaper(organ: "", number: "1", date: day, basis: "b") == nil)
        #expect(OrderPaper(organ: "o", number: "1", date: day, basis: nil) == nil)
        let opening = try Story.opening(Story.mend)
        func draw(_ opening: RectificationOpening, adverse: Bool = true, frozen: Bool = false) throws {
            _ = try Rectification.opening(opening, isAdverse: adverse, isFrozen: frozen, on: day)
        }
        try draw(opening)
        #expect(throws: RectificationProblem.notAdverse) { try draw(opening, adverse: false) }
        #expect(throws: RectificationProblem.contested) { try draw(opening, frozen: true) }
        #expect(throws: RectificationProblem.badTerm) { try draw(Story.opening(.mend(["x"], within: .days(0)))) }
        #expect(throws: RectificationProblem.empty("要求")) { try draw(Story.opening(.mend([], within: .days(3)))) }
        #expect(throws: RectificationProblem.meetingPast) { try draw(Story.opening(.talk(["x"], on: day, place: "p"))) }
        #expect(throws: RectificationProblem.identityNumber) {
            try draw(Story.opening(.mend(["11010519491231002X 应到场"], within: .days(3))))
        }
        let late = OrderPaper(organ: "o", number: "n", date: day + 1, basis: "b")!
        #expect(throws: RectificationProblem.badDay) { try draw(Story.opening(Story.mend, paper: late)) }
    }

    @Test func `整改期限届满以前不得认定未整改`() throws {
        let mending = try Story.mending()
        #expect(throws: RectificationProblem.stillInTime) {
            try mending.findingNotMended("未补报", isOver: false, isBaseHeld: true, by: Story.looker)
        }
        let found = try Story.mending([
            (day + 30, { try $0.findingNotMended("未补报", isOver: true, isBaseHeld: true, by: Story.looker) })
        ])
        #expect(found.stage.word == "not-mended" && found.closedOn == day + 30 && found.turn == nil)
    }

    @Test func `整改结果由另一名工作人员查看，出具文书的人和收取证据的人都不能查看`() throws {
        let shown = try Story.mending([(day + 3, Story.shown)])
        for officer in [Story.drawer, Story.taker] {
            #expect(throws: RectificationProblem.sameOfficer) { try shown.findingMended("已补报", by: officer) }
            #expect(throws: RectificationProblem.sameOfficer) {
                try shown.findingNotMended("x", isOver: true, isBaseHeld: true, by: officer)
            }
            #expect(throws: RectificationProblem.sameOfficer) { try shown.extending(by: 5, reason: "x", by: officer) }
        }
        let substitute = Officer(account: "zhou", name: "周", organ: "market-regulation", standingInFor: "chen")
        #expect(throws: RectificationProblem.sameOfficer) { try shown.findingMended("已补报", by: substitute) }
        let mended = try Story.mending([
            (day + 3, Story.shown), (day + 4, { try $0.findingMended("已补报，属实", by: Story.looker) }),
        ])
        guard case .mended(let look) = mended.stage else {
            Issue.record("not mended")
            return
        }
        #expect(look.by.first == Story.drawer && look.by.second == Story.looker && look.day == day + 4)
    }

    @Test func `没有证据不得认定已经整改，证据按摘要保存`() throws {
        #expect(throws: RectificationProblem.noEvidence) { try Story.mending().findingMended("看过", by: Story.looker) }
        #expect(throws: RectificationProblem.noEvidence) {
            try Story.mending().showing("x", files: [], by: Story.taker)
        }
        #expect(try Story.mending([(day + 2, Story.shown)]).evidence.map(\.files) == [["bb"]])
    }

    @Test func `所依据的信息撤销以后，不得再认定未整改`() throws {
        #expect(throws: RectificationProblem.baseGone) {
            try Story.mending().findingNotMended("未补报", isOver: true, isBaseHeld: false, by: Story.looker)
        }
        #expect(try Story.mending().withdrawing(reason: "处罚已撤销", by: Story.drawer).word == "withdrawn")
    }

    @Test func `整改期限自送达起算，没有送达不得办理后续`() throws {
        let drawn = try Story.told(Story.mend)
        #expect(throws: RectificationProblem.self) { try drawn.showing("x", files: ["a"], by: Story.taker) }
        #expect(throws: RectificationProblem.badService) {
            let early = Delivery(way: .direct, begun: day + -1, served: day, proof: nil)
            return try drawn.serving(early, by: Story.drawer, on: day)
        }
        #expect(throws: RectificationProblem.badService) {
            try drawn.serving(Story.served, by: Story.drawer, on: day)
        }
        #expect(throws: RectificationProblem.otherOrgan("market-regulation")) {
            try drawn.serving(Story.served, by: Story.stranger, on: day + 1)
        }
    }

    @Test func `约谈通知须在约谈日以前送达，没有送达的不得记为未到场`() throws {
        let drawn = try Story.told(Story.talk)
        let late = Delivery(way: .post, begun: day + 1, served: day + 7, proof: nil)
        #expect(throws: RectificationProblem.servedTooLate(day + 7)) {
            try drawn.serving(late, by: Story.drawer, on: day + 7)
        }
        #expect(throws: RectificationProblem.self) {
            try drawn.findingAbsent(reason: nil, by: Story.drawer, on: day + 8)
        }
        let invited = try Story.told(
            Story.talk, [(day + 1, { try $0.serving(Story.served, by: Story.drawer, on: day + 1) })])
        #expect(throws: RectificationProblem.beforeMeeting(day + 7)) {
            try invited.findingAbsent(reason: nil, by: Story.drawer, on: day + 7)
        }
        #expect(throws: RectificationProblem.beforeMeeting(day + 7)) {
            try invited.holding(minutes: "cc", undertaking: nil, by: Story.drawer, on: day + 6)
        }
        #expect(throws: RectificationProblem.noMinutes) {
            try invited.holding(minutes: nil, undertaking: nil, by: Story.drawer, on: day + 7)
        }
        let undertaking = RectificationEvent.Undertaking(words: "六月底前补报", until: day + 50)
        let event = try invited.holding(minutes: "cc", undertaking: undertaking, by: Story.drawer, on: day + 7)
        #expect(event.step == .held(minutes: "cc", undertaking: undertaking))
    }

    @Test func `约谈和整改本身不产生任何惩戒：案件只有事实阶段，没有措施、没有名单、没有后续动作`() throws {
        let absent = try Story.told(
            Story.talk,
            [
                (day + 1, { try $0.serving(Story.served, by: Story.drawer, on: day + 1) }),
                (day + 8, { try $0.findingAbsent(reason: nil, by: Story.drawer, on: day + 8) }),
            ])
        #expect(absent.stage.isClosed && absent.turn == nil)
        #expect(throws: RectificationProblem.self) { try absent.withdrawing(reason: "x", by: Story.drawer) }
        // What was drawn up names nothing that could be executed, and an effect rests on nothing but a standing entry.
        let members = Mirror(reflecting: absent.opening).children.compactMap(\.label)
        #expect(members == ["id", "entity", "record", "paper", "demand", "by"])
    }

    @Test func `案件只能按顺序由其事件构成`() throws {
        let opened = RectificationEvent("RCT-1", by: Story.drawer, .opened(try Story.opening(Story.mend)))
        let mended = RectificationEvent("RCT-1", by: Story.looker, .mended(words: "x"))
        #expect(Rectification([(day: day, event: mended)]) == nil)
        #expect(Rectification([(day: day, event: opened), (day: day, event: opened)]) == nil)
        #expect(Rectification([(day: day, event: opened), (day: day, event: mended)]) == nil)
        let held = RectificationEvent("RCT-1", by: Story.drawer, .held(minutes: "m", undertaking: nil))
        let served = RectificationEvent("RCT-1", by: Story.drawer, .served(Story.served))
        #expect(Rectification([(day: day, event: opened), (day: day, event: served), (day: day, event: held)]) == nil)
        let alone = RectificationEvent("RCT-1", by: Story.drawer, .extended(count: 3, reason: "r"))
        #expect(Rectification([(day: day, event: opened), (day: day, event: served), (day: day, event: alone)]) == nil)
    }
}
