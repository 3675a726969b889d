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

    init(_ written: [UInt8]) {
        bytes = Stylesheet.tight(written)
        packed = Gzip.compress(bytes, level: 9)
        let mark = Answer(type: "", bytes: bytes).mark.filter { $0.isLetter || $0.isNumber }.lowercased()
        name = "portal-" + mark + ".css"
        path = "/style/" + name
    }

    /// The sheet without its comments and without the white space that only its readers need.
    static func tight(_ css: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(css.count)
        var at = 0
        while at < css.count {
            let byte = css[at]
            switch byte {
            case 0x22:
                let end = css[(at + 1)...].firstIndex(of: 0x22) ?? css.count - 1
                out += css[at...end]
                at = end
            case 0x2F where at + 1 < css.count && css[at + 1] == 0x2A:
                at += 2
                while at + 1 < css.count, css[at] != 0x2A || css[at + 1] != 0x2F { at += 1 }
                at += 1
            case 0x20, 0x0A, 0x0D, 0x09:
                if let last = out.last, !Array("{};,: ".utf8).contains(last) { out.append(0x20) }
            case 0x7B, 0x7D:
                while let last = out.last, last == 0x20 || last == 0x3B && byte == 0x7D { out.removeLast() }
                out.append(byte)
            default: out.append(byte)
            }
            at += 1
        }
        return out
    }

    /// The sheet, if the target is it.
    func answer(to target: RequestTarget) -> Answer? {
        guard target.parts.count == 2, target.parts[0] == "style", target.parts[1] == name else { return nil }
        return Answer(type: "text/css; charset=utf-8", bytes: bytes, caching: .forever, packed: packed)
    }
}
