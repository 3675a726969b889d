import Credit
import Proofs

/// 本人账号: what everybody does with the own account.
extension Entrance {
    /// 本人会话 that have not ended, the newest first.
    ///
    /// - Throws: `StoreProblem`.
    public func sessions(of account: String) throws -> [StoredSession] {
        let now = surroundings.seconds()
        return try ledger.read { try $0.sessions(of: account) }
            .filter { !rules.hasEnded(began: $0.began, lastUsed: $0.lastUsed, now: now) }
    }

    /// 结束会话 of one's own; false where there is none of this digest.
    ///
    /// - Throws: `StoreProblem`.
    public func endSession(_ digest: Digest, of account: String, from address: String) throws -> Bool {
        guard let stored = try ledger.read({ try $0.session(digest) }), stored.account == account else { return false }
        try ledger.end(
            digest,
            noted: AccessLine(
                instant: surroundings.instant(), account: account, address: address, what: "session-end",
                outcome: "done"))
        return true
    }

    /// 更换手机, first half: the secret of the next telephone, by whoever knows the password and has the old telephone or
    /// a recovery code. The old one is good until a code of the next has come.
    ///
    /// - Throws: `EntryProblem.wrong` (ACC-101), `.locked` (ACC-102), `StoreProblem`.
    public func renewCode(name: String, password: String, code: String, from address: String) throws -> OneTimeCode {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let keys = try checkTries(name, from: address, at: now, what: "code-renew")
        let (_, account, credential) = try known(name)
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: account?.id, address: address, what: "code-renew", outcome: outcome)
        }
        let isRight = isRight(password, for: credential)
        let factor = try credential.flatMap { try secondFactor(code, of: $0, at: now) }
        if isRight, let account, let factor, credential?.isComplete == true {
            let next = OneTimeCode(secret: surroundings.chance(OneTimeCode.secretLength))
            let sealed = key.seal(
                next.secret, for: account.id, nonce: surroundings.chance(SealingKey.nonceLength))
            if try ledger.stageCode(sealed, of: account.id, used: factor, noted: line("done")) { return next }
        }
        try ledger.countWrongTry(keys, at: now, by: rules, noted: line(EntryProblem.wrong.code))
        throw EntryProblem.wrong
    }

    /// 更换手机, second half: a right code of the next telephone came: recovery codes, to be shown once. Every other
    /// session of the account ends.
    ///
    /// - Throws: `EntryProblem.wrongCode` (ACC-143), `.locked` (ACC-102), `StoreProblem`.
    public func confirmNextCode(
        name: String, code: String, keeping token: String, from address: String
    ) throws -> [String] {
        let (now, instant) = (surroundings.seconds(), surroundings.instant())
        let keys = try checkTries(name, from: address, at: now, what: "code-confirm")
        let (_, account, credential) = try known(name)
        func line(_ outcome: String) -> AccessLine {
            AccessLine(instant: instant, account: account?.id, address: address, what: "code-confirm", outcome: outcome)
        }
        if let account, let sealed = credential?.nextSecret, let secret = key.open(sealed, for: account.id),
            let step = OneTimeCode(secret: secret).step(of: code.filter { !$0.isWhitespace }, at: now, after: 0)
        {
            let codes = (0..<RecoveryCode.count).map { _ in
                RecoveryCode.text(of: surroundings.chance(RecoveryCode.length))
            }
            let kept = Entrance.bytes(of: token).map { SHA256.digest(of: $0) }
            if try ledger.takeNextCode(
                of: account.id, step: step, recoveryCodes: codes.compactMap { RecoveryCode.digest(of: $0) },
                keeping: kept, noted: line("done"))
            {
                return codes
            }
        }
        try ledger.countWrongTry(keys, at: now, by: rules, noted: line(EntryProblem.wrongCode.code))
        throw EntryProblem.wrongCode
    }
}

extension Reader {
    /// The sessions of an account, the newest first; those that ended by themselves among them.
    ///
    /// - Throws: `StoreProblem`.
    public func sessions(of account: String) throws -> [StoredSession] {
        try transaction.rows(
            """
            SELECT digest, account, principal, address, began, last_used FROM session
            WHERE account = \(account) ORDER BY began DESC
            """
        ) { row in
            guard let digest = Digest(row.bytes(0)) else {
                throw StoreProblem.impossibleEvent(detail: "session of \(account)")
            }
            return StoredSession(
                digest: digest, account: row.text(1), principal: row.optionalText(2), address: row.text(3),
                began: row.integer(4), lastUsed: row.integer(5))
        }
    }
}

extension Ledger {
    /// The sealed secret of the next telephone waits for its first right code; false where the factor was used meanwhile.
    ///
    /// - Throws: `StoreProblem`.
    public func stageCode(
        _ sealed: [UInt8], of account: String, used: SecondFactor, noted: AccessLine
    ) throws -> Bool {
        try engine.write { transaction in
            guard try used.take(of: account, in: transaction) else { return false }
            try transaction.run("UPDATE credential SET next_secret = \(sealed) WHERE account = \(account)")
            try AccessRecord(transaction: transaction).append([noted])
            return true
        }
    }

    /// The next telephone takes the place of the old one, with recovery codes of its own; other sessions end.
    ///
    /// - Throws: `StoreProblem`.
    public func takeNextCode(
        of account: String, step: Int, recoveryCodes: [Digest], keeping session: Digest?, noted: AccessLine
    ) throws -> Bool {
        try engine.write { transaction in
            let changed = try transaction.run(
                """
                UPDATE credential SET code_secret = next_secret, next_secret = NULL, last_step = \(step)
                WHERE account = \(account) AND next_secret IS NOT NULL
                """)
            guard changed == 1 else { return false }
            try transaction.run("DELETE FROM recovery_code WHERE account = \(account)")
            for code in recoveryCodes {
                try transaction.run("INSERT INTO recovery_code (account, digest) VALUES (\(account), \(code.bytes))")
            }
            let kept = session?.bytes ?? []
            try transaction.run("DELETE FROM session WHERE account = \(account) AND digest <> \(kept)")
            try AccessRecord(transaction: transaction).append([noted])
            return true
        }
    }
}
