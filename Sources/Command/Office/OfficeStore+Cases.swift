import Credit
import Portal
import Store

/// 案件: what a session may read of them and do in them. What it may do is asked again inside the transaction that does it.
extension OfficeStore {
    func sheet(_ id: String, for session: OfficeSession) throws -> CaseSheet? {
        guard let kind = kind(of: id) else { return nil }
        return try ledger.read { try view(id, of: kind, for: session, in: $0)?.sheet }
    }

    /// Two kinds of cases may call what they begin alike; the code that a page shows carries the kind before it.
    func openings(for session: OfficeSession) throws -> [CaseAction] {
        try ledger.read { reader in
            try kinds.flatMap { kind in
                try kind.openings(for: session.officer, duties: session.duties, on: clock.today, in: reader).map {
                    CaseAction(
                        code: OfficeStore.opening($0.code, of: kind), title: $0.title, warning: $0.warning,
                        duty: $0.duty, fields: $0.fields)
                }
            }
        }
    }

    func open(_ action: String, _ values: FormValues, by session: OfficeSession) throws -> String {
        guard let kind = kinds.first(where: { action.hasPrefix(OfficeStore.opening("", of: $0)) }) else {
            throw OfficeRefusal.notPossibleNow
        }
        let code = String(action.dropFirst(OfficeStore.opening("", of: kind).count))
        let id = kind.prefix + "-" + newID()
        try ledger.record(at: clock.now()) { (reader: Reader) throws -> [Event] in
            let now = try current(session, in: reader)
            let offered = try kind.openings(for: now.officer, duties: now.duties, on: clock.today, in: reader)
            try OfficeStore.check(code, among: offered, now.duties)
            let events = try kind.open(code, values, by: now.officer, id: id, on: clock.today, in: reader)
            return try clocks.following(events, in: id, of: kind, by: now.officer, on: clock.today, in: reader)
        }
        return id
    }

    func act(_ action: String, in id: String, _ values: FormValues, by session: OfficeSession) throws {
        guard let kind = kind(of: id) else { throw OfficeRefusal.nothingThere }
        try ledger.record(at: clock.now()) { (reader: Reader) throws -> [Event] in
            let now = try current(session, in: reader)
            guard let view = try view(id, of: kind, for: now, in: reader) else { throw OfficeRefusal.nothingThere }
            // Whoever decides, decides about the case that they read.
            guard values.read == view.sheet.position else { throw OfficeRefusal.caseMovedOn }
            try OfficeStore.check(action, among: view.sheet.allActions, view.duties)
            let (officer, today) = (view.officer, clock.today)
            if let events = try clocks.act(action, in: id, values, by: officer, on: today, in: reader) { return events }
            let events = try kind.act(action, in: id, values, by: officer, on: today, in: reader)
            return try clocks.following(events, in: id, of: kind, by: officer, on: today, in: reader)
        }
    }

    /// The session with what its person may do at this moment.
    ///
    /// - Throws: `OfficeRefusal` (ACC-104) where it has ended or is another's by now.
    func current(_ session: OfficeSession, in reader: Reader) throws -> OfficeSession {
        guard let now = try door.current(session, in: reader) else {
            throw OfficeRefusal(
                code: EntryProblem.ended.code, status: EntryProblem.ended.status, words: EntryProblem.ended.words)
        }
        return now
    }

    // MARK: - Who sees what

    /// A case as a session sees it, and as whom it may act there; nil where it may not.
    func view(
        _ id: String, of kind: any CaseKind, for session: OfficeSession, in reader: Reader
    ) throws -> (sheet: CaseSheet, officer: Officer, duties: Set<Duty>)? {
        guard !kind.readers.isDisjoint(with: session.duties) else { throw OfficeRefusal.missingDuty(.handle) }
        let (officer, duties) = (session.officer, session.duties)
        if let sheet = try sheet(id, of: kind, for: officer, duties, in: reader) { return (sheet, officer, duties) }
        // 县（区）仅一人: the city's office reviews and decides, and does nothing else there (practice 27).
        guard duties.contains(.decide), let first = try kind.handler(of: id, in: reader),
            try door.isCitySecond(officer, first: first, in: reader)
        else { return nil }
        let second = officer.acting(for: first.organ)
        guard let sheet = try sheet(id, of: kind, for: second, [.decide], in: reader) else { return nil }
        let fact = CaseSheet.Fact(Label("复核人", "Second officer"), SecondOfficer.cityOffice.title)
        return (sheet.adding(fact), second, [.decide])
    }

    /// The sheet as the kind makes it, with what is known of its clocks and may be done to them.
    private func sheet(
        _ id: String, of kind: any CaseKind, for officer: Officer, _ duties: Set<Duty>, in reader: Reader
    ) throws -> CaseSheet? {
        let sheet = try kind.sheet(id, for: officer, duties: duties, on: clock.today, in: reader)
        return try sheet.map {
            try clocks.completing($0, for: officer, duties: duties, on: clock.today, in: reader)
        }
    }

    private var clocks: ClockActs { ClockActs(rules) }

    /// Seen as the organ that handles the case sees it, with nothing to be done in it.
    func inspect(_ id: String, by session: OfficeSession) throws -> CaseSheet? {
        guard session.duties.contains(.inspect) else { throw OfficeRefusal.missingDuty(.inspect) }
        guard let kind = kind(of: id) else { return nil }
        return try ledger.read { reader in
            guard let organ = try kind.organ(of: id, in: reader) else { return nil }
            let eyes = Officer(account: session.officer.account, name: session.officer.name, organ: organ)
            return try kind.sheet(id, for: eyes, duties: [], on: clock.today, in: reader)
        }
    }

    func kind(of id: String) -> (any CaseKind)? { kinds.first { id.hasPrefix($0.prefix + "-") } }

    private static func opening(_ code: String, of kind: any CaseKind) -> String {
        kind.prefix.lowercased() + "-" + code
    }

    /// What is not offered now, or not to this post, is not asked of the kind at all.
    private static func check(_ code: String, among actions: [CaseAction], _ duties: Set<Duty>) throws {
        guard let action = actions.first(where: { $0.code == code }) else { throw OfficeRefusal.notPossibleNow }
        guard duties.contains(action.duty) else { throw OfficeRefusal.missingDuty(action.duty) }
    }
}

extension CaseSheet {
    /// The sheet with one more thing known.
    fileprivate func adding(_ fact: Fact) -> CaseSheet {
        var sheet = CaseSheet(
            id: id, kind: kind, title: title, subject: subject, stage: stage, isClosed: isClosed, facts: facts + [fact],
            clocks: clocks, steps: steps, actions: actions, position: position)
        sheet.letters = letters
        return sheet
    }
}
