import Credit

/// 部门报送情况: all organisations of the plan with what each handed in in a month.
struct DepartmentsPage: Page {
    static let template = "departments"
    static let table: StaticString? = "departments"
    let month: Month
    let lines: [DepartmentLine]
    let order: Order
    let reading: Reading?

    /// 排序: the order of the list.
    enum Order: String, CaseIterable {
        /// As the plan names them.
        case plan
        /// The lowest rate of rows that passed first.
        case compliance
        /// The lowest rate of rows in time first.
        case timeliness

        var words: Label {
            switch self {
            case .plan: .both("按分工方案", "as in the plan")
            case .compliance: .both("合规率由低到高", "compliance, lowest first")
            case .timeliness: .both("及时率由低到高", "timeliness, lowest first")
            }
        }
    }

    var title: Label {
        .both("部门报送情况 " + month.title.chinese, "What departments handed in, " + month.title.english)
    }
    var section: PortalSection? { .departments }
    var canonicalPath: String? { "/departments" }
    var question: String? { "month=" + month.description + "&order=" + order.rawValue }

    func show(on tape: inout Tape) {
        tape.put("month", month.description)
        tape.put("order", order.rawValue)
        tape.put("departments", lines)
        tape.draw { tape in
            tape.put(
                "choice", MonthChoice(month: month, today: reading?.day ?? month.last, base: "/departments"))
            tape.put("count", lines.count)
            tape.put("handedIn", lines.count { $0.state == .rows || $0.state == .zeroRows })
            tape.put("silent", lines.count { $0.state == .nothing })
            tape.put("orders", Order.allCases.map { OrderLink(order: $0, isChosen: $0 == order, month: month) })
            tape.put("bulletin", "/bulletins/" + month.description)
        }
    }

    struct OrderLink: Shown {
        let order: Order
        let isChosen: Bool
        let month: Month
        func show(on tape: inout Tape) {
            tape.put("words", order.words)
            tape.put("isChosen", isChosen)
            tape.put("target", "/departments?month=\(month)&order=\(order.rawValue)")
        }
    }

    /// Reads the list that is asked for.
    static func read(_ ask: Ask) async throws -> DepartmentsPage {
        let asked = ask.question("order")
        guard let order = asked.map(Order.init(rawValue:)) ?? .plan else { throw PortalProblem.badQuestion("order") }
        let rules = ask.rules
        return try await ask.read { reading in
            let now = try reading.reading()
            let month = try ask.month(today: now.day)
            let since = try reading.firstReceived()
            let all = try reading.submissions(from: month + -11, through: month, department: nil)
            let zeros = try reading.zeroReports(from: month, through: month, department: nil)
            let byDepartment = Dictionary(grouping: all, by: \.department)
            let lines = rules.departments.map { department in
                DepartmentLine(
                    department: DepartmentView(department: department, day: now.day), month: month,
                    months: byDepartment[department.code] ?? [], rules: rules, since: since, today: now.day,
                    zero: zeros.report(of: department.code, in: month))
            }
            return DepartmentsPage(month: month, lines: sorted(lines, by: order), order: order, reading: now)
        }
    }

    /// Those without a rate stand after those with one, in the plan's order.
    private static func sorted(_ lines: [DepartmentLine], by order: Order) -> [DepartmentLine] {
        func rate(_ line: DepartmentLine) -> Rate {
            order == .compliance ? line.tally.compliance : line.tally.timeliness
        }
        guard order != .plan else { return lines }
        let (rated, others) = (lines.filter { rate($0).denominator > 0 }, lines.filter { rate($0).denominator == 0 })
        return rated.enumerated().sorted { left, right in
            if rate(right.element).isHigher(than: rate(left.element)) { return true }
            if rate(left.element).isHigher(than: rate(right.element)) { return false }
            return left.offset < right.offset
        }.map(\.element) + others
    }
}

/// 部门一行: what one department handed in in a month, with its last twelve months as a small line.
struct DepartmentLine: Shown {
    let department: DepartmentView
    let month: Month
    let tally: SubmissionTally
    let state: MonthState
    private let history: [SubmissionTally]

    init(
        department: DepartmentView, month: Month, months: [SubmittedMonth], rules: Rules, since: Day?, today: Day,
        zero: StandingZeroReport?
    ) {
        self.department = department
        self.month = month
        tally = SubmissionTally(months.filter { $0.month == month }, under: rules)
        state = MonthState(tally, in: month, since: since, today: today, zero: zero)
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
