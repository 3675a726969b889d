import Credit

/// 信用动态: what the platform has to tell, newest first.
struct NewsPage: Page {
    static let template = "news"
    static let table: StaticString? = "news"
    let items: [NewsItem]
    let selects: [FilterForm.Select]
    let next: String?
    let reading: Reading?

    var title: Label { .both("信用动态", "News") }
    var section: PortalSection? { .guide }
    var question: String? { FilterForm.question(selects: selects, day: nil) }

    /// How many a page holds where nothing else is asked, and at most.
    static let usual = 20, most = 100

    func show(on tape: inout Tape) {
        tape.put("news", items.map(NewsLine.init))
        tape.put("next", next)
        tape.draw { tape in
            tape.put("isEmpty", items.isEmpty)
            tape.put("filter", FilterForm(action: "/news", selects: selects, day: nil))
        }
    }
}

/// A piece of news as a line.
struct NewsLine: Shown {
    let item: NewsItem

    func show(on tape: inout Tape) {
        tape.put("id", item.code)
        tape.put("day", item.day)
        tape.put("kind", item.kind.rawValue)
        tape.put("kindTitle", item.kind.title)
        tape.put("headline", item.title)
        tape.put(words: "lead", item.body.first)
        tape.put("demonstration", item.isDemonstration)
        tape.put("path", "/news/" + item.code)
    }
}

/// 动态正文: one piece of news.
struct NewsItemPage: Page {
    static let template = "news_item"
    let item: NewsItem
    let reading: Reading?

    var title: Label { item.title }
    var section: PortalSection? { .guide }
    var canonicalPath: String? { "/news/" + item.code }

    func show(on tape: inout Tape) {
        tape.put("item", NewsLine(item: item))
        tape.put("body", item.body)
        tape.put("origin", item.origin)
    }
}

extension NewsItem.Kind {
    /// What it is called.
    var title: Label {
        switch self {
        case .news: .both("动态", "News")
        case .notice: .both("公告", "Notice")
        case .reading: .both("政策解读", "Policy explained")
        }
    }
}

extension RouteTable {
    mutating func addNews() {
        page(
            "/news", .both("信用动态", "News"), schema: "News",
            questions: [
                Self.filter("kind", "类别", "Kind"), Self.filter("after", "从哪一条之后开始", "After which one to begin"),
                Self.filter("limit", "最多几条（1 至 100）", "How many at most, 1 to 100"),
            ]
        ) { ask in
            let reading = try await ask.read { try $0.reading() }
            let kind = try ask.word("kind", of: NewsItem.Kind.self)
            let after = try ask.code("after", of: ask.rules.news)
            let limit = ask.question("limit").map { Int($0) ?? 0 } ?? NewsPage.usual
            guard (1...NewsPage.most).contains(limit) else { throw PortalProblem.badQuestion("limit") }
            // What is dated later than the day of reading is not news yet.
            var found = ask.rules.news.filter { $0.day <= reading.day && (kind == nil || $0.kind == kind) }
            if let after, let last = ask.rules.news[after] {
                found = found.filter { ($0.day, last.code) < (last.day, $0.code) }
            }
            let shown = Array(found.prefix(limit))
            let selects: [FilterForm.Select] = [
                .words("kind", .both("类别", "Kind"), of: NewsItem.Kind.self, chosen: kind, \.title)
            ]
            let question = FilterForm.question(selects: selects, day: nil).map { $0 + "&" } ?? ""
            let language = ask.isLanguageChosen ? "&lang=" + ask.language.rawValue : ""
            let next =
                found.count > limit
                ? shown.last.map { "/news?\(question)after=\($0.code)&limit=\(limit)\(language)" } : nil
            return NewsPage(items: shown, selects: selects, next: next, reading: reading)
        }
        page("/news/{id}", .both("一条动态", "One piece of news"), schema: "NewsItem") { ask in
            let reading = try await ask.read { try $0.reading() }
            guard let item = ask.rules.news[ask.parameter], item.day <= reading.day else {
                throw PortalProblem.noSuchPage
            }
            return NewsItemPage(item: item, reading: reading)
        }
    }
}
