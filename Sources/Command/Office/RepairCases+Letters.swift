import Credit
import Store

/// The letters of a repair: what is missing, told once, and the answer of whoever decides.
extension RepairCases {
    func letters(_ id: String, for officer: Officer, on day: Day, in reader: Reader) throws -> [LetterMatter] {
        guard let stored = try reader.repair(id), let rule = rules.repairs[stored.repair.filing.rule] else { return [] }
        let filing = stored.repair.filing
        func same(_ text: String) -> Label { Label(text, text) }
        let applicant = same(try reader.subject(filing.subject)?.name ?? filing.subject)
        return LetterMatter.last(
            stored.events.compactMap { held in
                guard case .stepped(let step) = held.event, officer.acts(for: step.officer.organ) else { return nil }
                switch step.kind {
                case .returned:
                    let titles = step.missing.map { code in
                        rule.materials.first { $0.code == code }?.title ?? same(code)
                    }
                    return LetterMatter(
                        .repairReturned, to: applicant,
                        [
                            "missing": Label(
                                titles.map(\.chinese).joined(separator: "\n"),
                                titles.map(\.english).joined(separator: "\n")), "reason": same(step.reason ?? ""),
                        ], since: held.position)
                case .refused, .approved, .rejected:
                    return LetterMatter(
                        .repairAnswered, to: applicant,
                        [
                            "record": same(filing.record), "outcome": step.kind.title,
                            "reason": same(step.reason ?? ""),
                        ], since: held.position)
                default: return nil
                }
            })
    }
}
