import Credit
import Proofs

extension Entrance {
    /// What every token begins with, so that one that was left somewhere by mistake can be found.
    public static let tokenMark = "cxt-"

    /// 发放令牌: the token, shown once; it acts for the account in own right, until its last day.
    ///
    /// - Parameters:
    ///   - name: sign-in name of the account.
    ///   - administrator: sign-in name of who asks for it in another's stead; nil for the account itself.
    /// - Throws: `AccessProblem` (ACC-110, ACC-112, ACC-115, ACC-118, ACC-129), `StoreProblem`.
    public func issueToken(
        _ id: String, to name: String, for label: String, until: Day?, by administrator: String?, from address: String
    ) throws -> String {
        let (people, instant) = (try people(), surroundings.instant())
        let day = instant.day
        let account = try people.account(named: name)
        let by = try administrator.map { try people.account(named: $0) } ?? account
        func line(_ outcome: String) -> AccessLine {
            AccessLine(
                instant: instant, account: by.id, address: address, what: "token-issue \(account.signIn)",
                outcome: outcome)
        }
        do {
            try checkTokenRight(of: by, over: account, people, on: day)
            let until = until ?? day + AccessToken.usual
            guard until >= day, until - day <= AccessToken.longest else {
                throw AccessProblem.badPeriod(most: AccessToken.longest)
            }
            guard !label.isEmpty, label.count <= 100, label.unicodeScalars.allSatisfy({ $0.value >= 0x20 }),
                ResidentNumber.masking(label) == label
            else { throw AccessProblem.badText(Label("令牌用途", "purpose of the token")) }
            let bytes = surroundings.chance(Entrance.tokenLength)
            try ledger.issue(
                AccessToken(id: id, account: account.id, label: label, issued: day, until: until),
                SHA256.digest(of: bytes), noted: line("done"))
            return Entrance.tokenMark + Hex.encode(bytes)
        } catch let problem as AccessProblem {
            try ledger.note([line(problem.code)])
            throw problem
        }
    }

    /// 收回令牌, at once.
    ///
    /// - Throws: `EntryProblem.noToken` (ACC-147), `AccessProblem`, `StoreProblem`.
    public func revokeToken(_ id: String, by name: String?, from address: String) throws {
        let (people, instant) = (try people(), surroundings.instant())
        guard let token = try ledger.read({ try $0.accessToken(named: id) }) else { throw EntryProblem.noToken(id) }
        let account = try people.account(named: token.account)
        let by = try name.map { try people.account(named: $0) } ?? account
        func line(_ outcome: String) -> AccessLine {
            AccessLine(
                instant: instant, account: by.id, address: address, what: "token-revoke \(id)", outcome: outcome)
        }
        do {
            try checkTokenRight(of: by, over: account, people, on: instant.day)
        } catch let problem as AccessProblem {
            try ledger.note([line(problem.code)])
            throw problem
        }
        guard try ledger.revokeToken(id, noted: line("done")) else { throw EntryProblem.noToken(id) }
    }

    /// 令牌来访: as whom a token acts today, and what that allows; nil for one that is wrong, over or revoked, or whose
    /// account was closed. It never administers accounts.
    ///
    /// - Throws: `StoreProblem`.
    public func bearer(_ token: String) throws -> (officer: Officer, duties: Set<Duty>)? {
        guard token.hasPrefix(Entrance.tokenMark),
            let bytes = Entrance.bytes(of: String(token.dropFirst(Entrance.tokenMark.count)))
        else { return nil }
        let digest = SHA256.digest(of: bytes)
        guard let found = try ledger.read({ try $0.accessToken(digest) }) else { return nil }
        let (people, day, now) = (try people(), surroundings.instant().day, surroundings.seconds())
        guard day <= found.until, let officer = people.officer(found.account, on: day) else { return nil }
        if now - (found.lastUsed ?? 0) >= 3_600 { try ledger.touchToken(found.id, at: now) }
        return (officer, people.duties(of: found.account, on: day).subtracting(AccessToken.neverPassed))
    }

    private func checkTokenRight(of by: Account, over account: Account, _ people: People, on day: Day) throws {
        guard account.isOpen(on: day) else { throw AccessProblem.closed(account.signIn) }
        let organ = account.posts.value(on: day) ?? account.posts.latest
        guard by.id == account.id || people.administers(by.id, organ, on: day) else {
            throw AccessProblem.notAdministrator(organisation: organ)
        }
    }
}
