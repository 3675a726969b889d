import Credit

/// 信用动态: what the platform has to tell, newest first.
struct NewsPage: Page {
    static let template = "news"
    static let table: StaticString? = "news"
    let items: [NewsItem]
    let form: FilterForm
    /// Code of the item behind which the list goes on.
    let following: String?
    let reading: Reading?

    var title: Label { .both("信用动态", "News") }
    var section: PortalSection? { .guide }
    var narrowing: FilterForm? { form }
    var pager: Pager? { Pager(form.address, after: following, count: items.count) }

    /// How many a page holds where nothing else is asked, and at most.
    static let usual = 20, most = 100

    static let columns = Columns(
        all: [.by("day", .day, "日期", "Day")], usual: .init(column: "day", isDescending: true))

    static let selects: [FilterForm.Select] = [
        .words("kind", .both("类别", "Kind"), of: NewsItem.Kind.self, \.title)
    ]

    func show(on tape: inout Tape) {
        tape.put("news", items.map(NewsLine.init))
        tape.draw { $0.put("isEmpty", items.isEmpty) }
    }

    /// Reads the page that is asked for.
    static func read(_ ask: Ask) async throws -> NewsPage {
        let reading = try await ask.reading()
        let kind = try ask.word("kind", of: NewsItem.Kind.self)
        let after = try ask.code("after", of: ask.rules.news).flatMap { ask.rules.news[$0] }
        let limit = try ask.limit(most, usual: usual, downloaded: 5_000)
        let isDescending = try columns.order(ask)?.isDescending ?? true
        // What is dated later than the day of reading is not news yet.
        var found = ask.rules.news.filter { $0.day <= reading.day && (kind == nil || $0.kind == kind) }
            .sorted { left, right in
                let (left, right) = ((left.day, left.code), (right.day, right.code))
                return isDescending ? left > right : left < right
            }
        if let after {
            found.removeAll { isDescending != (($0.day, $0.code) < (after.day, after.code)) || $0.code == after.code }
        }
        let shown = found.prefix(limit)
        return NewsPage(
            items: Array(shown), form: FilterForm(address: ask.address, selects: selects, columns: columns),
            following: found.count > limit ? shown.last?.code : nil, reading: reading)
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
                Self.filter("kind", "类别", "Kind"), NewsPage.columns.question,
                Self.filter("limit", "最多几条（1 至 100）", "How many at most, 1 to 100"),
                Self.filter("after", "从哪一条之后开始", "After which one to begin"),
            ]
        ) { try await NewsPage.read($0) }
        page("/news/{id}", .both("一条动态", "One piece of news"), schema: "NewsItem") { ask in
            let reading = try await ask.read { try $0.reading() }
            guard let item = ask.rules.news[ask.parameter], item.day <= reading.day else {
                throw PortalProblem.noSuchPage
            }
            return NewsItemPage(item: item, reading: reading)
        }
    }
}
