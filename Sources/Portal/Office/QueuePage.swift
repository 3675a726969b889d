import Credit

/// 待办案件页: open cases by time left, a page at a time, and what may be begun.
struct QueuePage: OfficePage {
    static let template = "office_queue"
    let bar: OfficeBar?
    let slice: QueueSlice
    let openings: [CaseAction]
    let today: Day
    let pager: Pager?
    let narrowing: FilterForm?
    private let asked: QueueQuestion
    private let address: PageAddress

    /// - Parameters:
    ///   - address: the page as it is asked.
    ///   - resources: the kinds of cases that there are.
    init(
        bar: OfficeBar, slice: QueueSlice, asked: QueueQuestion, openings: [CaseAction], address: PageAddress,
        resources: [OfficeResource], today: Day
    ) {
        self.bar = bar
        self.slice = slice
        self.asked = asked
        self.openings = openings.filter { bar.session.duties.contains($0.duty) }
        self.address = address
        self.today = today
        pager = Pager(address, after: slice.following?.text, count: slice.lines.count)
        let kinds = resources.filter { !$0.readers.isDisjoint(with: bar.session.duties) }
        narrowing = FilterForm(
            address: address,
            selects: [
                FilterForm.Select(
                    name: "kind", title: .both("案件类别", "Kind of case"),
                    options: kinds.map { FilterForm.Option(value: $0.noun, title: $0.plural) }),
                .words("due", .both("时限", "Time left"), of: QueueQuestion.Due.self, \.title),
            ],
            texts: [
                FilterForm.TextField(
                    name: "q", title: .both("案件编号、主体名称或代码", "Id of the case, name or code"),
                    most: QueueQuestion.longestText)
            ])
    }

    var title: Label { .both("待办案件", "Cases") }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("count", slice.counts.total)
        tape.put("soonDay", slice.soon)
        tape.put("ahead", WorkingCalendar.daysAhead)
        tape.put(
            "dues",
            [Due(nil, slice.counts.total, asked, address)]
                + QueueQuestion.Due.allCases.map { due in
                    Due(due, due == .late ? slice.counts.late : slice.counts.soon, asked, address)
                })
        tape.put("hasCases", !slice.lines.isEmpty)
        tape.put("isNarrowed", !address.items.isEmpty)
        tape.put("cases", slice.lines.map { Line(line: $0, today: today) })
        tape.put("openings", openings.map { Opening(action: $0) })
    }

    /// 件数: how many there are of what, and the way to them.
    private struct Due: Shown {
        let due: QueueQuestion.Due?
        let count: Int
        let isHere: Bool
        let path: PageAddress

        init(_ due: QueueQuestion.Due?, _ count: Int, _ asked: QueueQuestion, _ address: PageAddress) {
            (self.due, self.count, isHere) = (due, count, asked.due == due)
            path = address.beginning.asking("due", due?.rawValue)
        }

        func show(on tape: inout Tape) {
            tape.put("title", due?.title ?? .both("共", "All"))
            tape.put("count", count)
            tape.put("mark", due == .late ? "bad" : due == .soon ? "warn" : "")
            tape.put("isHere", isHere)
            tape.put("path", path.text)
        }
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
