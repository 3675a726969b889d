import Credit
import Store

/// The letters of an objection: what is missing, the question to the provider, the answer.
extension ObjectionCases {
    var served: [String: Set<LetterOccasion>] { ["serve": [.objectionAnswered]] }

    func letters(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> [LetterMatter] {
        guard let stored = try reader.objection(id), officer.acts(for: stored.objection.filing.office) else {
            return []
        }
        let filing = stored.objection.filing
        func same(_ text: String) -> Label { Label(text, text) }
        let applicant = same(try reader.subject(filing.subject)?.name ?? filing.subject)
        let record = same(filing.record)
        var matters: [LetterMatter] = []
        for step in stored.steps {
            switch step.event {
            case .returned(_, let missing, _):
                matters.append(
                    LetterMatter(
                        .objectionReturned, to: applicant,
                        ["missing": same(missing.joined(separator: "\n")), "reason": same("")], since: step.position))
            case .routed(_, let organ, let question, _):
                let name = rules.departments[organ]?.name(on: day)?.full ?? same(organ)
                matters.append(
                    LetterMatter(
                        .objectionRouted, to: name, ["record": record, "question": same(question)],
                        since: step.position))
            case .decided(_, let decision, _):
                matters.append(
                    LetterMatter(
                        .objectionAnswered, to: applicant,
                        [
                            "record": record, "outcome": decision.outcome.title, "reasons": same(decision.reasons),
                            "remedy": same(decision.remedy),
                        ], since: step.position))
            default: break
            }
        }
        return LetterMatter.last(matters)
    }
}

extension LetterMatter {
    /// Of each occasion the last: an earlier one is answered by what came after it.
    static func last(_ matters: [LetterMatter]) -> [LetterMatter] {
        matters.enumerated().filter { index, matter in
            !matters[(index + 1)...].contains { $0.occasion == matter.occasion }
        }.map(\.element)
    }
}
