import Credit

/// 依据: a document and clause as a page cites it, with the place in the list of documents where more is said of it.
struct ShownSource: Shown {
    let source: Source
    /// Name of the document's place on the page of documents.
    let anchor: String
    /// Whether value or document are still to be checked against a published text.
    let isUnverified: Bool

    init(_ source: Source, in rules: Rules) {
        self.source = source
        anchor = "d" + String(rules.documents.firstIndex { $0.code == source.document } ?? 0)
        isUnverified = source.mark == .unverified || rules.documents[source.document]?.mark == .unverified
    }

    func show(on tape: inout Tape) {
        tape.put("document", source.document)
        tape.put("clause", source.clause)
        tape.put("unverified", isUnverified)
        tape.draw { $0.put("anchor", anchor) }
    }
}

/// 栏目导航: where among the pages on rules a page stands.
struct RulesPlace: Shown {
    /// The pages that stand beside each other.
    enum Spot { case catalogue, rules, documents, calendar, workdays, plan, codes }

    let spot: Spot

    func show(on tape: inout Tape) {
        tape.put("catalogue", spot == .catalogue)
        tape.put("rules", spot == .rules)
        tape.put("documents", spot == .documents)
        tape.put("calendar", spot == .calendar)
        tape.put("workdays", spot == .workdays)
        tape.put("plan", spot == .plan)
        tape.put("codes", spot == .codes)
    }
}

extension Tape {
    /// What the navigation of the pages on rules needs, and the beginning of the addresses that download a page's list.
    mutating func draw(_ spot: RulesPlace.Spot, question: String? = nil) {
        draw { tape in
            tape.put("here", RulesPlace(spot: spot))
            tape.put("download", Self.download(question))
        }
    }

    /// The beginning of the addresses that download a page's list, whatever the page was asked.
    static func download(_ question: String?) -> String { "?" + (question.map { $0 + "&" } ?? "") + "format=" }
}

extension Ask {
    /// A day that is asked under a name; nil where none is.
    ///
    /// - Throws: `PortalProblem.badQuestion` where it is no day.
    func day(_ name: String) throws(PortalProblem) -> Day? {
        guard let text = question(name) else { return nil }
        guard let day = Day(text) else { throw .badQuestion(name) }
        return day
    }

    /// The day and log position an answer is read at.
    func reading() async throws -> Reading { try await read { try $0.reading() } }
}
