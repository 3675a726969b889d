import Credit

/// 工作日历页: the years that are loaded, and that the others are unknown (R13).
struct CalendarsPage: Page {
    static let template = "calendars"
    static let table: StaticString? = "years"
    let rules: Rules
    let reading: Reading?

    var title: Label { .both("工作日历", "Working calendars") }
    var canonicalPath: String? { "/rules/calendar" }
    var section: PortalSection? { .rules }

    func show(on tape: inout Tape) {
        tape.put("years", rules.calendar.reversed().map { YearLine($0, in: rules) })
        tape.put("missing", missing)
    }

    /// The first year after the last that is loaded.
    private var missing: String? { rules.calendar.last.map { String($0.year + 1) } }

    /// One year.
    struct YearLine: Shown {
        let year: CalendarYear
        let source: ShownSource

        init(_ year: CalendarYear, in rules: Rules) {
            self.year = year
            source = ShownSource(year.arrangements.latest.source, in: rules)
        }

        func show(on tape: inout Tape) {
            let latest = year.arrangements.latest
            tape.put("year", String(year.year))
            tape.put("workingDays", WorkingCalendar([year]).days(of: year.year)?.count ?? 0)
            tape.put("off", latest.value.off.count)
            tape.put("makeUp", latest.value.work.count)
            tape.put("from", latest.from)
            tape.put("notices", year.arrangements.steps.count)
            tape.put("source", source)
        }
    }
}

extension RouteTable {
    mutating func addCalendars() {
        page(
            "/rules/calendar", .both("已载入的工作日历", "The working calendars that are loaded"), schema: "Calendars"
        ) { ask in CalendarsPage(rules: ask.rules, reading: try await ask.reading()) }
        page(
            "/rules/calendar/{year}", .both("一年的工作日历", "The working calendar of a year"), schema: "Calendar"
        ) { try await CalendarPage.read($0) }
        page(
            "/rules/workdays", .both("计算工作日期限，写出算式", "Work out a term of working days, with its arithmetic"),
            schema: "Workdays",
            questions: [
                .init(name: "from", summary: .both("事情发生之日（第 0 日）", "Day of the event (day 0)"), isNeeded: false),
                .init(name: "days", summary: .both("工作日数，1 至 250", "Working days, 1 to 250"), isNeeded: false),
            ]
        ) { try await WorkdaysPage.read($0) }
    }
}
