import Credit

/// 目录页: what may be collected at all on a day, by the edition in force, and what changed between the editions (R2).
struct CataloguePage: Page {
    static let template = "catalogue"
    static let table: StaticString? = "classes"
    let rules: Rules
    /// The day the visitor asks for; nil is the day of reading.
    let on: Day?
    let edition: CatalogueEdition?
    let address: PageAddress
    let reading: Reading?

    init(_ rules: Rules, on: Day?, at address: PageAddress, reading: Reading) {
        self.rules = rules
        self.on = on
        self.address = address
        edition = rules.catalogue(on: on ?? reading.day)
        self.reading = reading
    }

    var title: Label { .both("信用信息目录", "Catalogue of credit information") }
    var canonicalPath: String? { "/catalogue" }
    var section: PortalSection? { .rules }
    var narrowing: FilterForm? {
        FilterForm(
            address: address,
            days: [
                .init(name: "on", title: .both("哪一天施行的目录", "Catalogue in force on"), usual: on ?? reading?.day)
            ])
    }

    /// Whether the day lies ahead, for which only what is known today can be told (R13).
    private var isAhead: Bool {
        guard let on, let today = reading?.day else { return false }
        return today < on
    }

    func show(on tape: inout Tape) {
        tape.put("on", on ?? reading?.day)
        tape.put("edition", edition.map { EditionLine(edition: $0, before: nil, isFirst: false, in: rules) })
        tape.put("classes", (edition?.classes ?? []).map { ClassLine($0, page: self) })
        tape.put(
            "editions",
            rules.catalogue.enumerated().reversed().map { index, edition in
                EditionLine(
                    edition: edition, before: index > 0 ? rules.catalogue[index - 1] : nil, isFirst: index == 0,
                    in: rules)
            })
        tape.draw { tape in
            tape.put("first", rules.catalogue.first?.from)
            tape.put("isAhead", isAhead)
        }
    }

    /// 目录类别: a class of the edition, with the kinds of record this city takes of it.
    struct ClassLine: Shown {
        let entry: CatalogueEdition.Class
        let kinds: [RecordKind]
        let since: CatalogueEdition?

        init(_ entry: CatalogueEdition.Class, page: CataloguePage) {
            self.entry = entry
            kinds = page.rules.kinds.filter { $0.catalogueClass == entry.code }
            since = page.rules.catalogue.first { $0[entry.code] != nil }
        }

        func show(on tape: inout Tape) {
            tape.put("number", entry.number)
            tape.put("code", entry.code)
            tape.put("name", entry.name)
            tape.put("note", entry.note)
            tape.put("since", since?.code)
            tape.put("kinds", kinds.map(\.code))
            tape.draw { tape in
                tape.put("taken", kinds.map { KindLink(kind: $0) })
                tape.put("isTaken", !kinds.isEmpty)
            }
        }
    }

    /// A kind of record as a link.
    struct KindLink: Shown {
        let kind: RecordKind

        func show(on tape: inout Tape) {
            tape.put("kind", kind.code)
            tape.put("kindTitle", kind.title)
        }
    }
}

/// 目录版本: an edition and what it changed.
struct EditionLine: Shown {
    let edition: CatalogueEdition
    let source: ShownSource
    let added: [CatalogueEdition.Class]
    let dropped: [CatalogueEdition.Class]
    let renamed: [CatalogueEdition.Class]
    let isFirst: Bool

    init(edition: CatalogueEdition, before: CatalogueEdition?, isFirst: Bool, in rules: Rules) {
        self.edition = edition
        self.isFirst = isFirst
        source = ShownSource(edition.source, in: rules)
        guard let before else {
            (added, dropped, renamed) = ([], [], [])
            return
        }
        added = edition.classes.filter { before[$0.code] == nil }
        dropped = before.classes.filter { edition[$0.code] == nil }
        renamed = edition.classes.filter { entry in before[entry.code].map { $0.name != entry.name } ?? false }
    }

    func show(on tape: inout Tape) {
        tape.put("code", edition.code)
        tape.put("title", edition.title)
        tape.put("from", edition.from)
        tape.put("count", edition.classes.count)
        tape.put("source", source)
        tape.put("added", added.map { tape.language.words(of: $0.name) })
        tape.put("dropped", dropped.map { tape.language.words(of: $0.name) })
        tape.put("renamed", renamed.map { tape.language.words(of: $0.name) })
        tape.draw { tape in
            tape.put("hasAdded", !added.isEmpty)
            tape.put("hasDropped", !dropped.isEmpty)
            tape.put("hasRenamed", !renamed.isEmpty)
            tape.put("isFirst", isFirst)
        }
    }
}

extension RouteTable {
    mutating func addCatalogue() {
        page(
            "/catalogue", .both("某日施行的信用信息目录", "The catalogue in force on a day"), schema: "Catalogue",
            questions: [.init(name: "on", summary: .both("哪一天", "Which day"), isNeeded: false)]
        ) { ask in
            CataloguePage(
                ask.rules, on: try ask.day("on"), at: ask.address, reading: try await ask.reading())
        }
        page(
            "/catalogue/{kind}", .both("一类信用信息：数据项、期限和依据", "A kind of record: fields, periods and basis"),
            schema: "CatalogueKind"
        ) { ask in
            guard let kind = ask.rules.kinds[ask.parameter] else { throw PortalProblem.noSuchRule }
            let counts = try await ask.read { try $0.home() }
            return KindPage(kind, in: ask.rules, counts: counts)
        }
    }
}
