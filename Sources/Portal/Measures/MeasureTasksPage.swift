import Credit

/// 措施反馈情况: by department, how many measures bound in a month were executed, not executed, or not told of yet. Each
/// number opens its rows.
struct MeasureTasksPage: Page {
    static let template = "measure_tasks"
    static let table: StaticString? = "departments"
    let month: Month
    let lines: [MeasureTallyLine]
    let address: PageAddress
    let reading: Reading?

    var title: Label {
        .both("措施反馈情况 " + month.title.chinese, "What became of the measures, " + month.title.english)
    }
    var section: PortalSection? { .departments }
    var canonicalPath: String? { "/measures/tasks" }

    /// Reads the month that is asked for.
    static func read(_ ask: Ask) async throws -> MeasureTasksPage {
        let rules = ask.rules
        return try await ask.read { reading in
            let now = try reading.reading()
            let month = try ask.month(today: now.day)
            let tasks = Dictionary(
                grouping: try reading.measureTasks(in: month, department: nil), by: \.department)
            // Departments of the plan in its order, one with nothing to execute as such; then any other organ.
            let codes = rules.departments.filter { $0.name(on: month.last) != nil }.map(\.code)
            let others = tasks.keys.filter { !codes.contains($0) }.sorted()
            return MeasureTasksPage(
                month: month,
                lines: (codes + others).map { code in
                    MeasureTallyLine(
                        department: code, title: rules.bodyTitle(code, on: now.day) ?? .both(code, code), month: month,
                        tally: MeasureTally(tasks[code] ?? []))
                }, address: ask.addressed("month", month.description), reading: now)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("month", month.description)
        tape.put("departments", lines)
        tape.draw { tape in
            tape.put("choice", MonthChoice(month: month, today: reading?.day ?? month.last, address: address))
            tape.put("isEmpty", lines.allSatisfy { $0.tally.bound == 0 })
        }
    }
}

/// 部门一行.
struct MeasureTallyLine: Shown {
    let department: String
    let title: Label
    let month: Month
    let tally: MeasureTally

    func show(on tape: inout Tape) {
        tape.put("department", department)
        tape.put("departmentTitle", title)
        tape.put("month", month.description)
        tape.put("bound", tally.bound)
        tape.put("executed", tally.count(.executed))
        tape.put("notExecuted", tally.count(.notExecuted))
        tape.put("open", tally.count(.open))
        tape.put("ended", tally.count(.ended))
        tape.put("rate", tally.rate.text)
        tape.put(known: "averageDays", tally.averageDays)
        let path = "/measures/tasks/\(department)?month=\(month)"
        tape.put("path", path)
        tape.draw { tape in
            for state in MeasureTask.State.allCases {
                let address = path + "&state=" + state.rawValue
                switch state {
                case .open: tape.put("openPath", address)
                case .executed: tape.put("executedPath", address)
                case .notExecuted: tape.put("notExecutedPath", address)
                case .ended: tape.put("endedPath", address)
                }
            }
        }
    }
}

/// 措施任务清单: the rows behind a number; of whom a measure reaches nothing is shown.
struct MeasureTaskRowsPage: Page {
    static let template = "measure_task_rows"
    static let table: StaticString? = "tasks"
    let department: String
    let name: Label
    let month: Month
    let state: MeasureTask.State?
    let lines: [MeasureTaskLine]
    let reading: Reading?

    var title: Label {
        .both("\(name.chinese) · 措施任务 \(month)", "\(name.english) · measures to execute, \(month)")
    }
    var section: PortalSection? { .departments }
    var isIndexed: Bool { false }

    /// Reads the rows that are asked for.
    static func read(_ ask: Ask) async throws -> MeasureTaskRowsPage {
        let rules = ask.rules
        let state = try ask.word("state", of: MeasureTask.State.self)
        let code = ask.parameter
        return try await ask.read { reading in
            let now = try reading.reading()
            let month = try ask.month(today: now.day)
            let tasks = try reading.measureTasks(in: month, department: code)
            guard let name = rules.bodyTitle(code, on: now.day) else { throw PortalProblem.noSuchPage }
            return MeasureTaskRowsPage(
                department: code, name: name, month: month, state: state,
                lines: tasks.filter { state == nil || $0.state == state }.map {
                    MeasureTaskLine(task: $0, name: rules.measures.measures[$0.measure]?.name)
                }, reading: now)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("department", department)
        tape.put("departmentTitle", name)
        tape.put("month", month.description)
        tape.put("state", state?.rawValue)
        tape.put("tasks", lines)
        tape.draw { tape in
            tape.put("stateTitle", state?.title)
            tape.put("monthTitle", month.title)
            tape.put("hasTasks", !lines.isEmpty)
            tape.put("back", "/measures/tasks?month=\(month)")
        }
    }
}

/// 措施任务一行.
struct MeasureTaskLine: Shown {
    let task: MeasureTask
    let name: Label?

    func show(on tape: inout Tape) {
        tape.put("measure", task.measure)
        tape.put("measureTitle", name ?? .both(task.measure, task.measure))
        tape.put("bound", task.bound)
        tape.put("told", task.told)
        tape.put("state", task.state.rawValue)
        tape.put("stateTitle", task.state.title)
        tape.put(known: "days", task.days)
    }
}

extension RouteTable {
    mutating func addMeasureTasks() {
        let month = Route.Question(name: "month", summary: .both("月份 YYYY-MM", "Month YYYY-MM"), isNeeded: false)
        page(
            "/measures/tasks", .both("各单位执行和反馈措施的情况", "How departments executed measures and told of it"),
            schema: "MeasureTasks", questions: [month]
        ) { try await MeasureTasksPage.read($0) }
        page(
            "/measures/tasks/{department}", .both("一个单位当月的措施任务", "The measures of a department in a month"),
            schema: "MeasureTaskRows", questions: [month, Self.filter("state", "反馈状态", "State")]
        ) { try await MeasureTaskRowsPage.read($0) }
    }
}
