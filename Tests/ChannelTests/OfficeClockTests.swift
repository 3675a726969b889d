import Credit
import Foundation
import Store
import Testing

@testable import Command
@testable import Portal

/// 办理时限 through the office: lengthened by two, dated anew for every kind of case, and looked at with a purpose.
@Suite struct OfficeClockTests {
    static func office(_ story: WindowStory, on day: Day, id: String, rules: Rules? = nil) throws -> OfficeStore {
        try OfficeStore.over(story, rules: rules, on: day) { id }
    }

    /// Done about the case as it stands.
    static func act(
        _ office: OfficeStore, _ action: String, in id: String, _ values: [String: String], by session: OfficeSession
    ) throws {
        try office.act(
            action, in: id, FormValues(values, read: try office.sheet(id, for: session)?.position), by: session)
    }

    static func session(_ account: String, _ organ: String, _ duties: Set<Duty> = [.handle, .decide]) -> OfficeSession {
        OfficeSession(
            token: account, formToken: account, officer: Officer(account: account, name: account, organ: organ),
            duties: duties)
    }

    static let handler = session("ban", "development-reform")
    static let second = session("jue", "development-reform")

    static func filed(_ story: WindowStory, on day: Day) throws -> OfficeStore {
        let office = try Self.office(story, on: day, id: "1")
        let id = try office.open(
            "obj-objection",
            FormValues([
                "record": story.record, "ground": "wrong-content", "reason": "罚款金额有误", "applicant": "agent",
                "papers": "营业执照",
            ]), by: handler)
        #expect(id == "OBJ-1")
        return office
    }

    @Test func `延长期限由承办人提出、另一人复核，案卷页写明计算，两人不得为一人`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        let office = try Self.filed(story, on: WindowStory.day)
        let extend = "clock.extend.objection-checked"
        let agree = "clock.agree.objection-checked"
        var sheet = try #require(try office.sheet("OBJ-1", for: Self.handler))
        #expect(sheet.actions.contains { $0.code == extend && $0.duty == .handle })
        #expect(!sheet.actions.contains { $0.code == "clock.extend.objection-mark" }, "it is done")
        let values = ["last-day": "2026-07-14", "reason": "案情复杂"]
        let read = sheet.position
        try Self.act(office, extend, in: "OBJ-1", values, by: Self.handler)
        #expect(throws: OfficeRefusal.caseMovedOn, "a last day that may move is news to whoever decides") {
            try office.act("accept", in: "OBJ-1", FormValues([:], read: read), by: Self.handler)
        }
        sheet = try #require(try office.sheet("OBJ-1", for: Self.handler))
        #expect(!sheet.actions.contains { $0.code == agree }, "not offered to who asked")
        #expect(throws: OfficeRefusal.self) { try Self.act(office, agree, in: "OBJ-1", [:], by: Self.handler) }
        sheet = try #require(try office.sheet("OBJ-1", for: Self.second))
        let words = try #require(sheet.actions.first { $0.code == agree }?.warning?.chinese)
        #expect(words.contains("现届满日 2026-07-09，延长 3 个工作日，届满日改为 2026-07-14"), "\(words)")
        try Self.act(office, agree, in: "OBJ-1", [:], by: Self.second)
        sheet = try #require(try office.sheet("OBJ-1", for: Self.second))
        let clock = try #require(sheet.clocks.first { $0.deadline == .on(Day("2026-07-14")!) })
        #expect(clock.arithmetic.contains { $0.chinese.contains("批准延长 3 个工作日（案情复杂；ban、jue）") })
        // Those concerned are told.
        #expect(sheet.facts.contains { $0.value.chinese.contains("2026-07-09 → 2026-07-14") })
        try Self.act(office, "clock.tell", in: "OBJ-1", [:], by: Self.second)
        #expect(try story.ledger.read { try $0.clockNotices() }.isEmpty)
    }

    @Test func `答复文本写明行政复议和行政诉讼的期限，自送达之日起算`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        try story.file()
        try story.decide(["outcome": "rejected", "correction": "none"], finding: "right")
        func answer() throws -> String {
            let office = try Self.office(story, on: WindowStory.day, id: "1")
            let sheet = try #require(try office.sheet("OBJ-1", for: Self.handler))
            return try #require(sheet.facts.first { $0.name.chinese == "答复文本" }?.value.chinese)
        }
        #expect(try answer().contains("申请行政复议：自送达之日起 60 日内"))
        try story.close()
        let text = try answer()
        #expect(text.contains("2026-06-30 起算，当日不计，期限 60 日，届满日 2026-08-29"), "\(text)")
        #expect(text.contains("提起行政诉讼：2026-06-30 起算，当日不计，期限 6 个月，届满日 2026-12-30"), "\(text)")
    }

    /// The rules with a calendar of the next year that makes its first working days holidays.
    static func later(_ rules: Rules) -> Rules {
        var later = rules
        let off = (1...6).map { Day("2027-01-0\($0)")! }
        let year = CalendarYear(
            year: 2027,
            arrangements: Dated([
                .init(from: Day("2026-11-15")!, value: .init(off: off, work: []), source: Source(document: "n"))
            ])!)
        later.calendar = Register(Array(rules.calendar) + [year])
        later.version += "+2027"
        later.digest = "later"
        return later
    }

    @Test func `日历变动时，修复和名单的期限也以事件重新计算，并列出待告知`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        let day = Day("2026-12-28")!
        let repair = try Self.office(story, on: day, id: "1")
        #expect(
            try repair.open("rpr-repair", FormValues(["record": story.record, "class": "general"]), by: Self.handler)
                == "RPR-1")
        let labour = Self.session("lao", "human-resources")
        let listing = try Self.office(story, on: day, id: "2")
        _ = try listing.open(
            "lst-listing.wage-arrears",
            FormValues(["subject": WindowStory.company, "name": "某公司", "target": "employer", "reason": "拖欠工资"]),
            by: labour)
        try Self.act(
            listing,
            "notice", in: "LST-2",
            [
                "paperDay": "2026-12-28", "facts": "拖欠工资", "grounds": "经责令逾期未改",
                "basis": "保障农民工工资支付条例第四十八条", "remedy": "可以书面或者口头申辩", "article": "某办法第十条", "days": "5",
                "unit": "working-days",
            ], by: labour)
        // Served as a letter, which starts the time to answer in the log.
        let letter = "LST-2-L1"
        try Self.act(
            listing, "letter.draw.\(letter)", in: "LST-2",
            ["title": "拟列入名单告知书", "addressee": "某公司", "text": "拟列入名单，可以申辩。"], by: labour)
        try Self.act(
            listing, "letter.serve.\(letter).direct", in: "LST-2",
            ["begun": "2026-12-28", "receiver": "李某", "proof": try story.evidence()], by: labour)
        let running = try story.ledger.read { try $0.runningTimers() }
        #expect(
            Set(running.map(\.key)) == [
                ClockKey(caseID: "RPR-1", code: "answer"), ClockKey(caseID: "LST-2", code: "listing-answer"),
            ])
        #expect(running.allSatisfy { $0.told.day == nil }, "the calendar of 2027 is not loaded")
        let later = Self.later(story.rules)
        try story.ledger.adopt(later, at: { Instant(day: day + 1, hour: 9) })
        let notices = try story.ledger.read { try $0.clockNotices() }
        #expect(Set(notices.map(\.key.caseID)) == ["RPR-1", "LST-2"])
        #expect(notices.allSatisfy { $0.to.day != nil })
        // The office is shown it, and says when those concerned were told.
        let office = try Self.office(story, on: day + 1, id: "3", rules: later)
        for (id, session) in [("RPR-1", Self.handler), ("LST-2", labour)] {
            let sheet = try #require(try office.sheet(id, for: session))
            #expect(sheet.facts.contains { $0.name.chinese == "期限改动，待告知" })
            try Self.act(office, "clock.tell", in: id, [:], by: session)
        }
        #expect(try story.ledger.read { try $0.clockNotices() }.isEmpty)
        // The time to answer is the subject's; no office lengthens it.
        let sheet = try #require(try office.sheet("LST-2", for: labour))
        #expect(!sheet.actions.contains { $0.code.hasPrefix("clock.") })
    }

    @Test func `查阅非本单位案件须有查阅权限，所见与承办单位相同而不得办理`() async throws {
        let story = try await WindowStory()
        defer { story.finish() }
        let office = try Self.filed(story, on: WindowStory.day)
        let court = Self.session("fa", "court", [.inspect, .handle, .decide])
        #expect(try office.sheet("OBJ-1", for: court) == nil)
        let seen = try #require(try office.inspect("OBJ-1", by: court))
        #expect(seen.subject.key == WindowStory.company && seen.actions.isEmpty)
        #expect(throws: OfficeRefusal.missingDuty(.inspect)) {
            try office.inspect("OBJ-1", by: Self.session("fa", "court", [.handle]))
        }
        #expect(try office.inspect("OBJ-9", by: court) == nil)
    }
}
