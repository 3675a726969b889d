import Credit

extension Chapter {
    /// 分工方案: `capabilities.yaml` and a file for each section.
    static var plan: Chapter {
        Chapter(folder: "plan") { files, rules in
            var sections: [(order: Int, section: PlanSection)] = []
            for strict in files {
                if strict.file.stem == "capabilities" {
                    rules.capabilities = Register(strict.run(capabilities) ?? [])
                } else if let section = strict.run({ section($0, rules.departments) }) {
                    sections.append(section)
                }
            }
            rules.plan = Register(sections.sorted { $0.order < $1.order }.map(\.section))
        }
    }

    private static func capabilities(_ strict: Strict) -> [Capability]? {
        strict.items("capabilities") { inner in
            let (code, name) = (inner.code(.capability, form: .numbering), inner.label())
            let content = inner.text("content")
            guard let code, let name, let content else { return nil }
            return Capability(code: code, name: name, content: content)
        }
    }

    private static func section(
        _ strict: Strict, _ departments: Register<Department>
    ) -> (order: Int, section: PlanSection)? {
        let code = strict.fileCode(.planSection, form: .numbering)
        let (order, title) = (strict.number("order", in: 1...999), strict.label("title"))
        // A section that speaks to everybody says so; the others belong to the departments that name them.
        let common = strict.truth("common", required: false) ?? false
        let own = departments.filter { $0.section == code }.map(\.code)
        if !common, let code, !strict.reading.isReferred(to: code, in: .planSection) {
            strict.refuse(
                "code", code: "PACK-143", value: code,
                message: Label("没有部门承担本节。", "no department names this section."),
                remedy: Label("请在部门文件中写 section，或写 common: true。", "Name it in a department, or write common: true."))
        }
        let items = strict.items("items") { item($0, everybody: common ? departments.codes : own) }
        guard let code, let order, let title, let items else { return nil }
        return (order, PlanSection(code: code, title: title, items: items))
    }

    private static func item(_ strict: Strict, everybody: [String]) -> PlanItem? {
        let code = strict.code(.planItem, form: .numbering)
        let gist = strict.label("gist")
        let departments = strict.references("departments", to: .department, required: false) ?? everybody
        let capabilities = strict.references("capabilities", to: .capability)
        let entities = strict.texts("entities", atMost: 60)
        let progress = progress(strict)
        guard let code, let gist, let capabilities, let entities, let progress else { return nil }
        return PlanItem(
            code: code, gist: gist, departments: departments, capabilities: capabilities, entities: entities,
            progress: progress)
    }

    /// `state:`, with `reason:` and `reason-english:`, `source:` and `shown:` where the state demands them: what is said
    /// to work is shown, what was replaced names what replaced it, what is declined or partial says why.
    private static func progress(_ strict: Strict) -> PlanProgress? {
        let state = strict.word("state", of: PlanProgress.State.self)
        let hasReason = strict.has("reason") || strict.has("reason-english")
        let reason = hasReason ? strict.label("reason", "reason-english") : nil
        let source = strict.has("source") ? strict.source() : nil
        let shown = strict.texts("shown", required: false, atMost: 200) ?? []
        guard let state else { return nil }
        if reason == nil, !hasReason, [.part, .replaced, .declined].contains(state) {
            strict.refuse(
                "state", code: "PACK-175", value: state.rawValue,
                message: Label("这一状态须写明理由。", "this state needs its reason."),
                remedy: Label("请补上 reason 和 reason-english。", "Add reason and reason-english."))
        }
        if shown.isEmpty, [.works, .part].contains(state) {
            strict.refuse(
                "state", code: "PACK-176", value: state.rawValue,
                message: Label("已实现的须写明在哪里可以看到。", "what works must say where it is seen."),
                remedy: Label("请补上 shown：地址或者命令。", "Add shown: addresses or commands."))
        }
        if source == nil, state == .replaced {
            strict.refuse(
                "state", code: "PACK-177", value: state.rawValue,
                message: Label("被取代的须写明取代它的文件。", "what was replaced must name what replaced it."),
                remedy: Label("请补上 source。", "Add source."))
        }
        return PlanProgress(state: state, reason: reason, source: source, shownBy: shown)
    }
}
