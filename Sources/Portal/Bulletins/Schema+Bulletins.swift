extension Schema {
    /// Answers about bulletins, reminders and the city index.
    static let bulletins: [Schema] = [
        Schema("BulletinMonth", [("month", .text), ("units", .count), ("tally", .object("Tally")), ("path", .text)]),
        Schema(
            "Bulletins",
            [("lang", .text), ("bulletins", .list("BulletinMonth")), ("reading", .object("Reading"))]),
        Schema(
            "BulletinUnit",
            [
                ("code", .text), ("name", .text), ("shortName", .text), ("section", .text), ("level", .text),
                ("levelTitle", .text), ("path", .text), ("state", .text), ("stateTitle", .text),
                ("complianceRank?", .count), ("timelinessRank?", .count), ("tally?", .object("Tally")),
                ("complianceChange?", .text), ("timelinessChange?", .text), ("reminders", .count), ("letter?", .text),
            ]),
        Schema("UnitName", [("code", .text), ("name", .text), ("path", .text)]),
        Schema(
            "Bulletin",
            [
                ("lang", .text), ("month", .text), ("title", .text), ("unfinished", .truth), ("handedIn", .count),
                ("nothing", .list("UnitName")), ("total", .object("Tally")), ("before?", .object("Tally")),
                ("complianceChange?", .text), ("timelinessChange?", .text), ("units", .list("BulletinUnit")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "ReminderFact",
            [
                ("number", .count), ("words", .text), ("kind", .text), ("kindTitle", .text), ("what", .text),
                ("rows?", .count), ("workingDays?", .count), ("last?", .text), ("path", .text),
            ]),
        Schema(
            "Letter",
            [
                ("lang", .text), ("department", .object("Department")), ("month", .text), ("title", .text),
                ("sender", .text), ("opening", .text), ("facts", .list("ReminderFact")), ("requests", .texts),
                ("closing", .text), ("basis", .text), ("reading", .object("Reading")),
            ]),
        Schema(
            "IndexEdition",
            [
                ("code", .text), ("title", .text), ("issued", .day), ("source", .text), ("unverified", .truth),
                ("note", .text),
            ]),
        Schema(
            "IndexLevel",
            [("code", .text), ("level", .count), ("name", .text), ("parent?", .text), ("points?", .count)]),
        Schema(
            "IndexRow",
            [
                ("code", .text), ("name", .text), ("parent?", .text), ("parentName?", .text), ("measure?", .text),
                ("formula?", .text), ("numerator?", .count), ("denominator?", .count), ("percent?", .text),
                ("missing?", .text),
            ]),
        Schema(
            "CityIndex",
            [
                ("lang", .text), ("month", .text), ("edition", .object("IndexEdition")),
                ("levels", .list("IndexLevel")), ("indicators", .list("IndexRow")), ("reading", .object("Reading")),
            ]),
    ]
}
