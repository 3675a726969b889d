import Credit

/// 待办案件页: open cases by time left, and what may be begun.
struct QueuePage: OfficePage {
    static let template = "office_queue"
    let bar: OfficeBar?
    let lines: [CaseLine]
    let openings: [CaseAction]
    let today: Day

    init(bar: OfficeBar, lines: [CaseLine], openings: [CaseAction], today: Day) {
        self.bar = bar
        self.lines = lines.sorted(by: CaseLine.isMoreUrgent)
        self.openings = openings.filter { bar.session.duties.contains($0.duty) }
        self.today = today
    }

    var title: Label { .both("待办案件", "Cases") }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("count", lines.count)
        tape.put("over", lines.filter { $0.state == .over }.count)
        tape.put("half", lines.filter { $0.state == .halfTime }.count)
        tape.put("cases", lines.map { Line(line: $0, today: today) })
        tape.put("openings", openings.map { Opening(action: $0) })
    }

    private struct Line: Shown {
        let line: CaseLine
        let today: Day

        func show(on tape: inout Tape) {
            tape.put("id", line.id)
            tape.put("path", OfficeRoute.sheet(line.id).path)
            tape.put("kind", line.kind)
            tape.put("title", line.title)
            tape.put("subject", line.subject)
            tape.put("stage", line.stage)
            tape.put("clock", line.deadline.map { TimeLeft(deadline: $0, state: line.state, today: today) })
        }
    }

    private struct Opening: Shown {
        let action: CaseAction

        func show(on tape: inout Tape) {
            tape.put("title", action.title)
            tape.put(words: "warning", action.warning)
            tape.put("path", OfficeRoute.begin(action.code).path)
        }
    }
}

/// 剩余时间: where a clock stands, by word and shape, and how many days are left.
struct TimeLeft: Shown {
    let deadline: Deadline
    let state: CaseClock.State?
    let today: Day

    func show(on tape: inout Tape) {
        tape.put("deadline", deadline.words)
        tape.put("isKnown", deadline.day != nil)
        tape.put("mark", state?.mark ?? "")
        tape.put("state", state?.title ?? Label("", ""))
        tape.put(words: "left", left)
    }

    /// Calendar days, since these are what a desk lives by; nil where the clock does not run or its end is unknown.
    private var left: Label? {
        guard let day = deadline.day, let state else { return nil }
        switch state {
        case .running, .halfTime:
            let days = day - today
            return days == 0 ? .both("今日届满", "ends today") : .both("还有 \(days) 日", "\(days) days left")
        case .over: return .both("已超 \(today - day) 日", "\(today - day) days over")
        case .stopped, .finished, .finishedInTime, .finishedLate, .expired: return nil
        }
    }
}

extension CaseClock.State {
    /// Class of the tag; its shape says the same as its colour.
    var mark: String {
        switch self {
        case .running: "info"
        case .halfTime: "warn"
        case .over, .finishedLate: "bad"
        case .finishedInTime: "good"
        case .stopped, .finished, .expired: "rest"
        }
    }
}
