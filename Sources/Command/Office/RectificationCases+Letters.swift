import Credit
import Store

/// The letters of an order to mend and of a warning talk: the order or the invitation, whose number is the paper's own.
extension RectificationCases {
    var numbered: [String: LetterOccasion] { ["order": .orderToMend, "talk": .talkInvitation] }

    var served: [String: Set<LetterOccasion>] { ["serve": [.orderToMend, .talkInvitation]] }

    func addressees(
        of action: String, in id: String, _ values: FormValues, for officer: Officer, on day: Day, in reader: Reader
    ) throws -> [String] {
        guard let subject = try values["record"].flatMap({ try reader.record($0, on: day) })?.entry.subject else {
            return []
        }
        return [try reader.subject(subject)?.name ?? subject]
    }

    func letters(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> [LetterMatter] {
        guard let stored = try reader.rectification(id), officer.acts(for: stored.rectification.opening.by.organ),
            let first = stored.steps.first
        else { return [] }
        func same(_ text: String) -> Label { Label(text, text) }
        let opening = stored.rectification.opening
        let key = opening.entity.key.text
        let addressee = same(try reader.subject(key)?.name ?? key)
        var values = [
            "record": same(opening.record), "items": same(opening.demand.items.joined(separator: "\n")),
            "basis": same(opening.paper.basis),
        ]
        switch opening.demand {
        case .mend(_, let term):
            values["term"] = term.words
            return [LetterMatter(.orderToMend, to: addressee, values, since: first.position)]
        case .talk(_, let meeting, let place):
            values["meeting"] = same(meeting.description)
            values["place"] = same(place)
            return [LetterMatter(.talkInvitation, to: addressee, values, since: first.position)]
        }
    }
}
