extension Schema {
    /// What answers of every capability are made of.
    static let basics: [Schema] = [
        Schema("Reading", [("day", .day), ("logSize", .count), ("rehearsal", .truth)]),
        Schema("Field", [("name", .text), ("title", .text), ("value", .text)]),
        Schema(
            "Problem",
            [
                ("type", .text), ("title", .text), ("status", .count), ("detail", .text), ("remedy", .text),
                ("code", .text), ("lang", .text),
            ]),
    ]
}
