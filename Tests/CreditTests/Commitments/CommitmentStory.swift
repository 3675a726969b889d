import Testing

@testable import Credit

/// A made-up commitment, driven as far as a test wants it.
struct CommitmentStory {
    static let day = Day("2026-03-02")!
    static let calendar = ListingStory.calendar
    static let source = Source(document: "某令", clause: "第三条", mark: .unverified)
    static let handler = Officer(account: "a1", name: "甲", organ: "water")
    static let second = Officer(account: "a2", name: "乙", organ: "water")
    static let third = Officer(account: "a3", name: "丙", organ: "water")
    static let stranger = Officer(account: "a9", name: "戊", organ: "tax")
    static let code = "91640500MA75X0004E"

    static func dated<Value: Sendable>(_ value: Value, from: String = "2020-01-01") -> Dated<Value> {
        Dated([.init(from: Day(from)!, value: value, source: source)])!
    }

    static let catalogue = catalogue(longest: nil)

    static func catalogue(longest: Int?) -> CommitmentCatalogue {
        let follows = ["credit-record", "key-supervision"].map {
            CommitmentConsequence(code: $0, name: Label($0, $0), source: source)
        }
        func kind(_ code: String, takesMissing: Bool) -> CommitmentKind {
            CommitmentKind(
                code: code, name: Label(code, code), meaning: Label("含义", "meaning"), cause: nil, items: [],
                takesMissing: takesMissing, consequences: follows, source: source)
        }
        let template = CommitmentTemplate(
            version: "2", content: Label("按期安装", "In time"), liability: Label("处理", "Law"))
        return CommitmentCatalogue(
            kinds: Register([kind("approval", takesMissing: false), kind("lenient", takesMissing: true)]),
            matters: Register([
                CommitmentMatter(
                    code: "free", name: Label("许可", "Permits"), department: nil, item: "C3.1a", kind: nil, basis: nil),
                CommitmentMatter(
                    code: "water", name: Label("取水", "Water"), department: "water", item: "D16.2", kind: "approval",
                    templates: dated(template, from: "2026-01-01"), basis: nil),
            ]),
            breach: CommitmentBreachRule(
                record: "broken", list: "broken-list", longest: longest.map { dated($0) }))
    }

    static func letter(
        matter: String = "free", kind: String = "approval", template: String? = nil, made: Day = day,
        subject: SubjectKey = SubjectKey(text: code)!, publicity: CommitmentLetter.Publicity = .open,
        content: String = "按期安装计量设施", missing: [String] = [], term: CommitmentTerm? = nil
    ) -> CommitmentLetter {
        CommitmentLetter(
            number: "64050020260302000001", subject: subject, name: "中卫市某某有限公司", isSoleTrader: subject.isSoleTrader,
            kind: kind, matter: matter, template: template, cause: "申请办理取水许可证", content: content, liability: "依法处理",
            made: made, validUntil: made + 365, publicity: publicity, papers: "营业执照", evidence: ["ab"],
            missing: missing, missingTerm: term)
    }

    static func paper(_ number: String, _ day: Day) -> ListingPaper { ListingPaper(number: number, day: day) }

    static let named = CommitmentTerm(named: "承诺书第三条", term: .workingDays(5))!

    private(set) var events: [CommitmentEvent] = []
    private(set) var today = day

    init(_ letter: CommitmentLetter = letter()) throws {
        events = [
            try CommitmentCase.signing(letter, id: "CMT-1", under: Self.catalogue, by: Self.handler, on: today)
        ]
    }

    func made() throws -> CommitmentCase { try #require(CommitmentCase(events)) }

    mutating func pass(_ days: Int) { today = today + days }

    mutating func take(_ step: (CommitmentCase, Day) throws -> CommitmentEvent) throws {
        events.append(try step(made(), today))
    }

    mutating func supervise() throws {
        try take {
            try $0.supervising(
                CommitmentSupervision(paper: Self.paper("卫水监1号", $1), organ: "water", term: Self.named, plan: "现场核查"),
                by: Self.handler, on: $1)
        }
    }

    static func notice(_ day: Day, consequences: [String] = ["key-supervision"], degree: BreachDegree = .partly)
        -> BreachNotice
    {
        BreachNotice(
            paper: paper("卫水告1号", day), degree: degree, unfulfilled: "没有安装", facts: "经核查没有安装", basis: "承诺书第二条",
            consequences: consequences, remedy: "可以陈述、申辩", answer: named)
    }

    mutating func tell() throws {
        try take { try $0.notifying(Self.notice($1), under: Self.catalogue, by: Self.handler, on: $1) }
        try take {
            try $0.servingNotice(
                Delivery(way: .direct, begun: $1, served: $1, proof: nil), by: Self.handler, on: $1)
        }
    }

    static func decision(
        _ day: Day, number: String = "卫水违1号", consequences: [String] = ["key-supervision"],
        degree: BreachDegree = .partly, end: Int = 365, supervised: Int = 180
    ) -> BreachDecision {
        BreachDecision(
            paper: paper(number, day), degree: degree, unfulfilled: "没有安装", reasons: "申辩不成立", basis: "承诺书第二条",
            consequences: consequences, end: day + end, endBasis: "卫水发〔2026〕1号", supervisedUntil: day + supervised,
            remedy: "六十日内申请行政复议")
    }

    mutating func propose(_ decision: BreachDecision? = nil) throws {
        try take {
            try $0.proposing(
                decision ?? Self.decision($1), under: Self.catalogue.breach, in: Self.calendar, by: Self.handler, on: $1
            )
        }
    }

    mutating func decide() throws {
        try take { try $0.deciding(by: Self.second, on: $1) }
        try take {
            try $0.servingDecision(
                Delivery(way: .direct, begun: $1, served: $1, proof: nil), record: "r-\($0.id)-\($0.breaches + 1)",
                by: Self.handler, on: $1)
        }
    }

    /// Signed, supervised, told, found broken and served.
    static func broken() throws -> CommitmentStory {
        var story = try CommitmentStory()
        try story.supervise()
        try story.tell()
        story.pass(10)
        try story.propose()
        try story.decide()
        return story
    }
}
