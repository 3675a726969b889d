import Credit
import Portal
import Store

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
    /// 即时权限: the session with what its person may do now; nil where it has ended or is another's.
    func current(_ session: OfficeSession, in reader: Reader) throws -> OfficeSession?
    /// 可代行.
    func principals(of session: OfficeSession) throws -> [OfficePrincipal]
    /// 代行; in own right again for nil.
    func standIn(for principal: String?, _ session: OfficeSession, from address: String) throws -> OfficeSession
    /// 市级代为复核: whether an officer of the city may be second in a case that somebody of a county of one began.
    func isCitySecond(_ officer: Officer, first: Officer, in reader: Reader) throws -> Bool
    /// The codes held by those counties and townships below an officer's organ of which its office may be second.
    func codesOfFew(_ officer: Officer, in reader: Reader) throws -> [String]
    /// The codes that the organ of an officer holds today, its own first.
    func codes(of officer: Officer) throws -> [String]
    /// 访问记录: what was done or looked at, about whom, for what purpose and in which matter (R9).
    func note(
        look what: String, outcome: String, by session: OfficeSession?, from address: String, about subject: String?,
        purpose: String?, matter: String?
    ) throws
}

extension OfficeDoor: OfficeEntry {}
