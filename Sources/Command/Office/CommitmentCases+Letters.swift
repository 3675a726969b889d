import Credit
import Store

/// The letters of a commitment: what it left to be brought, the notice before a breach is found, the decision.
extension CommitmentCases {
    /// A decision takes its number where it is proposed, and is drawn up as a letter once it is made.
    var numbered: [String: LetterOccasion] { ["notice": .breachNotice, "propose": .breachDecision] }

    var served: [String: Set<LetterOccasion>] {
        ["serve-notice": [.breachNotice], "serve-decision": [.breachDecision]]
    }

    func letters(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> [LetterMatter] {
        guard let stored = try reader.commitment(id) else { return [] }
        let commitment = stored.commitment
        let addressee = same(commitment.letter.name)
        return LetterMatter.last(
            zip(commitment.events, stored.positions).compactMap { event, position in
                guard officer.acts(for: event.by.organ) else { return nil }
                switch event.step {
                case .signed(let letter):
                    guard !letter.missing.isEmpty, let term = letter.missingTerm else { return nil }
                    return LetterMatter(
                        .missingMaterial, to: addressee,
                        ["missing": same(letter.missing.joined(separator: "\n")), "term": term.term.words],
                        since: position)
                case .noticeDrawn(let notice):
                    return LetterMatter(
                        .breachNotice, to: addressee,
                        [
                            "degree": notice.degree.title, "unfulfilled": same(notice.unfulfilled),
                            "facts": same(notice.facts), "basis": same(notice.basis),
                            "consequences": words(of: notice.consequences, commitment), "remedy": same(notice.remedy),
                            "term": notice.answer.term.words,
                        ], since: position)
                case .decided(let decision, _):
                    return LetterMatter(
                        .breachDecision, to: addressee,
                        [
                            "degree": decision.degree.title, "unfulfilled": same(decision.unfulfilled),
                            "reasons": same(decision.reasons), "basis": same(decision.basis),
                            "consequences": words(of: decision.consequences, commitment),
                            "end": same("\(decision.end)"), "supervised": same("\(decision.supervisedUntil)"),
                            "remedy": same(decision.remedy),
                        ], since: position)
                default: return nil
                }
            })
    }

    private func same(_ text: String) -> Label { Label(text, text) }

    private func words(of codes: [String], _ commitment: CommitmentCase) -> Label {
        let all = catalogue.kinds[commitment.letter.kind]?.consequences ?? []
        let names = codes.map { code in all.first { $0.code == code }?.name ?? same(code) }
        return Label(
            names.map(\.chinese).joined(separator: "、"), names.map(\.english).joined(separator: ", "))
    }
}
