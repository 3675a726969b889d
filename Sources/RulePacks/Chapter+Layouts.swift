import Credit

extension CodeSpace {
    /// 上报版式.
    static let layout = CodeSpace(chinese: "上报版式", english: "layout")
}

extension Chapter {
    /// 上报版式: a file is the columns that a higher platform takes.
    static var layouts: Chapter {
        Chapter(folder: "layouts") { files, rules in
            let kinds = rules.kinds
            rules.layouts = Register(files.compactMap { file in file.run { layout($0, kinds) } })
        }
    }

    private static func layout(_ strict: Strict, _ kinds: Register<RecordKind>) -> ReportingLayout? {
        let (code, title) = (strict.fileCode(.layout), strict.label("title", "english"))
        let (kind, source) = (strict.reference("kind", to: .recordKind), strict.source())
        let known = kind.flatMap { kinds[$0] }
        let columns = strict.items("columns") { column($0, known) }
        guard let code, let title, let kind, let source, let columns else { return nil }
        return ReportingLayout(code: code, title: title, kind: kind, source: source, columns: columns)
    }

    private static func column(_ strict: Strict, _ kind: RecordKind?) -> ReportingLayout.Column? {
        let title = strict.text("title", atMost: 200)
        let fields = strict.texts("fields", required: false, atMost: 64) ?? []
        let rule = strict.text("rule", required: false)
        if let kind {
            for name in fields where kind.field(named: name) == nil {
                let near = Likeness.nearest(to: name, among: kind.templates.flatMap { $0.fields.map(\.name) })
                strict.refuse(
                    "fields", .undefinedCode(name, of: Label("字段", "field"), near: near), value: name)
            }
        }
        guard let title else { return nil }
        return ReportingLayout.Column(title: title, fields: fields, rule: rule)
    }
}

extension ExampleKind {
    /// `layout: { code: penalty-2018, columns: 30, first: 行政相对人名称, last: 备注 }`: how many columns, and the ends.
    static let layout = ExampleKind(key: "layout") { strict in
        let (code, columns) = (strict.reference("code", to: .layout), strict.number("columns", in: 1...500))
        let (first, last) = (strict.text("first"), strict.text("last"))
        guard let code, let columns, let first, let last else { return nil }
        return Example(covers: ["layouts/\(code).yaml"], expect: "\(columns) \(first) \(last)") { rules in
            guard let layout = rules.layouts[code] else { return "unknown" }
            return "\(layout.columns.count) \(layout.columns.first?.title ?? "") \(layout.columns.last?.title ?? "")"
        }
    }
}
