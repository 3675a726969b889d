import Credit
import Portal
import Store
import Testing

@testable import Command

/// The queue of an organ: whole, in order, and nobody else's, however many pages it is read in.
@Suite struct QueueTests {
    private static let market = KindWalk.session("ban", "market-regulation")
    private static let office = KindWalk.session("ban", "development-reform")
    /// Some weeks after all was begun, so that some is late and some is near.
    private static let today = WindowStory.day + 18

    /// Orders to mend with their clocks at every stage, a talk, a notice and a commitment at the department; objections of
    /// every ground at the office, and some that the department is to answer.
    private func filled(_ body: (WindowStory, OfficeStore) throws -> Void) async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        let walk = KindWalk(story: story)
        let orders = RectificationCases(rules: story.rules, calendar: story.calendar)
        let drawer = Self.market.officer
        func record(_ day: Day, _ make: (Reader) throws -> [Event]) throws {
            try story.ledger.record(at: Instant(day: day, hour: 12)) { try make($0) }
        }
        for number in 1...9 {
            let (id, day) = ("RCT-\(number)", WindowStory.day)
            let values = [
                "record": story.record, "number": "卫演责改〔2026〕\(number)号", "date": "\(day)", "basis": "某法第二十八条",
                "items": "补报年度报告", "days": "\(2 + number % 4 * 4)", "unit": number % 2 == 0 ? "days" : "working-days",
            ]
            try record(day) { try orders.open("order", FormValues(values), by: drawer, id: id, on: day, in: $0) }
            guard number % 3 > 0 else { continue }
            let service = ["way": "direct", "begun": "\(day)", "served": "\(day)"]
            try record(day) { try orders.act("serve", in: id, FormValues(service), by: drawer, on: day, in: $0) }
        }
        // What is contested carries no order, so that these come after.
        let grounds: [ObjectionGround] = [.wrongSubject, .wrongContent, .notPublic, .alreadyEnded, .other]
        for (number, ground) in grounds.enumerated() {
            let claims = ground == .wrongContent ? "罚款金额（万元）：0.1" : ""
            try story.file("OBJ-\(number)", ["ground": ground.rawValue, "claims": claims])
            guard number < 4 else {
                try story.act("return", ["missing": "授权委托书"], in: "OBJ-\(number)")
                continue
            }
            try story.act("accept", in: "OBJ-\(number)")
            if number < 2 { try story.act("route", ["question": "是否有误"], in: "OBJ-\(number)") }
        }
        for kind in ["NTC", "CMT", "LST"] { _ = try KindExample.all[kind]?.begin(walk) }
        try body(story, try walk.office(on: Self.today))
    }

    /// All pages, one after the other.
    private func pages(
        _ asked: QueueQuestion, of office: OfficeStore, for session: OfficeSession
    ) throws -> [QueueSlice] {
        var (pages, asked): ([QueueSlice], QueueQuestion) = ([], asked)
        repeat {
            pages.append(try office.queue(asked, for: session))
            asked.after = pages.last?.following
        } while asked.after != nil && pages.count < 100
        return pages
    }

    @Test func `各页合起来，每件待办恰好一次，按剩余时间排列，件数与筛选相符`() async throws {
        try await filled { _, office in
            for (session, most) in [(Self.market, 9), (Self.office, 3)] {
                let whole = try office.queue(QueueQuestion(limit: .max), for: session)
                #expect(whole.lines.count > most && whole.following == nil)
                for limit in [1, 2, 5] {
                    let pages = try self.pages(QueueQuestion(limit: limit), of: office, for: session)
                    #expect(pages.flatMap(\.lines) == whole.lines)
                    #expect(pages.dropLast().allSatisfy { $0.lines.count == limit })
                    #expect(Set(pages.map(\.counts)) == [whole.counts])
                }
                let places = whole.lines.map(\.urgency)
                #expect(places == places.sorted() && Set(places.map(\.id)).count == places.count)
                let late = whole.lines.filter { $0.state == .over }
                let soon = whole.lines.filter { $0.urgency.isDue(by: whole.soon) }
                #expect(whole.counts == .init(total: whole.lines.count, late: late.count, soon: soon.count))
                for (due, expected) in [(QueueQuestion.Due.late, late), (.soon, soon)] {
                    let pages = try self.pages(QueueQuestion(due: due, limit: 2), of: office, for: session)
                    #expect(pages.flatMap(\.lines) == expected, "\(due)")
                    #expect(pages[0].counts == whole.counts)
                }
                let nouns = Dictionary(
                    grouping: whole.lines, by: { line in office.kind(of: line.id)?.noun ?? "" })
                for (noun, lines) in nouns {
                    let found = try office.queue(QueueQuestion(nouns: [noun]), for: session)
                    #expect(found.lines == lines && found.counts.total == lines.count, "\(noun)")
                }
            }
            let market = try office.queue(QueueQuestion(), for: Self.market)
            #expect(market.counts.late > 0 && market.counts.soon > 0, "the store has what the filters are for")
            #expect(market.counts.late + market.counts.soon < market.counts.total)
        }
    }

    @Test func `其他单位的案件不出现在任何一页、任何件数和任何查找里`() async throws {
        try await filled { story, office in
            let sessions = [Self.market, Self.office, KindWalk.session("ban", "human-resources")]
            for session in sessions {
                let whole = try office.queue(QueueQuestion(limit: .max), for: session)
                for line in whole.lines { #expect(try office.sheet(line.id, for: session) != nil, "\(line.id)") }
                let others = try sessions.filter { $0 != session }.flatMap {
                    try office.queue(QueueQuestion(limit: .max), for: $0).lines
                }.map(\.id).filter { id in !whole.lines.contains { $0.id == id } }
                #expect(!others.isEmpty)
                for id in others {
                    let found = try office.queue(QueueQuestion(text: id), for: session)
                    #expect(found.lines.isEmpty && found.counts.total == 0, "\(id)")
                }
            }
            let stranger = KindWalk.session("xin", "court")
            for text in [nil, WindowStory.company, "云麓", "OBJ-"] {
                let found = try office.queue(QueueQuestion(text: text), for: stranger)
                #expect(found.lines.isEmpty && found.counts.total == 0)
            }
            // Whose post reads none is told of none.
            let porter = KindWalk.session("ban", "development-reform", [.administer])
            #expect(try office.queue(QueueQuestion(), for: porter).counts.total == 0)
        }
    }

    @Test func `按案件编号、主体代码和名称查找`() async throws {
        try await filled { _, office in
            func found(_ text: String) throws -> [String] {
                let slice = try office.queue(QueueQuestion(text: text, limit: .max), for: Self.market)
                #expect(slice.counts.total == slice.lines.count)
                return slice.lines.map(\.id).sorted()
            }
            let all = try office.queue(QueueQuestion(limit: .max), for: Self.market).lines.map(\.id)
            let own = all.filter { !$0.hasPrefix("NTC") }.sorted()
            #expect(try found("RCT-3") == ["RCT-3"] && found("rct-3") == ["RCT-3"])
            #expect(try found(WindowStory.company) == own && found("云麓砂石") == own)
            #expect(try found("公共服务中心").allSatisfy { $0.hasPrefix("NTC-") })
            #expect(try !found("公共服务中心").isEmpty)
            #expect(try found("没有这个主体").isEmpty && found("卫演责改").isEmpty && found("李").isEmpty)
        }
    }

    @Test func `个体工商户只能以代码或者完整名称查到`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        try story.ledger.read { reader in
            func finds(_ text: String, isWholeOnly: Bool) -> Bool {
                QueueSearch(text, in: reader).finds("王记面馆", isWholeOnly: isWholeOnly)
            }
            #expect(finds("王记", isWholeOnly: false) && finds("面馆", isWholeOnly: false))
            #expect(!finds("王记", isWholeOnly: true) && finds("王记面馆", isWholeOnly: true))
        }
    }

    @Test(arguments: EveryKindTests.kinds) func `任何一类案件，排列待办所依据的与其目录行相符`(_ prefix: String) async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        let (walk, example) = (KindWalk(story: story), try #require(KindExample.all[prefix]))
        let id = try example.begin(walk)
        var steps = [KindExample.Step?.none]
        steps += example.second?.steps.map { $0 } ?? [example.next]
        for step in steps {
            if let step { try walk.take(step, in: id, at: example.organ) }
            let from = step?.day ?? WindowStory.day
            for day in [0, 1, 3, 9, 14, 30, 90, 185, 200, 400].map({ from + $0 }) {
                for rules in [story.rules, OfficeClockTests.later(story.rules)] {
                    let office = try OfficeStore.over(story, rules: rules, on: day) { "1" }
                    let kind = try #require(office.kinds.first { $0.prefix == prefix })
                    for organ in ["development-reform", "market-regulation", "human-resources", "water"] {
                        let officer = KindWalk.session("ban", organ).officer
                        try story.ledger.read { reader in
                            for waiting in try kind.waiting(for: officer, on: day, in: reader) {
                                let line = try waiting.line()
                                #expect(line.urgency == waiting.urgency, "\(day) \(rules.version)")
                                #expect(line.organ == organ || prefix == "RPR")
                            }
                        }
                    }
                }
            }
        }
    }
}
