import Credit
import Testing

/// 延长, and figures that no clock may hold.
@Suite struct LengtheningTests {
    static let start = Day("2026-03-04")!
    static let calendar = CaseClockTests.calendar
    static let first = officer("first")
    static let second = officer("second")

    static func officer(_ account: String, organ: String = "x", for other: String? = nil) -> Officer {
        Officer(account: account, name: account, organ: organ, standingInFor: other)
    }

    static func timer(_ term: CaseClock.Term = .workingDays(7), isOfParty: Bool = false) -> CaseTimer {
        let clock = CaseClockTests.clock(term, start)
        return CaseTimer(
            ClockStart(
                key: ClockKey(caseID: "OBJ-1", code: "c"), organ: "x", clock: clock,
                deadline: clock.deadline(in: calendar, on: start), isOfParty: isOfParty))
    }

    static func ask(
        _ timer: CaseTimer, _ last: Day, by officer: Officer = first, reason: String = "案情复杂", on day: Day = start + 1
    ) throws -> ClockEvent {
        try timer.asking(until: last, reason: reason, by: officer, on: day, in: calendar)
    }

    @Test func `延长由承办人提出，经另一名经办人复核才生效`() throws {
        var timer = Self.timer()
        #expect(timer.told == .on(Self.start + 9))
        try timer.take(try Self.ask(timer, Self.start + 14))
        #expect(timer.clock.deadline(in: Self.calendar, on: Self.start + 1) == .on(Self.start + 9), "nothing yet")
        #expect(
            timer.arithmeticOfAsked(in: Self.calendar, on: Self.start + 1)?.chinese
                == "现届满日 2026-03-13，延长 3 个工作日，届满日改为 2026-03-18")
        #expect(throws: ClockProblem.askedAlready) { try Self.ask(timer, Self.start + 14) }
        for officer in [Self.first, Self.officer("deputy", for: "first")] {
            #expect(throws: ClockProblem.sameOfficer) {
                try timer.agreeing(by: officer, on: Self.start + 1, in: Self.calendar)
            }
            #expect(throws: ClockProblem.sameOfficer) {
                try timer.refusing(reason: "无须", by: officer, on: Self.start + 1)
            }
        }
        #expect(throws: ClockProblem.notOurs) {
            try timer.agreeing(by: Self.officer("second", organ: "y"), on: Self.start + 1, in: Self.calendar)
        }
        var refused = timer
        try refused.take(try timer.refusing(reason: "无须", by: Self.second, on: Self.start + 2))
        #expect(refused.asked == nil && refused.told == .on(Self.start + 9))
        #expect(throws: ClockProblem.notAsked) {
            try refused.agreeing(by: Self.second, on: Self.start + 2, in: Self.calendar)
        }
        let agreed = try timer.agreeing(by: Self.second, on: Self.start + 2, in: Self.calendar)
        try timer.take(agreed)
        #expect(timer.told == .on(Self.start + 14) && timer.asked == nil)
        #expect(timer.clock.extensions.map(\.approved) == [OfficerPair(Self.first, Self.second)!])
    }

    @Test func `延长须写明事由，届满日须是工作日，届满、中止和当事人的期限不得延长`() throws {
        let timer = Self.timer()
        #expect(throws: ClockProblem.noReason) { try Self.ask(timer, Self.start + 14, reason: " ") }
        #expect(throws: ClockProblem.noDays) { try Self.ask(timer, Self.start + 9) }
        // A Sunday: the working days up to it end on the Friday before.
        #expect(throws: ClockProblem.noLastDay(Self.start + 16)) { try Self.ask(timer, Self.start + 18) }
        #expect(throws: ClockProblem.notOurs) {
            try Self.ask(timer, Self.start + 14, by: Self.officer("first", organ: "y"))
        }
        #expect(throws: ClockProblem.over) { try Self.ask(timer, Self.start + 30, on: Self.start + 10) }
        #expect(throws: ClockProblem.notOurs) {
            try Self.ask(Self.timer(.months(6), isOfParty: true), Self.start + 300)
        }
        #expect(throws: ClockProblem.noCalendar(2027)) { try Self.ask(timer, Day("2027-01-05")!) }
        var stopped = timer
        try stopped.take(timer.stopping(on: Self.start + 1, reason: "补正", by: Self.first))
        #expect(throws: ClockProblem.standsStill) { try Self.ask(stopped, Self.start + 14) }
        // Asked in time, agreed to too late.
        var late = timer
        try late.take(try Self.ask(timer, Self.start + 14))
        #expect(throws: ClockProblem.over) {
            try late.agreeing(by: Self.second, on: Self.start + 10, in: Self.calendar)
        }
    }

    @Test func `期限天数须在一至三千六百五十之间，读取和决定时都不例外`() throws {
        for (_, bytes) in ClockEventTests.golden {
            for old in ["\"count\":3", "\"workingDays\":3", "\"days\":15", "\"months\":6"] where bytes.contains(old) {
                let key = old.split(separator: ":")[0]
                for figure in ["0", "-1", "3651", "2147483648", "9007199254740991"] {
                    #expect(throws: CanonicalFault.self, "\(key):\(figure)") {
                        try Event(body: Array(bytes.replacing(old, with: "\(key):\(figure)").utf8))
                    }
                }
            }
        }
        var clock = CaseClockTests.clock(.days(15), Self.start)
        for count in [3_651, 3_640, .max / 2] {
            #expect(throws: ClockProblem.tooManyDays) {
                try clock.extend(by: CaseClockTests.more(count, on: Self.start), in: Self.calendar)
            }
        }
        try clock.extend(by: CaseClockTests.more(3_635, on: Self.start), in: Self.calendar)
        #expect(clock.deadline(in: Self.calendar, on: Self.start) == .on(Self.start + 3_650))
        #expect(throws: ClockProblem.tooManyDays) {
            try clock.extend(by: CaseClockTests.more(1, on: Self.start), in: Self.calendar)
        }
    }

    @Test func `按月计算的期限到对应日届满，没有对应日的到月末`() {
        for (started, last) in [
            ("2026-05-08", "2026-11-08"), ("2026-08-31", "2027-02-28"), ("2025-12-31", "2026-06-30"),
        ] {
            let start = Day(started)!
            let clock = CaseClockTests.clock(.months(6), start)
            #expect(clock.deadline(in: Self.calendar, on: start) == .on(Day(last)!))
            #expect(clock.arithmetic(in: Self.calendar, on: start).map(\.chinese).first == "\(started) 起算，当日不计，期限 6 个月")
        }
    }
}
