import Credit
import Store

/// The letters of a listing: the notice, the decision, the exit; their words stand in the procedure of the list.
extension ListingCases {
    var numbered: [String: LetterOccasion] {
        ["notice": .listingNotice, "decide": .listingDecision, "leave": .listingExit]
    }

    var served: [String: Set<LetterOccasion>] {
        ["serve-notice": [.listingNotice], "serve-decision": [.listingDecision]]
    }

    func letters(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> [LetterMatter] {
        guard let (listing, positions) = try reader.listing(id), officer.acts(for: listing.candidate.by.organ) else {
            return []
        }
        let (list, procedure) = try law(of: listing, on: day)
        let (candidate, name) = (listing.candidate, list.name(on: day))
        let organ = rules.departments[officer.organ]?.name(on: day)?.full ?? same(officer.organ)
        func matter(_ occasion: LetterOccasion, _ text: [Label], _ position: Int) -> LetterMatter {
            let lines = text.dropFirst()
            return LetterMatter(
                occasion, to: same(candidate.opening.name), title: text.first,
                [
                    "text": Label(
                        lines.map(\.chinese).joined(separator: "\n"), lines.map(\.english).joined(separator: "\n"))
                ], since: position)
        }
        return zip(listing.events, positions).compactMap { event, position in
            switch event.step {
            case .noticeDrawn(let notice):
                return procedure.noticeForm.map { form in
                    matter(
                        .listingNotice,
                        form.text(of: notice, for: candidate, list: name, organ: organ, measures: rules.measures),
                        position)
                }
            case .decided(let decision):
                return procedure.decisionForm.map { form in
                    matter(
                        .listingDecision,
                        form.text(of: decision, for: candidate, list: name, organ: organ, measures: rules.measures),
                        position)
                }
            case .left(let exit):
                return LetterMatter(
                    .listingExit, to: same(candidate.opening.name),
                    ["list": name, "entry": same(id), "ground": exit.ground.title, "reason": same(exit.reason)],
                    since: position)
            default: return nil
            }
        }
    }
}
