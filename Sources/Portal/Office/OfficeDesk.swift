import Credit

/// 办公台: everything a signed-in person may see and do; what is not here cannot be done from a page.
///
/// Each method checks for itself what the session may do, looks and acts by the ledger, and throws an
/// `OfficeRefusal` or a `CaseProblem` in words for the person. Methods may block on a database; the portal decides on
/// which thread they run.
public protocol OfficeDesk: Sendable {
    /// 登录: a session for a right name, password and one-time code; told apart from a wrong one by nothing but success.
    func signIn(name: String, password: String, code: String?, from address: String) throws -> OfficeSession

    /// The session of a token that has not ended; nil for any other.
    func session(_ token: String) throws -> OfficeSession?

    /// 退出.
    func signOut(_ token: String) throws

    /// 待办案件: open cases whose turn it is at the organ of the session, by time left.
    func cases(for session: OfficeSession) throws -> [CaseLine]

    /// 案卷; nil where there is none under the id or the session may not see it.
    func sheet(_ id: String, for session: OfficeSession) throws -> CaseSheet?

    /// What the session may begin: filing an objection, a listing, an application for repair.
    func openings(for session: OfficeSession) throws -> [CaseAction]

    /// Begins a case; answers its id.
    func open(_ action: String, _ values: FormValues, by session: OfficeSession) throws -> String

    /// Does something in a case.
    func act(_ action: String, in id: String, _ values: FormValues, by session: OfficeSession) throws
}

/// 会话: a signed-in person, until it ends.
public struct OfficeSession: Hashable, Sendable {
    /// The secret that the cookie carries.
    public let token: String
    /// What every form of this session carries, so that no other site can post one.
    public let formToken: String
    /// Who it is.
    public let officer: Officer
    /// What the post allows.
    public let duties: Set<Duty>

    /// A signed-in person.
    public init(token: String, formToken: String, officer: Officer, duties: Set<Duty>) {
        self.token = token
        self.formToken = formToken
        self.officer = officer
        self.duties = duties
    }
}

/// 拒绝: why something is not done for a signed-in person, or for one who is not.
public struct OfficeRefusal: Error, Hashable, Sendable {
    /// Code of the problem, such as `ACC-101`; it stands in `docs/problems.md`.
    public let code: String
    /// HTTP status.
    public let status: Int
    /// What is wrong and how to mend it.
    public let words: Label

    /// Why something is not done.
    public init(code: String, status: Int, words: Label) {
        self.code = code
        self.status = status
        self.words = words
    }
}
