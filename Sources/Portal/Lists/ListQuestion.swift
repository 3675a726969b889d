import Credit

/// 名单请求: what a request asks of a list, checked against the rules: nothing that was asked is passed over.
struct ListQuestion: Sendable {
    /// What is read.
    var question: RecordQuestion
    /// The address that asks it, with its place in the pages.
    let address: PageAddress

    static let mostRows = 200

    static let columns = Columns(
        all: [
            .plain("主体", "Subject"), .plain("信息", "Record"), .plain("报送部门", "Handed in by"),
            .by("decided", .day, "决定日期", "Decided"), .plain("公示至", "Published until"),
        ], usual: .init(column: "decided", isDescending: true))

    /// Reads what is asked of the list of a family, or of those that stand beside it under the same address.
    ///
    /// - Throws: `PortalProblem.badFilter` (WEB-120), `.badPlace` (WEB-121).
    init(_ ask: Ask, family: RecordQuestion.Family) throws(PortalProblem) {
        func asked<Value>(
            _ name: String, else problem: PortalProblem, _ read: (String) -> Value?
        ) throws(PortalProblem) -> Value? {
            guard let text = ask.question(name) else { return nil }
            guard let value = read(text) else { throw problem }
            return value
        }
        let kinds = family.kinds(ask.rules)
        let kind = try asked("kind", else: .badFilter(.kind(kinds.map(\.code)))) { code in
            kinds.first { $0.code == code }
        }
        var question = RecordQuestion(kind.flatMap { RecordQuestion.Family($0.family) } ?? family, kind: kind?.code)
        question.department = try asked("department", else: .badFilter(.department)) { ask.rules.departments[$0]?.code }
        question.decidedFrom = try asked("decided-from", else: .badFilter(.decidedFrom)) { Day($0) }
        question.decidedUntil = try asked("decided-until", else: .badFilter(.decidedUntil)) { Day($0) }
        if let from = question.decidedFrom, let until = question.decidedUntil, from > until {
            throw .badFilter(.daysReversed)
        }
        question.timeliness = try asked("timeliness", else: .badFilter(.timeliness)) { Timeliness(word: $0) }
        question.isOldestFirst = try Self.columns.order(ask)?.isDescending == false
        question.limit =
            try asked("limit", else: .badFilter(.limit)) { text in
                Int(text).flatMap { (1...Self.mostRows).contains($0) ? $0 : nil }
            } ?? question.limit
        question.after = try asked("after", else: .badPlace) { RecordPlace(text: $0) }
        self.question = question
        address = ask.address
    }

    init(question: RecordQuestion, address: PageAddress) {
        self.question = question
        self.address = address
    }

    /// What the list can be narrowed and ordered by.
    func form(_ rules: Rules, on day: Day) -> FilterForm {
        let kinds = question.family.kinds(rules)
        var selects: [FilterForm.Select] = []
        if kinds.count > 1 {
            selects.append(
                .init(
                    name: "kind", title: .both("类别", "Kind"),
                    options: kinds.map { .init(value: $0.code, title: $0.title) }))
        }
        selects.append(
            .init(
                name: "department", title: .both("报送部门", "Handed in by"),
                options: rules.departments.map {
                    .init(value: $0.code, title: rules.departmentName($0.code, on: day))
                }))
        selects.append(
            .init(
                name: "timeliness", title: .both("报送及时性", "Timeliness"),
                options: [.inTime, .late, .unknown].map { (value: Timeliness) in
                    .init(value: value.word, title: value.title)
                }))
        return FilterForm(
            address: address, selects: selects,
            days: [
                .init(name: "decided-from", title: .both("决定日期自", "Decided from")),
                .init(name: "decided-until", title: .both("决定日期至", "Decided until")),
            ], columns: Self.columns)
    }
}

extension Rules {
    /// What a department is called on a day; its code where it had no name.
    func departmentName(_ code: String, on day: Day) -> Label {
        departments[code]?.name(on: day)?.full ?? departments[code]?.names.latest.value.full ?? .both(code, code)
    }
}
