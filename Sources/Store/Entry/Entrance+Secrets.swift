import Credit
import Proofs

extension Entrance {
    /// 初始凭据: a secret to be handed over once, and what is written with the event that opens or resets the account.
    public func setUpSecret(for account: String) -> (secret: String, change: CredentialChange) {
        let secret = RecoveryCode.text(of: surroundings.chance(RecoveryCode.length))
        // Just made: it has a digest.
        let digest = RecoveryCode.digest(of: secret)!
        return (secret, .setUp(account: account, digest: digest, until: surroundings.seconds() + rules.setUp))
    }

    /// 设置口令 with the set-up secret: the secret of the one-time codes, for the telephone. The account signs in once a
    /// right code has come.
    ///
    /// - Throws: `EntryProblem.wrongSetUp` (ACC-141), `.weakPassword` (ACC-142), `.locked` (ACC-102), `StoreProblem`.
    public func setUp(name: String, secret: String, password: String, from address: String) throws -> OneTimeCode {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let keys = try checkTries(name, from: address, at: now, what: "set-up")
        let (people, account, credential) = try known(name)
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: account?.id, address: address, what: "set-up", outcome: outcome)
        }
        guard let account, let credential, let digest = RecoveryCode.digest(of: secret), let waiting = credential.setUp,
            ConstantTime.equal(digest.bytes, waiting.bytes), now < credential.setUpUntil ?? 0,
            people.officer(account.id, on: instant.day) != nil
        else {
            try ledger.countWrongTry(keys, at: now, by: rules, noted: line(EntryProblem.wrongSetUp.code))
            throw EntryProblem.wrongSetUp
        }
        try check(password, of: account)
        let code = OneTimeCode(secret: surroundings.chance(OneTimeCode.secretLength))
        let sealed = key.seal(
            code.secret, for: account.id, nonce: surroundings.chance(SealingKey.nonceLength))
        let hash = PasswordHash(of: password, salt: surroundings.chance(PasswordHash.saltLength))
        guard
            try ledger.setPassword(
                hash, codeSecret: sealed, of: account.id, withSetUp: waiting, noted: line("done"))
        else { throw EntryProblem.wrongSetUp }
        return code
    }

    /// 确认动态口令: recovery codes, to be shown once.
    ///
    /// - Throws: `EntryProblem.wrongCode` (ACC-143), `.locked` (ACC-102), `StoreProblem`.
    public func confirm(name: String, code: String, from address: String) throws -> [String] {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let keys = try checkTries(name, from: address, at: now, what: "confirm")
        let (_, account, credential) = try known(name)
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: account?.id, address: address, what: "confirm", outcome: outcome)
        }
        if let account, let credential, credential.setUp != nil, now < credential.setUpUntil ?? 0,
            case .step(let step)? = try secondFactor(code, of: credential, at: now)
        {
            let codes = (0..<RecoveryCode.count).map { _ in
                RecoveryCode.text(of: surroundings.chance(RecoveryCode.length))
            }
            if try ledger.confirmCode(
                of: account.id, step: step, recoveryCodes: codes.compactMap { RecoveryCode.digest(of: $0) },
                noted: line("done"))
            {
                return codes
            }
        }
        try ledger.countWrongTry(keys, at: now, by: rules, noted: line(EntryProblem.wrongCode.code))
        throw EntryProblem.wrongCode
    }

    /// 更换口令 by whoever knows the old one and has the telephone; every session of the account ends.
    ///
    /// - Throws: `EntryProblem.wrong` (ACC-101), `.weakPassword` (ACC-142), `.locked` (ACC-102), `StoreProblem`.
    public func changePassword(
        name: String, old: String, code: String, new: String, from address: String
    ) throws {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let keys = try checkTries(name, from: address, at: now, what: "password")
        let (_, account, credential) = try known(name)
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: account?.id, address: address, what: "password", outcome: outcome)
        }
        let isRight = isRight(old, for: credential)
        let factor = try credential.flatMap { try secondFactor(code, of: $0, at: now) }
        if isRight, let account, let factor {
            try check(new, of: account)
            let hash = PasswordHash(of: new, salt: surroundings.chance(PasswordHash.saltLength))
            if try ledger.changePassword(hash, of: account.id, used: factor, noted: line("done")) { return }
        }
        try ledger.countWrongTry(keys, at: now, by: rules, noted: line(EntryProblem.wrong.code))
        throw EntryProblem.wrong
    }

    /// 开门检查: nobody is let in while an open account has neither a safe secret nor a set-up secret waiting to be used.
    /// No secret is ever the same for two accounts, so there is no default one.
    ///
    /// - Throws: `EntryProblem.nobody` (ACC-105), `.unsafeAccounts` (ACC-106), `StoreProblem`.
    public func checkSecrets() throws {
        let day = surroundings.instant().day
        let people = try people()
        guard !people.accounts.isEmpty else { throw EntryProblem.nobody }
        let found = try ledger.read { reader in
            try people.accounts.values.filter { account in
                guard account.isOpen(on: day) else { return false }
                guard let credential = try reader.credential(of: account.id) else { return true }
                guard let password = credential.password, let sealed = credential.codeSecret else {
                    return credential.setUp == nil
                }
                return !password.cost.isEnough || key.open(sealed, for: account.id) == nil
            }
        }
        guard found.isEmpty else { throw EntryProblem.unsafeAccounts(found.map(\.signIn).sorted()) }
    }

    // MARK: What the tries share

    /// The keys under which tries of a name and an address are counted, name first.
    func checkTries(_ name: String, from address: String, at now: Int, what: String) throws -> [String] {
        // Only a digest: people type passwords where the name belongs.
        let keys = ["name " + SHA256.digest(of: name.lowercased()).hex, "address " + address]
        let tries = try ledger.read { reader in try keys.map { try reader.wrongTries($0) } }
        let locked = tries[0]?.lockOfName(at: now, by: rules).map { EntryProblem.locked(seconds: $0) }
        let slowed = tries[1]?.waitOfAddress(at: now, by: rules).map { EntryProblem.slowed(seconds: $0) }
        guard let refusal = slowed ?? locked else { return keys }
        let (_, account, _) = try known(name)
        try ledger.note([
            AccessLine(
                instant: surroundings.instant(), account: account?.id, address: address, what: what,
                outcome: refusal.code)
        ])
        throw refusal
    }

    func known(_ name: String) throws -> (People, Account?, Credential?) {
        let people = try people()
        let account = people.accounts.values.first { $0.signIn == name.lowercased() }
        let credential = try account.flatMap { account in try ledger.read { try $0.credential(of: account.id) } }
        return (people, account, credential)
    }

    /// Whether the password is right; where there is none to compare with, as much work is done for nothing.
    func isRight(_ password: String, for credential: Credential?) -> Bool {
        guard password.utf8.count <= EntryRules.longestPassword * 4 else { return false }
        guard let kept = credential?.password else {
            let nobody = PasswordHash(
                cost: .standard, salt: [UInt8](repeating: 0, count: PasswordHash.saltLength),
                hash: [UInt8](repeating: 0, count: Digest.length))
            _ = nobody.isOf(password)
            return false
        }
        return kept.isOf(password)
    }

    /// What a typed code is worth: a period of the one-time codes, or a recovery code that waits.
    func secondFactor(_ typed: String?, of credential: Credential, at now: Int) throws -> SecondFactor? {
        guard let typed else { return nil }
        if let digest = RecoveryCode.digest(of: typed) {
            let isWaiting = try ledger.read { try $0.hasRecoveryCode(digest, of: credential.account) }
            return isWaiting ? .recovery(digest) : nil
        }
        guard let sealed = credential.codeSecret, let secret = key.open(sealed, for: credential.account) else {
            return nil
        }
        let code = typed.filter { !$0.isWhitespace }
        return OneTimeCode(secret: secret).step(of: code, at: now, after: credential.lastStep).map { .step($0) }
    }

    private func check(_ password: String, of account: Account) throws {
        guard EntryRules.isStrong(password, signIn: account.signIn, person: account.person) else {
            throw EntryProblem.weakPassword(least: EntryRules.shortestPassword, most: EntryRules.longestPassword)
        }
    }
}
