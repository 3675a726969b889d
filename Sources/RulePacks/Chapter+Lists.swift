import Credit

extension CodeSpace {
    /// 名单.
    public static let list = CodeSpace(chinese: "名单", english: "list")
}

extension Chapter {
    /// 名单: a file is a list.
    static var lists: Chapter {
        .of("lists", into: \.lists, sortedBy: { ($0.row ?? 99, $0.code) < ($1.row ?? 99, $1.code) }) { list($0) }
    }

    private static func list(_ strict: Strict) -> ListRule? {
        let code = strict.fileCode(.list)
        // A list that the plan asks for has both its place among the plan's lists and the item that asks.
        let isPlans = strict.has("row") || strict.has("item")
        let row = strict.number("row", in: 1...98, required: isPlans)
        let kind = strict.word("kind", of: ListKind.self)
        let department = departmentOrAll(strict)
        let item = strict.reference("item", to: .planItem, required: isPlans)
        let record = strict.reference("record", to: .recordKind, required: false)
        let names = strict.dated("names") { $0.label() }
        let roles = strict.dated("roles") { $0.word("role", of: ListRole.self) }
        let subjects = strict.items("subjects", subject)
        let bases = strict.items("bases", required: false, basis) ?? []
        let terms = strict.dated("terms", required: false, term)
        let exits = strict.words("exits", of: ListExit.self)
        let measures = strict.references("measures", to: .measure, required: false) ?? []
        let note = strict.part("note", required: false) { $0.label("chinese", "english") }
        if !strict.has("bases"), note == nil {
            strict.refuse(
                "note", code: "PACK-161",
                message: Label("名单没有依据，也没有说明原因。", "the list has no basis and does not say why."),
                remedy: Label("请写出 bases；确无依据的，请在 note 中说明。", "Name its bases, or say in a note why there are none."))
        }
        guard let code, let kind, let names, let roles, let subjects, let exits else { return nil }
        return ListRule(
            code: code, row: row, kind: kind, department: department, item: item, record: record, names: names,
            roles: roles, subjects: subjects, bases: bases, terms: terms, exits: exits, measures: measures, note: note)
    }

    /// A natural person is listed by a law that says so, or not at all.
    private static func subject(_ strict: Strict) -> ListSubject? {
        let target = strict.word("target", of: Target.self)
        let source = strict.has("source") ? strict.source() : nil
        guard let target else { return nil }
        if target.isPerson, !strict.has("source") {
            strict.refuse(
                "target", code: "PACK-160", value: target.rawValue,
                message: Label("列入自然人没有写明依据。", "a natural person may be listed, and no law is named for it."),
                remedy: Label("请写 source；没有依据的不得列入（R3）。", "Name the source; without one nobody is listed (R3)."))
        }
        return ListSubject(target: target, source: source)
    }

    private static func basis(_ strict: Strict) -> ListBasis? {
        let source = strict.source()
        let rank = strict.word("rank", of: ListBasis.Rank.self)
        let permits = strict.word("permits", of: ListBasis.Permission.self, required: false) ?? .list
        let (from, until) = period(strict)
        guard let source, let rank, let from else { return nil }
        return ListBasis(source: source, rank: rank, permits: permits, from: from, until: until)
    }

    private static func term(_ strict: Strict) -> ListTerm? {
        enum Form: String, CaseIterable {
            case months
            case untilCured = "until-cured"
            case byArticle = "by-article"
        }
        let form = strict.word("form", of: Form.self)
        let months = strict.number("months", in: 1...240, required: form == .months)
        let early = strict.number("early", in: 1...240, required: false)
        switch form {
        case .months?: return months.map { .months($0, early: early) }
        case .untilCured?: return .untilCured
        case .byArticle?: return .byArticle
        case nil: return nil
        }
    }

    /// The department that has something to do, or nil where the file says that all have.
    static func departmentOrAll(_ strict: Strict) -> String? {
        let common = strict.truth("common", required: false) ?? false
        return strict.reference("department", to: .department, required: !common)
    }

    /// From when until when, as far as it is known; the end does not lie before the beginning.
    static func period(_ strict: Strict) -> (from: RoughDay?, until: RoughDay?) {
        let (from, until) = (strict.roughDay("from"), strict.roughDay("until", required: false))
        if let from, let until, until.last < from.first {
            strict.refuse(
                "until", code: "PACK-162", value: until.text,
                message: Label("失效日期早于施行日期。", "ends before it begins."),
                remedy: Label("请核对两个日期。", "Check the two days."))
        }
        return (from, until)
    }
}

extension Strict {
    /// A day as far as it is known: `2020-01-31`, `2020-01` or `2020`.
    func roughDay(_ key: String, required: Bool = true) -> RoughDay? {
        guard let text = text(key, required: required, atMost: 12) else { return nil }
        if let day = RoughDay(text) { return day }
        refuse(key, .notADay, value: text)
        return nil
    }
}
