import Credit

/// 措施清单: the national list of measures as it stood on a day, with what is not known of it.
struct MeasuresPage: RuleListPage {
    static let template = "measures"
    static let table: StaticString? = "measures"
    let rules: Rules
    let measures: [Measure]
    let asked: AskedRules

    var title: Label { .both("失信惩戒措施清单", "Measures against dishonesty") }
    var lines: [MeasureLine] { measures.map(MeasureLine.init) }

    func showMore(on tape: inout Tape) {
        let edition = rules.measures.edition(on: asked.day)
        let known = rules.measures.measures(on: asked.day).count
        tape.put("edition", edition.map { Edition(edition: $0, rules: rules) })
        tape.put("known", known)
        // The first edition's number is the only one that was read; later ones keep its structure.
        tape.put(known: "unnamed", edition?.count.map { $0 - known })
        tape.put("editions", rules.measures.editions.map { Edition(edition: $0, rules: rules) })
        tape.draw { tape in
            tape.put(
                "categories",
                Measure.Category.allCases.map { category in
                    Group(category: category, measures: measures.filter { $0.category == category })
                }.filter { !$0.measures.isEmpty })
            tape.put("isBefore", edition == nil)
        }
    }

    struct Group: Shown {
        let category: Measure.Category
        let measures: [Measure]

        func show(on tape: inout Tape) {
            tape.put("id", category.rawValue)
            tape.put("heading", category.title)
            tape.put("words", category.words)
            tape.put("own", measures.map(MeasureLine.init))
        }
    }

    struct Edition: Shown {
        let edition: MeasureCatalogue.Edition
        let rules: Rules

        func show(on tape: inout Tape) {
            tape.put("code", edition.code)
            tape.put("title", edition.title)
            tape.put("from", edition.from)
            tape.put(known: "count", edition.count)
            tape.put("source", Citation(edition.source, rules))
            tape.put(words: "note", edition.note)
        }
    }
}

/// One measure as a line of the list.
struct MeasureLine: Shown {
    let measure: Measure

    func show(on tape: inout Tape) {
        tape.put("code", measure.code)
        tape.put("order", measure.order)
        tape.put("category", measure.category.rawValue)
        tape.put("categoryTitle", measure.category.title)
        tape.put("name", measure.name)
        tape.put("targetsKnown", measure.targets != nil)
        tape.put("targets", (measure.targets ?? []).map(\.title))
        tape.put("bases", measure.bases.map { [$0.source.document, $0.source.clause ?? ""].joined() })
        tape.put("path", "/measures/" + measure.code)
        tape.draw { $0.put("hasBases", !measure.bases.isEmpty) }
    }
}

extension RouteTable {
    mutating func addMeasures() {
        addMeasureDocuments()
        addMeasureTasks()
        page(
            "/measures", .both("失信惩戒措施清单", "The national list of measures"), schema: "Measures",
            questions: [Self.filter("category", "措施类别", "Class of measure"), Self.onDay]
        ) { ask in
            let asked = try await ask.rules { _ in
                [.words("category", .both("类别", "Class"), of: Measure.Category.self, \.title)]
            }
            let category = try ask.word("category", of: Measure.Category.self)
            return MeasuresPage(
                rules: ask.rules,
                measures: ask.rules.measures.measures(on: asked.day).filter {
                    category == nil || $0.category == category
                }, asked: asked)
        }
        page("/measures/{code}", .both("一项措施及其依据", "One measure and its bases"), schema: "Measure") { ask in
            guard let measure = ask.rules.measures.measures[ask.parameter] else { throw PortalProblem.noSuchPage }
            return MeasurePage(measure: measure, rules: ask.rules, reading: try await ask.read { try $0.reading() })
        }
    }
}
