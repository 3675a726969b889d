import Credit

/// 政策法规和标准: the library of documents by kind, level and department.
struct PoliciesPage: RuleListPage {
    static let template = "policies"
    static let table: StaticString? = "policies"
    let lines: [LibraryLine]
    let asked: AskedRules

    var title: Label { .both("政策法规和标准", "Policies and standards") }

    static let columns = Columns(all: [
        .plain("文件", "Document"), .plain("类别", "Kind"), .by("level", .words, "层级", "Level"),
        .plain("适用部门", "Departments"), .by("from", .day, "状态和起始日", "State and first day"),
    ])
}

extension RouteTable {
    mutating func addPolicies() {
        page(
            "/policies", .both("政策法规和标准", "Policies and standards"), schema: "Policies",
            questions: [
                Self.filter("kind", "制度类别", "Kind of institution"),
                Self.filter("level", "制定层级", "Level"), Self.filter("state", "状态", "State"),
                Self.filter("department", "部门代码", "Code of the department"), Self.onDay,
                PoliciesPage.columns.question,
            ]
        ) { ask in
            let rules = ask.rules
            let asked = try await ask.rules(columns: PoliciesPage.columns) { day in
                [
                    .words("kind", .both("类别", "Kind"), of: PolicyKind.self, \.title),
                    .words("level", .both("层级", "Level"), of: Policy.Level.self, \.title),
                    .words("state", .both("状态", "State"), of: LibraryEntry.State.self, \.title),
                    rules.bodySelect(on: day),
                ]
            }
            let kind = try ask.word("kind", of: PolicyKind.self)
            let level = try ask.word("level", of: Policy.Level.self)
            let state = try ask.word("state", of: LibraryEntry.State.self)
            let department = try ask.code("department", of: rules.departments)
            var found = LibraryEntry.all(rules, on: asked.day).filter { entry in
                (kind.map { entry.kinds.contains($0) } ?? true) && (level == nil || entry.level == level)
                    && (state == nil || entry.state == state) && (department.map { entry.concerns($0) } ?? true)
            }
            switch try PoliciesPage.columns.order(ask) {
            case let order? where order.column == "level":
                found = found.ordered(order.isDescending) { $0.level.place }
            case let order?: found = found.ordered(order.isDescending) { $0.from.last }
            case nil: break
            }
            return PoliciesPage(
                lines: found.map { LibraryLine(entry: $0, day: asked.day, rules: rules) }, asked: asked)
        }
        page(
            "/policies/matrix", .both("部门与七类制度对照", "Departments and the seven kinds of institution"),
            schema: "PolicyMatrix", questions: [Self.onDay]
        ) { ask in PolicyMatrixPage(rules: ask.rules, asked: try await ask.rules()) }
    }
}
