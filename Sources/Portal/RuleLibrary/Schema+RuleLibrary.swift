extension Schema {
    /// Answers about rules and what they rest on.
    static let ruleLibrary: [Schema] = [
        Schema("Cited", [("document", .text), ("clause?", .text), ("unverified", .truth)]),
        Schema(
            "RuleEntry",
            [
                ("sort", .text), ("sortTitle", .text), ("subject", .text), ("value", .text), ("from?", .day),
                ("until?", .day), ("source?", .object("Cited")), ("path?", .text),
            ]),
        Schema("RuleSort", [("sort", .text), ("sortTitle", .text), ("count", .count)]),
        Schema(
            "Rules",
            [
                ("lang", .text), ("on?", .day), ("sort?", .text), ("sorts", .list("RuleSort")),
                ("entries", .list("RuleEntry")), ("reading", .object("Reading")),
            ]),
        Schema(
            "QuotedDocument",
            [
                ("document", .text), ("title", .text), ("number?", .text), ("issued?", .day), ("address?", .text),
                ("unverified", .truth), ("usedIn", .texts),
            ]),
        Schema(
            "Documents", [("lang", .text), ("documents", .list("QuotedDocument")), ("reading", .object("Reading"))]),
    ]
}
