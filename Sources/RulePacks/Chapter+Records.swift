import Credit

extension CodeSpace {
    /// 代码表.
    static let vocabulary = CodeSpace(chinese: "代码表", english: "vocabulary")
    /// 数据模板.
    static let template = CodeSpace(chinese: "数据模板", english: "template")
    /// 信用信息类别.
    public static let recordKind = CodeSpace(chinese: "信用信息类别", english: "record kind")
}

extension Chapter {
    /// 代码表: a file is a vocabulary.
    static var vocabularies: Chapter {
        .of("vocabularies", into: \.vocabularies) { strict in
            let (code, words) = (strict.fileCode(.vocabulary), strict.items("words", word))
            _ = strict.text("note", required: false)
            guard let code, let words else { return nil }
            guard (1...64).contains(words.count) else {
                strict.refuse("words", .tooBig(limit: "64"))
                return nil
            }
            return Vocabulary(code: code, words: words)
        }
    }

    private static func word(_ strict: Strict) -> Vocabulary.Word? {
        let (code, title) = (strict.text("code", atMost: 64), strict.text("title", atMost: 100))
        let english = strict.text("english", atMost: 100)
        let aliases = strict.texts("aliases", required: false) ?? []
        let open = strict.truth("open", required: false) ?? false
        let (from, until) = (strict.day("from", required: false), strict.day("until", required: false))
        let grade = strict.word("grade", of: OffenceGrade.self, required: false)
        let sense = strict.word("sense", of: Vocabulary.Sense.self, required: false)
        guard let code, let title, let english else { return nil }
        return Vocabulary.Word(
            code: code, title: title, english: english, aliases: aliases, open: open, from: from, until: until,
            grade: grade, sense: sense)
    }

    /// 信用信息类别: a file is a kind of record.
    static var records: Chapter {
        Chapter(folder: "records") { files, rules in
            let (templates, editions) = (rules.templates, rules.catalogue)
            let kinds = files.compactMap { file in
                file.run { kind($0, templates, editions) }
            }
            rules.kinds = Register(kinds.sorted { ($0.order, $0.entry.code) < ($1.order, $1.entry.code) }.map(\.entry))
        }
    }

    private static func kind(
        _ strict: Strict, _ templates: Register<RecordTemplate>, _ editions: Register<CatalogueEdition>
    ) -> (order: Int, entry: RecordKind)? {
        let code = strict.fileCode(.recordKind)
        let order = strict.number("order", in: 1...999)
        let (title, source) = (strict.label("title", "english"), strict.source())
        let family = strict.word("family", of: RecordFamily.self)
        let catalogueClass = strict.reference("catalogue-class", to: .catalogueClass)
        let department = strict.reference("department", to: .department)
        let due = strict.number("due-within", in: 1...366, required: false)
        let names = strict.references("templates", to: .template)
        let publication = strict.part("publication", publication)
        let demonstration = strict.text("demonstration", required: false, atMost: 64)
        guard let code, let order, let title, let source, let family, let catalogueClass, let department, let names,
            let publication
        else { return nil }
        let own = names.compactMap { templates[$0] }
        for template in own where family.isAdverse {
            demandPapers(of: template, endsByGrade: publication.endsByGrade, strict)
        }
        let kind = RecordKind(
            code: code, title: title, family: family, catalogueClass: catalogueClass, department: department,
            source: source, dueWithin: due, templates: own, publication: publication, demonstration: demonstration)
        return own.isEmpty ? nil : (order, kind)
    }

    /// R3: what is to a subject's disadvantage names its organ, document, date, basis and end, or is no kind at all.
    private static func demandPapers(of template: RecordTemplate, endsByGrade byGrade: Bool, _ strict: Strict) {
        let papers: [Role] = [.subjectName, .documentNumber, .decided, .organName, .basis]
        let missing = papers.filter { template.roles[$0]?.isEmpty ?? true }
        let ends: [Role] = [.validUntil, .untilCured, .publishedUntil]
        let endless = !byGrade && ends.allSatisfy { template.roles[$0]?.isEmpty ?? true }
        guard !missing.isEmpty || endless else { return }
        let names = (missing.map(\.rawValue) + (endless ? ["valid-until"] : [])).joined(separator: "、")
        strict.refuse(
            "templates", code: "PACK-131", value: template.code,
            message: Label("不利信息的模板缺少要件：\(names)。", "an adverse kind's template lacks its papers: \(names)."),
            remedy: Label(
                "决定机关、文书号、日期、依据和期限缺一不可（R3）。", "Organ, number, date, basis and end are all needed (R3)."))
    }

    private static func publication(_ strict: Strict) -> PublicationRule? {
        enum Form: String, CaseIterable {
            case standing, never
            case whileValid = "while-valid"
            case whileListed = "while-listed"
            case byGrade = "by-grade"
        }
        let form = strict.word("form", of: Form.self)
        let steps = strict.items("steps", required: form == .byGrade, gradeStep)
        switch form {
        case .standing?: return .standing
        case .never?: return .never
        case .whileValid?: return .whileValid
        case .whileListed?: return .whileListed
        case .byGrade?:
            guard let steps, zip(steps, steps.dropFirst()).allSatisfy({ $0.from < $1.from }) else {
                strict.refuse("steps", .stepsOutOfOrder)
                return nil
            }
            return .byGrade(steps)
        case nil: return nil
        }
    }

    private static func gradeStep(_ strict: Strict) -> PublicationRule.GradeStep? {
        let (version, from, source) = (strict.text("version", atMost: 15), strict.day("from"), strict.source())
        let light = strict.number("light", in: 1...120, required: false)
        let general = strict.number("general", in: 1...120, required: false)
        let serious = strict.number("serious", in: 1...120, required: false)
        let summary = strict.word("summary", of: PublicationRule.SummaryProcedure.self)
        guard let version, let from, let source, let summary else { return nil }
        return PublicationRule.GradeStep(
            version: version, from: from, source: source, light: light, general: general, serious: serious,
            summary: summary)
    }
}

extension PublicationRule {
    /// Whether the rule itself gives every published record its last day.
    fileprivate var endsByGrade: Bool {
        if case .byGrade = self { true } else { false }
    }
}
