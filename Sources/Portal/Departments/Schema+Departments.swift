extension Schema {
    /// Answers about departments and what they handed in.
    static let departments: [Schema] = [
        Schema("Rate", [("numerator", .count), ("denominator", .count), ("percent", .text)]),
        Schema(
            "Tally",
            [
                ("files", .count), ("rows", .count), ("accepted", .count), ("changed", .count), ("known", .count),
                ("refused", .count), ("persons", .count), ("clocked", .count), ("late", .count),
                ("unknownTimeliness", .count), ("timing", .text), ("timingTitle", .text),
                ("compliance?", .object("Rate")), ("timeliness?", .object("Rate")),
            ]),
        Schema(
            "Department",
            [
                ("code", .text), ("name", .text), ("shortName", .text), ("section", .text), ("level", .text),
                ("levelTitle", .text), ("path", .text),
            ]),
        Schema(
            "DepartmentLine",
            [
                ("code", .text), ("name", .text), ("shortName", .text), ("section", .text), ("level", .text),
                ("levelTitle", .text), ("path", .text), ("month", .text), ("state", .text), ("stateTitle", .text),
                ("openFiles", .count), ("undoneFiles", .count), ("tally?", .object("Tally")),
            ]),
        Schema(
            "Departments",
            [
                ("lang", .text), ("month", .text), ("order", .text), ("departments", .list("DepartmentLine")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "DepartmentName",
            [("name", .text), ("from", .day), ("until?", .day), ("source", .text), ("unverified", .truth)]),
        Schema(
            "Figure",
            [
                ("name", .text), ("title", .text), ("formula", .text), ("numerator", .count), ("denominator", .count),
                ("percent?", .text), ("reason?", .text), ("path", .text),
            ]),
        Schema(
            "KindTally",
            [
                ("kind", .text), ("kindTitle", .text), ("clock", .truth), ("workingDays?", .count),
                ("tally?", .object("Tally")), ("openFiles", .count), ("undoneFiles", .count),
            ]),
        Schema(
            "Fault",
            [
                ("kind", .text), ("kindTitle", .text), ("rule", .text), ("ruleTitle", .text), ("field", .text),
                ("fieldTitle", .text), ("cells", .count), ("share", .object("Rate")), ("path", .text),
            ]),
        Schema(
            "MonthLine",
            [
                ("month", .text), ("state", .text), ("stateTitle", .text), ("openFiles", .count),
                ("undoneFiles", .count), ("tally?", .object("Tally")), ("path", .text),
            ]),
        Schema("PlanDuty", [("code", .text), ("gist", .text), ("path", .text)]),
        Schema(
            "Scorecard",
            [
                ("lang", .text), ("department", .object("Department")), ("duty", .text),
                ("names", .list("DepartmentName")), ("month", .text), ("state", .text), ("stateTitle", .text),
                ("figures", .list("Figure")), ("kinds", .list("KindTally")), ("faults", .list("Fault")),
                ("faultsKnown", .truth), ("months", .list("MonthLine")), ("plan", .list("PlanDuty")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "Batch",
            [
                ("batch", .text), ("department", .text), ("departmentTitle", .text), ("kind", .text),
                ("kindTitle", .text), ("clock", .truth), ("file", .text), ("received", .day), ("declared", .truth),
                ("state", .text), ("stateTitle", .text), ("position", .count), ("rows?", .count),
                ("accepted?", .count), ("changed?", .count), ("known?", .count), ("refused?", .count),
                ("persons?", .count), ("late?", .count), ("unknownTimeliness?", .count),
            ]),
        Schema(
            "Batches",
            [
                ("lang", .text), ("department?", .object("Department")), ("month", .text),
                ("batches", .list("Batch")), ("next?", .text), ("reading", .object("Reading")),
            ]),
        Schema(
            "RefusedCell",
            [
                ("batch", .text), ("kind", .text), ("kindTitle", .text), ("file", .text), ("sheet", .text),
                ("line", .count), ("column", .text), ("field", .text), ("fieldTitle", .text), ("rule", .text),
                ("ruleTitle", .text),
            ]),
        Schema(
            "Errors",
            [
                ("lang", .text), ("department", .object("Department")), ("month", .text), ("kind?", .text),
                ("rule?", .text), ("field?", .text), ("errors", .list("RefusedCell")), ("next?", .text),
                ("reading", .object("Reading")),
            ]),
    ]
}
