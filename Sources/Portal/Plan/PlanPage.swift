import Credit

/// 分工方案页: all items of the city's plan, with their departments, their capabilities and how far each is served.
struct PlanPage: Page {
    static let template = "plan"
    static let table: StaticString? = "items"
    let rules: Rules
    let filter: Filter
    let address: PageAddress
    let reading: Reading?
    private let day: Day

    /// What the visitor wants to see.
    struct Filter {
        var department: String?
        var capability: String?
        var state: PlanProgress.State?
    }

    init(_ rules: Rules, filter: Filter, at address: PageAddress, reading: Reading) {
        self.rules = rules
        self.filter = filter
        self.address = address
        self.reading = reading
        day = reading.day
    }

    var title: Label { .both("2020 年重点任务与落实状态", "The plan of 2020 and its state") }
    var canonicalPath: String? { "/plan" }
    var section: PortalSection? { .rules }
    var narrowing: FilterForm? {
        FilterForm(
            address: address,
            selects: [
                .init(
                    name: "department", title: .both("部门", "Department"),
                    options: rules.departments.map { .init(value: $0.code, title: $0.title(on: day)) }),
                .init(
                    name: "capability", title: .both("能力", "Capability"),
                    options: rules.capabilities.map {
                        .init(
                            value: $0.code,
                            title: .both("\($0.code) \($0.name.chinese)", "\($0.code) \($0.name.english)"))
                    }),
                .words("state", .both("状态", "State"), of: PlanProgress.State.self, \.title),
            ])
    }

    /// Reads the items that the question asks for.
    static func read(_ ask: Ask) async throws -> PlanPage {
        let filter = Filter(
            department: ask.question("department"), capability: ask.question("capability"),
            state: ask.question("state").flatMap { PlanProgress.State(rawValue: $0) })
        let isKnown =
            (filter.department.map { ask.rules.departments[$0] != nil } ?? true)
            && (filter.capability.map { ask.rules.capabilities[$0] != nil } ?? true)
            && (ask.question("state") == nil || filter.state != nil)
        guard isKnown else { throw PortalProblem.badQuestion("state") }
        return PlanPage(ask.rules, filter: filter, at: ask.address, reading: try await ask.reading())
    }

    /// The items of the chosen department and capability, whatever their state.
    private var candidates: [TaskLine] {
        rules.plan.flatMap { section in
            section.items.map { TaskLine(item: $0, section: section, rules: rules, day: day) }
        }.filter { line in
            (filter.department.map { line.item.departments.contains($0) } ?? true)
                && (filter.capability.map { line.item.capabilities.contains($0) } ?? true)
        }
    }

    func show(on tape: inout Tape) {
        let candidates = candidates
        let wanted = candidates.filter { line in filter.state.map { $0 == line.item.progress.state } ?? true }
        tape.put("department", filter.department)
        tape.put("capability", filter.capability)
        tape.put("state", filter.state?.rawValue)
        tape.put(
            "states",
            PlanProgress.State.allCases.map { state in
                StateCount(
                    state: state, count: candidates.count { $0.item.progress.state == state }, of: candidates.count,
                    chosen: filter.state, address: address)
            })
        if tape.form != .page { tape.put("items", wanted) }
        tape.draw { tape in
            tape.put("total", candidates.count)
            tape.put("shown", wanted.count)
            tape.put("isEmpty", wanted.isEmpty)
            tape.put("isFiltered", wanted.count < rules.plan.reduce(0) { $0 + $1.items.count })
            tape.put("whole", filter.state.map { _ in address.asking("state", nil).text })
            tape.put(
                "groups",
                rules.plan.compactMap { section in
                    let lines = wanted.filter { $0.section.code == section.code }
                    return lines.isEmpty ? nil : Group(section: section, lines: lines)
                })
        }
    }

    /// How many items are in a state; the number leads to them.
    struct StateCount: Shown {
        let state: PlanProgress.State
        let count: Int
        let of: Int
        let chosen: PlanProgress.State?
        let address: PageAddress

        func show(on tape: inout Tape) {
            tape.put("state", state.rawValue)
            tape.put("stateTitle", state.title)
            tape.put("count", count)
            tape.draw { tape in
                tape.put("sign", state.sign)
                tape.put("rows", address.asking("state", state.rawValue).text)
                tape.put("width", String(of == 0 ? 0 : (count * 1_000 + of / 2) / of))
                tape.put("isChosen", chosen == state)
            }
        }
    }

    /// The items of a section.
    struct Group: Shown {
        let section: PlanSection
        let lines: [TaskLine]

        func show(on tape: inout Tape) {
            tape.put("section", section.code)
            tape.put("sectionTitle", section.title)
            tape.put("count", lines.count)
            tape.put("lines", lines)
        }
    }
}

extension RouteTable {
    mutating func addPlan() {
        page(
            "/plan", .both("重点任务与落实状态", "The plan's items and their state"), schema: "Plan",
            questions: [
                .init(name: "department", summary: .both("部门编码", "Code of a department"), isNeeded: false),
                .init(name: "capability", summary: .both("能力编号", "Code of a capability"), isNeeded: false),
                .init(name: "state", summary: .both("落实状态", "State"), isNeeded: false),
            ]
        ) { try await PlanPage.read($0) }
        page("/plan/{item}", .both("一条任务", "One item of the plan"), schema: "PlanItemFile") {
            try await PlanItemPage.read($0)
        }
    }
}
