import Credit

/// 名单规则: one list with its names, bases, term, subjects and ways out.
struct ListRulePage: Page {
    static let template = "list_rule"
    let rule: ListRule
    let rules: Rules
    let asked: AskedRules

    private var day: Day { asked.day }
    var reading: Reading? { asked.reading }
    var narrowing: FilterForm? { asked.form }
    var title: Label { rule.name(on: day) }
    var section: PortalSection? { .rules }
    var canonicalPath: String? { "/lists/register/" + rule.code }

    func show(on tape: inout Tape) {
        let status = rule.status(on: day)
        tape.put("on", day)
        tape.put("list", ListLine(rule: rule, day: day, rules: rules))
        tape.put("statusWords", status.words)
        tape.put("names", rule.names.steps.map { Named(step: $0, words: $0.value, rules: rules) })
        tape.put("roles", rule.roles.steps.map { Named(step: $0, words: $0.value.title, rules: rules) })
        tape.put("bases", rule.bases.map { Basis(basis: $0, day: day, rules: rules) })
        tape.put("subjects", rule.subjects.map { Subject(subject: $0, rules: rules) })
        tape.put("terms", rule.terms?.steps.map { Term(step: $0, rules: rules) } ?? [])
        tape.put("exits", rule.exits.map(\.title))
        tape.put("measures", rule.measures.compactMap { rules.measures.measures[$0] }.map(Bound.init))
        tape.put("record", rule.record)
        tape.put(words: "recordTitle", rule.record.flatMap { rules.kinds[$0]?.title })
        tape.put(words: "note", rule.note)
        tape.draw { tape in
            tape.put("isListed", rule.record.flatMap { rules.kinds[$0]?.family } == .listing)
            tape.put("basesKnown", !rule.bases.isEmpty)
            tape.put("hasTerms", rule.terms != nil)
            tape.put("hasMeasures", !rule.measures.isEmpty)
            tape.put("hasPersons", rule.subjects.contains { $0.target.isPerson })
        }
    }

    /// A dated value in words.
    struct Named: Shown {
        let from: Day
        let words: Label
        let source: Citation

        init<Value>(step: Dated<Value>.Step, words: Label, rules: Rules) {
            from = step.from
            self.words = words
            source = Citation(step.source, rules)
        }

        func show(on tape: inout Tape) {
            tape.put("from", from)
            tape.put("words", words)
            tape.put("source", source)
        }
    }

    struct Basis: Shown {
        let basis: ListBasis
        let day: Day
        let rules: Rules

        func show(on tape: inout Tape) {
            tape.put("source", Citation(basis.source, rules))
            tape.put("rank", basis.rank.rawValue)
            tape.put("rankTitle", basis.rank.title)
            tape.put("permits", basis.permits.rawValue)
            tape.put("permitsTitle", basis.permits.title)
            tape.put("from", basis.from.text)
            tape.put("until", basis.until?.text)
            tape.put("inForce", basis.holds(on: day))
            tape.draw { tape in
                tape.put("fromWords", basis.from.words)
                tape.put(words: "untilWords", basis.until?.words)
            }
        }
    }

    struct Subject: Shown {
        let subject: ListSubject
        let rules: Rules

        func show(on tape: inout Tape) {
            tape.put("target", subject.target.rawValue)
            tape.put("targetTitle", subject.target.title)
            tape.put("person", subject.target.isPerson)
            tape.put("source", subject.source.map { Citation($0, rules) })
        }
    }

    struct Term: Shown {
        let step: Dated<ListTerm>.Step
        let rules: Rules

        func show(on tape: inout Tape) {
            tape.put("from", step.from)
            tape.put("form", step.value.form)
            if case .months(let months, let early) = step.value {
                tape.put("months", months)
                tape.put(known: "early", early)
            }
            tape.put("words", step.value.words)
            tape.put("source", Citation(step.source, rules))
        }
    }

    struct Bound: Shown {
        let measure: Measure

        func show(on tape: inout Tape) {
            tape.put("code", measure.code)
            tape.put("name", measure.name)
            tape.put("path", "/measures/" + measure.code)
        }
    }
}
