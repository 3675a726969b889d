extension Schema {
    /// Answers about the public log.
    static let log: [Schema] = [
        Schema(
            "Log",
            [
                ("lang", .text), ("key", .text), ("size", .count), ("checkpoint?", .text),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "Proof",
            [
                ("lang", .text), ("of?", .text), ("record?", .text), ("contested", .truth),
                ("proof?", .object("Inclusion")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "Inclusion",
            [
                ("position", .count), ("instant", .text), ("class", .text), ("commitment", .text), ("leaf", .text),
                ("steps", .list("ProofStep")), ("root", .text), ("size", .count), ("proven", .truth),
            ]),
        Schema(
            "ProofStep",
            [("number", .count), ("side", .text), ("sideTitle", .text), ("hash", .text), ("result", .text)]),
    ]
}
