extension Schema {
    /// Answers about lists as the rules set them up.
    static let listRegister: [Schema] = [
        Schema("Citation", [("document", .text), ("title", .text), ("clause?", .text), ("verified", .truth)]),
        Schema(
            "ListLine",
            [
                ("code", .text), ("row?", .count), ("name", .text), ("planName", .text), ("kind", .text),
                ("kindTitle", .text), ("status", .text), ("statusTitle", .text), ("department?", .text),
                ("departmentTitle?", .text), ("role?", .text), ("roleTitle?", .text), ("item?", .text),
                ("bases", .texts), ("path", .text),
            ]),
        Schema(
            "ListRegister",
            [("lang", .text), ("on", .day), ("lists", .list("ListLine")), ("reading", .object("Reading"))]),
        Schema("DatedWords", [("from", .day), ("words", .text), ("source", .object("Citation"))]),
        Schema(
            "ListBasis",
            [
                ("source", .object("Citation")), ("rank", .text), ("rankTitle", .text), ("permits", .text),
                ("permitsTitle", .text), ("from", .text), ("until?", .text), ("inForce", .truth),
            ]),
        Schema(
            "ListSubject",
            [("target", .text), ("targetTitle", .text), ("person", .truth), ("source?", .object("Citation"))]),
        Schema(
            "ListTerm",
            [
                ("from", .day), ("form", .text), ("months?", .count), ("early?", .count), ("words", .text),
                ("source", .object("Citation")),
            ]),
        Schema("BoundMeasure", [("code", .text), ("name", .text), ("path", .text)]),
        Schema(
            "ListRule",
            [
                ("lang", .text), ("on", .day), ("list", .object("ListLine")), ("statusWords", .text),
                ("names", .list("DatedWords")), ("roles", .list("DatedWords")), ("bases", .list("ListBasis")),
                ("subjects", .list("ListSubject")), ("terms", .list("ListTerm")), ("exits", .texts),
                ("measures", .list("BoundMeasure")), ("record?", .text), ("recordTitle?", .text), ("note?", .text),
                ("reading", .object("Reading")),
            ]),
    ]
}
