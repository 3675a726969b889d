import Credit

/// 信用承诺目录: kinds, matters and the fields of the data standard.
struct CommitmentsPage: Page {
    static let template = "commitments"
    static let table: StaticString? = "fields"
    let rules: Rules
    let reading: Reading?
    let counts: [CommitmentCount]
    /// The language where it was chosen in the address.
    let language: Language?

    init(rules: Rules, reading: Reading?, counts: [CommitmentCount] = [], language: Language? = nil) {
        self.language = language
        self.rules = rules
        self.reading = reading
        self.counts = counts
    }

    var title: Label { .both("信用承诺", "Commitments") }
    var section: PortalSection? { .rules }
    var canonicalPath: String? { "/commitments" }

    private var day: Day { reading?.day ?? Day.endless }

    func show(on tape: inout Tape) {
        tape.put("kinds", rules.commitments.kinds.map { Kind(kind: $0, rules: rules) })
        tape.put(
            "matters",
            rules.commitments.matters.map {
                Matter(matter: $0, rules: rules, day: day, counts: counts, language: language)
            })
        tape.put("fields", rules.commitments.fields.map(Field.init))
        tape.draw { tape in
            tape.put("fieldCount", rules.commitments.fields.count)
        }
    }

    struct Kind: Shown {
        let kind: CommitmentKind
        let rules: Rules

        func show(on tape: inout Tape) {
            tape.put("code", kind.code)
            tape.put("name", kind.name)
            tape.put("meaning", kind.meaning)
            tape.put("cause", kind.cause)
            tape.put("items", kind.items)
            tape.put("source", Citation(kind.source, rules))
        }
    }

    struct Matter: Shown {
        let matter: CommitmentMatter
        let rules: Rules
        let day: Day
        let counts: [CommitmentCount]
        let language: Language?

        /// How many are in these states.
        private func count(_ states: [ShownCommitment.State] = ShownCommitment.State.allCases) -> Int {
            counts.filter { $0.matter == matter.code && states.contains($0.state) }.reduce(0) { $0 + $1.count }
        }

        func show(on tape: inout Tape) {
            tape.put("code", matter.code)
            tape.put("name", matter.name)
            tape.put("department", matter.department)
            tape.put(words: "departmentTitle", matter.department.flatMap { rules.bodyTitle($0, on: day) })
            tape.put("item", matter.item)
            tape.put("kind", matter.kind)
            tape.put(words: "kindTitle", matter.kind.flatMap { rules.commitments.kinds[$0]?.name })
            tape.put("template", matter.template(on: day)?.version)
            tape.put("basis", matter.basis.map { Citation($0, rules) })
            tape.put("path", CommitmentListPage.path(of: matter.code))
            tape.put("signed", count())
            tape.put("fulfilled", count([.fulfilled]))
            tape.put("breached", count([.breached]))
            tape.draw { tape in
                let address = PageAddress(CommitmentListPage.path(of: matter.code), language: language)
                tape.put("link", address.text)
                tape.put("fulfilledLink", address.asking("state", ShownCommitment.State.fulfilled.rawValue).text)
                tape.put("breachedLink", address.asking("state", ShownCommitment.State.breached.rawValue).text)
            }
        }
    }

    struct Field: Shown {
        let field: CommitmentField

        func show(on tape: inout Tape) {
            tape.put("code", field.code)
            tape.put("name", field.name)
            tape.put("type", field.type.rawValue)
            tape.put("typeTitle", field.type.title)
            tape.put(known: "length", field.length)
            tape.put("need", field.need.rawValue)
            tape.put("needTitle", field.need.title)
            tape.put("choices", field.choices)
            tape.put(words: "rule", field.rule)
            tape.draw { tape in
                tape.put("hasChoices", !field.choices.isEmpty)
                tape.put("isFree", field.choices.isEmpty && field.rule == nil)
            }
        }
    }
}

extension CommitmentField.FieldType {
    /// What it is called.
    var title: Label {
        switch self {
        case .text: .both("字符", "Text")
        case .date: .both("日期", "Day")
        case .choice: .both("枚举", "Choice")
        }
    }
}

extension CommitmentField.Need {
    /// What it is called.
    var title: Label {
        switch self {
        case .mandatory: .both("必填", "Mandatory")
        case .conditional: .both("条件必填", "On condition")
        case .optional: .both("选填", "Optional")
        }
    }
}

extension RouteTable {
    mutating func addCommitments() {
        page(
            "/commitments/{code}", .both("一个事项的承诺及其状态", "The commitments of one matter and their states"),
            schema: "CommitmentList",
            questions: [
                Self.filter("state", "履行状态", "State"),
                Self.filter("limit", "最多几条（1 至 100）", "How many at most, 1 to 100"),
                Self.filter("after", "从哪一条之后开始", "After which one to begin"),
            ]
        ) { try await CommitmentListPage.read($0) }
        page("/commitments", .both("信用承诺目录", "Catalogue of commitments"), schema: "Commitments") { ask in
            let (reading, counts) = try await ask.read { (try $0.reading(), try $0.commitmentCounts()) }
            return CommitmentsPage(rules: ask.rules, reading: reading, counts: counts, language: ask.address.language)
        }
    }
}
