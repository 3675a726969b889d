import Credit
import Foundation
import Testing

struct WorkingCalendarTests {
    private let calendar = CalendarTable.all

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(arguments: [
        ("2020-01-20", 7, "2020-02-06"), ("2020-04-28", 7, "2020-05-11"), ("2020-06-24", 2, "2020-06-29"),
        ("2020-09-28", 7, "2020-10-14"), ("2020-09-30", 2, "2020-10-10"), ("2021-02-08", 7, "2021-02-23"),
        ("2022-09-30", 3, "2022-10-10"), ("2024-09-13", 3, "2024-09-19"), ("2025-01-24", 7, "2025-02-10"),
        ("2025-09-26", 10, "2025-10-16"), ("2026-02-13", 7, "2026-03-02"), ("2026-04-30", 3, "2026-05-08"),
        ("2026-09-30", 10, "2026-10-20"),
    ])
    func `a term ends on the day the vectors name`(event: String, count: Int, end: String) throws {
        #expect(calendar.adding(count, to: try day(event)) == .on(try day(end)))
        #expect(calendar.between(try day(event), try day(end)) == .count(count))
        #expect(WorkingTerm(days: count, in: calendar).deadline(for: try day(event)) == .on(try day(end)))
    }

    @Test func `each year has its working days`() {
        for row in CalendarTable.rows { #expect(calendar.days(of: row.year)?.count == row.workdays, "\(row.year)") }
        #expect(calendar.days(of: 2027) == nil)
        #expect(calendar.years == Array(2018...2026))
    }

    @Test func `beyond the last calendar a deadline is known only at the earliest`() throws {
        let end = try day("2026-12-31")
        #expect(calendar.adding(1, to: end) == .unknown(atEarliest: end + 1, missingYear: 2027))
        let statute = CalendarTable.calendar(2018...2026, neverWorking: CalendarTable.neverWorking)
        #expect(statute.adding(1, to: end) == .unknown(atEarliest: end + 2, missingYear: 2027))
        #expect(
            statute.adding(1, to: end).words.english
                == "at the earliest 2027-01-02, unknown until the calendar of 2027 is loaded")
        #expect(
            statute.adding(5, to: try day("2026-12-28"))
                == .unknown(atEarliest: try day("2027-01-03"), missingYear: 2027))
        #expect(statute.adding(3, to: try day("2026-12-28")) == .on(end))
        #expect(calendar.isWorking(end + 1) == nil)
        #expect(
            calendar.between(try day("2026-12-30"), try day("2027-01-02"))
                == .unknown(atLeast: 1, atMost: 3, missingYear: 2027))
    }

    @Test func `a missing year in the middle is not guessed either`() throws {
        let gap = CalendarTable.calendar([2018, 2019, 2021, 2022])
        #expect(
            gap.adding(3, to: try day("2019-12-30")) == .unknown(atEarliest: try day("2020-01-02"), missingYear: 2020))
        #expect(gap.adding(1, to: try day("2020-12-31")) == .on(try day("2021-01-04")))
        #expect(gap.days(of: 2020) == nil)
        let across = gap.between(try day("2019-12-30"), try day("2021-01-04"))
        #expect(across == .unknown(atLeast: 2, atMost: 368, missingYear: 2020))
        #expect(gap.adding(400, to: try day("2019-12-30")) != calendar.adding(400, to: try day("2019-12-30")))
    }

    @Test func `whatever the missing calendar will say, the deadline is not before the earliest day`() throws {
        let known = CalendarTable.calendar(2018...2025, neverWorking: CalendarTable.neverWorking)
        var day = try day("2025-12-01")
        while day.year == 2025 {
            for count in 1...40 {
                let (then, now) = (known.adding(count, to: day), calendar.adding(count, to: day))
                let last = try #require(now.day)
                switch then {
                case .on(let end): #expect(end == last)
                case .unknown(let earliest, let missing):
                    #expect(earliest <= last)
                    #expect(missing == 2026)
                }
            }
            day = day + 1
        }
    }

    @Test func `adding and counting undo each other and agree with counting day by day`() throws {
        var random = FixedRandom(9)
        let first = try day("2018-01-01")
        for _ in 0..<3_000 {
            let start = first + Int.random(in: 0..<3_000, using: &random)
            let count = Int.random(in: 0...60, using: &random)
            var (end, left) = (start, count)
            while left > 0 {
                end = end + 1
                if try #require(calendar.isWorking(end) as Bool?) { left -= 1 }
            }
            #expect(calendar.adding(count, to: start) == .on(end))
            #expect(calendar.between(start, end) == .count(count))
            #expect(calendar.between(end, start) == .count(-count))
        }
    }

    @Test func `counts that no calendar can hold end at the last day there is`() throws {
        #expect(
            calendar.adding(Int.max, to: try day("2026-01-01")) == .unknown(atEarliest: Day.endless, missingYear: 2027))
        #expect(calendar.adding(-3, to: try day("2026-01-01")) == .on(try day("2026-01-01")))
        #expect(WorkingCalendar([]).adding(2, to: try day("2026-01-01")).day == nil)
        #expect(
            WorkingTerm(days: 7, in: WorkingCalendar([])).timeliness(
                decided: try day("2026-01-01"), received: try day("2027-01-01")) == .unknown)
    }

    @Test func `a later notice changes the year from the day it is known`() throws {
        let off = CalendarTable.days("01-01;01-24..01-30;10-01..10-08", 2020)
        let first = Dated.Step(
            from: try day("2019-11-21"), value: CalendarYear.Arrangement(off: off, work: []),
            source: Source(document: "2019"))
        let later = Dated.Step(
            from: try day("2020-01-27"),
            value: CalendarYear.Arrangement(off: off + CalendarTable.days("01-31..02-02", 2020), work: []),
            source: Source(document: "2020"))
        let year = CalendarYear(year: 2020, arrangements: try #require(Dated([first, later])))
        let event = try day("2020-01-23")
        #expect(
            WorkingCalendar([year], known: try day("2020-01-26")).adding(1, to: event) == .on(try day("2020-01-31")))
        #expect(
            WorkingCalendar([year], known: try day("2020-01-27")).adding(1, to: event) == .on(try day("2020-02-03")))
        #expect(WorkingCalendar([year]).adding(1, to: event) == .on(try day("2020-02-03")))
        #expect(WorkingCalendar([year], known: try day("2019-11-20")).years.isEmpty)
    }

    @Test func `a row is late from the day after the last day on`() throws {
        let term = WorkingTerm(days: 7, in: calendar)
        let decided = try day("2020-09-28")
        #expect(term.timeliness(decided: decided, received: try day("2020-10-14")) == .inTime)
        #expect(term.timeliness(decided: decided, received: try day("2020-10-15")) == .late)
        // 2026-02-13 + 7 ends on a Monday; a term that ends on a Friday is over on the Saturday.
        #expect(calendar.adding(7, to: try day("2026-03-04")) == .on(try day("2026-03-13")))
        #expect(term.isLate(decided: try day("2026-03-04"), received: try day("2026-03-14")))
        #expect(term.timeliness(decided: decided, received: decided) == .inTime)
        #expect(term.timeliness(decided: decided, received: decided + -5) == .inTime)
    }

    @Test func `without a calendar lateness is said only where every calendar would say it`() throws {
        let term = WorkingTerm(days: 7, in: calendar)
        let before = try day("2017-12-20")
        #expect(term.timeliness(decided: before, received: before + 7) == .inTime)
        #expect(term.timeliness(decided: before, received: before + 8) == .unknown)
        // The known working days of 2018 alone: 2–5 and 8–10 January are seven, so from the 11th on it is late.
        #expect(term.timeliness(decided: before, received: try day("2018-01-10")) == .unknown)
        #expect(term.timeliness(decided: before, received: try day("2018-01-11")) == .late)
        let last = try day("2026-12-29")
        #expect(term.timeliness(decided: last, received: try day("2027-01-05")) == .inTime)
        #expect(term.timeliness(decided: last, received: try day("2027-01-06")) == .unknown)
        #expect(term.timeliness(decided: try day("2017-01-01"), received: try day("2020-01-01")) == .late)
    }

    @Test func `the table of a term answers as the calendar does, day by day`() throws {
        let known = CalendarTable.calendar(2018...2025, neverWorking: CalendarTable.neverWorking)
        let (term, full) = (WorkingTerm(days: 7, in: known), WorkingTerm(days: 7, in: calendar))
        var decided = try day("2025-11-20")
        while decided < (try day("2026-02-10")) {
            for delay in 0...30 {
                let received = decided + delay
                let answer = term.timeliness(decided: decided, received: received)
                let truth = full.timeliness(decided: decided, received: received)
                #expect(answer == truth || answer == .unknown, "\(decided) \(received)")
                if case .on = known.adding(7, to: decided) { #expect(answer == truth) }
                if received <= known.adding(7, to: decided).earliest { #expect(answer == .inTime) }
            }
            decided = decided + 1
        }
    }

    @Test(.enabled(if: CodeData.isThere, "needs ../shared/data"))
    func `the notices say what the table says, 2018 to 2026`() throws {
        struct Notice: Decodable {
            struct Each: Decodable {
                let date: String
                let isOffDay: Bool
            }
            let days: [Each]
        }
        let folder = try #require(CodeData.folder)
        // The notice of a year also orders the last days of the year before: 30 December 2018 stands in that of 2019.
        var isOff: [Day: Bool] = [:]
        for year in 2017...2026 {
            let file = folder.appendingPathComponent("calendars/holiday_notices/\(year).json")
            for each in try JSONDecoder().decode(Notice.self, from: Data(contentsOf: file)).days {
                isOff[try day(each.date)] = each.isOffDay
            }
        }
        for row in CalendarTable.rows {
            let listed = isOff.filter { $0.key.year == row.year }
            // 3 February 2020, a Monday, is named as the first day of work after the lengthened feast.
            let work = listed.filter { !$0.value && $0.key.weekday > 5 }.map(\.key).sorted()
            let made = WorkingCalendar([
                CalendarTable.made(row.year, off: listed.filter(\.value).map(\.key), work: work)
            ])
            #expect(made.days(of: row.year) == calendar.days(of: row.year), "\(row.year)")
            #expect(work == CalendarTable.days(row.work, row.year))
        }
    }

    @Test(.enabled(if: CodeData.isThere, "needs ../shared/data"))
    func `the daily table of 2018 says what the calendar says`() throws {
        var days = 0
        for row in try CodeData.rows("calendars/daily_workdays_2004_2018.csv") where row[0].hasPrefix("2018") {
            let date = try day(row[0])
            days += 1
            #expect(calendar.isWorking(date) == (row[2] == "1"), "\(row[0])")
            #expect(date.weekday == Int(row[1]))
        }
        #expect(days == 365)
    }
}
