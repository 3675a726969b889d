import Credit
import Foundation
import Proofs
import Store
import Testing

/// People in the store: what the log says is what the tables hold, and the access record cannot lose a line unseen.
@Suite struct PeopleTests {
    /// Everything that can happen to people, once.
    static func tell(to office: Office) throws {
        let day = office.day
        _ = try office.first()
        try office.decide { people in
            var people = people
            var events: [PeopleEvent] = []
            func take(_ event: PeopleEvent) {
                people.apply(event)
                events.append(event)
            }
            for code in ["bureau", "new-bureau", "county"] {
                take(
                    try people.found(
                        code, name: "名\(code)", level: .city, under: "credit-office", codes: ["\(code)-work"],
                        from: day + -300, paper: nil, by: "a1", on: day))
            }
            take(
                try people.open(
                    account: "b1", signIn: "bai.yun", person: "白云", organisation: "bureau", by: "a1", on: day))
            take(
                try people.open(
                    account: "b2", signIn: "bai.xue", person: "白雪", organisation: "bureau", by: "a1", on: day))
            for duty in [Duty.handle, .decide] { take(try people.grant(duty, to: "b1", from: day, by: "a1", on: day)) }
            take(
                try people.authorise(
                    Authorisation(
                        id: "s1", principal: "b1", substitute: "b2", duties: [.handle, .decide], from: day,
                        until: day + 20, paper: "1号"), by: "a1", on: day))
            take(try people.withdraw(.decide, from: "b1", since: day + 1, reason: "轮岗", by: "a1", on: day))
            take(try people.grant(.decide, to: "b1", from: day + 3, by: "a1", on: day))
            take(try people.rename("bureau", to: "新名", from: day, paper: "2号", by: "a1", on: day))
            take(try people.place("county", under: "bureau", from: day + 2, paper: "3号", by: "a1", on: day))
            take(try people.place("county", under: "credit-office", from: day + 3, paper: "3号", by: "a1", on: day))
            take(
                try people.moveDuties(
                    ["bureau-work"], and: ["b2"], from: "bureau", to: "new-bureau", since: day + 4, paper: "4号",
                    by: "a1",
                    on: day))
            take(try people.end(authorisation: "s1", from: day + 5, reason: "销假", by: "a1", on: day))
            take(try people.merge("bureau", into: "new-bureau", from: day + 6, paper: "5号", by: "a1", on: day))
            take(try people.lock("b2", reason: "离岗", by: "a1", on: day))
            take(try people.unlock("b2", reason: "回岗", by: "a1", on: day))
            take(try people.reset("b2", reason: "忘记口令", by: "a1", on: day))
            take(try people.close("b2", reason: "调离", by: "a1", on: day))
            return events
        }
        let line = { (number: Int) in
            AccessLine(
                instant: Instant(day: day, hour: 10, minute: number), account: number % 2 == 0 ? "a1" : nil,
                address: "10.0.0.\(number)", what: "look", outcome: "done", subject: "91640500MA76K7B32X",
                purpose: "办理异议",
                matter: "OBJ1")
        }
        try office.store.ledger.note((0..<6).map(line))
        try office.store.ledger.sealAccessRecord(at: Instant(day: day, hour: 11))
        try office.store.ledger.note((6..<9).map(line))
    }

    @Test(arguments: EngineKind.allCases)
    func `the tables hold what the events say, and a replay makes them again`(kind: EngineKind) throws {
        let office = try Office(kind)
        try PeopleTests.tell(to: office)
        try office.store.ledger.read { reader in
            var folded = People()
            for event in try reader.peopleEvents(from: 0) { folded.apply(event) }
            let held = try reader.people()
            #expect(held == folded)
            #expect(held.organisations.count == 4 && held.accounts.count == 3)
            #expect(held.officer("b1", on: office.day + 6)?.organ == "new-bureau")
            #expect(held.organisations["bureau"]?.name(on: office.day) == "新名")
        }
        #expect(try office.entrance.people() == office.another().people())
        #expect(try office.store.verify().findings == [])
    }

    static let alterations: [(sql: String, found: [String])] = [
        ("UPDATE account SET person = '另一人' WHERE id = 'b1'", ["account b1"]),
        ("UPDATE account SET closed = NULL WHERE id = 'b2'", ["account b2"]),
        (
            "INSERT INTO account_duty (account, duty, position, from_day) VALUES ('b1', 'audit', 9, '2026-11-02')",
            ["account_duty b1/audit/9"]
        ),
        (
            "UPDATE organisation_code SET organisation = 'bureau' WHERE code = 'county-work'",
            ["organisation_code county-work/2026-01-06"]
        ),
        (
            "DELETE FROM organisation_step WHERE organisation = 'bureau' AND kind = 'name' AND from_day = '2026-11-02'",
            ["organisation_step bureau/name/2026-11-02"]
        ),
        ("UPDATE account_post SET organisation = 'county' WHERE account = 'a1'", ["account_post a1/2026-11-02"]),
        ("UPDATE authorisation SET ended = NULL", ["authorisation s1"]),
        ("UPDATE organisation SET ended = NULL, successor = NULL WHERE code = 'bureau'", ["organisation bureau"]),
        ("DELETE FROM access_record WHERE ordinal = 2", ["access_record 2"]),
        ("DELETE FROM access_record WHERE ordinal = 0", ["access_record 0"]),
        ("DELETE FROM access_record WHERE ordinal = 7", ["access_record 7"]),
        ("DELETE FROM access_record WHERE ordinal >= 4", ["access_record 4", "access_record 5"]),
        ("UPDATE access_record SET account = 'b1' WHERE ordinal = 1", ["access_record 1"]),
        ("UPDATE access_record SET purpose = NULL WHERE ordinal = 8", ["access_record 8"]),
        ("UPDATE access_record SET instant = '2026-11-02T10:00:09+08:00' WHERE ordinal = 5", ["access_record 5"]),
        ("UPDATE access_seal SET lines = 5", ["access_seal 24"]),
        ("DELETE FROM access_seal", ["access_seal 24"]),
    ]

    @Test(arguments: EngineKind.allCases)
    func `a line taken out of the access record, or a right written into a table, is named`(kind: EngineKind) throws {
        let model = try Office(kind)
        try PeopleTests.tell(to: model)
        try model.store.ledger.engine.close()
        for alteration in PeopleTests.alterations {
            let store = try TamperingTests.copy(of: model.store)
            let found = try store.foundAfter(alteration.sql)
            #expect(found == alteration.found, "\(alteration.sql)")
        }
    }

    @Test(arguments: EngineKind.allCases)
    func `an access record made anew as a whole is not what the log sealed`(kind: EngineKind) throws {
        let office = try Office(kind)
        try PeopleTests.tell(to: office)
        var lines: [AccessLine] = []
        try office.store.ledger.read { reader in
            try reader.accessRecord(AccessQuestion(limit: 100)) { lines.insert($0.line, at: 0) }
        }
        try office.store.tamper("DELETE FROM access_record")
        lines.remove(at: 3)
        try office.store.ledger.note(lines)
        let found = try office.store.verify().findings
        #expect(found.map { "\($0.table) \($0.key)" } == ["access_record 5"])
        #expect(found[0].english.contains("sealed"))
    }

    @Test(arguments: EngineKind.allCases)
    func `the access record is sealed when a day is over, and when much has gathered`(kind: EngineKind) throws {
        let store = try TestStore(kind)
        func note(_ count: Int, on day: Day) throws {
            let line = AccessLine(
                instant: Instant(day: day, hour: 9), account: nil, address: "x", what: "look", outcome: "done")
            try store.ledger.note(Array(repeating: line, count: count))
        }
        func seals() throws -> [Int] {
            try store.ledger.read { reader in
                try reader.peopleEvents(from: 0).compactMap { if case .seal(let seal) = $0 { seal.count } else { nil } }
            }
        }
        try note(3, on: TestStore.firstDay)
        #expect(try seals() == [])
        try note(1, on: TestStore.firstDay + 1)
        #expect(try seals() == [4])
        try note(150, on: TestStore.firstDay + 1)
        #expect(try seals() == [4])
        try note(50, on: TestStore.firstDay + 1)
        #expect(try seals() == [4, 204])
        #expect(try store.ledger.sealAccessRecord(at: Instant(day: TestStore.firstDay + 1, hour: 10)) == nil)
        #expect(try store.verify().findings == [])
    }

    @Test func `a line of the access record holds no identity number and nothing endless`() {
        let line = AccessLine(
            instant: Instant(day: TestStore.firstDay), account: nil, address: "x",
            what: "search 11010519491231002X", outcome: String(repeating: "长", count: 900))
        #expect(!line.what.contains("19491231") && line.outcome.count == 200)
    }
}
