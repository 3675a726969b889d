extension Schema {
    /// Answers about subjects.
    static let subjects: [Schema] = [
        Schema(
            "Subject",
            [
                ("key", .text), ("code?", .text), ("name", .text), ("formerNames", .texts), ("status?", .text),
                ("soleTrader", .truth), ("registered", .truth), ("path", .text),
            ]),
        Schema(
            "Source",
            [
                ("kind", .text), ("kindTitle", .text), ("lastReceived?", .day), ("state", .text), ("found", .count),
            ]),
        Schema(
            "SubjectFile",
            [
                ("lang", .text), ("subject", .object("Subject")), ("facts", .list("Field")),
                ("factsContested", .truth),
                ("records", .list("Record")), ("commitments", .list("Commitment")), ("sources", .list("Source")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "Hit",
            [
                ("key", .text), ("code?", .text), ("name", .text), ("matched", .text), ("match", .text),
                ("matchTitle", .text), ("soleTrader", .truth), ("contested", .count), ("path", .text),
            ]),
        Schema(
            "Search",
            [("lang", .text), ("query?", .text), ("hits", .list("Hit")), ("reading?", .object("Reading"))]),
    ]
}
