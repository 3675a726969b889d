import Credit

/// The arrangements of 2018–2026 as the State Council's notices order them, written down apart from every pack.
enum CalendarTable {
    static let rows: [(year: Int, off: String, work: String, workdays: Int)] = [
        (
            2018, "01-01;02-15..02-21;04-05..04-07;04-29..05-01;06-18;09-24;10-01..10-07;12-30..12-31",
            "02-11;02-24;04-08;04-28;09-29;09-30;12-29", 250
        ),
        (
            2019, "01-01;02-04..02-10;04-05..04-07;05-01..05-04;06-07..06-09;09-13..09-15;10-01..10-07",
            "02-02;02-03;04-28;05-05;09-29;10-12", 250
        ),
        (
            2020, "01-01;01-24..02-02;04-04..04-06;05-01..05-05;06-25..06-27;10-01..10-08",
            "01-19;04-26;05-09;06-28;09-27;10-10", 249
        ),
        (
            2021, "01-01..01-03;02-11..02-17;04-03..04-05;05-01..05-05;06-12..06-14;09-19..09-21;10-01..10-07",
            "02-07;02-20;04-25;05-08;09-18;09-26;10-09", 250
        ),
        (
            2022, "01-01..01-03;01-31..02-06;04-03..04-05;04-30..05-04;06-03..06-05;09-10..09-12;10-01..10-07;12-31",
            "01-29;01-30;04-02;04-24;05-07;10-08;10-09", 249
        ),
        (
            2023, "01-01..01-02;01-21..01-27;04-05;04-29..05-03;06-22..06-24;09-29..10-06;12-30..12-31",
            "01-28;01-29;04-23;05-06;06-25;10-07;10-08", 249
        ),
        (
            2024, "01-01;02-10..02-17;04-04..04-06;05-01..05-05;06-10;09-15..09-17;10-01..10-07",
            "02-04;02-18;04-07;04-28;05-11;09-14;09-29;10-12", 251
        ),
        (
            2025, "01-01;01-28..02-04;04-04..04-06;05-01..05-05;05-31..06-02;10-01..10-08",
            "01-26;02-08;04-27;09-28;10-11", 248
        ),
        (
            2026, "01-01..01-03;02-15..02-23;04-04..04-06;05-01..05-05;06-19..06-21;09-25..09-27;10-01..10-07",
            "01-04;02-14;02-28;05-09;09-20;10-10", 248
        ),
    ]

    /// The statute's fixed days.
    static let neverWorking: Set<AnnualDay> = [
        AnnualDay(month: 1, day: 1), AnnualDay(month: 5, day: 1), AnnualDay(month: 10, day: 1),
        AnnualDay(month: 10, day: 2), AnnualDay(month: 10, day: 3),
    ]

    static func year(_ year: Int) -> CalendarYear {
        let row = rows.first { $0.year == year }!
        return made(year, off: days(row.off, year), work: days(row.work, year))
    }

    static func made(_ year: Int, off: [Day], work: [Day], from: String? = nil) -> CalendarYear {
        let arrangement = CalendarYear.Arrangement(off: off, work: work)
        let known = from.flatMap { Day($0) } ?? Day(year: year - 1, month: 11, day: 20)!
        let step = Dated.Step(from: known, value: arrangement, source: Source(document: "放假安排"))
        return CalendarYear(year: year, arrangements: Dated([step])!)
    }

    static func calendar(_ years: some Sequence<Int>, neverWorking: Set<AnnualDay> = []) -> WorkingCalendar {
        WorkingCalendar(years.map(year), neverWorking: neverWorking)
    }

    static let all = calendar(2018...2026)

    static func days(_ text: String, _ year: Int) -> [Day] {
        text.split(separator: ";").flatMap { run -> [Day] in
            let ends = run.split(separator: ".").map { Day("\(year)-\($0)")! }
            return (0...(ends[ends.count - 1] - ends[0])).map { ends[0] + $0 }
        }
    }
}
