import Credit

extension Route {
    /// 查询参数: a question after the `?` that an address understands. An empty one is not asked, as forms send it;
    /// what it does not understand is refused, and so is a name that it does not know, where it is asked anything at all:
    /// a misspelt condition must not give the whole list.
    struct Question: Sendable {
        /// What may be asked.
        enum Kind: Sendable, Equatable {
            /// Words, at most so many characters.
            case text(upTo: Int)
            /// A day, `YYYY-MM-DD`.
            case day
            /// A month, `YYYY-MM`.
            case month
            /// One of these.
            case choice([String])
        }

        let name: String
        let summary: Label
        let isNeeded: Bool
        let kind: Kind
        /// How a value is refused that may not be asked.
        let refusal: PortalProblem

        init(
            name: String, summary: Label, isNeeded: Bool, kind: Kind? = nil, refusal: PortalProblem? = nil
        ) {
            self.refusal = refusal ?? .badQuestion(name)
            self.name = name
            self.summary = summary
            self.isNeeded = isNeeded
            self.kind = kind ?? Self.usual[name] ?? .text(upTo: 200)
        }

        /// What a name means wherever it is asked.
        private static let usual: [String: Kind] = [
            "month": .month, "on": .day, "lang": .choice(Language.allCases.map(\.rawValue)),
        ]

        /// The language of the answer, which every address understands.
        static let language = Question(
            name: "lang", summary: .both("语言：zh 中文，en 英文", "Language: zh Chinese, en English"), isNeeded: false)

        /// Whether a value is one that may be asked.
        func allows(_ value: String) -> Bool {
            if value.isEmpty { return true }
            switch kind {
            case .text(let most): return value.unicodeScalars.count <= most
            case .day: return Day(value) != nil
            case .month: return value.utf8.count == 7 && Day(value + "-01") != nil
            case .choice(let words): return words.contains(value)
            }
        }
    }
}

extension Route {
    /// Refuses a question that is asked in a way that is not understood, or under a name that this address does not know.
    ///
    /// - Throws: `PortalProblem`.
    func check(_ target: RequestTarget) throws(PortalProblem) {
        for question in questions + [.language] {
            if let value = target.value(question.name), !question.allows(value) { throw question.refusal }
        }
        let isList = !questions.isEmpty || target.value("format") != nil
        guard isList, case .page = handler else { return }
        var known = Set(questions.map(\.name) + ["lang", "format"])
        // Where a past day is asked of companies, the page itself says why it is not told.
        if schema == "RecordList" { known.insert("on") }
        if let other = target.question.first(where: { !known.contains($0.name) && !Route.isPassedOver($0.name) }) {
            throw .unknownQuestion(
                Route.harmless(other.name), questions.map(\.name).filter { $0 != "format" } + ["format", "lang"])
        }
    }

    /// What programs that share links add to an address, and what says nothing about a list.
    private static func isPassedOver(_ name: String) -> Bool {
        name.hasPrefix("utm_") || name == "from" || name == "isappinstalled"
    }

    /// A name that may be said again: a slip of the pen, and nothing that could be anybody's number or markup.
    private static func harmless(_ name: String) -> String? {
        let letters = name.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F }
        return letters && name.utf8.count <= 32 ? name : nil
    }
}

/// The question as JSON Schema says it; text without control characters, as addresses are read.
extension Route.Question.Kind: Shown {
    func show(on tape: inout Tape) {
        tape.put("type", "string")
        switch self {
        case .text(let most):
            tape.put("maxLength", most)
            tape.put("pattern", "^[^\\u0000-\\u001f\\u007f]*$")
        case .day: tape.put("pattern", "^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]))?$")
        case .month: tape.put("pattern", "^([0-9]{4}-(0[1-9]|1[0-2]))?$")
        case .choice(let words): tape.put("enum", words + [""])
        }
    }
}
