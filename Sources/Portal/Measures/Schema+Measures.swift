extension Schema {
    /// Answers about measures and the documents of the plan.
    static let measures: [Schema] = [
        Schema(
            "MeasureLine",
            [
                ("code", .text), ("order", .count), ("category", .text), ("categoryTitle", .text), ("name", .text),
                ("targetsKnown", .truth), ("targets", .texts), ("bases", .texts), ("path", .text),
            ]),
        Schema(
            "MeasureEdition",
            [
                ("code", .text), ("title", .text), ("from", .day), ("count?", .count),
                ("source", .object("Citation")), ("note?", .text),
            ]),
        Schema(
            "Measures",
            [
                ("lang", .text), ("on", .day), ("edition?", .object("MeasureEdition")), ("known", .count),
                ("unnamed?", .count), ("measures", .list("MeasureLine")), ("editions", .list("MeasureEdition")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "MeasureBasis",
            [("words", .text), ("effect", .text), ("effectTitle", .text), ("source", .object("Citation"))]),
        Schema("BindingList", [("code", .text), ("name", .text), ("path", .text)]),
        Schema(
            "Measure",
            [
                ("lang", .text), ("measure", .object("MeasureLine")), ("categoryWords", .text), ("listedFrom", .day),
                ("listedBy", .object("Citation")), ("bases", .list("MeasureBasis")), ("lists", .list("BindingList")),
                ("note?", .text), ("reading", .object("Reading")),
            ]),
        Schema(
            "PlanDocument",
            [
                ("code", .text), ("document", .text), ("title", .text), ("english", .text), ("kind", .text),
                ("kindTitle", .text), ("issued", .text), ("state", .text), ("stateTitle", .text), ("since?", .text),
                ("by?", .text), ("confirmed", .truth), ("items", .texts), ("departments", .texts), ("targets", .texts),
                ("words", .texts), ("signers?", .count), ("signersVerified?", .truth), ("measureCount?", .count),
                ("measuresVerified?", .truth), ("printed?", .text), ("note?", .text),
            ]),
        Schema(
            "MeasureTally",
            [
                ("department", .text), ("departmentTitle", .text), ("month", .text), ("bound", .count),
                ("executed", .count), ("notExecuted", .count), ("open", .count), ("ended", .count), ("rate?", .text),
                ("averageDays?", .count), ("path", .text),
            ]),
        Schema(
            "MeasureTasks",
            [
                ("lang", .text), ("month", .text), ("departments", .list("MeasureTally")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "MeasureTask",
            [
                ("measure", .text), ("measureTitle", .text), ("bound", .day), ("told?", .day), ("state", .text),
                ("stateTitle", .text), ("days?", .count),
            ]),
        Schema(
            "MeasureTaskRows",
            [
                ("lang", .text), ("department", .text), ("departmentTitle", .text), ("month", .text),
                ("state?", .text), ("tasks", .list("MeasureTask")), ("reading", .object("Reading")),
            ]),
        Schema(
            "MeasureDocuments",
            [
                ("lang", .text), ("on", .day), ("total", .count), ("documents", .list("PlanDocument")),
                ("reading", .object("Reading")),
            ]),
    ]
}
