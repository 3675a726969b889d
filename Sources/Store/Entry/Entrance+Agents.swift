import Credit
import Proofs

/// 经办人入口: how agents of companies sign up and come in: by the same password, code and lock-out as everybody, by a door
/// of their own. Nothing of the office opens to them.
extension Entrance {
    /// 登记: what a person says of themselves; answers the key for the telephone.
    ///
    /// - Throws: `AgentProblem` (AGT-101, AGT-108), `EntryProblem.weakPassword` (ACC-142), `StoreProblem`.
    public func signUpAgent(
        _ id: String, name: String, person: String, code: String, contact: String, password: String,
        from address: String
    ) throws -> OneTimeCode {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let name = name.lowercased()
        guard Account.isSignInName(name) else { throw AgentProblem.badText(Label("账号", "account name")) }
        for (text, what) in [(person, Label("姓名", "name")), (contact, Label("联系方式", "contact"))] {
            guard text.contains(where: { !$0.isWhitespace }), text.count <= 60, ResidentNumber.masking(text) == text,
                text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
            else { throw AgentProblem.badText(what) }
        }
        guard CreditCode(code) != nil else { throw AgentProblem.badCode }
        guard EntryRules.isStrong(password, signIn: name, person: person) else {
            throw EntryProblem.weakPassword(least: EntryRules.shortestPassword, most: EntryRules.longestPassword)
        }
        let telephone = OneTimeCode(secret: surroundings.chance(OneTimeCode.secretLength))
        let sealed = key.seal(telephone.secret, for: id, nonce: surroundings.chance(SealingKey.nonceLength))
        let hash = PasswordHash(of: password, salt: surroundings.chance(PasswordHash.saltLength))
        let isNew = try ledger.signUp(
            StoredAgent(id: id, signIn: name, person: person, code: code, contact: contact, signedUp: instant.day),
            hash,
            codeSecret: sealed, setUp: SHA256.digest(of: surroundings.chance(32)), until: now + rules.setUp, at: now,
            noted: AccessLine(instant: instant, account: id, address: address, what: "agent-sign-up", outcome: "done"))
        guard isNew else { throw AgentProblem.badText(Label("账号", "account name")) }
        return telephone
    }

    /// 确认动态口令 of whoever signed up: recovery codes, to be shown once.
    ///
    /// - Throws: `EntryProblem.wrongCode` (ACC-143), `.locked` (ACC-102), `StoreProblem`.
    public func confirmAgent(name: String, code: String, from address: String) throws -> [String] {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let keys = try checkTries("agent " + name, from: address, at: now, what: "agent-confirm")
        let (agent, credential) = try knownAgent(name)
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: agent?.id, address: address, what: "agent-confirm", outcome: outcome)
        }
        if let agent, let credential, credential.setUp != nil, now < credential.setUpUntil ?? 0,
            case .step(let step)? = try secondFactor(code, of: credential, at: now)
        {
            let codes = (0..<RecoveryCode.count).map { _ in
                RecoveryCode.text(of: surroundings.chance(RecoveryCode.length))
            }
            if try ledger.confirmCode(
                of: agent.id, step: step, recoveryCodes: codes.compactMap { RecoveryCode.digest(of: $0) },
                noted: line("done"))
            {
                return codes
            }
        }
        try ledger.countWrongTry(keys, at: now, by: rules, noted: line(EntryProblem.wrongCode.code))
        throw EntryProblem.wrongCode
    }

    /// 登录 of an agent; a wrong name, password and code are answered alike and take as long.
    ///
    /// - Throws: `EntryProblem.wrong` (ACC-101), `.locked` (ACC-102), `.slowed` (ACC-103), `StoreProblem`.
    public func signInAgent(name: String, password: String, code: String?, from address: String) throws -> String {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let keys = try checkTries("agent " + name, from: address, at: now, what: "agent-sign-in")
        let (agent, credential) = try knownAgent(name)
        let isPassword = isRight(password, for: credential)
        let factor = try credential.flatMap { try secondFactor(code, of: $0, at: now) }
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: agent?.id, address: address, what: "agent-sign-in", outcome: outcome)
        }
        if isPassword, let factor, let agent, credential?.isComplete == true {
            let token = surroundings.chance(Entrance.tokenLength)
            let session = StoredSession(
                digest: SHA256.digest(of: token), account: agent.id, principal: nil, address: address, began: now,
                lastUsed: now)
            if try ledger.open(session, used: factor, forgetting: keys[0], by: rules, noted: line("done")) {
                return Hex.encode(token)
            }
        }
        try ledger.countWrongTry(keys, at: now, by: rules, noted: line(EntryProblem.wrong.code))
        throw EntryProblem.wrong
    }

    /// 会话 of an agent's token, with what binds them today; nil for one that has ended, or that is nobody's.
    ///
    /// - Throws: `StoreProblem`.
    public func agentSession(
        _ token: String
    ) throws -> (agent: StoredAgent, binding: AgentBinding?, formToken: String)? {
        guard let bytes = Entrance.bytes(of: token) else { return nil }
        let digest = SHA256.digest(of: bytes)
        let now = surroundings.seconds()
        guard let stored = try ledger.read({ try $0.session(digest) }),
            !rules.hasEnded(began: stored.began, lastUsed: stored.lastUsed, now: now),
            let agent = try ledger.read({ try $0.agent(stored.account) })
        else { return nil }
        if now - stored.lastUsed >= 60 { try ledger.touch(digest, at: now) }
        let binding = try people().bindings[agent.id].flatMap { $0.holds(on: surroundings.instant().day) ? $0 : nil }
        return (agent, binding, HMAC.sha256(key: bytes, Array("chengxin agent form".utf8)).hex)
    }

    private func knownAgent(_ name: String) throws -> (StoredAgent?, Credential?) {
        try ledger.read { reader in
            let agent = try reader.agent(named: name.lowercased())
            return (agent, try agent.flatMap { try reader.credential(of: $0.id) })
        }
    }
}
