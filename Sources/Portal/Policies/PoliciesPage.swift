import Credit

/// 政策法规和标准: the library of documents by kind, level and department.
struct PoliciesPage: Page {
    static let template = "policies"
    static let table: StaticString? = "policies"
    let lines: [LibraryLine]
    let day: Day
    let selects: [FilterForm.Select]
    let isDayAsked: Bool
    let reading: Reading?

    var title: Label { .both("政策法规和标准", "Policies and standards") }
    var section: PortalSection? { .rules }
    var question: String? { FilterForm.question(selects: selects, day: isDayAsked ? day : nil) }

    func show(on tape: inout Tape) {
        tape.put("on", day)
        tape.put("policies", lines)
        tape.draw { tape in
            tape.put("count", lines.count)
            tape.put("isEmpty", lines.isEmpty)
            tape.put("filter", FilterForm(action: "/policies", selects: selects, day: day))
        }
    }
}

extension RouteTable {
    mutating func addPolicies() {
        page(
            "/policies", .both("政策法规和标准", "Policies and standards"), schema: "Policies",
            questions: [
                Self.onDay, Self.filter("kind", "制度类别", "Kind of institution"),
                Self.filter("level", "制定层级", "Level"), Self.filter("state", "状态", "State"),
                Self.filter("department", "部门代码", "Code of the department"),
            ]
        ) { ask in
            let reading = try await ask.read { try $0.reading() }
            let (day, rules) = (try ask.day(or: reading), ask.rules)
            let kind = try ask.word("kind", of: PolicyKind.self)
            let level = try ask.word("level", of: Policy.Level.self)
            let state = try ask.word("state", of: LibraryEntry.State.self)
            let department = try ask.code("department", of: rules.departments)
            let found = LibraryEntry.all(rules, on: day).filter { entry in
                (kind.map { entry.kinds.contains($0) } ?? true) && (level == nil || entry.level == level)
                    && (state == nil || entry.state == state) && (department.map { entry.concerns($0) } ?? true)
            }
            return PoliciesPage(
                lines: found.map { LibraryLine(entry: $0, day: day, rules: rules) }, day: day,
                selects: [
                    .words("kind", .both("类别", "Kind"), of: PolicyKind.self, chosen: kind, \.title),
                    .words("level", .both("层级", "Level"), of: Policy.Level.self, chosen: level, \.title),
                    .words("state", .both("状态", "State"), of: LibraryEntry.State.self, chosen: state, \.title),
                    rules.bodySelect(chosen: department, on: day),
                ], isDayAsked: ask.question("on") != nil, reading: reading)
        }
        page(
            "/policies/matrix", .both("部门与七类制度对照", "Departments and the seven kinds of institution"),
            schema: "PolicyMatrix", questions: [Self.onDay]
        ) { ask in
            let reading = try await ask.read { try $0.reading() }
            return PolicyMatrixPage(
                rules: ask.rules, day: try ask.day(or: reading), isDayAsked: ask.question("on") != nil, reading: reading
            )
        }
    }
}
