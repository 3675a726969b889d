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

    func note(_ what: String, outcome: String, by session: OfficeSession?, from address: String) throws {
        try door.note(what, outcome: outcome, by: session, from: address)
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
            try kind.sheet(id, for: session.officer, duties: session.duties, on: clock.today, in: reader)
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
            return try kind.open(code, values, by: session.officer, id: id, on: clock.today, in: reader)
        }
        return id
    }

    func act(_ action: String, in id: String, _ values: FormValues, by session: OfficeSession) throws {
        guard let kind = kind(of: id) else { throw OfficeRefusal.nothingThere }
        try ledger.record(at: clock.now()) { (reader: Reader) throws -> [Event] in
            let sheet = try kind.sheet(
                id, for: session.officer, duties: session.duties, on: clock.today, in: reader)
            guard let sheet else { throw OfficeRefusal.nothingThere }
            try OfficeStore.check(action, among: sheet.actions, session)
            return try kind.act(action, in: id, values, by: session.officer, on: clock.today, in: reader)
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
