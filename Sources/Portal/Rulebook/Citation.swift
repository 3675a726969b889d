import Credit

/// 出处: a document of the pack with its title, its clause and whether anybody read it.
struct Citation: Shown {
    let document: String
    let title: String
    let clause: String?
    let isVerified: Bool

    init(_ source: Source, _ rules: Rules) {
        document = source.document
        title = rules.documents[source.document]?.title ?? source.document
        clause = source.clause
        isVerified = source.mark == .verified
    }

    func show(on tape: inout Tape) {
        tape.put("document", document)
        tape.put("title", title)
        tape.put("clause", clause)
        tape.put("verified", isVerified)
        tape.draw { $0.put("hasTitle", title != document) }
    }
}

extension RoughDay {
    /// The day as far as it is known, in words.
    var words: Label {
        let text = text
        if isExact { return .both(text, text) }
        if isOpen { return .both("不晚于 \(last)（待核）", "by \(last) at the latest (to be checked)") }
        return .both("\(text)（具体日期待核）", "\(text) (day to be checked)")
    }
}

extension Rules {
    /// 单位名称: the full name of a department on a day; its first known name for a day before it.
    public func bodyTitle(_ code: String, on day: Day) -> Label? {
        departments[code].map { ($0.name(on: day) ?? $0.names.steps[0].value).full }
    }

    /// All departments as a choice.
    func bodySelect(on day: Day) -> FilterForm.Select {
        FilterForm.Select(
            name: "department", title: .both("部门", "Department"),
            options: departments.map {
                .init(value: $0.code, title: bodyTitle($0.code, on: day) ?? Label($0.code, $0.code))
            })
    }
}

extension Tape {
    /// A number that may be unknown, which is then left out (R13).
    mutating func put(known key: StaticString, _ number: Int?) {
        if let number { put(key, number) } else { put(key, String?.none) }
    }

    /// Words that may be missing.
    mutating func put(words key: StaticString, _ label: Label?) {
        if let label { put(key, label) } else { put(key, String?.none) }
    }

    /// Several words in the language of the answer.
    mutating func put(_ key: StaticString, _ labels: [Label]) { put(key, labels.map { language.words(of: $0) }) }
}

extension RouteTable {
    /// The pages of lists, measures, commitments, policies and news.
    mutating func addRulebook() {
        addListRegister()
        addMeasures()
        addCommitments()
        addPolicies()
        addNews()
    }

    /// The question for a day that a page of the rules understands.
    static let onDay = Route.Question(
        name: "on", summary: .both("哪一日，如 2020-05-01；不写为今日", "Which day, as 2020-05-01; today where it is left out"),
        isNeeded: false)

    /// A question that narrows a list.
    static func filter(_ name: String, _ chinese: String, _ english: String) -> Route.Question {
        Route.Question(name: name, summary: .both(chinese, english), isNeeded: false)
    }
}
