extension Schema {
    /// Answers with news.
    static let news: [Schema] = [
        Schema(
            "NewsLine",
            [
                ("id", .text), ("day", .day), ("kind", .text), ("kindTitle", .text), ("headline", .text),
                ("lead?", .text), ("demonstration", .truth), ("path", .text),
            ]),
        Schema(
            "News", [("lang", .text), ("news", .list("NewsLine")), ("next?", .text), ("reading", .object("Reading"))]),
        Schema(
            "NewsItem",
            [
                ("lang", .text), ("item", .object("NewsLine")), ("body", .texts), ("origin", .text),
                ("reading", .object("Reading")),
            ]),
    ]
}
