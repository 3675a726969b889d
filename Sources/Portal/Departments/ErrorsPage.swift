import Credit

/// 退回明细: what was wrong with the refused rows of a department's month, cell by cell: batch, file, sheet, line, field and
/// rule. Never the value and never the subject: a refused row may be about a person.
struct ErrorsPage: Page {
    static let template = "errors"
    static let table: StaticString? = "errors"
    let department: DepartmentView
    let asked: RefusedQuestion
    let lines: [ErrorView]
    let following: RefusedPlace?
    let form: FilterForm
    let reading: Reading?

    static let most = 100
    static let mostDownloaded = 5_000

    var title: Label {
        .both(
            "\(department.short) · 退回明细 \(asked.month)", "\(department.name.english) · what was refused, \(asked.month)"
        )
    }
    var section: PortalSection? { .departments }
    var isIndexed: Bool { false }
    var narrowing: FilterForm? { form }
    var pager: Pager? { Pager(form.address, after: following.map { "\($0)" }, count: lines.count) }

    /// What a list can be narrowed by: what the month's refused rows broke, and what is asked now.
    static func selects(
        _ faults: [FaultTally], _ asked: RefusedQuestion, _ rules: Rules
    ) -> [FilterForm.Select] {
        func options(_ all: [(value: String, title: Label)]) -> [FilterForm.Option] {
            all.reduce(into: []) { options, one in
                guard !options.contains(where: { $0.value == one.value }) else { return }
                options.append(.init(value: one.value, title: one.title))
            }
        }
        let kinds = faults.map(\.kind) + [asked.kind].compactMap(\.self)
        let broken = faults.map(\.fault.rule) + [asked.rule].compactMap(\.self)
        let fields =
            faults.map { ($0.fault.field, rules.kinds[$0.kind]) }
            + [asked.field].compactMap(\.self).map { name in
                (name, rules.kinds.first { $0.field(named: name) != nil })
            }
        return [
            .init(
                name: "kind", title: .both("信息类别", "Kind"),
                options: options(kinds.map { ($0, rules.kinds[$0]?.title ?? .both($0, $0)) })),
            .init(
                name: "rule", title: .both("问题", "What is wrong"),
                options: options(broken.map { ($0, RowRule(code: $0)?.title ?? .both($0, $0)) })),
            .init(
                name: "field", title: .both("字段", "Field"),
                options: options(
                    fields.map { (FaultFieldName.asked($0.0), FaultFieldName.title($0.0, of: $0.1)) })),
        ]
    }

    /// Reads the list that is asked for.
    static func read(_ ask: Ask) async throws -> ErrorsPage {
        let department = try ask.department()
        let rules = ask.rules
        let (kind, rule, field) = (ask.question("kind"), ask.question("rule"), ask.question("field"))
        let after = ask.question("after").map(RefusedPlace.init)
        // Only what the rules know is looked for, so that nothing else can come back on the page.
        if let kind, rules.kinds[kind] == nil { throw PortalProblem.badQuestion("kind") }
        if let rule, RowRule(code: rule) == nil { throw PortalProblem.badQuestion("rule") }
        if let field, field != "-", !rules.kinds.contains(where: { $0.field(named: field) != nil }) {
            throw PortalProblem.badQuestion("field")
        }
        if after == .some(nil) { throw PortalProblem.badQuestion("after") }
        let limit = try ask.limit(most, downloaded: mostDownloaded)
        return try await ask.read { reading in
            let now = try reading.reading()
            let asked = RefusedQuestion(
                department: department.code, month: try ask.month(today: now.day), kind: kind, rule: rule,
                field: field == "-" ? "" : field, after: after ?? nil, limit: limit)
            let answer = try reading.refusedCells(asked)
            let faults = try reading.faults(in: asked.month, department: department.code)
            return ErrorsPage(
                department: DepartmentView(department: department, day: now.day), asked: asked,
                lines: answer.lines.map { ErrorView(line: $0, kind: rules.kinds[$0.kind]) }, following: answer.next,
                form: FilterForm(
                    address: ask.addressed("month", asked.month.description),
                    selects: selects(faults, asked, rules)), reading: now)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("department", department)
        tape.put("month", asked.month.description)
        tape.put("kind", asked.kind)
        tape.put("rule", asked.rule)
        tape.put("field", asked.field)
        tape.put("errors", lines)
        tape.draw { tape in
            tape.put("hasErrors", !lines.isEmpty)
            tape.put("monthTitle", asked.month.title)
            tape.put("back", "/departments/\(department.department.code)?month=\(asked.month)")
        }
    }
}

/// 退回的一格: where it stands and which rule it broke.
struct ErrorView: Shown {
    let line: RefusedLine
    let kind: RecordKind?

    func show(on tape: inout Tape) {
        tape.put("batch", line.batch)
        tape.put("kind", line.kind)
        tape.put("kindTitle", kind?.title ?? .both(line.kind, line.kind))
        tape.put("file", line.file)
        tape.put("sheet", line.sheet)
        tape.put("line", line.line)
        tape.put("column", line.column)
        tape.put("field", line.fault.field)
        tape.put("fieldTitle", FaultFieldName.title(line.fault.field, of: kind))
        tape.put("rule", line.fault.rule)
        tape.put("ruleTitle", RowRule(code: line.fault.rule)?.title ?? .both(line.fault.rule, line.fault.rule))
    }
}

extension RouteTable {
    mutating func addDepartments() {
        let month = Route.Question(name: "month", summary: .both("月份 YYYY-MM", "Month YYYY-MM"), isNeeded: false)
        let after = Route.Question(name: "after", summary: .both("从哪里接着列", "Where the list goes on"), isNeeded: false)
        let limit = Route.Question(name: "limit", summary: .both("最多列几行", "How many lines at most"), isNeeded: false)
        func filter(_ name: String, _ chinese: String, _ english: String) -> Route.Question {
            Route.Question(name: name, summary: .both(chinese, english), isNeeded: false)
        }
        page(
            "/departments", .both("各部门当月报送情况", "What each department handed in in a month"), schema: "Departments",
            questions: [month, DepartmentsPage.columns.question]
        ) { try await DepartmentsPage.read($0) }
        page(
            "/departments/{code}", .both("部门数据质量记分卡", "The scorecard of a department"), schema: "Scorecard",
            questions: [month]
        ) { try await ScorecardPage.read($0) }
        page(
            "/departments/{code}/batches", .both("部门报送的文件", "The files of a department"), schema: "Batches",
            questions: [month, filter("kind", "信息类别", "Kind"), BatchesPage.columns.question, limit, after]
        ) { try await BatchesPage.ofDepartment($0) }
        page(
            "/departments/{code}/errors", .both("部门退回明细", "What was refused of a department, cell by cell"),
            schema: "Errors",
            questions: [
                month, filter("kind", "信息类别", "Kind"),
                .init(
                    name: "rule", summary: .both("校验规则代码", "Code of the rule"), isNeeded: false,
                    kind: .choice(RowRule.allCases.map(\.code))),
                filter("field", "字段；整行为 -", "Field; - for the row as a whole"), limit, after,
            ]
        ) { try await ErrorsPage.read($0) }
    }
}
