import Credit

/// 措施: one measure with what is known of whom it may reach and on what it rests.
struct MeasurePage: Page {
    static let template = "measure"
    let measure: Measure
    let rules: Rules
    let reading: Reading?

    var title: Label { measure.name }
    var section: PortalSection? { .rules }
    var canonicalPath: String? { "/measures/" + measure.code }

    func show(on tape: inout Tape) {
        tape.put("measure", MeasureLine(measure: measure))
        tape.put("categoryWords", measure.category.words)
        tape.put("listedFrom", measure.listed.from)
        tape.put("listedBy", Citation(measure.listed.source, rules))
        tape.put("bases", measure.bases.map { Basis(basis: $0, rules: rules) })
        tape.put("lists", rules.lists.filter { $0.measures.contains(measure.code) }.map(List.init))
        tape.put(words: "note", measure.note)
        tape.draw { tape in
            tape.put("hasBases", !measure.bases.isEmpty)
            tape.put("hasLists", rules.lists.contains { $0.measures.contains(measure.code) })
        }
    }

    struct Basis: Shown {
        let basis: Measure.Basis
        let rules: Rules

        func show(on tape: inout Tape) {
            tape.put("words", basis.words)
            tape.put("effect", basis.effect.rawValue)
            tape.put("effectTitle", basis.effect.title)
            tape.put("source", Citation(basis.source, rules))
        }
    }

    struct List: Shown {
        let rule: ListRule

        func show(on tape: inout Tape) {
            tape.put("code", rule.code)
            tape.put("name", rule.names.latest.value)
            tape.put("path", "/lists/register/" + rule.code)
        }
    }
}
