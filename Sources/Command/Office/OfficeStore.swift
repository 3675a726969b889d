import Credit
import Portal
import Store

/// 办公台: what a signed-in person may see and do, over the ledger, the kinds of cases and the door.
struct OfficeStore: OfficeDesk {
    let ledger: Ledger
    let rules: Rules
    let kinds: [any CaseKind]
    let door: any OfficeEntry
    let clock: Clock
    let newID: @Sendable () -> String
    let files: HandIns
    let accounts: any AccountDesk
    let agents: any AgentDesk
    /// 单个报送文件上限.
    /// - Unit: bytes
    let mostUploaded: Int

    // MARK: - 门

    func signIn(name: String, password: String, code: String?, from address: String) throws -> OfficeSession {
        try door.signIn(name: name, password: password, code: code, from: address)
    }

    func session(_ token: String) throws -> OfficeSession? { try door.session(token) }

    func signOut(_ token: String) throws { try door.signOut(token) }

    func bearer(_ token: String) throws -> OfficeSession? { try door.bearer(token) }

    var resources: [OfficeResource] { kinds.map { OfficeResource(noun: $0.noun, prefix: $0.prefix) } }

    func note(
        _ what: String, outcome: String, look: OfficeLook?, by session: OfficeSession?, from address: String
    ) throws {
        try door.note(
            look: what, outcome: outcome, by: session, from: address, about: look?.subject, purpose: look?.purpose,
            matter: look?.matter)
    }

    // MARK: - 案件

    func cases(for session: OfficeSession) throws -> [CaseLine] {
        try ledger.read { reader in
            try kinds.flatMap { try $0.lines(for: session.officer, on: clock.today, in: reader) }
        }
    }

    func sheet(_ id: String, for session: OfficeSession) throws -> CaseSheet? {
        guard let kind = kind(of: id) else { return nil }
        return try ledger.read { reader in
            try sheet(id, of: kind, for: session, in: reader)
        }
    }

    /// The sheet as the kind makes it, with what may be done to its clocks.
    private func sheet(
        _ id: String, of kind: any CaseKind, for session: OfficeSession, in reader: Reader
    ) throws -> CaseSheet? {
        let (officer, duties, day) = (session.officer, session.duties, clock.today)
        let sheet = try kind.sheet(id, for: officer, duties: duties, on: day, in: reader)
        return try sheet.map { try clocks.completing($0, for: officer, duties: duties, on: day, in: reader) }
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
            let offered = try kind.openings(
                for: session.officer, duties: session.duties, on: clock.today, in: reader)
            try OfficeStore.check(code, among: offered, session)
            let events = try kind.open(code, values, by: session.officer, id: id, on: clock.today, in: reader)
            return try clocks.following(events, in: id, of: kind, by: session.officer, on: clock.today, in: reader)
        }
        return id
    }

    func act(_ action: String, in id: String, _ values: FormValues, by session: OfficeSession) throws {
        guard let kind = kind(of: id) else { throw OfficeRefusal.nothingThere }
        try ledger.record(at: clock.now()) { (reader: Reader) throws -> [Event] in
            let (officer, today) = (session.officer, clock.today)
            guard let sheet = try sheet(id, of: kind, for: session, in: reader) else {
                throw OfficeRefusal.nothingThere
            }
            try OfficeStore.check(action, among: sheet.actions, session)
            if let events = try clocks.act(action, in: id, values, by: officer, on: today, in: reader) { return events }
            let events = try kind.act(action, in: id, values, by: officer, on: today, in: reader)
            return try clocks.following(events, in: id, of: kind, by: officer, on: today, in: reader)
        }
    }

    private func kind(of id: String) -> (any CaseKind)? { kinds.first { id.hasPrefix($0.prefix + "-") } }

    private static func opening(_ code: String, of kind: any CaseKind) -> String {
        kind.prefix.lowercased() + "-" + code
    }

    /// What is not offered now, or not to this post, is not asked of the kind at all.
    private static func check(_ code: String, among actions: [CaseAction], _ session: OfficeSession) throws {
        guard let action = actions.first(where: { $0.code == code }) else { throw OfficeRefusal.notPossibleNow }
        guard session.duties.contains(action.duty) else { throw OfficeRefusal.missingDuty(action.duty) }
    }

}
