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
    let evidence: EvidenceFolder
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

    var resources: [OfficeResource] {
        kinds.map { OfficeResource(noun: $0.noun, prefix: $0.prefix, plural: $0.plural, readers: $0.readers) }
    }

    func note(
        _ what: String, outcome: String, look: OfficeLook?, by session: OfficeSession?, from address: String
    ) throws {
        try door.note(
            look: what, outcome: outcome, by: session, from: address, about: look?.subject, purpose: look?.purpose,
            matter: look?.matter)
    }

    func principals(of session: OfficeSession) throws -> [OfficePrincipal] { try door.principals(of: session) }

    func standIn(for principal: String?, _ session: OfficeSession, from address: String) throws {
        _ = try door.standIn(for: principal, session, from: address)
    }
}
