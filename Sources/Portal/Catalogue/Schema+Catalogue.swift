extension Schema {
    /// Answers about the catalogue and its kinds.
    static let catalogue: [Schema] = [
        Schema(
            "CatalogueEdition",
            [
                ("code", .text), ("title", .text), ("from", .day), ("count", .count), ("source", .object("Cited")),
                ("added", .texts), ("dropped", .texts), ("renamed", .texts),
            ]),
        Schema(
            "CatalogueClass",
            [
                ("number", .count), ("code", .text), ("name", .text), ("note?", .text), ("since?", .text),
                ("kinds", .texts),
            ]),
        Schema(
            "Catalogue",
            [
                ("lang", .text), ("on?", .day), ("edition?", .object("CatalogueEdition")),
                ("classes", .list("CatalogueClass")),
                ("editions", .list("CatalogueEdition")), ("reading", .object("Reading")),
            ]),
        Schema(
            "PublicationStep",
            [
                ("version", .text), ("from", .day), ("until?", .day), ("inForce", .truth), ("light", .text),
                ("general", .text), ("serious", .text), ("summary", .text), ("source", .object("Cited")),
            ]),
        Schema(
            "RecordTemplate",
            [
                ("code", .text), ("title", .text), ("source", .object("Cited")), ("count", .count), ("current", .truth),
            ]),
        Schema(
            "FieldRule",
            [
                ("template", .text), ("name", .text), ("title", .text), ("english", .text), ("column?", .text),
                ("type", .text), ("length?", .text), ("vocabulary?", .text), ("need", .text), ("needTitle", .text),
                ("visibility", .text), ("visibilityTitle", .text),
            ]),
        Schema(
            "VocabularyWord",
            [
                ("code", .text), ("title", .text), ("english", .text), ("from?", .day), ("until?", .day),
                ("gradeTitle?", .text),
            ]),
        Schema("Vocabulary", [("code", .text), ("words", .list("VocabularyWord"))]),
        Schema("WorkingTerm", [("workingDays", .count)]),
        Schema(
            "CatalogueKind",
            [
                ("lang", .text), ("kind", .text), ("kindTitle", .text), ("family", .text), ("familyTitle", .text),
                ("adverse", .truth), ("catalogueClass", .text), ("catalogueClassTitle?", .text), ("department", .text),
                ("departmentTitle?", .text), ("source", .object("Cited")), ("dueWithin?", .object("WorkingTerm")),
                ("publication", .text), ("steps", .list("PublicationStep")), ("templates", .list("RecordTemplate")),
                ("fields", .list("FieldRule")), ("vocabularies", .list("Vocabulary")), ("lastReceived?", .day),
                ("reading", .object("Reading")),
            ]),
    ]
}
