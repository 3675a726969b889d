import Credit

extension CodeSpace {
    /// 指南页.
    static let guide = CodeSpace(chinese: "指南页", english: "guide page")
    /// 指南章节.
    static let guideSection = CodeSpace(chinese: "指南章节", english: "guide section")
    /// 词汇.
    static let guideWord = CodeSpace(chinese: "词汇", english: "word of the glossary")
}

extension Chapter {
    /// 办事指南: a file is a page.
    static var guide: Chapter {
        Chapter(folder: "guide") { files, rules in
            let read = files.compactMap { $0.run(guideText) }
            rules.guide = Register(
                read.sorted { ($0.order, $0.text.code) < ($1.order, $1.text.code) }.map(\.text))
        }
    }

    private static func guideText(_ strict: Strict) -> (order: Int, text: GuideText)? {
        let (code, order) = (strict.fileCode(.guide), strict.number("order", in: 1...999))
        let title = strict.label("title")
        let lead = strict.part("lead") { $0.label("chinese", "english") }
        let sections = strict.items("sections", required: false, guideSection) ?? []
        let words = strict.items("words", required: false, guideWord) ?? []
        refuseRepeated(sections.map(\.code), "sections", strict)
        if !strict.has("sections"), !strict.has("words") {
            strict.refuse("code", .missingKey("sections"))
        }
        guard let code, let order, let title, let lead else { return nil }
        return (order, GuideText(code: code, title: title, lead: lead, sections: sections, words: words))
    }

    private static func refuseRepeated(_ codes: [String], _ key: String, _ strict: Strict) {
        for (position, code) in codes.enumerated() where codes[..<position].contains(code) {
            strict.refuse(key, .duplicateCode(code, first: strict.place(key)), value: code)
        }
    }

    private static func guideSection(_ strict: Strict) -> GuideSection? {
        let code = strict.code(.guideSection, again: true)
        let title = strict.label("title")
        let form = strict.word("form", of: GuideSection.Form.self, required: false) ?? .prose
        let passages = strict.items("passages", required: false, guidePassage) ?? []
        let table = strict.part("table", required: false, guideTable)
        if !strict.has("passages"), !strict.has("table") {
            strict.refuse(
                "code", code: "PACK-171", value: code ?? "",
                message: Label("章节既没有段落也没有表。", "the section has neither passages nor a table."),
                remedy: Label("请补上 passages 或 table。", "Add passages or table."))
        }
        guard let code, let title else { return nil }
        return GuideSection(code: code, title: title, form: form, passages: passages, table: table)
    }

    private static func guidePassage(_ strict: Strict) -> GuidePassage? {
        let text = strict.label("chinese", "english")
        let sources = strict.sources("sources")
        let mark = strict.word("mark", of: Source.Mark.self, required: false) ?? .verified
        let commands = strict.texts("commands", required: false, atMost: 300) ?? []
        let path = strict.text("path", required: false, atMost: 200)
        if let path, !path.isOwnAddress {
            strict.refuse(
                "path", code: "PACK-174", value: path,
                message: Label("不是本站的地址。", "is no address of this site."),
                remedy: Label("请以 / 开头，只用小写字母、数字、连字符和斜杠。", "Begin with /; use a-z, digits, hyphens, slashes."))
        }
        guard let text else { return nil }
        return GuidePassage(text: text, sources: sources, mark: mark, commands: commands, path: path)
    }

    private static func guideTable(_ strict: Strict) -> GuideTable? {
        let columns = strict.items("columns", guideColumn)
        let rows = strict.items("rows") { row -> GuideTable.Row? in
            let name = row.label()
            let cells = row.items("cells") { cell -> GuideTable.Cell? in
                let text = cell.label("chinese", "english")
                let mark = cell.word("mark", of: Source.Mark.self, required: false) ?? .verified
                return text.map { GuideTable.Cell(text: $0, mark: mark) }
            }
            guard let name, let cells else { return nil }
            if let columns, cells.count != columns.count {
                row.refuse(
                    "cells", code: "PACK-172", value: "\(cells.count)",
                    message: Label(
                        "格数 \(cells.count) 与栏数 \(columns.count) 不符。",
                        "\(cells.count) cells do not fit \(columns.count) columns."),
                    remedy: Label("每栏写一格；没有规定的也要写明。", "Write a cell a column; say so where nothing is laid down."))
            }
            return GuideTable.Row(name: name, cells: cells)
        }
        guard let columns, let rows else { return nil }
        let dated = columns.filter { $0.from != nil }
        let overlap = zip(dated, dated.dropFirst()).contains { first, second in
            guard let end = first.until, let start = second.from else { return true }
            return end >= start
        }
        if overlap {
            strict.refuse(
                "columns", code: "PACK-173",
                message: Label("各版本的施行日期互相重叠或没有按先后排列。", "the versions overlap or are not in the order of their days."),
                remedy: Label("前一版本须写 until，且早于后一版本的 from。", "End each version before the next begins."))
        }
        return GuideTable(columns: columns, rows: rows)
    }

    private static func guideColumn(_ strict: Strict) -> GuideTable.Column? {
        let (name, source) = (strict.label(), strict.source())
        let (from, until) = (strict.day("from", required: false), strict.day("until", required: false))
        guard let name, let source else { return nil }
        return GuideTable.Column(name: name, from: from, until: until, source: source)
    }

    private static func guideWord(_ strict: Strict) -> GuideWord? {
        let (code, name) = (strict.code(.guideWord), strict.label())
        let meaning = strict.part("meaning") { $0.label("chinese", "english") }
        let term = strict.reference("term", to: .term, required: false)
        guard let code, let name, let meaning else { return nil }
        return GuideWord(code: code, name: name, meaning: meaning, term: term)
    }
}

extension Strict {
    /// A list of sources, each like `source`; empty where the key is absent.
    func sources(_ key: String) -> [Source] {
        items(key, required: false) { source -> Source? in
            let document = source.reference("document", to: .document)
            let clause = source.text("clause", required: false)
            let mark = source.word("mark", of: Source.Mark.self, required: false) ?? .verified
            return document.map { Source(document: $0, clause: clause, mark: mark) }
        } ?? []
    }
}

extension String {
    /// Whether it is an address of this site as a pack may write it.
    fileprivate var isOwnAddress: Bool {
        utf8.first == 0x2F && !contains("//")
            && utf8.allSatisfy {
                switch $0 {
                case 0x2D...0x2F, 0x30...0x39, 0x61...0x7A: true
                default: false
                }
            }
    }
}
