import Credit
import Testing

/// 办理时限.
@Suite struct CaseClockTests {
    static let calendar = CalendarTable.all
    static let source = Source(document: "规则")
    static let pair = OfficerPair(
        Officer(account: "a", name: "甲", organ: "x"), Officer(account: "b", name: "乙", organ: "x"))!

    static func clock(_ term: CaseClock.Term, _ started: Day) -> CaseClock {
        CaseClock(code: "c", term: term, source: source, started: started)
    }

    static func more(_ count: Int, on day: Day) -> CaseClock.Extension {
        CaseClock.Extension(count: count, reason: "案情复杂", approved: pair, day: day)
    }

    /// A day between 2018 and the middle of 2026, so that terms end within the loaded years.
    static func day(_ dice: inout Dice) -> Day { Day("2018-01-01")! + Int(dice.next() % 3_000) }

    /// The n-th working day after a day, found by going from day to day.
    static func walked(_ count: Int, from day: Day) -> Day {
        var (left, here) = (count, day)
        while left > 0 {
            here = here + 1
            if calendar.isWorking(here) == true { left -= 1 }
        }
        return here
    }

    @Test func `自事件次日起算，期限为工作日的，末日即第 n 个工作日`() {
        var dice = Dice(state: 1)
        for _ in 0..<400 {
            let (start, count) = (Self.day(&dice), 1 + Int(dice.next() % 30))
            let clock = Self.clock(.workingDays(count), start)
            #expect(clock.deadline(in: Self.calendar, on: start) == .on(Self.walked(count, from: start)))
        }
    }

    @Test(arguments: [
        ("2020-01-20", 7, "2020-02-06"), ("2020-04-28", 7, "2020-05-11"), ("2020-06-24", 2, "2020-06-29"),
        ("2020-09-28", 7, "2020-10-14"), ("2020-09-30", 2, "2020-10-10"), ("2021-02-08", 7, "2021-02-23"),
        ("2022-09-30", 3, "2022-10-10"), ("2024-09-13", 3, "2024-09-19"), ("2025-01-24", 7, "2025-02-10"),
        ("2025-09-26", 10, "2025-10-16"), ("2026-02-13", 7, "2026-03-02"), ("2026-04-30", 3, "2026-05-08"),
        ("2026-09-30", 10, "2026-10-20"),
    ])
    func `the vectors of the calendar`(started: String, count: Int, last: String) throws {
        let start = try #require(Day(started))
        #expect(
            Self.clock(.workingDays(count), start).deadline(in: Self.calendar, on: start)
                == .on(try #require(Day(last))))
    }

    @Test func `中止 n 个工作日，末日后延 n 个工作日`() throws {
        var dice = Dice(state: 2)
        for _ in 0..<2_000 {
            let (start, count) = (Self.day(&dice), 2 + Int(dice.next() % 20))
            var clock = Self.clock(.workingDays(count), start)
            let before = try #require(clock.deadline(in: Self.calendar, on: start).day)
            let from = start + Int(dice.next() % UInt64(before - start))
            let until = from + Int(dice.next() % 40)
            guard case .count(let missed) = Self.calendar.between(from, until), from < before else { continue }
            // Stopping on the last working day of the term comes too late: the time is used up that day.
            guard case .count(let used) = Self.calendar.between(start, from), used < count else { continue }
            try clock.stop(on: from, reason: "鉴定")
            try clock.resume(on: until)
            #expect(
                clock.deadline(in: Self.calendar, on: until) == .on(Self.walked(missed, from: before)),
                "\(start)+\(count), \(from)–\(until)")
        }
    }

    @Test func `当日中止当日恢复，期限不变`() throws {
        var dice = Dice(state: 3)
        for round in 0..<1_000 {
            let (start, count) = (Self.day(&dice), 1 + Int(dice.next() % 20))
            var clock = Self.clock(round.isMultiple(of: 2) ? .workingDays(count) : .days(count), start)
            let before = clock.deadline(in: Self.calendar, on: start)
            let day = start + Int(dice.next() % 40)
            try clock.stop(on: day, reason: "核对")
            try clock.resume(on: day)
            #expect(clock.deadline(in: Self.calendar, on: day) == before)
        }
    }

    @Test func `延长 k 日，末日后延 k 日`() throws {
        var dice = Dice(state: 4)
        for round in 0..<1_000 {
            let (start, count, more) = (Self.day(&dice), 1 + Int(dice.next() % 20), 1 + Int(dice.next() % 10))
            let isWorking = round.isMultiple(of: 2)
            var clock = Self.clock(isWorking ? .workingDays(count) : .days(count), start)
            let before = try #require(clock.deadline(in: Self.calendar, on: start).day)
            try clock.extend(by: Self.more(more, on: start), in: Self.calendar)
            let after = try #require(clock.deadline(in: Self.calendar, on: start).day)
            #expect(after == (isWorking ? Self.walked(more, from: before) : before + more))
        }
    }

    @Test func `自然日的期限按日历日计，中止的日数照样扣除`() throws {
        let start = Day("2026-06-18")!
        var clock = Self.clock(.days(15), start)
        #expect(clock.deadline(in: Self.calendar, on: start) == .on(Day("2026-07-03")!))
        try clock.stop(on: start + 5, reason: "听证")
        #expect(clock.deadline(in: Self.calendar, on: start + 9) == .on(Day("2026-07-07")!))
        try clock.resume(on: start + 9)
        #expect(clock.deadline(in: WorkingCalendar([]), on: start + 30) == .on(Day("2026-07-07")!))
    }

    @Test func `缺少日历时只说最早到哪一天，任何日历都不会更早`() throws {
        var dice = Dice(state: 5)
        // Only 2024 is known; then 2025 is told in two hundred ways.
        let known = CalendarTable.calendar([2024], neverWorking: CalendarTable.neverWorking)
        for _ in 0..<200 {
            let start = Day("2024-11-20")! + Int(dice.next() % 60)
            var clock = Self.clock(.workingDays(5 + Int(dice.next() % 25)), start)
            let from = start + Int(dice.next() % 10)
            if dice.next().isMultiple(of: 2) {
                try clock.stop(on: from, reason: "鉴定")
                try clock.resume(on: from + Int(dice.next() % 20))
            }
            let earliest = clock.deadline(in: known, on: start + 40)
            var (off, work): ([Day], [Day]) = ([], [])
            for offset in 0..<365 {
                let day = Day("2025-01-01")! + offset
                let isFixed = CalendarTable.neverWorking.contains(
                    AnnualDay(month: day.civil.month, day: day.civil.day))
                if isFixed || (day.weekday < 6 && dice.next() % 8 == 0) { off.append(day) }
                if !isFixed, day.weekday > 5, dice.next() % 3 == 0 { work.append(day) }
            }
            let told = WorkingCalendar([CalendarTable.year(2024), CalendarTable.made(2025, off: off, work: work)])
            let real = clock.deadline(in: told, on: start + 40)
            if case .on(let day) = earliest {
                #expect(real == .on(day))
            } else if let day = real.day {
                #expect(earliest.earliest <= day)
            } else {
                #expect(earliest.earliest <= real.earliest)
            }
        }
        let last = Self.clock(.workingDays(10), Day("2026-12-28")!)
        guard case .unknown(_, 2027) = last.deadline(in: Self.calendar, on: Day("2026-12-28")!) else {
            Issue.record("the calendar of 2027 is not loaded")
            return
        }
        #expect(last.state(in: Self.calendar, on: Day("2027-01-04")!) != .over)
    }

    @Test func `过半提醒，届满次日超期，中止前已超期的仍是超期`() throws {
        let start = Day("2026-03-04")!
        var clock = Self.clock(.workingDays(7), start)
        // 5, 6, 9, 10, 11, 12, 13 March.
        let states = (0...12).map { clock.state(in: Self.calendar, on: start + $0) }
        #expect(states.prefix(6) == [.running, .running, .running, .running, .running, .running])
        #expect(states[6...9].allSatisfy { $0 == .halfTime } && states[10...].allSatisfy { $0 == .over })
        #expect(clock.alarms(in: Self.calendar, on: start).half == start + 6)
        #expect(clock.alarms(in: Self.calendar, on: start).full == start + 9)
        #expect(throws: ClockProblem.over) {
            try clock.extend(by: Self.more(3, on: start + 10), in: Self.calendar)
        }
        try clock.stop(on: start + 20, reason: "补正")
        #expect(clock.state(in: Self.calendar, on: start + 21) == .over)
        #expect(clock.deadline(in: Self.calendar, on: start + 21) == .on(start + 9))
        try clock.finish(on: start + 22)
        #expect(clock.state(in: Self.calendar, on: start + 40) == .finishedLate)
    }

    @Test func `办结后不再变动，变动不得早于上一次`() throws {
        let start = Day("2026-03-04")!
        var clock = Self.clock(.workingDays(7), start)
        #expect(throws: ClockProblem.runs) { try clock.resume(on: start) }
        #expect(throws: ClockProblem.noReason) { try clock.stop(on: start, reason: "") }
        #expect(throws: ClockProblem.noDays) { try clock.extend(by: Self.more(0, on: start), in: Self.calendar) }
        try clock.extend(by: Self.more(1, on: start + 2), in: Self.calendar)
        #expect(throws: ClockProblem.beforeLastChange(start + 2)) { try clock.stop(on: start + 1, reason: "x") }
        try clock.stop(on: start + 2, reason: "x")
        #expect(throws: ClockProblem.standsStill) { try clock.stop(on: start + 2, reason: "x") }
        try clock.finish(on: start + 3)
        #expect(clock.state(in: Self.calendar, on: start + 90) == .finishedInTime)
        #expect(throws: ClockProblem.finished) { try clock.finish(on: start + 4) }
    }

    @Test func `每个期限写明计算过程`() throws {
        let start = Day("2026-04-30")!
        var clock = Self.clock(.workingDays(7), start)
        try clock.stop(on: Day("2026-05-08")!, reason: "补正")
        try clock.resume(on: Day("2026-05-12")!)
        #expect(
            clock.arithmetic(in: Self.calendar, on: Day("2026-05-12")!).map(\.chinese) == [
                "2026-04-30 起算，当日不计，期限 7 个工作日", "计至 2026-05-08 共 3 个工作日，此后中止（补正），2026-05-12 恢复，当日不计",
                "届满日 2026-05-18",
            ])
    }
}
