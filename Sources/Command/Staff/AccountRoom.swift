import Credit
import Portal
import Proofs
import Store

/// 账号室: accounts over the ledger and the entrance, for the pages of the office.
struct AccountRoom: AccountDesk {
    let ledger: Ledger
    let rules: Rules
    let clock: Clock
    let entrance: Entrance
    let newID: @Sendable () -> String

    // MARK: - 账号管理

    func accounts(for session: OfficeSession) throws -> [AccountLine] {
        let (people, day) = (try entrance.people(), clock.today)
        let admin = try administrator(session)
        return people.accounts.values
            .filter { people.administers(admin, organ(of: $0, on: day), on: day) }
            .map { line($0, people, on: day) }
            .sorted { ($0.isOpen ? 0 : 1, $0.organ, $0.signIn) < ($1.isOpen ? 0 : 1, $1.organ, $1.signIn) }
    }

    func account(_ id: String, for session: OfficeSession) throws -> AccountFile? {
        let (people, day) = (try entrance.people(), clock.today)
        let admin = try administrator(session)
        guard let account = people.accounts[id], people.administers(admin, organ(of: account, on: day), on: day)
        else { return nil }
        var facts: [CaseSheet.Fact] = [
            .init(Label("登录名", "Sign-in name"), Label(account.signIn, account.signIn)),
            .init(
                Label("单位", "Organisation"),
                Label(line(account, people, on: day).organ, line(account, people, on: day).organ)),
            .init(Label("开立之日", "Opened"), Label("\(account.opened)", "\(account.opened)")),
        ]
        for grant in account.grants where grant.until.map({ day < $0 }) ?? true {
            let until = grant.until.map { Label("，至 \($0 + -1)", " until \($0 + -1)") } ?? Label("", "")
            facts.append(
                .init(
                    grant.duty.title,
                    Label("自 \(grant.from) 起\(until.chinese)", "from \(grant.from)\(until.english)")))
        }
        let running = people.authorisations.values
            .filter { ($0.principal == id || $0.substitute == id) && $0.ended == nil && day <= $0.until }
            .sorted { ($0.from, $0.id) < ($1.from, $1.id) }
        let isOwn = id == session.officer.account
        return AccountFile(
            line: line(account, people, on: day), facts: facts, authorisations: running.map { words($0, people) },
            actions: isOwn || account.closed != nil
                ? [] : AccountActions(account: account, people: people, running: running, day: day).all)
    }

    func opening(for session: OfficeSession) throws -> CaseAction {
        let (people, day) = (try entrance.people(), clock.today)
        let admin = try administrator(session)
        let organs = people.organisations.values
            .filter { $0.exists(on: day) && people.administers(admin, $0.code, on: day) }
            .sorted { $0.code < $1.code }
        return AccountActions.opening(organs.map { .init($0.code, Label($0.name(on: day), $0.name(on: day))) })
    }

    func administer(
        _ action: String, of account: String?, _ values: FormValues, by session: OfficeSession, from address: String
    ) throws -> (account: String, secret: String?) {
        let by = try administrator(session)
        let (id, instant) = (account ?? newID(), clock.now())
        var secret: String?
        var credentials: [CredentialChange] = []
        if ["open", "reset"].contains(action) {
            let (made, change) = entrance.setUpSecret(for: id)
            (secret, credentials) = (made, [change])
        }
        if action == "close" { credentials = [.removed(account: id)] }
        let authorisation = newID()
        func line(_ outcome: String) -> AccessLine {
            AccessLine(
                instant: instant, account: by, address: address, what: "account-\(action) \(id)", outcome: outcome)
        }
        do {
            try ledger.record(at: instant) { (reader: Reader) throws -> (Change, Void) in
                let events = try AccountActions.events(
                    action, of: id, values, authorisation: authorisation, by: by, on: instant.day, reader.people())
                return (
                    Change(
                        events: events.map { .people($0) }, access: [line("done")], credentials: credentials), ()
                )
            }
        } catch let problem as AccessProblem {
            try ledger.note([line(problem.code)])
            throw problem
        }
        return (id, secret)
    }

    /// Who administers does so in person, whomever they stand in for.
    private func administrator(_ session: OfficeSession) throws -> String {
        guard session.duties.contains(.administer), session.officer.standingInFor == nil else {
            throw OfficeRefusal.missingDuty(.administer)
        }
        return session.officer.account
    }

    private func organ(of account: Account, on day: Day) -> String {
        account.posts.value(on: day) ?? account.posts.latest
    }

    private func line(_ account: Account, _ people: People, on day: Day) -> AccountLine {
        let duties = people.duties(of: account.id, on: day)
        let state =
            account.closed != nil
            ? Label("已注销", "Closed")
            : account.isLocked(on: day) ? Label("已锁定", "Locked") : Label("正常", "Open")
        let code = organ(of: account, on: day)
        return AccountLine(
            id: account.id, signIn: account.signIn, person: account.person,
            organ: people.organisations[code]?.name(on: day) ?? code, duties: Duty.allCases.filter(duties.contains),
            state: state, isOpen: account.isOpen(on: day))
    }

    private func words(_ given: Authorisation, _ people: People) -> Label {
        let (other, own) = (
            people.accounts[given.principal]?.person ?? given.principal,
            people.accounts[given.substitute]?.person ?? given.substitute
        )
        let duties = Duty.allCases.filter(given.duties.contains)
        return Label(
            "\(own) 代 \(other)：\(duties.map(\.title.chinese).joined(separator: "、"))，\(given.from) 至 \(given.until)，\(given.paper)",
            "\(own) for \(other): \(duties.map(\.title.english).joined(separator: "; ")), \(given.from) to \(given.until), \(given.paper)"
        )
    }

    // MARK: - 本人

    func own(_ session: OfficeSession) throws -> OwnAccount {
        let (people, id) = (try entrance.people(), session.officer.account)
        let (tokens, codes) = try ledger.read { (try $0.accessTokens(of: id), try $0.recoveryCodesLeft(of: id)) }
        let this = Hex.decode(session.token).map { SHA256.digest(of: $0) }
        return OwnAccount(
            signIn: people.accounts[id]?.signIn ?? id, duties: Duty.allCases.filter(session.duties.contains),
            recoveryCodes: codes,
            sessions: try entrance.sessions(of: id).map {
                .init(
                    id: $0.digest.hex, address: $0.address, began: AccountRoom.time($0.began),
                    lastUsed: AccountRoom.time($0.lastUsed), isThis: $0.digest == this)
            },
            tokens: tokens.map { .init(id: $0.id, label: $0.label, until: $0.until) })
    }

    func change(_ change: OwnChange, by session: OfficeSession, from address: String) throws -> OwnAnswer {
        let (people, id) = (try entrance.people(), session.officer.account)
        let name = people.accounts[id]?.signIn ?? ""
        return try refusing {
            switch change {
            case .password(let old, let code, let new):
                try entrance.changePassword(name: name, old: old, code: code, new: new, from: address)
            case .telephone(let password, let code):
                let next = try entrance.renewCode(name: name, password: password, code: code, from: address)
                return .telephone(next.address(name: name, issuer: rules.code))
            case .confirm(let code):
                return .recovery(
                    try entrance.confirmNextCode(name: name, code: code, keeping: session.token, from: address))
            case .endSession(let wanted):
                guard let digest = Hex.decode(wanted).flatMap({ Digest($0) }),
                    try entrance.endSession(digest, of: id, from: address)
                else { throw EntryProblem.ended }
            case .revokeToken(let token):
                guard try ledger.read({ try $0.accessToken(named: token) })?.account == id else {
                    throw EntryProblem.noToken(AccountRoom.short(token))
                }
                try entrance.revokeToken(token, by: nil, from: address)
            }
            return .done
        }
    }

    func setUp(name: String, secret: String, password: String, from address: String) throws -> String {
        try refusing {
            try entrance.setUp(name: name, secret: secret, password: password, from: address)
                .address(name: name.lowercased(), issuer: rules.code)
        }
    }

    func confirm(name: String, code: String, from address: String) throws -> [String] {
        try refusing { try entrance.confirm(name: name, code: code, from: address) }
    }

    private func refusing<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let problem as EntryProblem {
            throw OfficeRefusal(code: problem.code, status: problem.status, words: problem.words)
        }
    }

    private static func short(_ text: String) -> String { String(text.prefix(32)) }

    /// Day and minute in Beijing time, as people read them.
    private static func time(_ seconds: Int) -> String {
        let text = Instant(secondsSince1970: seconds).text
        return String(text.prefix(10) + " " + text.dropFirst(11).prefix(5))
    }
}
