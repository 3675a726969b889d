import Credit

/// 部门报送情况: all organisations of the plan with what each handed in in a month.
struct DepartmentsPage: Page {
    static let template = "departments"
    static let table: StaticString? = "departments"
    let month: Month
    let lines: [DepartmentLine]
    let form: FilterForm
    let reading: Reading?

    /// The list's own order is the plan's; a rate is first asked for from its lowest.
    static let columns = Columns(all: [
        .plain("单位", "Unit"), .plain("状态", "State"), .by("rows", .number, "收到行", "Rows"),
        .by("refused", .number, "退回", "Refused"), .by("late", .number, "迟报", "Late"),
        .by("compliance", .rate, "合规率", "Compliance"), .by("timeliness", .rate, "及时率", "Timeliness"),
        .plain("近 12 个月合规率", "Compliance, 12 months"),
    ])

    var title: Label {
        .both("部门报送情况 " + month.title.chinese, "What departments handed in, " + month.title.english)
    }
    var section: PortalSection? { .departments }
    var canonicalPath: String? { "/departments" }
    var narrowing: FilterForm? { form }

    func show(on tape: inout Tape) {
        tape.put("month", month.description)
        tape.put("order", form.address["order"] ?? "plan")
        tape.put("departments", lines)
        tape.draw { tape in
            tape.put("choice", MonthChoice(month: month, today: reading?.day ?? month.last, address: form.address))
            tape.put("count", lines.count)
            tape.put("handedIn", lines.count { $0.state == .rows || $0.state == .zeroRows })
            tape.put("silent", lines.count { $0.state == .nothing })
            tape.put("bulletin", "/bulletins/" + month.description)
        }
    }

    /// Reads the list that is asked for.
    static func read(_ ask: Ask) async throws -> DepartmentsPage {
        let order = try columns.order(ask)
        let rules = ask.rules
        return try await ask.read { reading in
            let now = try reading.reading()
            let month = try ask.month(today: now.day)
            let since = try reading.firstReceived()
            let all = try reading.submissions(from: month + -11, through: month, department: nil)
            let byDepartment = Dictionary(grouping: all, by: \.department)
            let lines = rules.departments.map { department in
                DepartmentLine(
                    department: DepartmentView(department: department, day: now.day), month: month,
                    months: byDepartment[department.code] ?? [], rules: rules, since: since, today: now.day)
            }
            return DepartmentsPage(
                month: month, lines: sorted(lines, by: order),
                form: FilterForm(
                    address: ask.addressed("month", month.description), columns: columns), reading: now)
        }
    }

    /// Those without a figure stand after those with one, in the plan's order.
    private static func sorted(_ lines: [DepartmentLine], by order: Columns.Order?) -> [DepartmentLine] {
        guard let order else { return lines }
        return lines.ordered(order.isDescending) { line -> RateKey? in
            let tally = line.tally
            guard tally.files > 0 else { return nil }
            return switch order.column {
            case "rows": RateKey(Rate(tally.counts.rows, of: 1))
            case "refused": RateKey(Rate(tally.counts.refused, of: 1))
            case "late": RateKey(Rate(tally.counts.late, of: 1))
            case "compliance": tally.compliance.denominator > 0 ? RateKey(tally.compliance) : nil
            default: tally.timeliness.denominator > 0 ? RateKey(tally.timeliness) : nil
            }
        }
    }
}

/// A rate to put in order, compared as a fraction.
private struct RateKey: Comparable {
    let rate: Rate

    init(_ rate: Rate) { self.rate = rate }

    static func == (left: RateKey, right: RateKey) -> Bool { !(left < right) && !(right < left) }
    static func < (left: RateKey, right: RateKey) -> Bool { right.rate.isHigher(than: left.rate) }
}

/// 部门一行: what one department handed in in a month, with its last twelve months as a small line.
struct DepartmentLine: Shown {
    let department: DepartmentView
    let month: Month
    let tally: SubmissionTally
    let state: MonthState
    private let history: [SubmissionTally]

    init(
        department: DepartmentView, month: Month, months: [SubmittedMonth], rules: Rules, since: Day?, today: Day
    ) {
        self.department = department
        self.month = month
        tally = SubmissionTally(months.filter { $0.month == month }, under: rules)
        state = MonthState(tally, in: month, since: since, today: today)
        history = Month.span(month + -11, month).map { wanted in
            SubmissionTally(months.filter { $0.month == wanted }, under: rules)
        }
    }

    func show(on tape: inout Tape) {
        department.show(on: &tape)
        tape.put("month", month.description)
        tape.put("state", state.rawValue)
        tape.put("stateTitle", state.words)
        tape.put("openFiles", tally.openFiles)
        tape.put("undoneFiles", tally.undoneFiles)
        tape.put("tally", tally.files > 0 ? TallyView(tally: tally) : nil)
        tape.draw { tape in
            let card = "/departments/\(department.department.code)"
            tape.put("card", "\(card)?month=\(month)")
            tape.put("batches", "\(card)/batches?month=\(month)")
            tape.put("errors", "\(card)/errors?month=\(month)")
            let known = history.count { $0.compliance.denominator > 0 }
            let words = Label.both(
                "近 12 个月合规率，\(known) 个月有数", "Compliance in the last 12 months, known in \(known)")
            tape.put(
                "spark", known > 1 ? SparkLine(values: history.map(\.compliance.basisPoints), words: words) : nil)
        }
    }
}
