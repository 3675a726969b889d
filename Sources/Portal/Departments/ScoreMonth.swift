import Credit

/// 月度数: one month of a department.
struct ScoreMonth: Shown {
    let department: String
    let month: Month
    let tally: SubmissionTally
    let state: MonthState

    init(
        department: String, month: Month, entries: [SubmittedMonth], rules: Rules, since: Day?, today: Day,
        zero: StandingZeroReport?
    ) {
        self.department = department
        self.month = month
        tally = SubmissionTally(entries, under: rules)
        state = MonthState(tally, in: month, since: since, today: today, zero: zero)
    }

    func show(on tape: inout Tape) {
        tape.put("month", month.description)
        tape.put("state", state.rawValue)
        tape.put("stateTitle", state.words)
        tape.put("openFiles", tally.openFiles)
        tape.put("undoneFiles", tally.undoneFiles)
        tape.put("tally", tally.files > 0 ? TallyView(tally: tally) : nil)
        tape.put("path", "/departments/\(department)/batches?month=\(month)")
        tape.draw { tape in
            tape.put("card", "/departments/\(department)?month=\(month)")
            tape.put("errors", "/departments/\(department)/errors?month=\(month)")
        }
    }
}

/// 分类别报送: what came in of one kind in the month.
struct ScoreKind: Shown {
    let code: String
    let kind: RecordKind?
    let tally: SubmissionTally

    static func all(_ entries: [SubmittedMonth], _ rules: Rules) -> [ScoreKind] {
        entries.map { entry in
            ScoreKind(
                code: entry.kind, kind: rules.kinds[entry.kind], tally: SubmissionTally([entry], under: rules))
        }
    }

    func show(on tape: inout Tape) {
        tape.put("kind", code)
        tape.put("kindTitle", kind?.title ?? .both(code, code))
        tape.put("clock", kind?.dueWithin != nil)
        if let days = kind?.dueWithin { tape.put("workingDays", days) }
        tape.put("tally", tally.files > 0 ? TallyView(tally: tally) : nil)
        tape.put("openFiles", tally.openFiles)
        tape.put("undoneFiles", tally.undoneFiles)
    }
}

/// 指标: a rate with its formula in words, its two numbers, and the way to the rows it is made of (R11).
struct ScoreFigure: Shown {
    let name: String
    let title: Label
    let formula: Label
    let rate: Rate
    /// Why there is no rate.
    let reason: Label
    let path: String

    static func all(_ tally: SubmissionTally, base: String, month: Month) -> [ScoreFigure] {
        [
            ScoreFigure(
                name: "compliance", title: .both("合规率", "Compliance"),
                formula: .both(
                    "通过全部校验的行（新增＋变更＋已有）÷ 收到的行", "rows that passed every check (new + changed + known) ÷ rows received"),
                rate: tally.compliance, reason: .both("没有收到行，没有合规率", "no row came in: no rate"),
                path: "\(base)/errors?month=\(month)"),
            ScoreFigure(
                name: "timeliness", title: .both("及时率", "Timeliness"),
                formula: .both(
                    "按时收到的行 ÷（计时的新增和变更行 － 因缺少日历而不能判断的行）",
                    "rows in time ÷ (new and changed rows with a clock − rows of which the calendar cannot tell)"),
                rate: tally.timeliness, reason: tally.timing.words, path: "\(base)/batches?month=\(month)"),
        ]
    }

    func show(on tape: inout Tape) {
        tape.put("name", name)
        tape.put("title", title)
        tape.put("formula", formula)
        tape.put("numerator", rate.numerator)
        tape.put("denominator", rate.denominator)
        tape.put("percent", rate.text)
        if rate.denominator == 0 { tape.put("reason", reason) }
        tape.put("path", path)
    }
}

/// 行数: a count of the month with what it means and where its rows are; for the page, which names each.
struct ScoreCount: Shown {
    let title: Label
    let words: Label
    let value: Int
    let path: String

    static func all(_ month: ScoreMonth, base: String) -> [ScoreCount] {
        let (tally, counts) = (month.tally, month.tally.counts)
        let batches = "\(base)/batches?month=\(month.month)"
        let errors = "\(base)/errors?month=\(month.month)"
        return [
            ScoreCount(
                title: .both("收到", "Received"), words: .both("文件中的数据行", "rows of the files"), value: counts.rows,
                path: batches),
            ScoreCount(
                title: .both("新增", "New"), words: .both("以前没有的记录", "records not held before"), value: counts.accepted,
                path: batches),
            ScoreCount(
                title: .both("变更", "Changed"), words: .both("已有记录，内容不同", "held, now with other content"),
                value: counts.changed, path: batches),
            ScoreCount(
                title: .both("已有", "Known"), words: .both("已有记录，内容相同", "held with the same content"),
                value: counts.known, path: batches),
            ScoreCount(
                title: .both("退回", "Refused"), words: .both("没有通过校验的行", "rows that broke a rule"),
                value: counts.refused, path: errors),
            ScoreCount(
                title: .both("其中自然人", "Persons among them"),
                words: .both("涉及自然人，只计数不收录", "about natural persons: counted, not taken in"),
                value: counts.persons, path: errors + "&rule=" + RowRule.person.code),
            ScoreCount(
                title: .both("计时", "With a clock"),
                words: .both("有报送时限的新增和变更行", "new and changed rows of kinds with a term"),
                value: tally.clocked, path: batches),
            ScoreCount(
                title: .both("迟报", "Late"), words: .both("超过规定工作日才收到", "came in after their working days"),
                value: counts.late, path: batches),
            ScoreCount(
                title: .both("是否按时未知", "Timeliness unknown"),
                words: .both("缺少该年工作日历", "the year's calendar is missing"),
                value: counts.unknownTimeliness, path: batches),
        ]
    }

    func show(on tape: inout Tape) {
        tape.put("title", title)
        tape.put("words", words)
        tape.put("value", value)
        tape.put("path", path)
    }
}

/// 差错: how often a rule was broken in a field.
struct ScoreFault: Shown {
    let tally: FaultTally
    let total: Int
    let kind: RecordKind?
    let path: String

    static func all(
        _ tallies: [FaultTally], of department: String, in month: Month, _ rules: Rules
    ) -> [ScoreFault] {
        let total = tallies.reduce(0) { $0 + $1.cells }
        return tallies.map { tally in
            ScoreFault(
                tally: tally, total: total, kind: rules.kinds[tally.kind],
                path: "/departments/\(department)/errors?month=\(month)&kind=\(tally.kind)"
                    + "&rule=\(tally.fault.rule)&field=\(FaultFieldName.asked(tally.fault.field))")
        }
    }

    func show(on tape: inout Tape) {
        tape.put("kind", tally.kind)
        tape.put("kindTitle", kind?.title ?? .both(tally.kind, tally.kind))
        tape.put("rule", tally.fault.rule)
        tape.put("ruleTitle", RowRule(code: tally.fault.rule)?.title ?? .both(tally.fault.rule, tally.fault.rule))
        tape.put("field", tally.fault.field)
        tape.put("fieldTitle", FaultFieldName.title(tally.fault.field, of: kind))
        tape.put("cells", tally.cells)
        tape.put("share", RateView(Rate(tally.cells, of: total)))
        tape.put("path", path)
    }
}

/// 字段名称: how a page names the field of a fault.
enum FaultFieldName {
    /// Its heading; for a row as a whole, so many words.
    static func title(_ name: String, of kind: RecordKind?) -> Label {
        if name.isEmpty { return .both("（整行）", "(the row as a whole)") }
        return kind?.field(named: name).map { .both($0.title, $0.english) } ?? .both(name, name)
    }

    /// As an address asks for it: a row as a whole is `-`.
    static func asked(_ name: String) -> String { name.isEmpty ? "-" : name }
}

/// 记分卡图: the drawings of a card.
enum ScoreCharts {
    static func charts(_ months: [ScoreMonth]) -> [Chart] {
        let places = months.map { Chart.Place($0.month) }
        func counted(_ count: (SubmissionTally) -> Int) -> [Chart.Point] {
            months.map { $0.tally.files > 0 ? Chart.Point(count: count($0.tally)) : Chart.Point(nil, $0.state.words) }
        }
        let known = months.count { $0.tally.files > 0 }
        let axis = Label.both("月份", "Month")
        return [
            Chart(
                id: "rows", title: .both("收到的行", "Rows received"),
                summary: .both(
                    "近 12 个月中 \(known) 个月有报送。实心为通过校验的行，空心为退回的行。",
                    "Something came in in \(known) of 12 months. Solid bars passed, hollow ones were refused."),
                form: .bars, scale: .count, places: places,
                series: [
                    .init(
                        title: .both("通过", "passed"),
                        points: counted { $0.counts.rows - $0.counts.refused }),
                    .init(title: .both("退回", "refused"), points: counted { $0.counts.refused }),
                ], axis: axis),
            Chart(
                id: "rates", title: .both("合规率与及时率", "Compliance and timeliness"),
                summary: .both(
                    "圆点实线为合规率，方块虚线为及时率；没有数的月份断开。",
                    "Circles on a solid line: compliance. Squares on a dashed line: timeliness. A month without a figure is a gap."
                ), form: .lines, scale: .share, places: places,
                series: [
                    .init(
                        title: .both("合规率", "compliance"),
                        points: months.map { Chart.Point($0.tally.compliance, else: $0.state.words) }),
                    .init(
                        title: .both("及时率", "timeliness"),
                        points: months.map { month in
                            let why = month.tally.files > 0 ? month.tally.timing.words : month.state.words
                            return Chart.Point(month.tally.timeliness, else: why)
                        }),
                ], axis: axis),
        ]
    }
}
