extension Schema {
    /// Answers about the plan.
    static let plan: [Schema] = [
        Schema(
            "PlanItem",
            [
                ("item", .text), ("path", .text), ("section", .text), ("sectionTitle", .text), ("gist", .text),
                ("departments", .texts), ("departmentTitles", .texts), ("capabilities", .texts),
                ("capabilityTitles", .texts), ("state", .text), ("stateTitle", .text), ("reason?", .text),
                ("source?", .object("Cited")), ("shownBy", .texts),
            ]),
        Schema("PlanState", [("state", .text), ("stateTitle", .text), ("count", .count)]),
        Schema(
            "Plan",
            [
                ("lang", .text), ("department?", .text), ("capability?", .text), ("state?", .text),
                ("states", .list("PlanState")), ("items", .list("PlanItem")), ("reading", .object("Reading")),
            ]),
        Schema(
            "PlanItemFile", [("lang", .text), ("task", .object("PlanItem")), ("reading", .object("Reading"))]),
    ]
}
