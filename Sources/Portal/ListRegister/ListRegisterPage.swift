import Credit

/// 名单目录: every list with what it rests on, as it stood on a day.
struct ListRegisterPage: RuleListPage {
    static let template = "list_register"
    static let table: StaticString? = "lists"
    let lines: [ListLine]
    let asked: AskedRules

    var title: Label { .both("名单目录", "Register of lists") }

    static let columns = Columns(all: [
        .plain("名单", "List"), .by("kind", .words, "性质", "Kind"), .by("status", .words, "状态", "Status"),
        .plain("部门和职责", "Department and part"), .by("bases", .number, "当日依据", "Bases that day"),
    ])

    func showMore(on tape: inout Tape) {
        tape.draw { tape in
            let planned = lines.compactMap(\.rule.row)
            tape.put("rows", Set(planned).count)
            tape.put("others", lines.count - planned.count)
        }
    }
}

/// One list as a line of the register.
struct ListLine: Shown {
    let rule: ListRule
    let day: Day
    let rules: Rules

    func show(on tape: inout Tape) {
        let (status, role) = (rule.status(on: day), rule.roles.value(on: day))
        tape.put("code", rule.code)
        tape.put(known: "row", rule.row)
        tape.put("name", rule.name(on: day))
        tape.put("planName", rule.names.steps[0].value)
        tape.put("kind", rule.kind.rawValue)
        tape.put("kindTitle", rule.kind.title)
        tape.put("status", status.rawValue)
        tape.put("statusTitle", status.title)
        tape.put("department", rule.department)
        tape.put(words: "departmentTitle", rule.department.flatMap { rules.bodyTitle($0, on: day) })
        tape.put("role", role?.rawValue)
        tape.put(words: "roleTitle", role?.title)
        tape.put("item", rule.item)
        tape.put("bases", rule.bases(on: day).map { [$0.source.document, $0.source.clause ?? ""].joined() })
        tape.put("path", "/lists/register/" + rule.code)
        tape.draw { tape in
            tape.put("isInForce", status == .inForce)
            tape.put("hasBases", status != .absent)
        }
    }
}

extension RouteTable {
    mutating func addListRegister() {
        page(
            "/lists/register", .both("名单目录：各名单及其依据", "The lists and what they rest on"), schema: "ListRegister",
            questions: [
                Self.filter("kind", "名单性质", "Kind of list"), Self.filter("status", "状态", "Status"),
                Self.filter("department", "部门代码", "Code of the department"), Self.onDay,
                ListRegisterPage.columns.question,
            ]
        ) { ask in
            let rules = ask.rules
            let asked = try await ask.rules(columns: ListRegisterPage.columns) { day in
                [
                    .words("kind", .both("性质", "Kind"), of: ListKind.self, \.title),
                    .words("status", .both("状态", "Status"), of: ListStatus.self, \.title),
                    rules.bodySelect(on: day),
                ]
            }
            let day = asked.day
            let kind = try ask.word("kind", of: ListKind.self)
            let status = try ask.word("status", of: ListStatus.self)
            let department = try ask.code("department", of: rules.departments)
            let found = rules.lists.filter { list in
                (kind == nil || list.kind == kind) && (status == nil || list.status(on: day) == status)
                    && (department == nil || list.department == nil || list.department == department)
            }
            let order = try ListRegisterPage.columns.order(ask)
            let lists = order.map { order in
                found.ordered(order.isDescending) { list in
                    switch order.column {
                    case "kind": list.kind.place
                    case "status": list.status(on: day).place
                    default: list.bases(on: day).count
                    }
                }
            }
            return ListRegisterPage(
                lines: (lists ?? found).map { ListLine(rule: $0, day: day, rules: rules) }, asked: asked)
        }
        page(
            "/lists/register/{code}", .both("一种名单：依据、期限和退出", "One list: bases, term and ways out"),
            schema: "ListRule", questions: [Self.onDay]
        ) { ask in
            guard let rule = ask.rules.lists[ask.parameter] else { throw PortalProblem.noSuchPage }
            return ListRulePage(rule: rule, rules: ask.rules, asked: try await ask.rules())
        }
    }
}
