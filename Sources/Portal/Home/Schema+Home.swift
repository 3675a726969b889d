extension Schema {
    /// Answers about the site.
    static let home: [Schema] = [
        Schema(
            "KindCount",
            [("kind", .text), ("kindTitle", .text), ("published", .count), ("lastReceived?", .day), ("rows?", .text)]),
        Schema("Notice", [("day", .day), ("title", .text), ("path", .text)]),
        Schema(
            "Home",
            [
                ("lang", .text), ("subjects", .count), ("records", .count), ("lastReceived?", .day),
                ("kinds", .list("KindCount")), ("notices", .list("Notice")), ("reading", .object("Reading")),
            ]),
        Schema(
            "Rule",
            [
                ("id", .text), ("title", .text), ("words", .text), ("state", .text), ("stateTitle", .text),
                ("missing?", .text),
            ]),
        Schema("Rights", [("lang", .text), ("rules", .list("Rule"))]),
    ]
}
