import Credit
import Foundation
import Proofs
import Store
import Synchronization
import Testing

/// A store with people, and an entrance whose clock stands still until it is moved.
final class Office: Sendable {
    let store: TestStore
    let entrance: Entrance
    static let password = "黄河 九曲十八弯 2026"

    init(_ kind: EngineKind, folder: URL? = nil, rules: EntryRules = EntryRules()) throws {
        store = try TestStore(kind, folder: folder)
        box = ClockBox()
        entrance = try Office.entrance(store, box, rules)
    }

    private let box: ClockBox

    static func entrance(_ store: TestStore, _ clock: ClockBox, _ rules: EntryRules) throws -> Entrance {
        try Entrance(
            ledger: store.ledger, rules: rules,
            surroundings: Entrance.Surroundings(
                seconds: { clock.seconds },
                instant: { Instant(day: clock.day, hour: 10) },
                chance: { count in clock.random(count) }))
    }

    /// Lets time pass.
    func pass(_ seconds: Int) { box.pass(seconds) }
    /// Lets days pass.
    func passDays(_ days: Int) { box.passDays(days) }
    var now: Int { box.seconds }
    var day: Day { box.day }
    func another() throws -> Entrance { try Office.entrance(store, box, EntryRules()) }

    /// Records what `decide` makes of the people by now.
    func decide(
        credentials: [CredentialChange] = [], _ decide: (People) throws -> [PeopleEvent]
    ) throws {
        try store.ledger.record(at: Instant(day: day, hour: 9)) { (reader: Reader) throws -> (Change, Void) in
            let events = try decide(try reader.people()).map { Event.people($0) }
            return (Change(events: events, credentials: credentials), ())
        }
    }

    /// The first administrator `an.li`, account a1, with a set-up secret.
    func first() throws -> String {
        let (secret, change) = entrance.setUpSecret(for: "a1")
        try decide(credentials: [change]) {
            try $0.first(
                account: "a1", signIn: "an.li", person: "安丽", organisation: "credit-office", name: "市信用办", level: .city,
                codes: [], on: day)
        }
        return secret
    }

    /// Another account at the credit office, opened by a1 and set up.
    func open(_ id: String, _ name: String, duties: [Duty] = []) throws -> OneTimeCode {
        let (secret, change) = entrance.setUpSecret(for: id)
        try decide(credentials: [change]) {
            [try $0.open(account: id, signIn: name, person: "某\(id)", organisation: "credit-office", by: "a1", on: day)]
        }
        for duty in duties { try decide { [try $0.grant(duty, to: id, from: day, by: "a1", on: day)] } }
        return try setUp(name, secret)
    }

    func setUp(_ name: String, _ secret: String) throws -> OneTimeCode {
        let code = try entrance.setUp(name: name, secret: secret, password: Office.password, from: "127.0.0.1")
        _ = try entrance.confirm(name: name, code: code.code(ofStep: now / 30), from: "127.0.0.1")
        pass(30)
        return code
    }

    func signIn(_ name: String, _ code: OneTimeCode, password: String = Office.password) throws -> Entered {
        try entrance.signIn(
            name: name, password: password, code: code.code(ofStep: now / 30), from: "127.0.0.1")
    }

    /// What the access record says, newest first, as `what outcome`.
    func noted(limit: Int = 100) throws -> [String] {
        var lines: [String] = []
        try store.ledger.read { reader in
            try reader.accessRecord(AccessQuestion(limit: limit)) { lines.append("\($0.line.what) \($0.line.outcome)") }
        }
        return lines
    }
}

/// Time and chance of a test.
final class ClockBox: Sendable {
    private let state = Mutex((seconds: 1_790_000_010, day: TestStore.firstDay, count: UInt64(0)))
    var seconds: Int { state.withLock { $0.seconds } }
    var day: Day { state.withLock { $0.day } }
    func pass(_ seconds: Int) { state.withLock { $0.seconds += seconds } }
    func passDays(_ days: Int) { state.withLock { $0.day = $0.day + days } }
    func random(_ count: Int) -> [UInt8] {
        state.withLock { state in
            state.count += 1
            let first = SHA256.digest(of: "chance \(state.count)").bytes
            return Array((first + SHA256.digest(of: "more \(state.count)").bytes).prefix(count))
        }
    }
}
