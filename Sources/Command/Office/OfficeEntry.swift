import Credit
import Portal

/// 门: what the office needs of whoever lets people in.
protocol OfficeEntry: Sendable {
    /// 登录.
    func signIn(name: String, password: String, code: String?, from address: String) throws -> OfficeSession
    /// The session of a token that has not ended; nil for any other.
    func session(_ token: String) throws -> OfficeSession?
    /// 令牌来访; nil for a token that is wrong, over or revoked.
    func bearer(_ token: String) throws -> OfficeSession?
    /// 退出.
    func signOut(_ token: String) throws
    /// The codes that the organ of an officer holds today, its own first.
    func codes(of officer: Officer) throws -> [String]
    /// 访问记录: what was done or looked at, about whom, for what purpose and in which matter (R9).
    func note(
        look what: String, outcome: String, by session: OfficeSession?, from address: String, about subject: String?,
        purpose: String?, matter: String?
    ) throws
}

extension OfficeDoor: OfficeEntry {}
