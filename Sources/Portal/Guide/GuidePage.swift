import Credit

/// 办事指南页: one page of guidance as the pack words it.
struct GuidePage: Page {
    static let template = "guide_text"
    let text: GuideText
    let rules: Rules
    let reading: Reading?

    var title: Label { text.title }
    var canonicalPath: String? { "/guide/" + text.code }
    var section: PortalSection? { .guide }

    func show(on tape: inout Tape) {
        tape.put("code", text.code)
        tape.put("title", text.title)
        tape.put("lead", text.lead)
        tape.put("sections", text.shownSections(in: rules, on: reading?.day))
        tape.draw { tape in
            tape.put("pages", GuideIndexPage.lines(of: rules, here: text.code))
            tape.put("contents", text.sections.map { Content(section: $0) })
            tape.put("hasContents", text.sections.count > 2)
        }
    }

    /// A line of the page's own table of contents.
    struct Content: Shown {
        let section: GuideSection

        func show(on tape: inout Tape) {
            tape.put("code", section.code)
            tape.put("name", section.title)
        }
    }
}

/// 指南目录页: what guidance there is.
struct GuideIndexPage: Page {
    static let template = "guide"
    static let table: StaticString? = "pages"
    let rules: Rules
    let reading: Reading?

    var title: Label { .both("办事指南", "Guide") }
    var canonicalPath: String? { "/guide" }
    var section: PortalSection? { .guide }

    func show(on tape: inout Tape) {
        tape.put("pages", Self.lines(of: rules, here: nil))
    }

    static func lines(of rules: Rules, here: String?) -> [Line] {
        rules.guide.map { Line(text: $0, isHere: $0.code == here) }
    }

    /// A page of the guide.
    struct Line: Shown {
        let text: GuideText
        let isHere: Bool

        func show(on tape: inout Tape) {
            tape.put("code", text.code)
            tape.put("name", text.title)
            tape.put("about", text.lead)
            tape.put("path", "/guide/" + text.code)
            tape.draw { $0.put("isHere", isHere) }
        }
    }
}

extension RouteTable {
    mutating func addGuide() {
        page("/guide", .both("办事指南目录", "What guidance there is"), schema: "Guide") { ask in
            GuideIndexPage(rules: ask.rules, reading: try await ask.reading())
        }
        page("/guide/glossary", .both("词汇，按日期", "The glossary, by date"), schema: "Glossary") { ask in
            GlossaryPage(ask.rules, text: try ask.guide("glossary"), reading: try await ask.reading())
        }
        page("/guide/organisation", .both("部门、职责和任务", "Departments, duties and items"), schema: "Organisation") {
            ask in
            OrganisationPage(ask.rules, text: try ask.guide("organisation"), reading: try await ask.reading())
        }
        page("/guide/{page}", .both("一页指南", "A page of the guide"), schema: "GuideText") { ask in
            GuidePage(text: try ask.guide(ask.parameter), rules: ask.rules, reading: try await ask.reading())
        }
    }
}

extension Ask {
    /// The page of the guide under a code.
    ///
    /// - Throws: `PortalProblem.noSuchRule` where the pack has none.
    func guide(_ code: String) throws(PortalProblem) -> GuideText {
        guard let text = rules.guide[code] else { throw .noSuchRule }
        return text
    }
}
