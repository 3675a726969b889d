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
