import Credit

/// 督办函: a reminder to one unit in the form of an official letter; number, seal and date of issue are left open, for a
/// person signs it.
struct LetterPage: PaperPage {
    static let template = "letter"
    let unit: BulletinUnit
    let form: LetterForm
    let organ: Label
    let reading: Reading?

    var title: Label {
        .both(
            "\(form.title.chinese)（\(unit.department.short)，\(unit.month)）",
            "\(form.title.english) (\(unit.department.name.english), \(unit.month))")
    }
    var section: PortalSection? { .departments }
    var isIndexed: Bool { false }

    /// Reads the facts the letter is about.
    static func read(_ ask: Ask) async throws -> LetterPage {
        let month = try ask.bulletinMonth()
        guard ask.parameters.count == 2, let department = ask.rules.departments[ask.parameters[1]] else {
            throw PortalProblem.noSuchDepartment
        }
        let rules = ask.rules
        return try await ask.read { reading in
            let bulletin = try Bulletin.read(month, rules: rules, in: reading)
            guard let unit = bulletin.units.first(where: { $0.department.department.code == department.code }),
                !unit.facts.isEmpty, let form = rules.letters.first
            else { throw PortalProblem.nothingToRemind }
            return LetterPage(
                unit: unit, form: form, organ: rules.creditOffice(on: bulletin.reading.day), reading: bulletin.reading)
        }
    }

    private var values: [String: Label] { ["month": unit.month.title, "unit": unit.department.name] }
    private var opening: Label { LetterForm.fill(form.opening, values) }
    /// What is asked: as much as the facts give reason for.
    private var requests: [Label] {
        let isMissing = unit.facts.contains { if case .missing = $0.what { true } else { false } }
        let isLate = unit.facts.contains { if case .late = $0.what { true } else { false } }
        return [isMissing ? form.askMissing : nil, isLate ? form.askLate : nil]
            .compactMap { $0 }.map { LetterForm.fill($0, values) }
    }
    private var closing: Label { LetterForm.fill(form.closing, values) }

    func show(on tape: inout Tape) {
        tape.put("department", unit.department)
        tape.put("month", unit.month.description)
        tape.put("title", form.title)
        tape.put("sender", organ)
        tape.put("opening", opening)
        tape.put("facts", unit.facts.enumerated().map { Item(number: $0 + 1, fact: $1, form: form) })
        tape.put("requests", requests.map { tape.language.words(of: $0) })
        tape.put("closing", closing)
        tape.put("basis", form.source.document + (form.source.clause ?? ""))
        tape.draw { tape in
            tape.put("back", "/bulletins/\(unit.month)")
            tape.put("base", "/bulletins/\(unit.month)/letters/\(unit.department.department.code)")
            tape.put("monthTitle", unit.month.title)
        }
    }

    /// One fact with its sentence.
    struct Item: Shown {
        let number: Int
        let fact: ReminderFact
        let form: LetterForm
        func show(on tape: inout Tape) {
            tape.put("number", number)
            tape.put("words", fact.words(form))
            fact.show(on: &tape)
        }
    }

    func paper(in language: Language) -> Paper {
        let isChinese = language == .chinese
        func say(_ label: Label) -> String { language.words(of: label) }
        let facts = unit.facts.enumerated().map { index, fact in
            Paper.Block.paragraph("\(index + 1). " + say(fact.words(form)))
        }
        return Paper(
            file: "letter-\(unit.month)-\(unit.department.department.code)", title: say(form.title),
            blocks: [
                .letterhead(say(organ)),
                .right(isChinese ? "〔    〕    号" : "No. [    ]    "),
                .addressee(say(unit.department.name) + (isChinese ? "：" : ":")), .paragraph(say(opening)),
            ] + facts + [
                .paragraph(requests.map(say).joined(separator: isChinese ? "" : " ")), .paragraph(say(closing)), .room,
                .right(say(organ)),
                .right(isChinese ? "    年    月    日" : "Date:                "),
            ])
    }
}

extension Rules {
    /// 信用工作牵头部门: the name of the office that sends the reminders and draws up the bulletins.
    func creditOffice(on day: Day) -> Label {
        let sender = letters.first.flatMap { departments[$0.sender] }
        return sender?.name(on: day)?.full ?? name
    }
}
