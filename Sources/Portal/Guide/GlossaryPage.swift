import Credit

/// 词汇页: the words of the field, and what each was officially called from which day on.
struct GlossaryPage: Page {
    static let template = "glossary"
    static let table: StaticString? = "words"
    let text: GuideText
    let rules: Rules
    let words: [Word]
    let reading: Reading?

    init(_ rules: Rules, text: GuideText, reading: Reading) {
        self.rules = rules
        self.text = text
        self.reading = reading
        let explained = text.words.map { word in
            Word(
                code: word.code, name: word.name, meaning: word.meaning, term: word.term.flatMap { rules.terms[$0] },
                rules: rules)
        }
        // Terms that no word explains still have their history.
        let told = Set(text.words.compactMap(\.term))
        words =
            explained
            + rules.terms.filter { !told.contains($0.code) }.map { term in
                Word(
                    code: "term-" + term.code, name: term.label(on: reading.day), meaning: nil, term: term,
                    rules: rules)
            }
    }

    var title: Label { text.title }
    var canonicalPath: String? { "/guide/" + text.code }
    var section: PortalSection? { .guide }

    func show(on tape: inout Tape) {
        tape.put("title", text.title)
        tape.put("lead", text.lead)
        tape.put("words", words)
        tape.draw { tape in
            tape.put("pages", GuideIndexPage.lines(of: rules, here: text.code))
        }
    }

    /// A word with its history.
    struct Word: Shown {
        let code: String
        let name: Label
        let meaning: Label?
        let term: Term?
        let rules: Rules

        func show(on tape: inout Tape) {
            // Both languages stand side by side, whatever the page's own is.
            tape.put("code", code)
            tape.put("chinese", name.chinese)
            tape.put("english", name.english)
            tape.put("meaning", meaning)
            let steps = term?.labels.steps ?? []
            tape.put(
                "names",
                steps.enumerated().map { index, step in
                    Name(
                        step: step, until: index + 1 < steps.count ? steps[index + 1].from + -1 : nil,
                        source: ShownSource(step.source, in: rules))
                })
            tape.draw { $0.put("hasNames", !steps.isEmpty) }
        }
    }

    /// What a word was called for a time.
    struct Name: Shown {
        let step: Dated<Label>.Step
        let until: Day?
        let source: ShownSource

        func show(on tape: inout Tape) {
            tape.put("called", step.value)
            tape.put("from", step.from)
            tape.put("until", until)
            tape.put("source", source)
        }
    }
}
