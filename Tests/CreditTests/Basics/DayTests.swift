import Credit
import Testing

struct DayTests {
    @Test func `days count from 1970 and read back`() throws {
        #expect(Day("1970-01-01")?.number == 0)
        #expect(Day("2000-03-01")?.number == 11_017)
        #expect(Day("9999-12-31") == Day.endless)
        var previous = try #require(Day("1899-12-31"))
        for number in previous.number + 1...previous.number + 80_000 {
            let day = Day(number: number)
            let (year, month, dayOfMonth) = day.civil
            #expect(Day(year: year, month: month, day: dayOfMonth) == day)
            #expect(Day(day.description) == day)
            #expect(day.weekday == previous.weekday % 7 + 1)
            previous = day
        }
        #expect(Day("2026-11-22")?.weekday == 7)
    }

    @Test(arguments: [
        "", "2026-1-01", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01",
        "2026/01/01", "2026/01-01", "2026-01/01",
        "2026-01-011", " 2026-01-01", "２０２６-01-01", "2026-01-0a",
    ])
    func `what is no day is none`(text: String) { #expect(Day(text) == nil) }

    @Test(arguments: [
        ("2020-11-30", 3, "2021-02-28"), ("2019-11-30", 3, "2020-02-29"), ("2026-01-31", 1, "2026-02-28"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"), ("2026-12-01", 1, "2027-01-01"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-04-01", 0, "2026-04-01"),
    ])
    func `months keep the day number or clip to the month's end`(start: String, months: Int, end: String) {
        #expect(Day(start)?.adding(months: months) == Day(end))
    }

    @Test func `days are numbers apart`() throws {
        let (first, last) = (try #require(Day("2024-02-28")), try #require(Day("2024-03-01")))
        #expect(last - first == 2)
        #expect(first + 2 == last)
        #expect(first < last)
    }

    @Test func `a count out of all bounds ends at the end of the calendar and does not stop the program`() throws {
        let day = try #require(Day("2026-03-02"))
        #expect(day + Int.max == .endless && day + 5_000_000_000 == .endless && Day.endless + 1 == .endless)
        #expect(day + Int.min == Day("0001-01-01") && day + -5_000_000_000 == Day("0001-01-01"))
        #expect(day.adding(months: .max) == Day("9999-12-02") && day.adding(months: .min) == Day("0001-01-02"))
        #expect("\(day + Int.max)" == "9999-12-31")
    }
}
