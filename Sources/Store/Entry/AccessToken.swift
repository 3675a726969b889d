import Credit
import Proofs

/// 访问令牌: what a program signs in with for an account, until its last day; known by its digest alone.
public struct AccessToken: Hashable, Sendable {
    /// Id by which it is named and revoked; no secret.
    public let id: String
    /// Id of the account.
    public let account: String
    /// What it is for, in the words of whoever asked for it.
    public let label: String
    /// The day it was handed out.
    public let issued: Day
    /// 截止日: the last day.
    public let until: Day
    /// When it was last used, to the hour; nil for never.
    /// - Unit: seconds since 1970
    public let lastUsed: Int?

    /// A token.
    public init(id: String, account: String, label: String, issued: Day, until: Day, lastUsed: Int? = nil) {
        self.id = id
        self.account = account
        self.label = label
        self.issued = issued
        self.until = until
        self.lastUsed = lastUsed
    }

    /// How long one lasts at most: whoever still needs it then asks again.
    /// - Unit: days
    public static let longest = 366
    /// How long one lasts where nothing is said.
    /// - Unit: days
    public static let usual = 90
    /// What no program may do, whatever its account may: who grants rights answers for it in person.
    public static let neverPassed = Authorisation.neverPassed

    static let columns = "id, account, label, issued, until_day, last_used"

    init(_ row: any Row) throws {
        guard let issued = Day(row.text(3)), let until = Day(row.text(4)) else {
            throw StoreProblem.impossibleEvent(detail: "access token \(row.text(0))")
        }
        self.init(
            id: row.text(0), account: row.text(1), label: row.text(2), issued: issued, until: until,
            lastUsed: row.optionalInteger(5))
    }
}

extension Reader {
    /// The token of a digest; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func accessToken(_ digest: Digest) throws -> AccessToken? {
        try transaction.statement("SELECT \(AccessToken.columns) FROM access_token WHERE digest = ?")
            .first([.bytes(digest.bytes)]) { try AccessToken($0) }
    }

    /// The token of an id; nil where there is none.
    ///
    /// - Throws: `StoreProblem`.
    public func accessToken(named id: String) throws -> AccessToken? {
        try transaction.statement("SELECT \(AccessToken.columns) FROM access_token WHERE id = ?")
            .first([.text(id)]) { try AccessToken($0) }
    }

    /// The tokens of an account, the newest first.
    ///
    /// - Throws: `StoreProblem`.
    public func accessTokens(of account: String) throws -> [AccessToken] {
        var found: [AccessToken] = []
        try transaction.statement(
            "SELECT \(AccessToken.columns) FROM access_token WHERE account = ? ORDER BY issued DESC, id"
        ).each([.text(account)]) { found.append(try AccessToken($0)) }
        return found
    }
}

extension Ledger {
    /// 发放令牌.
    ///
    /// - Throws: `StoreProblem`.
    public func issue(_ token: AccessToken, _ digest: Digest, noted: AccessLine) throws {
        try engine.write { transaction in
            try transaction.run(
                """
                INSERT INTO access_token (id, digest, account, label, issued, until_day)
                VALUES (\(token.id), \(digest.bytes), \(token.account), \(token.label), \(token.issued.description), \
                \(token.until.description))
                """)
            try AccessRecord(transaction: transaction).append([noted])
        }
    }

    /// 收回令牌; false where there is none of this id any more.
    ///
    /// - Throws: `StoreProblem`.
    public func revokeToken(_ id: String, noted: AccessLine) throws -> Bool {
        try engine.write { transaction in
            let gone = try transaction.run("DELETE FROM access_token WHERE id = \(id)") == 1
            if gone { try AccessRecord(transaction: transaction).append([noted]) }
            return gone
        }
    }

    /// The token was used just now.
    ///
    /// - Throws: `StoreProblem`.
    public func touchToken(_ id: String, at now: Int) throws {
        try engine.write { try $0.run("UPDATE access_token SET last_used = \(now) WHERE id = \(id)") }
    }
}
