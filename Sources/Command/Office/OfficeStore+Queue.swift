import Credit
import Portal
import Store

/// 待办: what waits for the organ of a session, a page at a time. Everything is read in one state of the ledger, so that
/// what a page shows and counts is what waits at that moment, for this session and nobody else.
extension OfficeStore {
    func queue(_ asked: QueueQuestion, for session: OfficeSession) throws -> QueueSlice {
        try ledger.read { reader in
            let today = clock.today
            var found = try waiting(asked.nouns, for: session, on: today, in: reader)
            if let text = asked.text {
                let search = QueueSearch(text)
                found = try found.filter { try search.matches($0, in: reader) }
            }
            let soon = WorkingCalendar(rules.calendar).soon(after: today)
            let counts = QueueSlice.Counts(
                total: found.count, late: found.count { $0.urgency.standing == .over },
                soon: found.count { $0.urgency.isDue(by: soon) })
            let shown = found.filter { waiting in
                if let after = asked.after, waiting.urgency <= after { return false }
                switch asked.due {
                case nil: return true
                case .late?: return waiting.urgency.standing == .over
                case .soon?: return waiting.urgency.isDue(by: soon)
                }
            }.sorted { $0.urgency < $1.urgency }
            let page = shown.prefix(asked.limit)
            return QueueSlice(
                lines: try page.map { try $0.line() }, counts: counts, soon: soon,
                following: shown.count > page.count ? page.last?.urgency : nil)
        }
    }

    /// Each case once, of the kinds that the session reads and asks for.
    private func waiting(
        _ nouns: Set<String>?, for session: OfficeSession, on day: Day, in reader: Reader
    ) throws -> [WaitingCase] {
        var (cases, seen): ([WaitingCase], Set<String>) = ([], [])
        for kind in kinds
        where !kind.readers.isDisjoint(with: session.duties) && nouns?.contains(kind.noun) != false {
            for code in session.officer.codes.sorted() {
                let found = try kind.waiting(for: session.officer.reading(code), on: day, in: reader)
                cases += found.filter { seen.insert($0.id).inserted }
            }
            cases += try countyCases(of: kind, for: session, on: day, in: reader)
                .filter { seen.insert($0.id).inserted }
        }
        return cases
    }

    /// The cases of counties of one that wait for the city's office to review or decide.
    private func countyCases(
        of kind: any CaseKind, for session: OfficeSession, on day: Day, in reader: Reader
    ) throws -> [WaitingCase] {
        guard session.duties.contains(.decide) else { return [] }
        return try door.codesOfFew(session.officer, in: reader).flatMap { code in
            try kind.waiting(for: session.officer.reading(code), on: day, in: reader).filter { waiting in
                // A case that the session is a party to is none of a county's alone.
                guard let first = try kind.handler(of: waiting.id, in: reader),
                    !session.officer.acts(for: first.organ)
                else { return false }
                return try view(waiting.id, of: kind, for: session, in: reader)?.sheet.actions.isEmpty == false
            }
        }
    }
}

/// 查找: the cases that bear an id, or are about who bears a code or name.
struct QueueSearch {
    private let id: String
    private let key: String
    private let folded: String

    init(_ text: String) {
        (id, key, folded) = (text.lowercased(), text.uppercased(), ByteFolding.key(text))
    }

    /// Whether a case is one of them. A person in trade is found by code or full exact name, as everywhere (R10).
    func matches(_ waiting: WaitingCase, in reader: Reader) throws -> Bool {
        if waiting.id.lowercased().hasPrefix(id) || waiting.subject?.uppercased() == key { return true }
        let known = try waiting.subject.flatMap { try reader.searchedName(of: $0) }
        return [waiting.name, known?.name].contains { name in
            name.map { finds($0, isWholeOnly: known?.isWholeOnly == true) } ?? false
        }
    }

    func finds(_ name: String, isWholeOnly: Bool) -> Bool {
        let name = ByteFolding.key(name)
        return !folded.isEmpty && (isWholeOnly ? name == folded : name.contains(folded))
    }
}

extension Officer {
    /// Who reads a queue under a code; never who acts, whose organ events name as it is.
    fileprivate func reading(_ code: String) -> Officer {
        Officer(account: account, name: name, organ: code, standingInFor: standingInFor, codes: codes.union([code]))
    }
}
