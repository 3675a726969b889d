extension Schema {
    /// Answers of the guide.
    static let guide: [Schema] = [
        Schema("GuideLine", [("code", .text), ("name", .text), ("about", .text), ("path", .text)]),
        Schema(
            "Guide", [("lang", .text), ("pages", .list("GuideLine")), ("reading", .object("Reading"))]),
        Schema(
            "GuidePassage",
            [
                ("text", .text), ("unverified", .truth), ("sources", .list("Cited")), ("commands", .texts),
                ("path?", .text),
            ]),
        Schema(
            "GuideColumn",
            [
                ("column", .text), ("from?", .day), ("until?", .day), ("inForce?", .truth),
                ("source", .object("Cited")),
            ]),
        Schema("GuideCell", [("column", .text), ("says", .text), ("unverified", .truth)]),
        Schema("GuideRow", [("point", .text), ("cells", .list("GuideCell"))]),
        Schema("GuideTable", [("columns", .list("GuideColumn")), ("rows", .list("GuideRow"))]),
        Schema(
            "GuideSection",
            [
                ("section", .text), ("heading", .text), ("form", .text), ("passages", .list("GuidePassage")),
                ("table?", .object("GuideTable")),
            ]),
        Schema(
            "GuideText",
            [
                ("lang", .text), ("code", .text), ("title", .text), ("lead", .text),
                ("sections", .list("GuideSection")), ("reading", .object("Reading")),
            ]),
        Schema(
            "TermName", [("called", .text), ("from", .day), ("until?", .day), ("source", .object("Cited"))]),
        Schema(
            "GlossaryWord",
            [
                ("code", .text), ("chinese", .text), ("english", .text), ("meaning?", .text),
                ("names", .list("TermName")),
            ]),
        Schema(
            "Glossary",
            [
                ("lang", .text), ("title", .text), ("lead", .text), ("words", .list("GlossaryWord")),
                ("reading", .object("Reading")),
            ]),
        Schema(
            "OrganisationLine",
            [
                ("department", .text), ("name", .text), ("duty", .text), ("level", .text), ("levelTitle", .text),
                ("path", .text), ("items", .count), ("ownItems", .count), ("formerNames", .texts),
            ]),
        Schema(
            "Organisation",
            [
                ("lang", .text), ("title", .text), ("lead", .text), ("sections", .list("GuideSection")),
                ("departments", .list("OrganisationLine")), ("reading", .object("Reading")),
            ]),
    ]
}
