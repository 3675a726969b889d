import Credit

/// 年度工作日历页: the days of a year, with what makes each a day of work or not, and by which notice.
struct CalendarPage: Page {
    static let template = "calendar"
    static let table: StaticString? = "days"
    let year: CalendarYear
    let rules: Rules
    let reading: Reading?

    var title: Label { .both("\(year.year) 年工作日历", "Working calendar of \(year.year)") }
    var canonicalPath: String? { "/rules/calendar/\(year.year)" }
    var section: PortalSection? { .rules }

    /// Reads the year that the address names.
    static func read(_ ask: Ask) async throws -> CalendarPage {
        let text = ask.parameter
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw PortalProblem.noSuchRule
        }
        guard let year = ask.rules.calendar[text] else { throw PortalProblem.noSuchCalendar }
        return CalendarPage(year: year, rules: ask.rules, reading: try await ask.reading())
    }

    func show(on tape: inout Tape) {
        let states = DayStates([year])
        let months = (1...12).map { Month(year: year.year, number: $0, states: states, today: reading?.day) }
        let days = months.flatMap(\.days)
        tape.put("year", String(year.year))
        tape.put("workingDays", days.count { $0.state.isWorking })
        tape.put("off", days.count { $0.state == .holiday })
        tape.put("makeUp", days.count { $0.state == .makeUp })
        tape.put("notices", year.arrangements.steps.reversed().map { Notice(step: $0, in: rules) })
        if tape.form != .page { tape.put("days", days) }
        tape.draw { tape in
            tape.put("months", months)
            tape.put("before", rules.calendar[String(year.year - 1)] == nil ? nil : String(year.year - 1))
            tape.put("after", rules.calendar[String(year.year + 1)] == nil ? nil : String(year.year + 1))
            tape.put("nextYear", String(year.year + 1))
            tape.put("changed", year.arrangements.steps.count > 1)
        }
    }

    /// 放假通知: what a notice arranged.
    struct Notice: Shown {
        let step: Dated<CalendarYear.Arrangement>.Step
        let source: ShownSource
        let address: String?

        init(step: Dated<CalendarYear.Arrangement>.Step, in rules: Rules) {
            self.step = step
            source = ShownSource(step.source, in: rules)
            address = rules.documents[step.source.document]?.address
        }

        func show(on tape: inout Tape) {
            tape.put("from", step.from)
            tape.put("source", source)
            tape.put("off", DayRuns.texts(step.value.off))
            tape.put("work", DayRuns.texts(step.value.work))
        }
    }

    /// 日: one square.
    struct Square: Shown {
        let day: Day
        let state: DayState
        let isToday: Bool

        func show(on tape: inout Tape) {
            tape.put("day", day)
            tape.put("weekday", day.weekday)
            tape.put("state", state.rawValue)
            tape.put("stateTitle", state.title)
            tape.put("working", state.isWorking)
            tape.draw { tape in
                tape.put("date", String(day.civil.day))
                tape.put("sign", state.sign)
                tape.put("isToday", isToday)
            }
        }
    }

    /// 月.
    struct Month: Shown {
        let number: Int
        let days: [Square]

        init(year: Int, number: Int, states: DayStates, today: Day?) {
            self.number = number
            days = (1...Day.length(ofMonth: number, year: year)).compactMap { date in
                Day(year: year, month: number, day: date).map {
                    Square(day: $0, state: states[$0], isToday: $0 == today)
                }
            }
        }

        func show(on tape: inout Tape) {
            let names = [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
            tape.put("month", String(number))
            tape.put("monthTitle", Label("\(number) 月", names[number - 1]))
            tape.put("working", days.count { $0.state.isWorking })
            tape.put("weeks", weeks)
        }

        private var weeks: [Week] {
            var weeks: [Week] = []
            var squares: [Cell] = (1..<(days.first?.day.weekday ?? 1)).map { _ in Cell(square: nil) }
            for square in days {
                squares.append(Cell(square: square))
                if squares.count == 7 {
                    weeks.append(Week(cells: squares))
                    squares = []
                }
            }
            if !squares.isEmpty {
                squares += (squares.count..<7).map { _ in Cell(square: nil) }
                weeks.append(Week(cells: squares))
            }
            return weeks
        }
    }

    /// 周.
    struct Week: Shown {
        let cells: [Cell]
        func show(on tape: inout Tape) { tape.put("cells", cells) }
    }

    /// A square or an empty place beside the month.
    struct Cell: Shown {
        let square: Square?
        func show(on tape: inout Tape) { tape.put("square", square) }
    }
}
