import Credit

/// 任务条目: an item of the plan with whoever has to do it and how far this software serves it.
struct TaskLine: Shown {
    let item: PlanItem
    let section: PlanSection
    let rules: Rules
    let day: Day

    func show(on tape: inout Tape) {
        let progress = item.progress
        let bodies = item.departments.compactMap { rules.departments[$0] }
        let capabilities = item.capabilities.compactMap { rules.capabilities[$0] }
        tape.put("item", item.code)
        tape.put("path", "/plan/" + item.code)
        tape.put("section", section.code)
        tape.put("sectionTitle", section.title)
        tape.put("gist", item.gist)
        tape.put("departments", item.departments)
        tape.put("departmentTitles", bodies.map { tape.language.words(of: $0.title(on: day, short: true)) })
        tape.put("capabilities", item.capabilities)
        tape.put("capabilityTitles", capabilities.map { tape.language.words(of: $0.name) })
        tape.put("state", progress.state.rawValue)
        tape.put("stateTitle", progress.state.title)
        tape.put("reason", progress.reason)
        tape.put("source", progress.source.map { ShownSource($0, in: rules) })
        tape.put("shownBy", progress.shownBy)
        tape.draw { tape in
            tape.put("sign", progress.state.sign)
            tape.put("isEverybody", bodies.count == rules.departments.count)
            tape.put("bodies", bodies.map { Body(department: $0, day: day) })
            tape.put("abilities", capabilities.map { Ability(capability: $0) })
            tape.put("ways", progress.shownBy.map { Way(text: $0) })
            tape.put("hasWays", !progress.shownBy.isEmpty)
        }
    }

    /// A department that has to do the item.
    struct Body: Shown {
        let department: Department
        let day: Day

        func show(on tape: inout Tape) {
            tape.put("code", department.code)
            tape.put("name", department.title(on: day, short: true))
        }
    }

    /// A capability that serves the item.
    struct Ability: Shown {
        let capability: Capability

        func show(on tape: inout Tape) {
            tape.put("code", capability.code)
            tape.put("name", capability.name)
        }
    }

    /// Where the item is seen: an address of this site or a command.
    struct Way: Shown {
        let text: String

        func show(on tape: inout Tape) {
            let isAddress = text.hasPrefix("/")
            tape.put("address", isAddress ? text : nil)
            tape.put("command", isAddress ? nil : text)
        }
    }
}

extension Department {
    /// What the department is called on a day; before its first known name, by that one.
    func title(on day: Day, short: Bool = false) -> Label {
        let name = name(on: day) ?? names.steps[0].value
        return short ? Label(name.short, name.full.english) : name.full
    }
}

extension PlanProgress.State {
    /// A sign that stands beside the colour.
    var sign: String {
        switch self {
        case .works: "●"
        case .part: "◐"
        case .notYet: "○"
        case .replaced: "⇄"
        case .declined: "✕"
        }
    }
}
