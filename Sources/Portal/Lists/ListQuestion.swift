import Credit

/// 名单请求: what a request asks of a list, checked against the rules: nothing that was asked is passed over.
struct ListQuestion: Sendable {
    /// What is read.
    var question: RecordQuestion
    /// The address that asks it, with its place in the pages.
    let address: PageAddress

    static let mostRows = 200

    /// Reads what is asked of the list at a path.
    ///
    /// - Throws: `PortalProblem.badFilter` (WEB-120), `.badPlace` (WEB-121).
    init(_ ask: Ask, family: RecordQuestion.Family, path: String) throws(PortalProblem) {
        var question = RecordQuestion(family)
        var address = PageAddress(path, language: ask.isLanguageChosen ? ask.language : nil)
        func asked<Value>(
            _ name: String, else problem: PortalProblem, _ read: (String) -> Value?
        ) throws(PortalProblem) -> Value? {
            guard let text = ask.question(name) else { return nil }
            guard let value = read(text) else { throw problem }
            address = address.asking(name, text)
            return value
        }
        let kinds = ask.rules.kinds.filter { $0.family == family.family }.map(\.code)
        question.kind = try asked("kind", else: .badFilter(.kind(kinds))) { kinds.contains($0) ? $0 : nil }
        question.department = try asked("department", else: .badFilter(.department)) { ask.rules.departments[$0]?.code }
        question.decidedFrom = try asked("decided-from", else: .badFilter(.decidedFrom)) { Day($0) }
        question.decidedUntil = try asked("decided-until", else: .badFilter(.decidedUntil)) { Day($0) }
        if let from = question.decidedFrom, let until = question.decidedUntil, from > until {
            throw .badFilter(.daysReversed)
        }
        question.timeliness = try asked("timeliness", else: .badFilter(.timeliness)) { Timeliness(word: $0) }
        question.limit =
            try asked("limit", else: .badFilter(.limit)) { text in
                Int(text).flatMap { (1...Self.mostRows).contains($0) ? $0 : nil }
            } ?? question.limit
        question.after = try asked("after", else: .badPlace) { RecordPlace(text: $0) }
        self.question = question
        self.address = address
    }

    init(question: RecordQuestion, address: PageAddress) {
        self.question = question
        self.address = address
    }

    /// The list from its beginning.
    var beginning: PageAddress { address.asking("after", nil) }

    /// The whole list as asked, however many rows are on a page.
    var whole: PageAddress { beginning.asking("limit", nil) }

    /// The conditions, as tags that can be taken off.
    func filters(_ rules: Rules, on day: Day) -> [ListFilter] {
        let department = question.department.map { code in
            ListFilter(
                "department", .both("部门", "Department"), code, rules.departmentName(code, on: day), beginning)
        }
        let kind = question.kind.map { code in
            ListFilter("kind", .both("类别", "Kind"), code, rules.kinds[code]?.title ?? .both(code, code), beginning)
        }
        func bound(_ name: String, _ title: Label, _ day: Day?) -> ListFilter? {
            day.map { ListFilter(name, title, "\($0)", .both("\($0)", "\($0)"), beginning) }
        }
        let timeliness = question.timeliness.map {
            ListFilter("timeliness", .both("及时性", "Timeliness"), $0.word, $0.title, beginning)
        }
        return [
            kind, department, bound("decided-from", .both("决定日期自", "Decided from"), question.decidedFrom),
            bound("decided-until", .both("决定日期至", "Decided until"), question.decidedUntil), timeliness,
        ].compactMap { $0 }
    }
}

extension Rules {
    /// What a department is called on a day; its code where it had no name.
    func departmentName(_ code: String, on day: Day) -> Label {
        departments[code]?.name(on: day)?.full ?? departments[code]?.names.latest.value.full ?? .both(code, code)
    }
}

/// 筛选条件: one condition that a list is narrowed by.
struct ListFilter: Shown {
    let name: String
    let title: Label
    let value: String
    let valueTitle: Label
    /// The list without it.
    let without: PageAddress

    init(_ name: String, _ title: Label, _ value: String, _ valueTitle: Label, _ address: PageAddress) {
        self.name = name
        self.title = title
        self.value = value
        self.valueTitle = valueTitle
        without = address.asking(name, nil)
    }

    func show(on tape: inout Tape) {
        tape.put("name", name)
        tape.put("title", title)
        tape.put("value", value)
        tape.put("valueTitle", valueTitle)
        tape.draw { $0.put("without", without.text) }
    }
}
