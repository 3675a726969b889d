extension Schema {
    /// Answers about commitments.
    static let commitments: [Schema] = [
        Schema(
            "CommitmentKind",
            [
                ("code", .text), ("name", .text), ("meaning", .text), ("cause?", .text), ("items", .texts),
                ("source", .object("Citation")),
            ]),
        // A template and a basis come with the departments that publish them; the built-in city has none yet.
        Schema(
            "CommitmentMatter",
            [
                ("code", .text), ("name", .text), ("department?", .text), ("departmentTitle?", .text), ("item", .text),
                ("kind?", .text), ("kindTitle?", .text), ("template?", .text), ("basis?", .object("Citation")),
                ("path", .text), ("signed", .count), ("fulfilled", .count), ("breached", .count),
            ]),
        Schema(
            "CommitmentField",
            [
                ("code", .text), ("name", .text), ("type", .text), ("typeTitle", .text), ("length?", .count),
                ("need", .text), ("needTitle", .text), ("choices", .texts), ("rule?", .text),
            ]),
        Schema(
            "Commitment",
            [
                ("number", .text), ("subjectName", .text), ("subjectPath", .text), ("kind", .text),
                ("kindTitle", .text), ("matter", .text), ("matterTitle", .text), ("cause", .text), ("made", .day),
                ("validUntil?", .day), ("state", .text), ("stateTitle", .text), ("recordPath?", .text),
            ]),
        Schema(
            "CommitmentList",
            [
                ("lang", .text), ("matter", .text), ("matterTitle", .text), ("rows", .list("Commitment")),
                ("next?", .text), ("reading", .object("Reading")),
            ]),
        Schema(
            "Commitments",
            [
                ("lang", .text), ("kinds", .list("CommitmentKind")), ("matters", .list("CommitmentMatter")),
                ("fields", .list("CommitmentField")), ("reading", .object("Reading")),
            ]),
    ]
}
