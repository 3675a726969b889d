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
                var search = QueueSearch(text, in: reader)
                found = try found.filter { try search.matches($0) }
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
        let few = try session.duties.contains(.decide) ? door.codesOfFew(session.officer, in: reader) : []
        // Under one code no kind finds a case twice.
        let isOnce = few.isEmpty && session.officer.codes.count == 1
        for kind in kinds
        where !kind.readers.isDisjoint(with: session.duties) && nouns?.contains(kind.noun) != false {
            for code in session.officer.codes.sorted() {
                let found = try kind.waiting(for: session.officer.reading(code), on: day, in: reader)
                cases += isOnce ? found : found.filter { seen.insert($0.id).inserted }
            }
            if few.isEmpty { continue }
            cases += try countyCases(few, of: kind, for: session, on: day, in: reader)
                .filter { seen.insert($0.id).inserted }
        }
        return cases
    }

    /// The cases of counties of one that wait for the city's office to review or decide.
    private func countyCases(
        _ codes: [String], of kind: any CaseKind, for session: OfficeSession, on day: Day, in reader: Reader
    ) throws -> [WaitingCase] {
        try codes.flatMap { code in
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
    private let reader: Reader
    private let id: String
    private let key: String
    private let folded: [UInt8]
    /// What was found out about subjects, most of whom have several cases.
    private var known: [String: Bool] = [:]

    init(_ text: String, in reader: Reader) {
        self.reader = reader
        (id, key, folded) = (text.lowercased(), text.uppercased(), Array(ByteFolding.key(text).utf8))
    }

    /// Whether a case is one of them. A person in trade is found by code or full exact name, as everywhere (R10).
    mutating func matches(_ waiting: WaitingCase) throws -> Bool {
        if waiting.id.utf8.count >= id.utf8.count, waiting.id.lowercased().hasPrefix(id) { return true }
        guard let subject = waiting.subject else { return finds(waiting.name, isWholeOnly: false) }
        if waiting.name == nil, let found = known[subject] { return found }
        let stored = try reader.searchedName(of: subject)
        let isWholeOnly = stored?.isWholeOnly == true
        let found =
            subject.uppercased() == key || finds(waiting.name, isWholeOnly: isWholeOnly)
            || finds(stored?.name, isWholeOnly: isWholeOnly)
        if waiting.name == nil { known[subject] = found }
        return found
    }

    func finds(_ name: String?, isWholeOnly: Bool) -> Bool {
        guard let name, !folded.isEmpty else { return false }
        let bytes = Array(ByteFolding.key(name).utf8)
        if isWholeOnly || bytes.count <= folded.count { return bytes == folded }
        return (0...bytes.count - folded.count).contains { start in
            bytes[start] == folded[0] && bytes[start..<start + folded.count].elementsEqual(folded)
        }
    }
}

extension Officer {
    /// Who reads a queue under a code; never who acts, whose organ events name as it is.
    fileprivate func reading(_ code: String) -> Officer {
        Officer(account: account, name: name, organ: code, standingInFor: standingInFor, codes: codes.union([code]))
    }
}
