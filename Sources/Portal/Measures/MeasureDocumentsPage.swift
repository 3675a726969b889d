import Credit

/// 方案引用文件: the documents that the plan names and what each of them was on a day.
struct MeasureDocumentsPage: RuleListPage {
    static let template = "measure_documents"
    static let table: StaticString? = "documents"
    let lines: [DocumentLine]
    let total: Int
    let asked: AskedRules

    var title: Label { .both("方案引用的文件", "The documents that the plan names") }

    static let columns = Columns(all: [
        .by("issued", .day, "文件和印发日", "Document and day"), .by("kind", .words, "性质", "Kind"),
        .by("state", .words, "状态", "State"), .plain("方案任务和部门", "Item and department"),
        .by("measures", .number, "签署单位、措施", "Signers, measures"),
    ])

    func showMore(on tape: inout Tape) { tape.put("total", total) }
}

/// One document of the plan as a line.
struct DocumentLine: Shown {
    let entry: Memorandum
    let day: Day
    let rules: Rules

    /// Departments that the plan's items give the document to; none where an item speaks to all.
    static func departments(of entry: Memorandum, _ rules: Rules) -> [String] {
        let items = rules.planItems.filter {
            entry.items.contains($0.code) && $0.departments.count < rules.departments.count
        }
        let named = Set(items.flatMap(\.departments))
        return rules.departments.codes.filter(named.contains)
    }

    func show(on tape: inout Tape) {
        let state = entry.state(on: day)
        let departments = DocumentLine.departments(of: entry, rules)
        tape.put("code", entry.code)
        tape.put("document", entry.document)
        tape.put("title", rules.documents[entry.document]?.title ?? entry.document)
        tape.put("english", entry.english)
        tape.put("kind", entry.kind.rawValue)
        tape.put("kindTitle", entry.kind.title)
        tape.put("issued", entry.known.text)
        tape.put("state", state.word.rawValue)
        tape.put("stateTitle", state.word.title)
        tape.put("since", state.since?.text)
        tape.put("by", state.successor)
        tape.put("confirmed", entry.isConfirmed)
        tape.put("items", entry.items)
        tape.put("departments", departments)
        tape.put("targets", entry.targets.map(\.title))
        tape.put("words", entry.words)
        tape.put(known: "signers", entry.signers?.number)
        tape.put("signersVerified", entry.signers.map { $0.mark == .verified })
        tape.put(known: "measureCount", entry.measures?.number)
        tape.put("measuresVerified", entry.measures.map { $0.mark == .verified })
        tape.put("printed", entry.printed)
        tape.put(words: "note", entry.note)
        tape.draw { tape in
            tape.put("bodies", departments.compactMap { rules.bodyTitle($0, on: day) })
            tape.put("hasBodies", !departments.isEmpty)
            tape.put("hasWords", !entry.words.isEmpty)
            tape.put("issuedWords", entry.known.words)
            tape.put("signersUnverified", entry.signers.map { $0.mark == .unverified } ?? false)
            tape.put("isUnconfirmed", state == .inForce && !entry.isConfirmed)
        }
    }
}

extension RouteTable {
    mutating func addMeasureDocuments() {
        page(
            "/measures/documents", .both("方案引用的 52 份文件在某日的状态", "The documents of the plan and their state on a day"),
            schema: "MeasureDocuments",
            questions: [
                Self.filter("kind", "文件性质", "Kind of document"), Self.filter("state", "状态", "State"),
                Self.filter("department", "部门代码", "Code of the department"), Self.onDay,
                MeasureDocumentsPage.columns.question,
            ]
        ) { ask in
            let rules = ask.rules
            let asked = try await ask.rules(columns: MeasureDocumentsPage.columns) { day in
                [
                    .words("kind", .both("性质", "Kind"), of: Memorandum.Kind.self, \.title),
                    .words("state", .both("状态", "State"), of: Memorandum.State.Word.self, \.title),
                    rules.bodySelect(on: day),
                ]
            }
            let day = asked.day
            let kind = try ask.word("kind", of: Memorandum.Kind.self)
            let state = try ask.word("state", of: Memorandum.State.Word.self)
            let department = try ask.code("department", of: rules.departments)
            var found = rules.memoranda.filter { entry in
                (kind == nil || entry.kind == kind) && (state == nil || entry.state(on: day).word == state)
                    && department.map { DocumentLine.departments(of: entry, rules).contains($0) } ?? true
            }
            if let order = try MeasureDocumentsPage.columns.order(ask) {
                found = found.ordered(order.isDescending) { entry -> Int? in
                    switch order.column {
                    case "issued": Int(entry.known.last.number)
                    case "kind": entry.kind.place
                    case "state": entry.state(on: day).word.place
                    default: entry.measures?.number
                    }
                }
            }
            return MeasureDocumentsPage(
                lines: found.map { DocumentLine(entry: $0, day: day, rules: rules) }, total: rules.memoranda.count,
                asked: asked)
        }
    }
}
