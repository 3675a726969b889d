extension Schema {
    /// Answers about records.
    static let records: [Schema] = [
        Schema(
            "Publication",
            [
                ("until?", .day), ("standing", .truth), ("withheld?", .text), ("reason", .text), ("grade?", .text),
                ("gradeTitle?", .text), ("gradeDerived?", .truth), ("rule?", .text), ("lastDayByRule?", .day),
            ]),
        Schema("Version", [("number", .count), ("known", .day), ("position", .count)]),
        Schema(
            "Record",
            [
                ("id", .text), ("path", .text), ("kind", .text), ("kindTitle", .text), ("family", .text),
                ("familyTitle", .text), ("adverse", .truth), ("department", .text), ("departmentTitle", .text),
                ("decided?", .day), ("received", .day), ("timeliness?", .text), ("timelinessTitle?", .text),
                ("publication", .object("Publication")), ("contested", .truth), ("contest", .text),
                ("fields", .list("Field")),
                ("version", .count), ("versions", .list("Version")), ("position", .count),
            ]),
        Schema(
            "RecordFile",
            [
                ("lang", .text), ("record", .object("Record")), ("subject", .object("Subject")), ("evidence", .text),
                ("reading", .object("Reading")),
            ]),
        Schema("Evidence", []),
    ]
}
