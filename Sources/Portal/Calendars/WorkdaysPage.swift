import Credit

/// 工作日计算页: the last day of a term, told with every day that counts and every day that does not (R11, R13).
struct WorkdaysPage: Page {
    static let template = "workdays"
    static let table: StaticString? = "steps"
    /// Most working days that are worked out.
    static let most = 250

    /// What was worked out.
    struct Result {
        let from: Day
        let count: Int
        let deadline: Deadline
        let runs: [DayRun]
    }

    let result: Result?
    let reading: Reading?

    init(_ rules: Rules, from: Day?, count: Int?, reading: Reading) {
        self.reading = reading
        guard let from, let count else {
            result = nil
            return
        }
        let deadline = WorkingCalendar(rules.calendar).adding(count, to: from)
        result = Result(
            from: from, count: count, deadline: deadline,
            runs: DayRun.runs(after: from, through: deadline.earliest, states: DayStates(rules.calendar)))
    }

    var title: Label { .both("工作日计算", "Working-day calculator") }
    var canonicalPath: String? { "/rules/workdays" }
    var section: PortalSection? { .rules }
    var question: String? { result.map { "from=\($0.from)&days=\($0.count)" } }

    /// Works out what the question asks.
    static func read(_ ask: Ask) async throws -> WorkdaysPage {
        let from = try ask.day("from")
        let count = ask.question("days").flatMap { Int($0) }
        if ask.question("days") != nil {
            guard let count, (1...most).contains(count), from != nil else { throw PortalProblem.badQuestion("days") }
        }
        // The calendar has no use for days so far away that no term could be theirs.
        if let from, !(1900...2200).contains(from.year) { throw PortalProblem.badQuestion("from") }
        return WorkdaysPage(ask.rules, from: from, count: count, reading: try await ask.reading())
    }

    func show(on tape: inout Tape) {
        tape.put("from", result?.from)
        tape.put("days", result.map { String($0.count) })
        tape.put("deadline", result.map { ShownDeadline(deadline: $0.deadline) })
        tape.put("steps", result?.runs ?? [])
        tape.draw { tape in
            tape.put("fromField", result?.from ?? reading?.day)
            tape.put("daysField", result.map { String($0.count) } ?? "7")
            tape.put("fromWeekday", result?.from.weekdayTitle)
        }
    }
}

/// 期限届满日: a last day, or the first day it can be and what is missing to know it.
struct ShownDeadline: Shown {
    let deadline: Deadline

    func show(on tape: inout Tape) {
        tape.put("known", deadline.day != nil)
        tape.put("day", deadline.day)
        switch deadline {
        case .on:
            tape.put("atEarliest", Day?.none)
            tape.put("missingYear", String?.none)
        case .unknown(let day, let year):
            tape.put("atEarliest", day)
            tape.put("missingYear", String(year))
        }
        tape.put("words", deadline.words)
        tape.draw { $0.put("weekday", deadline.earliest.weekdayTitle) }
    }
}

/// 日期段: days in a row that count or do not, for one reason.
struct DayRun: Shown {
    let first: Day
    var last: Day
    let state: DayState
    /// Number of the first day that counts; nil where none does.
    let number: Int?

    /// The days after one day up to and with another, joined where they are alike; days of a year that is not loaded
    /// are counted, as `Deadline.unknown` does.
    static func runs(after start: Day, through end: Day, states: DayStates) -> [DayRun] {
        guard start < end else { return [] }
        var runs: [DayRun] = []
        var counted = 0
        for offset in 1...(end - start) {
            let day = start + offset
            let state = states[day]
            let counts = state.isWorking || state == .unknown
            if let last = runs.last, last.state == state {
                runs[runs.count - 1].last = day
            } else {
                runs.append(DayRun(first: day, last: day, state: state, number: counts ? counted + 1 : nil))
            }
            if counts { counted += 1 }
        }
        return runs
    }

    func show(on tape: inout Tape) {
        let length = last - first + 1
        tape.put("first", first)
        tape.put("last", last)
        tape.put("state", state.rawValue)
        tape.put("stateTitle", state.title)
        tape.put("length", length)
        tape.put("counted", number == nil ? 0 : length)
        tape.put("numbers", number.map { length == 1 ? "\($0)" : "\($0)–\($0 + length - 1)" })
        tape.draw { tape in
            tape.put("isRun", length > 1)
            tape.put("firstWeekday", first.weekdayTitle)
            tape.put("lastWeekday", last.weekdayTitle)
        }
    }
}
