extension Schema {
    /// Answers about the public log.
    static let log: [Schema] = [
        Schema(
            "Log",
            [
                ("lang", .text), ("key", .text), ("size", .count), ("checkpoint?", .text),
                ("reading", .object("Reading")),
            ])
    ]
}
