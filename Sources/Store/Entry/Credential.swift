import Credit
import Proofs

/// 登录凭据: how an account signs in, as it is kept.
public struct Credential: Sendable {
    /// Id of the account.
    public let account: String
    /// 口令散列; nil until a password was set.
    public let password: PasswordHash?
    /// The secret of the one-time codes, sealed; nil until a password was set.
    public let codeSecret: [UInt8]?
    /// Whether a right code has shown that the telephone holds the secret.
    public let isConfirmed: Bool
    /// The period of the last code that was used; each code is good once.
    public let lastStep: Int
    /// Digest of the set-up secret that was handed out; nil where none waits.
    public let setUp: Digest?
    /// Until when the set-up secret is good.
    /// - Unit: seconds since 1970
    public let setUpUntil: Int?
    /// The secret of the next telephone, sealed, until a right code of it has come; nil for none.
    public let nextSecret: [UInt8]?

    /// Whether the account can sign in with it.
    public var isComplete: Bool { password != nil && codeSecret != nil && isConfirmed }

    static let columns =
        "account, log_n, blocks, lanes, salt, hash, code_secret, is_confirmed, last_step, set_up, set_up_until, next_secret"

    init(_ row: any Row) {
        account = row.text(0)
        password =
            row.isNull(5)
            ? nil
            : PasswordHash(
                cost: PasswordHash.Cost(logN: row.integer(1), blocks: row.integer(2), lanes: row.integer(3)),
                salt: row.bytes(4), hash: row.bytes(5))
        codeSecret = row.isNull(6) ? nil : row.bytes(6)
        isConfirmed = row.truth(7)
        lastStep = row.integer(8)
        setUp = row.isNull(9) ? nil : Digest(row.bytes(9))
        setUpUntil = row.optionalInteger(10)
        nextSecret = row.isNull(11) ? nil : row.bytes(11)
    }
}

/// 凭据变动 that goes with an event about an account.
public enum CredentialChange: Hashable, Sendable {
    /// A set-up secret is handed out: what was there before is void.
    case setUp(account: String, digest: Digest, until: Int)
    /// The account is closed: nothing of it stays.
    case removed(account: String)
}

/// 凭据册: writes credentials, recovery codes and sessions inside a transaction.
struct Credentials {
    let transaction: any Transaction

    func apply(_ change: CredentialChange) throws {
        switch change {
        case .setUp(let account, let digest, let until):
            try clear(account)
            try transaction.run(
                """
                INSERT INTO credential (account, set_up, set_up_until) VALUES (\(account), \(digest.bytes), \(until))
                """)
        case .removed(let account): try clear(account)
        }
    }

    private func clear(_ account: String) throws {
        try transaction.run("DELETE FROM credential WHERE account = \(account)")
        try transaction.run("DELETE FROM recovery_code WHERE account = \(account)")
        try transaction.run("DELETE FROM session WHERE account = \(account)")
        try transaction.run("DELETE FROM access_token WHERE account = \(account)")
    }

    func count(_ key: String, at now: Int, by rules: EntryRules) throws {
        let before = try transaction.first("SELECT count, last FROM wrong_try WHERE key = \(key)") {
            WrongTries(count: $0.integer(0), last: $0.integer(1))
        }
        let tries = before?.andOneMore(at: now, by: rules) ?? WrongTries(count: 1, last: now)
        try transaction.run(
            """
            INSERT INTO wrong_try (key, count, last) VALUES (\(key), \(tries.count), \(tries.last))
            ON CONFLICT (key) DO UPDATE SET count = excluded.count, last = excluded.last
            """)
    }
}

extension Reader {
    /// The credential of an account; nil where none was ever handed out.
    ///
    /// - Throws: `StoreProblem`.
    public func credential(of account: String) throws -> Credential? {
        try transaction.statement("SELECT \(Credential.columns) FROM credential WHERE account = ?")
            .first([.text(account)]) { Credential($0) }
    }

    /// Whether a recovery code of this digest waits to be used.
    ///
    /// - Throws: `StoreProblem`.
    public func hasRecoveryCode(_ digest: Digest, of account: String) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM recovery_code WHERE account = \(account) AND digest = \(digest.bytes)"
        ) { _ in true } ?? false
    }

    /// Whether any account has a secret that was sealed with the key beside the log's.
    ///
    /// - Throws: `StoreProblem`.
    public func hasSealedSecrets() throws -> Bool {
        try transaction.first("SELECT 1 FROM credential WHERE code_secret IS NOT NULL LIMIT 1") { _ in true } ?? false
    }

    /// How many recovery codes an account has left.
    ///
    /// - Throws: `StoreProblem`.
    public func recoveryCodesLeft(of account: String) throws -> Int {
        try transaction.first("SELECT COUNT(*) FROM recovery_code WHERE account = \(account)") { $0.integer(0) } ?? 0
    }

    /// The wrong tries of a name or address; nil where there were none.
    ///
    /// - Throws: `StoreProblem`.
    public func wrongTries(_ key: String) throws -> WrongTries? {
        try transaction.first("SELECT count, last FROM wrong_try WHERE key = \(key)") {
            WrongTries(count: $0.integer(0), last: $0.integer(1))
        }
    }
}

extension Ledger {
    /// 设置口令, together with the sealed secret of the one-time codes: it is good once a right code has come. The set-up
    /// secret stays until then. False where it was used up meanwhile.
    ///
    /// - Throws: `StoreProblem`.
    public func setPassword(
        _ password: PasswordHash, codeSecret: [UInt8], of account: String, withSetUp setUp: Digest, noted: AccessLine
    ) throws -> Bool {
        try engine.write { transaction in
            let changed = try transaction.run(
                """
                UPDATE credential SET log_n = \(password.cost.logN), blocks = \(password.cost.blocks), \
                lanes = \(password.cost.lanes), salt = \(password.salt), hash = \(password.hash), \
                code_secret = \(codeSecret), is_confirmed = 0, last_step = 0
                WHERE account = \(account) AND set_up = \(setUp.bytes)
                """)
            if changed == 1 { try AccessRecord(transaction: transaction).append([noted]) }
            return changed == 1
        }
    }

    /// 确认动态口令: a right code came; the set-up secret is used up, and the account can sign in.
    ///
    /// - Throws: `StoreProblem`.
    public func confirmCode(
        of account: String, step: Int, recoveryCodes: [Digest], noted: AccessLine
    ) throws -> Bool {
        try engine.write { transaction in
            let changed = try transaction.run(
                """
                UPDATE credential SET is_confirmed = 1, last_step = \(step), set_up = NULL, set_up_until = NULL
                WHERE account = \(account) AND hash IS NOT NULL AND last_step < \(step) AND set_up IS NOT NULL
                """)
            guard changed == 1 else { return false }
            try transaction.run("DELETE FROM recovery_code WHERE account = \(account)")
            for code in recoveryCodes {
                try transaction.run("INSERT INTO recovery_code (account, digest) VALUES (\(account), \(code.bytes))")
            }
            try AccessRecord(transaction: transaction).append([noted])
            return true
        }
    }

    /// 更换口令 of an account that signs in; every session of it ends, and the period of the code that was shown is used.
    ///
    /// - Throws: `StoreProblem`.
    public func changePassword(
        _ password: PasswordHash, of account: String, used: SecondFactor, noted: AccessLine
    ) throws -> Bool {
        try engine.write { transaction in
            guard try used.take(of: account, in: transaction) else { return false }
            try transaction.run(
                """
                UPDATE credential SET log_n = \(password.cost.logN), blocks = \(password.cost.blocks), \
                lanes = \(password.cost.lanes), salt = \(password.salt), hash = \(password.hash)
                WHERE account = \(account)
                """)
            try transaction.run("DELETE FROM session WHERE account = \(account)")
            try AccessRecord(transaction: transaction).append([noted])
            return true
        }
    }
}
