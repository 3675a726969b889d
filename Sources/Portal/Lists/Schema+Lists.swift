extension Schema {
    /// Answers about lists of records.
    static let lists: [Schema] = [
        Schema("ListFilter", [("name", .text), ("title", .text), ("value", .text), ("valueTitle", .text)]),
        Schema(
            "ListedKind",
            [
                ("kind", .text), ("kindTitle", .text), ("lastReceived?", .day), ("state", .text),
                ("published?", .count), ("path", .text),
            ]),
        Schema(
            "ListedRecord",
            [
                ("id", .text), ("path", .text), ("kind", .text), ("kindTitle", .text), ("subjectName", .text),
                ("subjectCode?", .text), ("subjectPath", .text), ("soleTrader", .truth), ("department", .text),
                ("departmentTitle", .text), ("decided?", .day), ("received", .day), ("timeliness?", .text),
                ("timelinessTitle?", .text), ("organ?", .text), ("documentNumber?", .text), ("basis?", .text),
                ("publishedUntil?", .day), ("standing", .truth), ("publicationEnd", .text),
                ("publicationEndTitle", .text), ("reviewBy?", .day), ("headline?", .text),
                ("contested", .truth), ("contest", .text), ("position", .count),
            ]),
        Schema(
            "RecordList",
            [
                ("lang", .text), ("family", .text), ("familyTitle", .text), ("filters", .list("ListFilter")),
                ("sources", .list("ListedKind")), ("rows", .list("ListedRecord")), ("next?", .text),
                ("reading", .object("Reading")),
            ]),
    ]
}
