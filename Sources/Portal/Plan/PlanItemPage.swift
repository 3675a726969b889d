import Credit

/// 任务条目页: one item of the plan.
struct PlanItemPage: Page {
    static let template = "plan_item"
    let line: TaskLine
    let reading: Reading?

    var title: Label {
        .both("任务 " + line.item.code, "Item " + line.item.code)
    }
    var canonicalPath: String? { "/plan/" + line.item.code }
    var section: PortalSection? { .rules }

    /// Reads the item that the address names.
    static func read(_ ask: Ask) async throws -> PlanItemPage {
        let found = ask.rules.plan.lazy.compactMap { section in
            section.items.first { $0.code == ask.parameter }.map { (section, $0) }
        }.first
        guard let (section, item) = found else { throw PortalProblem.noSuchRule }
        let reading = try await ask.reading()
        return PlanItemPage(
            line: TaskLine(item: item, section: section, rules: ask.rules, day: reading.day), reading: reading)
    }

    func show(on tape: inout Tape) {
        tape.put("task", line)
        tape.draw { tape in
            tape.put("neighbours", line.section.items.map { Neighbour(item: $0, isHere: $0.code == line.item.code) })
        }
    }

    /// Another item of the same section.
    struct Neighbour: Shown {
        let item: PlanItem
        let isHere: Bool

        func show(on tape: inout Tape) {
            tape.put("code", item.code)
            tape.put("gist", item.gist)
            tape.put("isHere", isHere)
        }
    }
}
