extension Schema {
    /// What the office answers to programs.
    static let office: [Schema] = [
        Schema(
            "CaseQueue",
            [
                ("lang", .text), ("organ", .text), ("day", .day), ("total", .count), ("late", .count),
                ("soon", .count), ("soonDay", .day), ("next?", .text), ("cases", .list("CaseLine")),
                ("openings", .list("CaseOpening")),
            ]),
        Schema(
            "CaseLine",
            [
                ("id", .text), ("path", .text), ("kind", .text), ("title", .text), ("subject", .text),
                ("stage", .text), ("organ", .text), ("lastDay?", .day), ("lastDayWords?", .text), ("clock?", .text),
            ]),
        Schema(
            "CaseOpening",
            [
                ("opening", .text), ("path", .text), ("title", .text), ("warning?", .text), ("duty", .text),
                ("fields", .list("CaseField")),
            ]),
        Schema(
            "CaseFile",
            [
                ("lang", .text), ("id", .text), ("path", .text), ("kind", .text), ("title", .text), ("key", .text),
                ("subject?", .text), ("stage", .text), ("closed", .truth), ("position", .count),
                ("facts", .list("CaseFact")),
                ("clocks", .list("CaseClock")), ("steps", .list("CaseStep")),
                ("letters", .list("CaseLetter")), ("actions", .list("CaseAction")),
            ]),
        Schema("CaseFact", [("name", .text), ("value", .text), ("path?", .text)]),
        Schema(
            "CaseClock",
            [
                ("name", .text), ("state", .text), ("lastDay?", .day), ("lastDayWords", .text), ("arithmetic", .texts),
                ("document", .text), ("clause?", .text),
            ]),
        Schema(
            "CaseStep",
            [
                ("lang?", .text), ("path", .text), ("day", .day), ("words", .text), ("by?", .text),
                ("position", .count),
            ]),
        Schema(
            "CaseLetter",
            [
                ("id", .text), ("page", .text), ("number", .text), ("title", .text), ("stage", .text),
                ("served?", .day),
            ]),
        Schema(
            "CaseAction",
            [
                ("action", .text), ("path", .text), ("title", .text), ("warning?", .text), ("duty", .text),
                ("fields", .list("CaseField")),
            ]),
        Schema(
            "CaseField",
            [
                ("name", .text), ("title", .text), ("hint?", .text), ("needed", .truth), ("initial?", .text),
                ("type", .text),
                ("most?", .count), ("choices?", .list("CaseChoice")), ("types?", .texts),
            ]),
        Schema("CaseChoice", [("value", .text), ("title", .text)]),
        Schema("HandedBatches", [("lang", .text), ("batches", .list("HandedBatchLine")), ("next?", .text)]),
        Schema("HandedBatchLine", [("id", .text), ("path", .text)] + batchLine),
        Schema(
            "HandedBatch",
            [("lang", .text), ("id", .text), ("path", .text)] + batchLine + [
                ("digest", .text), ("reason?", .text), ("faults", .list("HandedFault")), ("moreFaults", .truth),
                ("files", .texts),
            ]),
        Schema(
            "HandedFault",
            [
                ("sheet", .text), ("line", .count), ("column", .text), ("rule", .text), ("value", .text),
                ("message", .text), ("remedy", .text),
            ]),
        Schema(
            "HandIn",
            [
                ("lang", .text), ("id", .text), ("path", .text), ("file", .text), ("received", .day),
                ("declared", .truth), ("size", .count), ("state", .text), ("rowsSoFar?", .count), ("percent?", .count),
                ("forecast?", .object("Forecast")), ("submission?", .text), ("batch?", .text),
                ("problem?", .object("OfficeProblem")),
            ]),
        Schema(
            "Forecast",
            rowCounts + [("faultCount", .count), ("faults", .list("HandedFault")), ("remarks", .texts)]),
        Schema(
            "OfficeProblem",
            [
                ("type", .text), ("title", .text), ("status", .count), ("detail", .text), ("code", .text),
                ("lang", .text), ("faults?", .list("FieldFault")),
            ]),
        Schema("FieldFault", [("field?", .text), ("code", .text), ("detail", .text)]),
    ]

    private static let rowCounts: [(String, Kind)] = [
        ("rows", .count), ("accepted", .count), ("changed", .count), ("known", .count), ("refused", .count),
        ("persons", .count), ("late", .count),
    ]
    private static let batchLine: [(String, Kind)] =
        [
            ("file", .text), ("kind", .text), ("department", .text), ("received", .day), ("declared", .truth),
            ("state", .text), ("position", .count),
        ] + rowCounts
}
