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
        guard let code, let gist, let capabilities, let entities else { return nil }
        return PlanItem(
            code: code, gist: gist, departments: departments, capabilities: capabilities, entities: entities)
    }
}
