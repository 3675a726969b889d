import Credit

/// 信用信息类别页: what a kind of record holds, who hands it in, by what law, how long it is public.
struct KindPage: Page {
    static let template = "kind"
    static let table: StaticString? = "fields"
    let kind: RecordKind
    let rules: Rules
    let received: Day?
    let published: Int?
    let reading: Reading?

    init(_ kind: RecordKind, in rules: Rules, counts: PublicCounts) {
        self.kind = kind
        self.rules = rules
        let count = counts.kinds.first { $0.currency.kind == kind.code }
        received = count?.currency.lastReceived
        published = count?.published
        reading = counts.reading
    }

    var title: Label { kind.title }
    var canonicalPath: String? { "/catalogue/" + kind.code }
    var section: PortalSection? { .rules }

    func show(on tape: inout Tape) {
        let department = rules.departments[kind.department]
        tape.put("kind", kind.code)
        tape.put("kindTitle", kind.title)
        tape.put("family", kind.family.rawValue)
        tape.put("familyTitle", kind.family.title)
        tape.put("adverse", kind.family.isAdverse)
        tape.put("catalogueClass", kind.catalogueClass)
        tape.put("catalogueClassTitle", rules.catalogue.last?[kind.catalogueClass]?.name)
        tape.put("department", kind.department)
        tape.put(
            "departmentTitle",
            (reading.flatMap { department?.name(on: $0.day) } ?? department?.names.latest.value)?.full)
        tape.put("source", ShownSource(kind.source, in: rules))
        tape.put("dueWithin", kind.dueWithin.map { CountOfDays(days: $0) })
        tape.put("publication", kind.publication.words)
        tape.put("steps", steps)
        tape.put("templates", kind.templates.enumerated().map { TemplateLine(index: $0, template: $1, page: self) })
        if tape.form != .page {
            tape.put(
                "fields", kind.templates.flatMap { template in template.fields.map { FieldLine($0, of: template) } })
        }
        tape.put("vocabularies", vocabularies.map { VocabularyLine(vocabulary: $0) })
        tape.put("lastReceived", received)
        tape.draw { tape in
            tape.put("hasSteps", !steps.isEmpty)
            tape.put("hasVocabularies", !vocabularies.isEmpty)
            tape.put("published", published ?? 0)
            tape.put("command", "chengxin template " + kind.code)
        }
    }

    private var steps: [StepLine] {
        guard case .byGrade(let steps) = kind.publication else { return [] }
        let today = reading?.day
        return steps.enumerated().reversed().map { index, step in
            let until = index + 1 < steps.count ? steps[index + 1].from + -1 : nil
            let isNow = today.map { step.from <= $0 && (until ?? .endless) >= $0 } ?? false
            return StepLine(step: step, until: until, isInForce: isNow, source: ShownSource(step.source, in: rules))
        }
    }

    private var vocabularies: [Vocabulary] {
        var found: [Vocabulary] = []
        for field in kind.templates.flatMap(\.fields) {
            switch field.type {
            case .choice(let list), .choices(let list):
                if !found.contains(where: { $0.code == list.code }) { found.append(list) }
            default: break
            }
        }
        return found
    }

    /// A version of the rule of publication.
    struct StepLine: Shown {
        let step: PublicationRule.GradeStep
        let until: Day?
        let isInForce: Bool
        let source: ShownSource

        func show(on tape: inout Tape) {
            tape.put("version", step.version)
            tape.put("from", step.from)
            tape.put("until", until)
            tape.put("inForce", isInForce)
            tape.put("light", PublicationRule.GradeStep.words(step.light))
            tape.put("general", PublicationRule.GradeStep.words(step.general))
            tape.put("serious", PublicationRule.GradeStep.words(step.serious))
            tape.put("summary", step.summary.words)
            tape.put("source", source)
        }
    }

    /// A template of the kind.
    struct TemplateLine: Shown {
        let index: Int
        let template: RecordTemplate
        let page: KindPage

        func show(on tape: inout Tape) {
            tape.put("code", template.code)
            tape.put("title", template.title)
            tape.put("source", ShownSource(template.source, in: page.rules))
            tape.put("count", template.fields.count)
            tape.put("current", index == 0)
            tape.draw { tape in tape.put("rows", template.fields.map { FieldLine($0, of: template) }) }
        }
    }

    /// A number of working days that may be missing.
    struct CountOfDays: Shown {
        let days: Int
        func show(on tape: inout Tape) { tape.put("workingDays", days) }
    }
}

/// 代码表: the words of a vocabulary.
struct VocabularyLine: Shown {
    let vocabulary: Vocabulary

    func show(on tape: inout Tape) {
        tape.put("code", vocabulary.code)
        tape.put("words", vocabulary.words.map { WordLine(word: $0) })
    }

    /// One word.
    struct WordLine: Shown {
        let word: Vocabulary.Word

        func show(on tape: inout Tape) {
            tape.put("code", word.code)
            tape.put("title", word.title)
            tape.put("english", word.english)
            tape.put("from", word.from)
            tape.put("until", word.until)
            tape.put("gradeTitle", word.grade.map { $0.title as Label })
        }
    }
}
