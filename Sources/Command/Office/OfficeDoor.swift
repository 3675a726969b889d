import Credit
import Portal
import Proofs
import Store

/// 门: who comes in, and until when.
struct OfficeDoor: Sendable {
    private let ledger: Ledger
    let entrance: Entrance
    private let clock: Clock

    /// The door of a store.
    ///
    /// - Throws: `EntryProblem.keyLost` (ACC-107), `StoreProblem`, `ProofProblem`.
    init(ledger: Ledger, clock: Clock, rules: EntryRules = EntryRules()) throws {
        self.ledger = ledger
        self.clock = clock
        entrance = try Entrance(ledger: ledger, rules: rules, surroundings: .of(clock))
    }

    /// 开门检查: refuses where there is no account, or an open one without a safe secret.
    ///
    /// - Throws: `OfficeRefusal` (ACC-105, ACC-106), `StoreProblem`.
    func checkSecrets() throws { try refusing { try entrance.checkSecrets() } }

    /// 登录.
    ///
    /// - Throws: `OfficeRefusal` (ACC-101, ACC-102, ACC-103), `StoreProblem`, `ProofProblem`.
    func signIn(name: String, password: String, code: String?, from address: String) throws -> OfficeSession {
        try refusing {
            OfficeSession(
                try entrance.signIn(name: name, password: password, code: code, from: address), try entrance.people())
        }
    }

    /// The session of a token that has not ended; nil for any other.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    func session(_ token: String) throws -> OfficeSession? {
        try entrance.session(token).map { OfficeSession($0, try entrance.people()) }
    }

    /// 令牌来访: the session of a program's token, for one request: without a token of its own it opens no page, and no
    /// form of it can be posted.
    ///
    /// - Throws: `StoreProblem`.
    func bearer(_ token: String) throws -> OfficeSession? {
        try entrance.bearer(token).map {
            OfficeSession(token: "", formToken: "", officer: $0.officer, duties: $0.duties)
        }
    }

    /// 退出.
    ///
    /// - Throws: `StoreProblem`.
    func signOut(_ token: String) throws { try entrance.signOut(token) }

    /// 可代行: whom the person of a session may stand in for today.
    ///
    /// - Throws: `StoreProblem`.
    func principals(of session: OfficeSession) throws -> [OfficePrincipal] {
        let (people, day) = (try entrance.people(), clock.today)
        return people.principals(of: session.officer.account, on: day).map { account in
            let papers = people.authorisations.values.filter {
                $0.principal == account && $0.substitute == session.officer.account && $0.holds(on: day)
            }
            return OfficePrincipal(
                account: account, name: people.accounts[account]?.person ?? account,
                lastDay: papers.map(\.until).max() ?? day)
        }
    }

    /// 代行: the session stands in for another from now on; in own right again for nil.
    ///
    /// - Throws: `OfficeRefusal` (ACC-104, ACC-144), `StoreProblem`.
    func standIn(for principal: String?, _ session: OfficeSession, from address: String) throws -> OfficeSession {
        try refusing {
            OfficeSession(try entrance.standIn(for: principal, session.token, from: address), try entrance.people())
        }
    }

    /// 即时权限: the session with what its person may do at the moment of writing; never more than it came with. One
    /// without a token of its own came in by another way and is asked by its account.
    ///
    /// - Throws: `StoreProblem`.
    func current(_ session: OfficeSession, in reader: Reader) throws -> OfficeSession? {
        let token = session.token.isEmpty ? nil : session.token
        guard let now = try entrance.rights(of: session.officer, token: token, in: reader) else { return nil }
        return OfficeSession(
            token: session.token, formToken: session.formToken, officer: now.officer,
            duties: now.duties.intersection(session.duties), principal: session.principal,
            mayStandIn: session.mayStandIn)
    }

    /// The codes that the organ of an officer holds today, its own first: what was begun under the code of an organ that
    /// was merged, or whose duties were moved, goes on with whoever holds the code.
    ///
    /// - Throws: `StoreProblem`.
    func codes(of officer: Officer) throws -> [String] {
        try entrance.people().codes(of: officer.organ, on: clock.today)
    }

    /// 复核人资格: whether an officer may be second in a case of a county of one. Who stands in is asked as whom they stand
    /// in for, and as themselves.
    ///
    /// - Throws: `StoreProblem`.
    func isCitySecond(_ officer: Officer, first: Officer, in reader: Reader) throws -> Bool {
        let (people, day) = (try entrance.people(reader), clock.today)
        let organ = people.holder(of: first.organ, on: day) ?? first.organ
        guard !first.isSamePerson(as: officer) else { return false }
        return people.secondOfficer(officer.standingInFor ?? officer.account, of: organ, first: first, on: day)
            == .cityOffice
    }

    /// The codes that the counties and townships below an officer's organ hold today, of which so few may decide that the
    /// city's office may be second; none for an organ of another level.
    ///
    /// - Throws: `StoreProblem`.
    func codesOfFew(_ officer: Officer, in reader: Reader) throws -> [String] {
        let (people, day) = (try entrance.people(reader), clock.today)
        guard people.organisations[officer.organ]?.level == .city else { return [] }
        let below = people.organisations.values.filter { organ in
            [.county, .township].contains(organ.level) && organ.exists(on: day)
                && people.covers(officer.organ, organ.code, on: day)
        }
        guard !below.isEmpty else { return [] }
        let deciders = people.deciders(on: day)
        let few = below.filter { deciders[$0.code, default: 0] <= People.mostOfFew }
        return few.flatMap { people.codes(of: $0.code, on: day) }.sorted()
    }

    /// 查阅记录: a look at what is not public, with about whom, for what purpose and in which matter (R9).
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    func note(
        look what: String, outcome: String, by session: OfficeSession?, from address: String, about subject: String?,
        purpose: String?, matter: String?
    ) throws {
        try ledger.note([
            AccessLine(
                instant: clock.now(), account: session?.officer.account, principal: session?.officer.standingInFor,
                address: address, what: what, outcome: outcome, subject: subject, purpose: purpose, matter: matter)
        ])
    }

    private func refusing<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let problem as EntryProblem {
            throw OfficeRefusal(code: problem.code, status: problem.status, words: problem.words)
        }
    }
}

extension OfficeSession {
    fileprivate init(_ entered: Entered, _ people: People) {
        let principal = entered.officer.standingInFor
        self.init(
            token: entered.token, formToken: entered.formToken, officer: entered.officer, duties: entered.duties,
            principal: principal.map { people.accounts[$0]?.person ?? $0 }, mayStandIn: !entered.principals.isEmpty)
    }
}

extension Entrance.Surroundings {
    /// Days by the clock of the command, seconds by the real one, chance from the system.
    static func of(_ clock: Clock) -> Entrance.Surroundings {
        Entrance.Surroundings(
            seconds: { Clock.wallSeconds() }, instant: { clock.now() }, chance: { Chance.bytes($0) })
    }
}
