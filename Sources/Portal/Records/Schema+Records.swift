extension Schema {
    /// Answers about records.
    static let records: [Schema] = [
        Schema(
            "Publication",
            [
                ("until?", .day), ("standing", .truth), ("withheld?", .text), ("end?", .text), ("endTitle?", .text),
                ("reviewBy?", .day), ("reason", .text), ("grade?", .text),
                ("gradeTitle?", .text), ("gradeDerived?", .truth), ("rule?", .text), ("lastDayByRule?", .day),
                ("shortenedBy?", .text), ("shortenedAt?", .count),
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
                ("repair?", .object("Repair")),
            ]),
        Schema(
            "RepairOpening",
            [
                ("class", .text), ("title", .text), ("when?", .text), ("earliest?", .day), ("arithmetic", .text),
                ("rule", .text), ("source", .object("Cited")),
            ]),
        Schema("RepairRemark", [("words", .text), ("source", .object("Cited"))]),
        Schema(
            "Repair",
            [
                ("state", .text), ("words", .text), ("earliest?", .day), ("rule?", .text), ("recogniser", .text),
                ("window", .text), ("endsByItself?", .day), ("openings", .list("RepairOpening")), ("exits", .texts),
                ("conditions", .texts), ("materials", .texts), ("remarks", .list("RepairRemark")),
            ]),
        Schema(
            "RepairNotice",
            [
                ("lang", .text), ("record", .text), ("subject", .text), ("title", .text), ("sender", .text),
                ("about", .text), ("repair", .object("Repair")), ("path", .text), ("contested", .truth),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "RecordFile",
            [
                ("lang", .text), ("record", .object("Record")), ("subject", .object("Subject")),
                ("mended?", .list("MendedOrder")), ("evidence", .text), ("reading", .object("Reading")),
            ]),
        Schema("MendedOrder", [("organ", .text), ("number", .text), ("day", .day)]),
        Schema("Evidence", []),
    ]
}
