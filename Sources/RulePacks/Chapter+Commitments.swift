import Credit

extension CodeSpace {
    /// 承诺类型.
    public static let commitmentKind = CodeSpace(chinese: "承诺类型", english: "kind of commitment")
    /// 承诺事项.
    static let commitmentMatter = CodeSpace(chinese: "承诺事项", english: "matter of commitments")
    /// 承诺数据项.
    static let commitmentField = CodeSpace(chinese: "承诺数据项", english: "field of a commitment")
}

extension Chapter {
    /// 信用承诺: `matters.yaml`, `fields.yaml` and a file for each kind.
    static var commitments: Chapter {
        Chapter(folder: "commitments") { files, rules in
            var kinds: [(order: Int, kind: CommitmentKind)] = []
            var matters: [CommitmentMatter] = []
            var fields: [CommitmentField] = []
            for strict in files {
                switch strict.file.stem {
                case "matters": matters = strict.run { $0.items("matters", matter) } ?? []
                case "fields": fields = strict.run { $0.items("fields", field) } ?? []
                default: if let kind = strict.run(commitmentKind) { kinds.append(kind) }
                }
            }
            rules.commitments = CommitmentCatalogue(
                kinds: Register(kinds.sorted { $0.order < $1.order }.map(\.kind)), matters: Register(matters),
                fields: Register(fields))
        }
    }

    private static func commitmentKind(_ strict: Strict) -> (order: Int, kind: CommitmentKind)? {
        let (code, order) = (strict.fileCode(.commitmentKind), strict.number("order", in: 1...99))
        let (name, meaning) = (strict.label(), strict.part("meaning") { $0.label("chinese", "english") })
        let cause = strict.text("cause", required: false)
        let items = strict.references("items", to: .planItem, required: false) ?? []
        let source = strict.source()
        guard let code, let order, let name, let meaning, let source else { return nil }
        let kind = CommitmentKind(
            code: code, name: name, meaning: meaning, cause: cause, items: items, source: source)
        return (order, kind)
    }

    private static func matter(_ strict: Strict) -> CommitmentMatter? {
        let (code, name) = (strict.code(.commitmentMatter), strict.label())
        let department = departmentOrAll(strict)
        let item = strict.reference("item", to: .planItem)
        let kind = strict.reference("kind", to: .commitmentKind, required: false)
        let template = strict.text("template", required: false, atMost: 60)
        let basis = strict.has("basis") ? strict.source("basis") : nil
        guard let code, let name, let item else { return nil }
        return CommitmentMatter(
            code: code, name: name, department: department, item: item, kind: kind, template: template, basis: basis)
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
