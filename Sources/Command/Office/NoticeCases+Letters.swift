import Credit
import Store

/// The letter of a formal notice: one letter by one number, served on each of its addressees. It is read where its notice
/// is opened, and nowhere else.
extension NoticeCases {
    var isRestricted: Bool { true }

    var numbered: [String: LetterOccasion] { ["release": .formalNotice] }

    var served: [String: Set<LetterOccasion>] { ["serve": [.formalNotice]] }

    func addressees(
        of action: String, in id: String, _ values: FormValues, for officer: Officer, on day: Day, in reader: Reader
    ) throws -> [String] {
        try reader.notice(id)?.opened(for: officer)?.notice.draft.addressees.map(\.name) ?? []
    }

    func letters(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> [LetterMatter] {
        guard let stored = try reader.notice(id)?.opened(for: officer) else { return [] }
        let draft = stored.notice.draft
        func same(_ text: String) -> Label { Label(text, text) }
        return stored.steps.compactMap { step in
            guard case .released = step.event.step else { return nil }
            return LetterMatter(
                .formalNotice, to: same(draft.addressees.map(\.name).joined(separator: "、")),
                [
                    "about": draft.about.title, "unit": same(draft.unitName), "facts": same(draft.facts),
                    "paper": same("\(draft.paper.organ) \(draft.paper.number)"), "basis": same(draft.paper.basis),
                ], since: step.position)
        }
    }
}
