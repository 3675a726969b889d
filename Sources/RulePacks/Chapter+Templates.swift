import Credit

extension Chapter {
    /// 数据模板: a file is the columns that one document prescribes.
    static var templates: Chapter {
        Chapter(folder: "templates") { files, rules in
            let vocabularies = rules.vocabularies
            rules.templates = Register(files.compactMap { file in file.run { template($0, vocabularies) } })
        }
    }

    private static func template(_ strict: Strict, _ vocabularies: Register<Vocabulary>) -> RecordTemplate? {
        let (code, title, source) = (strict.fileCode(.template), strict.text("title"), strict.source())
        let fields = strict.items("fields") { field($0, vocabularies) }
        let key = strict.words("key", of: KeyPart.self)
        let marks = strict.texts("marks", required: false) ?? []
        let names = Set((fields ?? []).map(\.name))
        let roles = strict.part("roles") { part -> [Role: [String]]? in
            var roles: [Role: [String]] = [:]
            for role in Role.allCases where part.has(role.rawValue) {
                roles[role] = part.texts(role.rawValue)
                for name in roles[role] ?? [] where !names.contains(name) {
                    part.refuse(role.rawValue, .undefinedCode(name, of: Label("字段", "field"), near: nil), value: name)
                }
            }
            return roles
        }
        guard let code, let title, let source, let fields, let key, let roles else { return nil }
        if fields.count != names.count { strict.refuse("fields", .duplicateCode(code, first: strict.place("fields"))) }
        for mark in marks + fields.flatMap(\.mentioned) where !names.contains(mark) {
            strict.refuse("fields", .undefinedCode(mark, of: Label("字段", "field"), near: nil), value: mark)
        }
        return RecordTemplate(
            code: code, title: title, source: source, fields: fields, roles: roles, key: key, marks: marks)
    }

    private static func field(_ strict: Strict, _ vocabularies: Register<Vocabulary>) -> Field? {
        let (name, title, english) = (strict.text("name", atMost: 64), strict.text("title"), strict.text("english"))
        let column = strict.text("column", required: false, atMost: 64)
        let aliases = strict.texts("aliases", required: false) ?? []
        let type = fieldType(strict, vocabularies)
        let longest = strict.number("longest", in: 1...100_000, required: false) ?? 0
        let need = need(strict)
        let emptyWhen = strict.part("empty-when", required: false, condition)
        var rules: [FieldRule] = []
        if strict.truth("not-future", required: false) == true { rules.append(.notFuture) }
        if let other = strict.text("not-before", required: false) { rules.append(.notBefore(field: other)) }
        if let traders = strict.part("sole-trader-when", required: false, condition) {
            rules.append(.soleTraderExactlyWhen(traders))
        }
        let visibility = strict.word("visibility", of: Visibility.self, required: false) ?? .open
        let remedy = strict.text("remedy", required: false) ?? ""
        guard let name, let title, let english, let type else { return nil }
        if CodeForm.word.allows(name) == false { strict.refuse("name", .badCode, value: name) }
        strict.mayBeCollected("title", title, ofPersons: true)
        return Field(
            name: name, title: title, english: english, column: column, aliases: aliases, type: type,
            maximumLength: longest, need: need, emptyWhen: emptyWhen, rules: rules, visibility: visibility,
            remedy: remedy)
    }

    private static func fieldType(_ strict: Strict, _ vocabularies: Register<Vocabulary>) -> FieldType? {
        enum Name: String, CaseIterable {
            case text, day, year, yuan, wan, capital, count, choice, choices, identity
            case documentNumber = "document-number"
            case creditCode = "credit-code"
            case creditCodeOrNone = "credit-code-or-none"
            case codeOrRegistration = "code-or-registration"
            case registrationNumber = "registration-number"
            case organisationCode = "organisation-code"
        }
        let name = strict.word("type", of: Name.self)
        let needsList = name == .choice || name == .choices
        let list = strict.reference("vocabulary", to: .vocabulary, required: needsList).flatMap { vocabularies[$0] }
        switch name {
        case .text?: return .text
        case .documentNumber?: return .documentNumber
        case .day?: return .day
        case .year?: return .year
        case .yuan?: return .money(unit: .yuan)
        case .wan?: return .money(unit: .wan)
        case .capital?: return .capital
        case .count?: return .count
        case .creditCode?: return .creditCode(sentinel: false)
        case .creditCodeOrNone?: return .creditCode(sentinel: true)
        case .codeOrRegistration?: return .codeOrRegistration
        case .registrationNumber?: return .registrationNumber
        case .organisationCode?: return .organisationCode
        case .choice?: return list.map { .choice($0) }
        case .choices?: return list.map { .choices($0) }
        case .identity?: return .identity
        case nil: return nil
        }
    }

    private static func need(_ strict: Strict) -> Need {
        enum Word: String, CaseIterable { case mandatory, optional }
        let word = strict.word("need", of: Word.self, required: false) ?? .optional
        if let condition = strict.part("needed-when", required: false, condition) { return .when(condition) }
        if let group = strict.text("one-of", required: false, atMost: 64) { return .oneOf(group) }
        return word == .mandatory ? .mandatory : .optional
    }

    /// `{ field: …, holds: [words] }`, `{ field: …, given: true }`, `{ field: …, none: true }` (the code that stands for
    /// none), `{ not: … }`, `{ all: [ … ] }`.
    private static func condition(_ strict: Strict) -> Condition? {
        if strict.has("not") { return strict.part("not", condition).map { .not($0) } }
        if strict.has("all") { return strict.items("all", condition).map { .all($0) } }
        guard let field = strict.text("field", atMost: 64) else { return nil }
        if strict.has("holds") { return strict.texts("holds").map { .holds(field: field, words: $0) } }
        if strict.truth("given", required: false) == true { return .given(field: field) }
        if strict.truth("none", required: false) == true { return .sentinel(field: field) }
        strict.refuse("field", .missingKey("holds"))
        return nil
    }
}

extension Field {
    /// The names of other fields that its conditions and rules speak of.
    fileprivate var mentioned: [String] {
        var names: [String] = emptyWhen?.fields ?? []
        if case .when(let condition) = need { names += condition.fields }
        for rule in rules {
            switch rule {
            case .notFuture: break
            case .notBefore(let field): names.append(field)
            case .soleTraderExactlyWhen(let condition): names += condition.fields
            }
        }
        return names
    }
}

extension Condition {
    fileprivate var fields: [String] {
        switch self {
        case .holds(let field, _), .given(let field), .sentinel(let field): [field]
        case .not(let inner): inner.fields
        case .all(let inner): inner.flatMap(\.fields)
        }
    }
}
