extension Schema {
    /// Answers about the library of documents.
    static let policies: [Schema] = [
        Schema(
            "Policy",
            [
                ("document", .text), ("title", .text), ("english", .text), ("kinds", .texts), ("kindTitles", .texts),
                ("level", .text), ("levelTitle", .text), ("departments", .texts), ("common", .truth), ("from", .text),
                ("until?", .text), ("state", .text), ("stateTitle", .text), ("verified", .truth), ("note?", .text),
            ]),
        Schema(
            "Policies", [("lang", .text), ("on", .day), ("policies", .list("Policy")), ("reading", .object("Reading"))]),
        Schema(
            "PolicyCell",
            [
                ("department?", .text), ("departmentTitle?", .text), ("kind", .text), ("kindTitle", .text),
                ("local", .count), ("above", .count), ("documents", .texts),
            ]),
        Schema(
            "PolicyMatrix",
            [
                ("lang", .text), ("on", .day), ("common", .list("PolicyCell")), ("cells", .list("PolicyCell")),
                ("reading", .object("Reading")),
            ]),
    ]
}
