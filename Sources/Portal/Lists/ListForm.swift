import Credit

/// 筛选表: what a list can be narrowed by, as a form that works without a script.
struct ListForm: Shown {
    let kinds: [Choice]
    let departments: [Choice]
    let timeliness: [Choice]
    let question: RecordQuestion
    let path: String
    /// Rows on a page where another number than usual was asked.
    let limit: String?

    /// The choices of a list by the rules, with what is asked now.
    init(_ asked: ListQuestion, rules: Rules, on day: Day) {
        question = asked.question
        path = asked.address.path
        limit = asked.address.items.first { $0.name == "limit" }?.value
        let question = asked.question
        let kinds = rules.kinds.filter { $0.family == question.family.family }
        self.kinds = kinds.count < 2 ? [] : kinds.map { Choice($0.code, $0.title, question.kind) }
        departments = rules.departments.map {
            Choice($0.code, rules.departmentName($0.code, on: day), question.department)
        }
        timeliness = [.inTime, .late, .unknown].map { (value: Timeliness) in
            Choice(value.word, value.title, question.timeliness?.word)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("path", path)
        tape.put("kinds", kinds)
        tape.put("hasKinds", !kinds.isEmpty)
        tape.put("departments", departments)
        tape.put("timeliness", timeliness)
        tape.put("from", question.decidedFrom)
        tape.put("until", question.decidedUntil)
        tape.put("limit", limit)
    }

    /// One thing to choose.
    struct Choice: Shown {
        let value: String
        let title: Label
        let isChosen: Bool

        init(_ value: String, _ title: Label, _ chosen: String?) {
            self.value = value
            self.title = title
            isChosen = value == chosen
        }

        func show(on tape: inout Tape) {
            tape.put("value", value)
            tape.put("title", title)
            tape.put("chosen", isChosen)
        }
    }
}
