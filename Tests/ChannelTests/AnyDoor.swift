import Credit
import Portal
import Store

@testable import Command

/// A door for sessions that are made up: nobody is let in or written down, and whoever comes keeps what they came with.
struct AnyDoor: OfficeEntry {
    /// Code of an organ of one, whose cases the city's office reviews; nil for none.
    var alone: String?

    func signIn(name: String, password: String, code: String?, from address: String) throws -> OfficeSession {
        throw OfficeRefusal.notPossibleNow
    }
    func session(_ token: String) throws -> OfficeSession? { nil }
    func bearer(_ token: String) throws -> OfficeSession? { nil }
    func signOut(_ token: String) throws {}
    func current(_ session: OfficeSession, in reader: Reader) throws -> OfficeSession? { session }
    func principals(of session: OfficeSession) throws -> [OfficePrincipal] { [] }
    func standIn(for principal: String?, _ session: OfficeSession, from address: String) throws -> OfficeSession {
        throw OfficeRefusal.notPossibleNow
    }
    func isCitySecond(_ officer: Officer, first: Officer, in reader: Reader) throws -> Bool {
        first.organ == alone && !first.isSamePerson(as: officer)
    }
    func codesOfFew(_ officer: Officer, in reader: Reader) throws -> [String] { alone.map { [$0] } ?? [] }
    func codes(of officer: Officer) throws -> [String] { officer.codes.sorted() }
    func note(
        look what: String, outcome: String, by session: OfficeSession?, from address: String, about subject: String?,
        purpose: String?, matter: String?
    ) throws {}
}

extension OfficeStore {
    /// The office over a store, by the real kinds of cases.
    static func over(
        _ story: WindowStory, rules: Rules? = nil, door: AnyDoor = AnyDoor(), on day: Day,
        newID: @escaping @Sendable () -> String
    ) throws -> OfficeStore {
        let (rules, clock) = (rules ?? story.rules, Clock(rehearsal: day))
        let files = try HandIns(data: story.folder + "/data") { _ in OfficeRefusal.notPossibleNow }
        let entrance = try Entrance(ledger: story.ledger, surroundings: .of(clock))
        let evidence = EvidenceFolder(data: story.folder + "/data")
        let kinds = OfficeKinds.all(rules, evidence: evidence)
        return OfficeStore(
            ledger: story.ledger, rules: rules, kinds: kinds, door: door, clock: clock, newID: newID, files: files,
            evidence: evidence,
            accounts: AccountRoom(ledger: story.ledger, rules: rules, clock: clock, entrance: entrance, newID: newID),
            agents: AgentWindow(
                ledger: story.ledger, rules: rules, kinds: kinds, entrance: entrance, clock: clock,
                newID: newID, files: files),
            mostUploaded: 1 << 20)
    }
}
