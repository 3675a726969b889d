/// 模板库: every page's template inside the layout, in both languages, read once.
struct TemplateLibrary: Sendable {
    private let templates: [String: [Language: Template]]

    /// Reads templates by name; those that begin with a letter and are not taken in by others are pages.
    ///
    /// - Throws: `TemplateFault` where one is wrong.
    init(_ texts: [String: String]) throws {
        guard let layout = texts["layout"] else { throw TemplateFault(description: "there is no layout") }
        var templates: [String: [Language: Template]] = [:]
        for name in texts.keys where name != "layout" && !name.hasPrefix("part_") {
            for language in Language.allCases {
                templates[name, default: [:]][language] = try Template(layout, language: language) { wanted in
                    wanted == "page" ? texts[name] : texts[wanted]
                }
            }
        }
        self.templates = templates
    }

    /// The template of a page.
    func template(of page: some Page, in language: Language) throws -> Template {
        guard let template = templates[type(of: page).template]?[language] else {
            throw TemplateFault(description: "no template \(type(of: page).template)")
        }
        return template
    }
}

/// 样式表: the one style sheet, under a name that changes with its content so that it may be kept for ever.
struct Stylesheet: Sendable {
    let path: String
    private let name: String
    private let bytes: [UInt8]
    /// The sheet packed as small as it gets, once.
    private let packed: [UInt8]?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        packed = Gzip.compress(bytes, level: 9)
        let mark = Answer(type: "", bytes: bytes).mark.filter { $0.isLetter || $0.isNumber }.lowercased()
        name = "portal-" + mark + ".css"
        path = "/style/" + name
    }

    /// The sheet, if the target is it.
    func answer(to target: RequestTarget) -> Answer? {
        guard target.parts.count == 2, target.parts[0] == "style", target.parts[1] == name else { return nil }
        return Answer(type: "text/css; charset=utf-8", bytes: bytes, caching: .forever, packed: packed)
    }
}
