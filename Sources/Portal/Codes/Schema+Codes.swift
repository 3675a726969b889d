extension Schema {
    /// Answers about codes.
    static let codes: [Schema] = [
        Schema(
            "CodePart",
            [
                ("positions", .text), ("characters", .text), ("name", .text), ("meaning", .text),
                ("arithmetic?", .text),
            ]),
        Schema(
            "Code",
            [
                ("lang", .text), ("code?", .text), ("class?", .text), ("classTitle?", .text), ("valid?", .truth),
                ("reason?", .text), ("remark?", .text), ("parts", .list("CodePart")), ("file?", .object("Hit")),
                ("reading", .object("Reading")),
            ]),
    ]
}
