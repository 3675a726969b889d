import Credit

/// 办理页: the form of something that may be done, empty or given back with what is wrong.
struct ActionPage: OfficePage {
    static let template = "office_form"
    let bar: OfficeBar?
    let action: CaseAction
    /// Where it is posted to.
    let route: OfficeRoute
    /// What it is about; nil where it begins something.
    let about: Label?
    /// Where to go without doing it.
    let back: OfficeRoute
    var values: [String: String] = [:]
    var faults: [FieldFault] = []
    /// Fields that are typed unseen, and never shown again.
    var secrets: Set<String> = []
    /// Where it is posted to and leads back to, and the token of its session, outside the office.
    var elsewhere: (post: String, back: String, token: String)?
    /// Who acts for a company, where the form is one of theirs.
    var agent: AgentBar?
    /// The case as it stands; nil where it begins something.
    var sheet: CaseSheet?
    /// Where the case stood when a form was read that came too late; nil for a form that did not.
    var read: Int?

    var title: Label {
        faults.isEmpty ? action.title : .both("错误：\(action.title.chinese)", "Error: \(action.title.english)")
    }
    var status: Int {
        if faults.isEmpty { return 200 }
        return faults[0].code == OfficeRefusal.caseMovedOn.code ? OfficeRefusal.caseMovedOn.status : 422
    }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("agent", agent)
        tape.put("heading", action.title)
        tape.put(words: "about", about)
        tape.put(words: "warning", action.warning)
        tape.put("back", elsewhere?.back ?? back.path)
        tape.put("faults", faults.map { Fault(fault: $0, fields: action.fields) })
        tape.put("hasFaults", !faults.isEmpty)
        tape.put("path", elsewhere?.post ?? route.path)
        tape.put("token", elsewhere?.token ?? bar?.session.formToken ?? "")
        tape.put("position", sheet.map { String($0.position) })
        let news = status == 409 ? sheet.map { NewSteps.of($0, since: read) } ?? [] : []
        tape.put("news", news)
        tape.put("hasNews", !news.isEmpty)
        tape.put("isMultipart", action.fields.contains { if case .file = $0.kind { true } else { false } })
        tape.put(
            "fields",
            action.fields.map { field in
                ShownField(
                    field: field, value: shown(field), fault: faults.first { $0.field == field.name },
                    isSecret: secrets.contains(field.name))
            })
    }

    /// What stands in a field: what was filled in, or what the case itself says where nothing was yet.
    private func shown(_ field: FormField) -> String? {
        if secrets.contains(field.name) { return nil }
        return values[field.name] ?? (faults.isEmpty ? field.initial : nil)
    }

    private struct Fault: Shown {
        let fault: FieldFault
        let fields: [FormField]

        func show(on tape: inout Tape) {
            tape.put("anchor", fields.contains { $0.name == fault.field } ? fault.field.map { "f-" + $0 } : nil)
            tape.put("words", fault.words)
            tape.put("code", fault.code)
        }
    }

    /// A field as the form draws it.
    private struct ShownField: Shown {
        let field: FormField
        let value: String?
        let fault: FieldFault?
        let isSecret: Bool

        /// More choices than these are a list to open.
        private static let mostRadios = 5

        func show(on tape: inout Tape) {
            tape.put("name", field.name)
            tape.put("title", field.title)
            tape.put("isOptional", !field.isRequired)
            tape.put(words: "hint", field.hint)
            tape.put(words: "fault", fault?.words)
            let notes = [field.hint.map { _ in "h-" }, limit.map { _ in "l-" }, fault.map { _ in "e-" }]
            let described = notes.compactMap { $0.map { $0 + field.name } }.joined(separator: " ")
            tape.put("describedBy", described)
            tape.put(words: "limit", limit)
            tape.put("value", value ?? "")
            var line = false, text = false, day = false, check = false
            var choices: [FormField.Choice] = []
            var accept: String?
            switch field.kind {
            case .line: line = true
            case .text: text = true
            case .day: day = true
            case .check: check = true
            case .choice(let list): choices = list
            case .file(let types, _): accept = FileType.endings(types).joined(separator: ",")
            }
            tape.put("isLine", line && !isSecret)
            tape.put("isSecret", line && isSecret)
            tape.put("isText", text)
            tape.put("isDay", day)
            tape.put("isCheck", check)
            tape.put("isChecked", check && value == "yes")
            tape.put("accept", accept)
            tape.put("hasRadios", !choices.isEmpty && choices.count <= Self.mostRadios)
            tape.put("hasOptions", choices.count > Self.mostRadios)
            tape.put("hasLabel", !check && (choices.isEmpty || choices.count > Self.mostRadios))
            tape.put("radios", choices.count <= Self.mostRadios ? options(choices) : [])
            tape.put("options", choices.count > Self.mostRadios ? options(choices) : [])
        }

        /// What is said of a limit before it is met.
        private var limit: Label? {
            switch field.kind {
            case .text(let most): .both("最多 \(most) 个字。", "At most \(most) characters.")
            case .file(let types, let most):
                .both(
                    "\(FileType.words(types))，最大 \(ByteWords.words(most))。",
                    "\(FileType.words(types)), at most \(ByteWords.words(most)).")
            case .line, .day, .choice, .check: nil
            }
        }

        private func options(_ choices: [FormField.Choice]) -> [Option] {
            choices.enumerated().map { index, choice in
                Option(
                    id: "f-" + field.name + (index == 0 ? "" : "-\(index)"), name: field.name, choice: choice,
                    isChosen: choice.value == value)
            }
        }
    }

    private struct Option: Shown {
        let id: String
        let name: String
        let choice: FormField.Choice
        let isChosen: Bool

        func show(on tape: inout Tape) {
            tape.put("id", id)
            tape.put("name", name)
            tape.put("value", choice.value)
            tape.put("title", choice.title)
            tape.put("isChosen", isChosen)
        }
    }
}
