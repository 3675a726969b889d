import Credit

extension CodeSpace {
    /// 承诺类型.
    public static let commitmentKind = CodeSpace(chinese: "承诺类型", english: "kind of commitment")
    /// 承诺事项.
    static let commitmentMatter = CodeSpace(chinese: "承诺事项", english: "matter of commitments")
    /// 违诺责任追究.
    static let commitmentConsequence = CodeSpace(chinese: "违诺责任", english: "consequence of a breach")
    /// 承诺数据项.
    static let commitmentField = CodeSpace(chinese: "承诺数据项", english: "field of a commitment")
}

extension Chapter {
    /// 信用承诺: `matters.yaml`, `fields.yaml`, `breach.yaml` and a file for each kind.
    static var commitments: Chapter {
        Chapter(folder: "commitments") { files, rules in
            var kinds: [(order: Int, kind: CommitmentKind)] = []
            var matters: [CommitmentMatter] = []
            var fields: [CommitmentField] = []
            var breach: CommitmentBreachRule?
            for strict in files {
                switch strict.file.stem {
                case "matters": matters = strict.run { $0.items("matters", matter) } ?? []
                case "fields": fields = strict.run { $0.items("fields", field) } ?? []
                case "breach": breach = strict.run(breachRule)
                default: if let kind = strict.run(commitmentKind) { kinds.append(kind) }
                }
            }
            rules.commitments = CommitmentCatalogue(
                kinds: Register(kinds.sorted { $0.order < $1.order }.map(\.kind)), matters: Register(matters),
                fields: Register(fields), breach: breach)
        }
    }

    private static func commitmentKind(_ strict: Strict) -> (order: Int, kind: CommitmentKind)? {
        let (code, order) = (strict.fileCode(.commitmentKind), strict.number("order", in: 1...99))
        let (name, meaning) = (strict.label(), strict.part("meaning") { $0.label("chinese", "english") })
        let cause = strict.text("cause", required: false)
        let items = strict.references("items", to: .planItem, required: false) ?? []
        let takesMissing = strict.truth("missing-materials", required: false) ?? false
        let consequences = strict.items("consequences", required: false, consequence) ?? []
        let source = strict.source()
        guard let code, let order, let name, let meaning, let source else { return nil }
        let kind = CommitmentKind(
            code: code, name: name, meaning: meaning, cause: cause, items: items, takesMissing: takesMissing,
            consequences: consequences, source: source)
        return (order, kind)
    }

    private static func consequence(_ strict: Strict) -> CommitmentConsequence? {
        // The kinds share what may follow a breach, each with its own source.
        let (code, name) = (strict.code(.commitmentConsequence, again: true), strict.label())
        let source = strict.source()
        guard let code, let name, let source else { return nil }
        return CommitmentConsequence(code: code, name: name, source: source)
    }

    private static func breachRule(_ strict: Strict) -> CommitmentBreachRule? {
        let record = strict.reference("record", to: .recordKind)
        let list = strict.reference("list", to: .list)
        let longest = strict.dated("longest", required: false) { $0.number("months", in: 1...120) }
        guard let record, let list else { return nil }
        return CommitmentBreachRule(record: record, list: list, longest: longest)
    }

    private static func matter(_ strict: Strict) -> CommitmentMatter? {
        let (code, name) = (strict.code(.commitmentMatter), strict.label())
        let department = departmentOrAll(strict)
        let item = strict.reference("item", to: .planItem)
        let kind = strict.reference("kind", to: .commitmentKind, required: false)
        let templates = strict.dated("templates", required: false, template)
        let terms = strict.part("terms", required: false) { part in
            var terms: [CommitmentClock: Dated<CaseClock.Term>] = [:]
            for (key, clock) in [
                ("missing", CommitmentClock.missing), ("supervision", .supervision), ("answer", .answer),
            ] where part.has(key) { terms[clock] = part.dated(key, clockTerm) }
            return terms
        }
        let basis = strict.has("basis") ? strict.source("basis") : nil
        guard let code, let name, let item else { return nil }
        return CommitmentMatter(
            code: code, name: name, department: department, item: item, kind: kind, templates: templates,
            terms: terms ?? [:], basis: basis)
    }

    private static func template(_ strict: Strict) -> CommitmentTemplate? {
        let version = strict.text("version", atMost: 60)
        let content = strict.part("content") { $0.label("chinese", "english") }
        let liability = strict.part("liability") { $0.label("chinese", "english") }
        guard let version, let content, let liability else { return nil }
        return CommitmentTemplate(version: version, content: content, liability: liability)
    }

    private static func field(_ strict: Strict) -> CommitmentField? {
        let (code, name) = (strict.code(.commitmentField), strict.label())
        let type = strict.word("type", of: CommitmentField.FieldType.self)
        let length = strict.number("length", in: 1...100_000, required: type == .text)
        let need = strict.word("need", of: CommitmentField.Need.self)
        let choices = strict.texts("choices", required: type == .choice, atMost: 60) ?? []
        let rule = strict.part("rule", required: false) { $0.label("chinese", "english") }
        guard let code, let name, let type, let need else { return nil }
        // A commitment may be a person's, so what may never be collected of persons is no field of it (R2).
        strict.mayBeCollected("name", name.chinese, ofPersons: true)
        strict.mayBeCollected("english", name.english, ofPersons: true)
        return CommitmentField(
            code: code, name: name, type: type, length: length, need: need, choices: choices, rule: rule)
    }
}
