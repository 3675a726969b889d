import Credit

/// 部门数据质量记分卡: how one department handed in its data, month by month; every figure with its formula, its two
/// numbers and the way to its rows.
struct ScorecardPage: Page {
    static let template = "department"
    static let table: StaticString? = "months"
    let department: DepartmentView
    let month: Month
    let months: [ScoreMonth]
    let kinds: [ScoreKind]
    let faults: [ScoreFault]
    let plan: [PlanDuty]
    let address: PageAddress
    let reading: Reading?

    var title: Label {
        .both("\(department.short) · 报送情况 \(month)", "\(department.name.english) · data handed in, \(month)")
    }
    var section: PortalSection? { .departments }
    var canonicalPath: String? { base }
    var question: String? { "month=" + month.description }
    private var base: String { "/departments/" + department.department.code }
    private var chosen: ScoreMonth? { months.last }

    /// Reads the card that is asked for.
    static func read(_ ask: Ask) async throws -> ScorecardPage {
        let department = try ask.department()
        let rules = ask.rules
        return try await ask.read { reading in
            let now = try reading.reading()
            let month = try ask.month(today: now.day)
            let since = try reading.firstReceived()
            let all = try reading.submissions(
                from: month + -11, through: month, department: department.code)
            let months = Month.span(month + -11, month).map { one in
                ScoreMonth(
                    department: department.code, month: one, entries: all.filter { $0.month == one }, rules: rules,
                    since: since, today: now.day)
            }
            let faults = try reading.faults(in: month, department: department.code)
            return ScorecardPage(
                department: DepartmentView(department: department, day: now.day), month: month, months: months,
                kinds: ScoreKind.all(all.filter { $0.month == month }, rules),
                faults: ScoreFault.all(faults, of: department.code, in: month, rules),
                plan: rules.planItems(of: department.code).map(PlanDuty.init), address: ask.address, reading: now)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("department", department)
        tape.put("duty", department.department.duty)
        tape.put("names", names)
        tape.put("month", month.description)
        tape.put("state", chosen?.state.rawValue ?? MonthState.unknown.rawValue)
        tape.put("stateTitle", chosen?.state.words ?? MonthState.unknown.words)
        tape.put("figures", ScoreFigure.all(chosen?.tally ?? SubmissionTally(), base: base, month: month))
        tape.put("kinds", kinds)
        tape.put("faults", faults)
        tape.put("faultsKnown", faultsKnown)
        tape.put("months", months)
        tape.put("plan", plan)
        tape.draw { tape in
            tape.put("choice", MonthChoice(month: month, today: reading?.day ?? month.last, address: address))
            tape.put("hasRows", (chosen?.tally.files ?? 0) > 0)
            tape.put("hasKinds", !kinds.isEmpty)
            tape.put("hasFaults", !faults.isEmpty)
            tape.put("hasPlan", !plan.isEmpty)
            tape.put("persons", chosen?.tally.counts.persons ?? 0)
            tape.put("planCount", plan.count)
            tape.put("counts", chosen.map { ScoreCount.all($0, base: base) } ?? [])
            tape.put("charts", ScoreCharts.charts(months))
            tape.put("batches", "\(base)/batches?month=\(month)")
            tape.put("errors", "\(base)/errors?month=\(month)")
            tape.put("hasOldNames", names.count > 1)
        }
    }

    /// Rows were refused and nothing was counted: a batch that an older program closed (R13).
    private var faultsKnown: Bool { !faults.isEmpty || (chosen?.tally.counts.refused ?? 0) == 0 }

    private var names: [NameLine] {
        let steps = department.department.names.steps
        return steps.enumerated().map { index, step in
            NameLine(
                step: step, until: index + 1 < steps.count ? steps[index + 1].from + -1 : nil)
        }
    }

    /// 名称沿革: a name and the days on which it was borne.
    struct NameLine: Shown {
        let step: Dated<Department.Name>.Step
        let until: Day?
        func show(on tape: inout Tape) {
            tape.put("name", step.value.full)
            tape.put("from", step.from)
            tape.put("until", until)
            tape.put("source", step.source.document)
            tape.put("unverified", step.source.mark == .unverified)
        }
    }
}

/// 分工任务: an item of the plan that the department has to do.
struct PlanDuty: Shown {
    let item: PlanItem

    func show(on tape: inout Tape) {
        tape.put("code", item.code)
        tape.put("gist", item.gist)
        tape.put("path", "/plan#" + item.code)
    }
}
