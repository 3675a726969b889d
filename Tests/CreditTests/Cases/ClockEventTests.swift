import Credit
import Testing

@Suite struct ClockEventTests {
    static let day = Day("2026-05-06")!
    static let key = ClockKey(caseID: "OBJ-1", code: "objection-own")
    static let officer = Officer(account: "wang", name: "王", organ: "development-reform", standingInFor: "li")
    static let pair = OfficerPair(
        Officer(account: "a", name: "甲", organ: "x"), Officer(account: "b", name: "乙", organ: "x"))!

    static let golden: [(ClockEvent, String)] = [
        (
            .started(
                ClockStart(
                    key: key, organ: "development-reform",
                    clock: CaseClock(
                        code: "objection-own", term: .workingDays(3),
                        source: Source(document: "某条例", clause: "第三十九条", mark: .unverified), started: day),
                    deadline: .on(Day("2026-05-11")!))),
            #"{"case":"OBJ-1","clause":"第三十九条","code":"objection-own","deadline":{"day":"2026-05-11"},"document":"某条例","event":"clock.started","mark":"unverified","organ":"development-reform","started":"2026-05-06","workingDays":3}"#
        ),
        (
            .started(
                ClockStart(
                    key: key, organ: "court",
                    clock: CaseClock(
                        code: "objection-own", term: .days(15), source: Source(document: "某解释"), started: day),
                    deadline: .unknown(atEarliest: Day("2027-01-04")!, missingYear: 2027))),
            #"{"case":"OBJ-1","code":"objection-own","days":15,"deadline":{"earliest":"2027-01-04","missing":2027},"document":"某解释","event":"clock.started","mark":"verified","organ":"court","started":"2026-05-06"}"#
        ),
        (
            .stopped(key, on: day, reason: "补正", by: officer),
            #"{"by":{"account":"wang","name":"王","organ":"development-reform","standingInFor":"li"},"case":"OBJ-1","code":"objection-own","day":"2026-05-06","event":"clock.stopped","reason":"补正"}"#
        ),
        (
            .resumed(key, on: day, deadline: .on(day)),
            #"{"case":"OBJ-1","code":"objection-own","day":"2026-05-06","deadline":{"day":"2026-05-06"},"event":"clock.resumed"}"#
        ),
        (
            .extended(
                key, CaseClock.Extension(count: 3, reason: "复杂", approved: pair, day: day), deadline: .on(day)),
            #"{"approved":{"first":{"account":"a","name":"甲","organ":"x"},"second":{"account":"b","name":"乙","organ":"x"}},"case":"OBJ-1","code":"objection-own","count":3,"day":"2026-05-06","deadline":{"day":"2026-05-06"},"event":"clock.extended","reason":"复杂"}"#
        ),
        (
            .started(
                ClockStart(
                    key: ClockKey(caseID: "OBJ-1", code: "remedy-court"), organ: "development-reform",
                    clock: CaseClock(
                        code: "remedy-court", term: .months(6), source: Source(document: "某法"), started: day),
                    deadline: .on(Day("2026-11-06")!), isOfParty: true)),
            #"{"case":"OBJ-1","code":"remedy-court","deadline":{"day":"2026-11-06"},"document":"某法","event":"clock.started","mark":"verified","months":6,"ofParty":true,"organ":"development-reform","started":"2026-05-06"}"#
        ),
        (
            .extensionAsked(key, CaseTimer.Asked(count: 3, reason: "复杂", by: officer, day: day)),
            #"{"by":{"account":"wang","name":"王","organ":"development-reform","standingInFor":"li"},"case":"OBJ-1","code":"objection-own","count":3,"day":"2026-05-06","event":"clock.extension-asked","reason":"复杂"}"#
        ),
        (
            .extensionRefused(key, reason: "无须", by: officer, on: day),
            #"{"by":{"account":"wang","name":"王","organ":"development-reform","standingInFor":"li"},"case":"OBJ-1","code":"objection-own","day":"2026-05-06","event":"clock.extension-refused","reason":"无须"}"#
        ),
        (
            .finished(key, on: day),
            #"{"case":"OBJ-1","code":"objection-own","day":"2026-05-06","event":"clock.finished"}"#
        ),
        (
            .redated(key, from: .unknown(atEarliest: day, missingYear: 2027), to: .on(day)),
            #"{"case":"OBJ-1","code":"objection-own","event":"clock.redated","from":{"earliest":"2026-05-06","missing":2027},"to":{"day":"2026-05-06"}}"#
        ),
        (
            .told(key, position: 9, by: officer),
            #"{"by":{"account":"wang","name":"王","organ":"development-reform","standingInFor":"li"},"case":"OBJ-1","code":"objection-own","event":"clock.told","position":9}"#
        ),
    ]

    @Test func `the bytes of every clock event are those of its release, and are read again`() throws {
        for (event, bytes) in Self.golden {
            #expect(String(decoding: Event.clock(event).body, as: UTF8.self) == bytes)
            #expect(try Event(body: Array(bytes.utf8)) == .clock(event))
        }
    }

    @Test func `what is unknown in a clock event is refused`() {
        for (_, bytes) in Self.golden {
            for (old, new) in [("clock.", "clock.x"), ("\"mark\":\"", "\"mark\":\"x"), ("\"case\"", "\"casf\"")]
            where bytes.contains(old) {
                #expect(throws: CanonicalFault.self) {
                    try Event(body: Array(bytes.replacing(old, with: new, maxReplacements: 1).utf8))
                }
            }
        }
    }

    @Test func `日历变动的，正在计算的期限重新计算；中止、办结的不动`() throws {
        let known = CalendarTable.calendar([2026], neverWorking: CalendarTable.neverWorking)
        let started = Day("2026-12-29")!
        let rule = ClockRule(
            code: "objection-own", name: Label("", ""),
            terms: Dated([.init(from: Day("2020-01-01")!, value: .workingDays(5), source: Source(document: "d"))])!)
        guard case .started(let start)? = CaseTimer.start(rule, of: "OBJ-1", organ: "x", on: started, in: known) else {
            Issue.record("no clock")
            return
        }
        var timer = CaseTimer(start)
        #expect(start.deadline == .unknown(atEarliest: Day("2027-01-04")!, missingYear: 2027))
        #expect(timer.redating(in: known, on: started) == nil)
        let loaded = WorkingCalendar([
            CalendarTable.year(2026), CalendarTable.made(2027, off: CalendarTable.days("01-01..01-03", 2027), work: []),
        ])
        let moved = try #require(timer.redating(in: loaded, on: started))
        #expect(moved == .redated(timer.key, from: start.deadline, to: .on(Day("2027-01-06")!)))
        try timer.take(moved)
        #expect(timer.redating(in: loaded, on: started) == nil)
        // A feast lengthened by decree, as in 2020.
        let later = WorkingCalendar([
            CalendarTable.year(2026), CalendarTable.made(2027, off: CalendarTable.days("01-01..01-05", 2027), work: []),
        ])
        #expect(
            timer.redating(in: later, on: started)
                == .redated(timer.key, from: .on(Day("2027-01-06")!), to: .on(Day("2027-01-08")!)))
        try timer.take(timer.stopping(on: started, reason: "补正", by: Self.officer))
        #expect(timer.redating(in: later, on: started) == nil)
        let resumed = try timer.resuming(on: started + 1, in: later)
        try timer.take(resumed)
        #expect(timer.told == timer.clock.deadline(in: later, on: started + 1))
        try timer.take(timer.finishing(on: started + 2))
        #expect(timer.redating(in: known, on: started + 2) == nil)
    }

    @Test func `规则没有施行的日子没有时限`() {
        let rule = ClockRule(
            code: "c", name: Label("", ""),
            terms: Dated([.init(from: Day("2021-07-15")!, value: .workingDays(3), source: Source(document: "d"))])!)
        #expect(rule.clock(started: Day("2021-07-14")!) == nil && rule.clock(started: Day("2021-07-15")!) != nil)
        let court = ClockRule(
            code: "court", name: Label("", ""), terms: rule.terms, insteadOf: "c", departments: ["court"])
        let rules = Register([rule, court])
        #expect(rules.rule("c", for: "court")?.code == "court" && rules.rule("c", for: "tax")?.code == "c")
    }
}
