import Credit
import Proofs
import Synchronization

/// 门禁: who comes in, as whom, and until when. Days come from the store's clock, since rights are granted by day; the
/// seconds of sessions, locks and codes from the real one, which a rehearsal does not move.
public struct Entrance: Sendable {
    let ledger: Ledger
    let key: SealingKey
    let rules: EntryRules
    let surroundings: Surroundings
    let followed: FollowedPeople
    private let turn = Turn()

    /// What the entrance does not have of itself.
    public struct Surroundings: Sendable {
        /// Seconds since 1970, real.
        public let seconds: @Sendable () -> Int
        /// The instant that the log and the access record are written with.
        public let instant: @Sendable () -> Instant
        /// Random bytes.
        public let chance: @Sendable (Int) -> [UInt8]

        /// Time and chance.
        public init(
            seconds: @escaping @Sendable () -> Int, instant: @escaping @Sendable () -> Instant,
            chance: @escaping @Sendable (Int) -> [UInt8]
        ) {
            self.seconds = seconds
            self.instant = instant
            self.chance = chance
        }
    }

    /// The entrance of a store; its key is made where no account has a secret yet.
    ///
    /// - Throws: `EntryProblem.keyLost` (ACC-107), `StoreProblem`, `ProofProblem`.
    public init(ledger: Ledger, rules: EntryRules = EntryRules(), surroundings: Surroundings) throws {
        self.ledger = ledger
        self.rules = rules
        self.surroundings = surroundings
        if let key = try ledger.folder.sealing.read() {
            self.key = key
        } else {
            guard try ledger.read({ try !$0.hasSealedSecrets() }) else {
                throw EntryProblem.keyLost(path: ledger.folder.sealing.path)
            }
            key = try ledger.folder.sealing.readOrMake { surroundings.chance(32) }
        }
        followed = try FollowedPeople(ledger)
    }

    /// 人员名册 by now.
    ///
    /// - Throws: `StoreProblem`.
    public func people() throws -> People { try ledger.read { try followed.people($0) } }

    /// 登录. A wrong name, a wrong password and a wrong code are answered alike and take as long.
    ///
    /// - Throws: `EntryProblem.wrong` (ACC-101), `.locked` (ACC-102), `.slowed` (ACC-103), `StoreProblem`, `ProofProblem`.
    public func signIn(name: String, password: String, code: String?, from address: String) throws -> Entered {
        // One at a time: each try takes 32 MiB, and no burst of tries passes before it is counted.
        let entered = try turn.take { try tryToSignIn(name, password, code, from: address) }
        try ledger.sealAccessRecordIfDue(at: surroundings.instant())
        return entered
    }

    private func tryToSignIn(
        _ name: String, _ password: String, _ code: String?, from address: String
    ) throws -> Entered {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let keys = try checkTries(name, from: address, at: now, what: "sign-in")
        let (people, account, credential) = try known(name)
        let officer = account.flatMap { people.officer($0.id, on: instant.day) }
        let isPassword = isRight(password, for: credential)
        let factor = try credential.flatMap { try secondFactor(code, of: $0, at: now) }
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: account?.id, address: address, what: "sign-in", outcome: outcome)
        }
        if isPassword, let factor, let officer, credential?.isComplete == true {
            let token = surroundings.chance(Entrance.tokenLength)
            let session = StoredSession(
                digest: SHA256.digest(of: token), account: officer.account, principal: nil, address: address,
                began: now,
                lastUsed: now)
            if try ledger.open(session, used: factor, forgetting: keys[0], by: rules, noted: line("done")) {
                return Entered(
                    token: token, officer: officer, duties: people.duties(of: officer.account, on: instant.day),
                    principals: people.principals(of: officer.account, on: instant.day))
            }
        }
        try ledger.countWrongTry(keys, at: now, by: rules, noted: line(EntryProblem.wrong.code))
        throw EntryProblem.wrong
    }

    /// 会话 of a token; nil for one that has ended, whose account was closed, or that never was.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    public func session(_ token: String) throws -> Entered? {
        guard let bytes = Entrance.bytes(of: token) else { return nil }
        let digest = SHA256.digest(of: bytes)
        let (stored, people) = try ledger.read { (try $0.session(digest), try followed.people($0)) }
        guard let stored else { return nil }
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let own = people.officer(stored.account, on: instant.day)
        guard let own, !rules.hasEnded(began: stored.began, lastUsed: stored.lastUsed, now: now) else {
            let line = AccessLine(
                instant: instant, account: stored.account, address: stored.address, what: "session-end",
                outcome: EntryProblem.ended.code)
            try ledger.end(digest, noted: line)
            return nil
        }
        // Written once a minute at most: an idle time that is a minute short costs less than a write a request.
        if now - stored.lastUsed >= 60 { try ledger.touch(digest, at: now) }
        let principals = people.principals(of: own.account, on: instant.day)
        // An authorisation that is over leaves the person in own right.
        if let principal = stored.principal,
            let acting = people.officer(own.account, standingInFor: principal, on: instant.day)
        {
            return Entered(token: bytes, officer: acting.officer, duties: acting.duties, principals: principals)
        }
        return Entered(
            token: bytes, officer: own, duties: people.duties(of: own.account, on: instant.day), principals: principals)
    }

    /// 代行: the session stands in for another from now on; in own right again for nil.
    ///
    /// - Throws: `EntryProblem.ended` (ACC-104), `.noStandIn` (ACC-144), `StoreProblem`.
    public func standIn(for principal: String?, _ token: String, from address: String) throws -> Entered {
        guard let entered = try session(token), let bytes = Entrance.bytes(of: token) else { throw EntryProblem.ended }
        let isAllowed = principal.map { entered.principals.contains($0) } ?? true
        let line = AccessLine(
            instant: surroundings.instant(), account: entered.officer.account, principal: principal, address: address,
            what: "stand-in", outcome: isAllowed ? "done" : EntryProblem.noStandIn.code)
        guard isAllowed else {
            try ledger.note([line])
            throw EntryProblem.noStandIn
        }
        try ledger.standIn(for: principal, SHA256.digest(of: bytes), noted: line)
        guard let changed = try session(token) else { throw EntryProblem.ended }
        return changed
    }

    /// 退出.
    ///
    /// - Throws: `StoreProblem`.
    public func signOut(_ token: String) throws {
        guard let bytes = Entrance.bytes(of: token) else { return }
        let digest = SHA256.digest(of: bytes)
        guard let stored = try ledger.read({ try $0.session(digest) }) else { return }
        let line = AccessLine(
            instant: surroundings.instant(), account: stored.account, principal: stored.principal,
            address: stored.address, what: "sign-out", outcome: "done")
        try ledger.end(digest, noted: line)
    }

    /// How many random bytes a token has.
    public static let tokenLength = 32

    static func bytes(of token: String) -> [UInt8]? {
        guard token.utf8.count == tokenLength * 2 else { return nil }
        return Hex.decode(token)
    }

    /// Runs one after the other.
    private final class Turn: Sendable {
        private let lock = Mutex(())
        func take<Result: Sendable>(_ body: () throws -> Result) rethrows -> Result {
            try lock.withLock { _ in try body() }
        }
    }
}
