import Credit

extension CodeSpace {
    /// 制度文件.
    public static let policy = CodeSpace(chinese: "制度文件", english: "policy")
    /// 信用动态.
    public static let news = CodeSpace(chinese: "信用动态", english: "piece of news")
}

extension Chapter {
    /// 制度文件: a file is a document of the library.
    static var policies: Chapter {
        .of("policies", into: \.policies, sortedBy: { ($1.from.last, $0.code) < ($0.from.last, $1.code) }) {
            policy($0)
        }
    }

    private static func policy(_ strict: Strict) -> Policy? {
        let code = strict.fileCode(.policy)
        let (document, english) = (strict.reference("document", to: .document), strict.text("english"))
        let kinds = strict.words("kinds", of: PolicyKind.self)
        let level = strict.word("level", of: Policy.Level.self)
        let department = departmentOrAll(strict)
        let (from, until) = period(strict)
        let mark = strict.word("mark", of: Source.Mark.self, required: false) ?? .verified
        let note = strict.part("note", required: false) { $0.label("chinese", "english") }
        guard let code, let document, let english, let kinds, let level, let from else { return nil }
        return Policy(
            code: code, document: document, english: english, kinds: kinds, level: level, department: department,
            from: from, until: until, mark: mark, note: note)
    }

    /// 信用动态: a file is a piece of news; its name begins with its day.
    static var news: Chapter {
        .of("news", into: \.news, sortedBy: { ($1.day, $0.code) < ($0.day, $1.code) }) { newsItem($0) }
    }

    private static func newsItem(_ strict: Strict) -> NewsItem? {
        let (code, day) = (strict.fileCode(.news), strict.day("day"))
        let kind = strict.word("kind", of: NewsItem.Kind.self)
        let title = strict.part("title") { $0.label("chinese", "english") }
        let body = strict.items("body") { $0.label("chinese", "english") }
        let origin = strict.part("origin") { $0.label("chinese", "english") }
        let demonstration = strict.truth("demonstration", required: false) ?? false
        if let code, let day, !code.hasPrefix("\(day)-") {
            strict.refuse(
                "day", code: "PACK-164", value: "\(day)",
                message: Label("文件名不以发布日期开头。", "the file's name does not begin with its day."),
                remedy: Label("请把文件命名为“日期-短语.yaml”。", "Name the file “day-words.yaml”."))
        }
        guard let code, let day, let kind, let title, let body, let origin else { return nil }
        return NewsItem(
            code: code, day: day, kind: kind, title: title, body: body, origin: origin,
            isDemonstration: demonstration)
    }
}
