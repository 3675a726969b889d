import Credit
import Testing

@Suite struct NoticeTests {
    static let day = Day("2026-05-06")!
    static let drawer = Officer(account: "chen", name: "陈承办", organ: "development-reform")
    static let second = Officer(account: "wu", name: "吴签发", organ: "development-reform")
    static let stranger = Officer(account: "tax", name: "税", organ: "tax")
    static let paper = OrderPaper(organ: "中卫市某局", number: "卫演罚〔2026〕9号", date: day + -5, basis: "某法第一条")!

    static func body(_ code: String, _ about: NoticeAbout, from: Day = Day("2020-01-01")!) -> NoticeBody {
        NoticeBody(code: code, name: Label(code, code), about: [about], from: from, source: Source(document: "方案"))
    }
    static let bodies = Register([
        body("superior-body", .unit), body("audit", .unit), body("discipline", .staff), body("own-unit", .staff),
        body("later", .unit, from: day + 1),
    ])

    static func draft(
        about: NoticeAbout = .unit, kind: PublicUnitKind = .organ, facts: String = "合同到期未付款",
        to addressees: [(String, String)] = [("superior-body", "市政府"), ("audit", "市审计局")], paper: OrderPaper = paper
    ) -> NoticeDraft {
        NoticeDraft(
            id: "NTC-1", about: about, unit: CreditCode("11640502MB0T003810")!, unitName: "某局（演示）", unitKind: kind,
            paper: paper, facts: facts, addressees: addressees.map { .init(body: $0.0, name: $0.1) }, by: drawer)
    }

    static func drawing(_ draft: NoticeDraft) throws -> NoticeEvent {
        try FormalNotice.drawing(draft, bodies: bodies, on: day)
    }

    static func told(_ steps: [(FormalNotice) throws -> NoticeEvent]) throws -> FormalNotice {
        var events = [(day: day, event: try drawing(draft()))]
        for step in steps { events.append((day, try step(try #require(FormalNotice(events))))) }
        return try #require(FormalNotice(events))
    }
    static let release: @Sendable (FormalNotice) throws -> NoticeEvent = {
        try $0.releasing(number: "卫信用办〔2026〕3号", date: day, letter: "aa", by: second, on: day)
    }
    static let service = Delivery(way: .direct, begun: day, served: day, proof: "bb")
    static func serve(_ body: String) -> (FormalNotice) throws -> NoticeEvent {
        { try $0.serving(body, service, by: drawer, on: day) }
    }

    @Test func `机关事业单位、国有企业违法失信，通报上级主管单位和审计部门，缺一不可，也不得通报其他单位`() throws {
        _ = try Self.drawing(Self.draft())
        #expect(throws: NoticeProblem.bodyLeftOut(Label("audit", "audit"))) {
            try Self.drawing(Self.draft(to: [("superior-body", "市政府")]))
        }
        #expect(throws: NoticeProblem.noSuchBody("discipline")) {
            try Self.drawing(
                Self.draft(to: [("superior-body", "市政府"), ("audit", "市审计局"), ("discipline", "市纪委")]))
        }
        #expect(throws: NoticeProblem.noSuchBody("later")) {
            try Self.drawing(Self.draft(to: [("superior-body", "x"), ("audit", "y"), ("later", "z")]))
        }
        #expect(throws: NoticeProblem.empty("主送单位")) {
            try Self.drawing(Self.draft(to: [("superior-body", " "), ("audit", "市审计局")]))
        }
        _ = try Self.drawing(Self.draft(about: .staff, to: [("discipline", "市纪委"), ("own-unit", "某局")]))
    }

    @Test func `通报须有认定文书，只针对机关、事业单位、国有企业，不得写入身份证件号码`() throws {
        #expect(throws: NoticeProblem.notAUnit) { try Self.drawing(Self.draft(kind: .institution)) }
        #expect(throws: NoticeProblem.notAUnit) { try Self.drawing(Self.draft(kind: .stateEnterprise)) }
        #expect(throws: NoticeProblem.identityNumber) { try Self.drawing(Self.draft(facts: "某人 11010519491231002X")) }
        #expect(throws: NoticeProblem.empty("事实")) { try Self.drawing(Self.draft(facts: "")) }
        let late = OrderPaper(organ: "o", number: "n", date: Self.day + 1, basis: "b")!
        #expect(throws: NoticeProblem.badDay) { try Self.drawing(Self.draft(paper: late)) }
    }

    @Test func `通报须由另一名工作人员签发，签发以前不得送达`() throws {
        let drawn = try Self.told([])
        #expect(throws: NoticeProblem.sameOfficer) {
            try drawn.releasing(number: "1", date: Self.day, letter: "aa", by: Self.drawer, on: Self.day)
        }
        let substitute = Officer(account: "x", name: "x", organ: "development-reform", standingInFor: "chen")
        #expect(throws: NoticeProblem.sameOfficer) {
            try drawn.releasing(number: "1", date: Self.day, letter: "aa", by: substitute, on: Self.day)
        }
        #expect(throws: NoticeProblem.noLetter) {
            try drawn.releasing(number: "1", date: Self.day, letter: nil, by: Self.second, on: Self.day)
        }
        #expect(throws: NoticeProblem.otherOrgan) { try drawn.closing(by: Self.stranger) }
        #expect(throws: NoticeProblem.self) { try Self.serve("audit")(drawn) }
        let released = try Self.told([Self.release])
        guard case .released(let release) = released.stage else {
            Issue.record("not released")
            return
        }
        #expect(release.by.first == Self.drawer && release.by.second == Self.second && release.letter == "aa")
    }

    @Test func `送达和答复逐个单位登记，全部送达才能办结，不得公告送达`() throws {
        let open = Delivery(way: .announcement, begun: Self.day, served: Self.day + 30, proof: nil)
        let released = try Self.told([Self.release])
        #expect(throws: NoticeProblem.badService) {
            try released.serving("audit", open, by: Self.drawer, on: Self.day + 40)
        }
        #expect(throws: NoticeProblem.notServed) {
            try released.answering("audit", "已收悉", file: nil, by: Self.drawer)
        }
        let one = try Self.told([Self.release, Self.serve("audit")])
        #expect(throws: NoticeProblem.servedBefore) { try Self.serve("audit")(one) }
        #expect(throws: NoticeProblem.unserved(["市政府"])) { try one.closing(by: Self.drawer) }
        let all = try Self.told([
            Self.release, Self.serve("audit"), Self.serve("superior-body"),
            { try $0.answering("audit", "已列入审计", file: "cc", by: Self.drawer) },
        ])
        #expect(all.answers["audit"]?.file == "cc" && all.unanswered.map(\.body) == ["superior-body"])
        #expect(throws: NoticeProblem.answeredBefore) {
            try all.answering("audit", "x", file: nil, by: Self.drawer)
        }
        #expect(try all.closing(by: Self.drawer).word == "closed")
    }

    @Test func `通报只有拟稿单位可以打开，写不成文字，也记不进日志`() throws {
        let notice = Restricted(try Self.told([]), for: ["development-reform"])
        #expect(notice.opened(for: Self.stranger) == nil)
        #expect(notice.opened(for: Self.second)?.draft.unitName == "某局（演示）")
        var dumped = ""
        dump(notice, to: &dumped)
        for text in ["\(notice)", String(reflecting: notice), dumped] {
            #expect(!text.contains("某局") && !text.contains("合同"), "\(text)")
        }
        #expect(!(notice as Any is any Encodable))
    }

    static let by = #"{"by":{"account":"chen","name":"陈承办","organ":"development-reform"},"case":"NTC-1","content":"#
    static let golden: [(NoticeEvent.Step, String)] = [
        (
            .drawn(draft()),
            #"{"about":"unit","addressees":["superior-body","市政府","audit","市审计局"],"facts":"合同到期未付款","kind":"organ","name":"某局（演示）","paper":{"basis":"某法第一条","date":"2026-05-01","number":"卫演罚〔2026〕9号","organ":"中卫市某局"},"unit":"11640502MB0T003810"},"event":"notice.drawn"}"#
        ),
        (
            .released(number: "1", date: day, letter: "aa"),
            #"{"date":"2026-05-06","letter":"aa","number":"1"},"event":"notice.released"}"#
        ),
        (
            .served(body: "audit", Delivery(way: .post, begun: day, served: day, proof: nil)!),
            #"{"body":"audit","service":{"begun":"2026-05-06","served":"2026-05-06","way":"post"}},"event":"notice.served"}"#
        ),
        (
            .answered(body: "audit", words: "收悉", file: "cc"),
            #"{"body":"audit","file":"cc","words":"收悉"},"event":"notice.answered"}"#
        ),
        (.withdrawn(reason: "认定撤销"), #"{"reason":"认定撤销"},"event":"notice.withdrawn"}"#),
        (.closed, #"{},"event":"notice.closed"}"#),
    ]

    @Test func `the bytes of every step are those of its release, and are read again`() throws {
        for (step, tail) in Self.golden {
            let event = Event.notice(NoticeEvent("NTC-1", by: Self.drawer, step))
            #expect(String(decoding: event.body, as: UTF8.self) == Self.by + tail)
            #expect(try Event(body: Array((Self.by + tail).utf8)) == event)
            for (old, new) in [
                ("notice.", "notice.x"), (#""kind":"organ""#, #""kind":"firm""#), ("\"body\"", "\"bodz\""),
            ]
            where tail.contains(old) {
                let changed = Array((Self.by + tail.replacing(old, with: new)).utf8)
                #expect(throws: CanonicalFault.self, "\(new)") { try Event(body: changed) }
            }
        }
    }
}
