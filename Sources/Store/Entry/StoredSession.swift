import Credit
import Proofs

/// 会话记录: a signed-in account, known by the digest of its token.
public struct StoredSession: Hashable, Sendable {
    /// Digest of the token.
    public let digest: Digest
    /// Id of the account.
    public let account: String
    /// 代: account stood in for; nil in own right.
    public let principal: String?
    /// Address it was opened from.
    public let address: String
    /// When it began.
    /// - Unit: seconds since 1970
    public let began: Int
    /// When it was last used.
    /// - Unit: seconds since 1970
    public let lastUsed: Int

    /// A session.
    public init(digest: Digest, account: String, principal: String?, address: String, began: Int, lastUsed: Int) {
        self.digest = digest
        self.account = account
        self.principal = principal
        self.address = address
        self.began = began
        self.lastUsed = lastUsed
    }
}

/// 第二因素: what was shown besides the password; each is good once.
public enum SecondFactor: Hashable, Sendable {
    /// 动态口令: the period of the code.
    case step(Int)
    /// 恢复码: its digest.
    case recovery(Digest)

    /// Uses it up; false where it was used before.
    func take(of account: String, in transaction: any Transaction) throws -> Bool {
        switch self {
        case .step(let step):
            try transaction.run(
                """
                UPDATE credential SET last_step = \(step)
                WHERE account = \(account) AND is_confirmed = 1 AND last_step < \(step)
                """) == 1
        case .recovery(let digest):
            try transaction.run(
                "DELETE FROM recovery_code WHERE account = \(account) AND digest = \(digest.bytes)") == 1
        }
    }
}

extension Reader {
    /// The session of a token's digest; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func session(_ digest: Digest) throws -> StoredSession? {
        try transaction.first(
            "SELECT account, principal, address, began, last_used FROM session WHERE digest = \(digest.bytes)"
        ) {
            StoredSession(
                digest: digest, account: $0.text(0), principal: $0.optionalText(1), address: $0.text(2),
                began: $0.integer(3), lastUsed: $0.integer(4))
        }
    }
}

extension Ledger {
    /// 开始会话: uses the second factor up, forgets the wrong tries of the name, and notes it; false, and nothing done,
    /// where the factor was used meanwhile.
    ///
    /// - Throws: `StoreProblem`.
    public func open(
        _ session: StoredSession, used: SecondFactor, forgetting key: String, by rules: EntryRules, noted: AccessLine
    ) throws -> Bool {
        try engine.write { transaction in
            guard try used.take(of: session.account, in: transaction) else { return false }
            try transaction.run("DELETE FROM wrong_try WHERE key = \(key)")
            // Sessions that ended by themselves go when somebody comes.
            let (began, lastUsed) = (session.began - rules.whole, session.began - rules.idle)
            try transaction.run("DELETE FROM session WHERE began <= \(began) OR last_used <= \(lastUsed)")
            try transaction.run(
                """
                INSERT INTO session (digest, account, principal, address, began, last_used)
                VALUES (\(session.digest.bytes), \(session.account), \(session.principal), \(session.address), \
                \(session.began), \(session.lastUsed))
                """)
            try AccessRecord(transaction: transaction).append([noted])
            return true
        }
    }

    /// 登录失败: counts the try for name and address, and notes it.
    ///
    /// - Throws: `StoreProblem`.
    public func countWrongTry(_ keys: [String], at now: Int, by rules: EntryRules, noted: AccessLine) throws {
        try engine.write { transaction in
            for key in keys { try Credentials(transaction: transaction).count(key, at: now, by: rules) }
            try transaction.run("DELETE FROM wrong_try WHERE last < \(now - 24 * 3_600)")
            try AccessRecord(transaction: transaction).append([noted])
        }
    }

    /// The session was used just now.
    ///
    /// - Throws: `StoreProblem`.
    public func touch(_ digest: Digest, at now: Int) throws {
        try engine.write {
            try $0.run("UPDATE session SET last_used = \(now) WHERE digest = \(digest.bytes) AND last_used < \(now)")
        }
    }

    /// 代: the session acts for another from now on, or in own right for nil.
    ///
    /// - Throws: `StoreProblem`.
    public func standIn(for principal: String?, _ digest: Digest, noted: AccessLine) throws {
        try engine.write { transaction in
            try transaction.run("UPDATE session SET principal = \(principal) WHERE digest = \(digest.bytes)")
            try AccessRecord(transaction: transaction).append([noted])
        }
    }

    /// 结束会话.
    ///
    /// - Throws: `StoreProblem`.
    public func end(_ digest: Digest, noted: AccessLine?) throws {
        try engine.write { transaction in
            try transaction.run("DELETE FROM session WHERE digest = \(digest.bytes)")
            if let noted { try AccessRecord(transaction: transaction).append([noted]) }
        }
    }
}
