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

    /// 可代行: whom the session's person may stand in for today, by dated 授权.
    func principals(of session: OfficeSession) throws -> [OfficePrincipal]

    /// 代行: the session acts for another from now on, until the authorisation ends or the person signs out; in own right
    /// again for nil.
    func standIn(for principal: String?, _ session: OfficeSession, from address: String) throws

    /// 办理资源: the kinds of cases by the nouns under which programs know them.
    var resources: [OfficeResource] { get }

    /// 账号台.
    var accounts: any AccountDesk { get }

    /// 经办人窗口: what agents of companies see and do.
    var agents: any AgentDesk { get }

    /// 令牌来访: the session of a program's access token, for this one request; nil for a token that is wrong, over or
    /// revoked. It has no token of its own and opens no page.
    func bearer(_ token: String) throws -> OfficeSession?

    /// 待办案件: open cases whose turn it is at the organ of the session, by time left, a page at a time.
    func queue(_ asked: QueueQuestion, for session: OfficeSession) throws -> QueueSlice

    /// 案卷; nil where there is none under the id or the session may not see it.
    func sheet(_ id: String, for session: OfficeSession) throws -> CaseSheet?

    /// 查阅案卷: a case of another organisation, seen as the one that handles it sees it and with nothing to be done in it;
    /// nil where there is none. Asked only when purpose and matter number are known.
    func inspect(_ id: String, by session: OfficeSession) throws -> CaseSheet?

    /// What the session may begin: filing an objection, a listing, an application for repair.
    func openings(for session: OfficeSession) throws -> [CaseAction]

    /// Begins a case; answers its id.
    func open(_ action: String, _ values: FormValues, by session: OfficeSession) throws -> String

    /// Does something in a case, where it stands as it stood when the form was read (`FormValues.read`).
    func act(_ action: String, in id: String, _ values: FormValues, by session: OfficeSession) throws

    /// 文书; nil where there is none under the id or the session may not see its case.
    func letter(_ id: String, for session: OfficeSession) throws -> OfficeLetter?

    /// 发文登记簿 of the session's organ in a year; nil for the present one.
    func letterRegister(year: Int?, for session: OfficeSession) throws -> OfficeRegister

    /// 用印扫描件 with its media type; nil where there is none, or the session may not see the case.
    func scan(ofLetter id: String, for session: OfficeSession) throws -> (type: String, bytes: [UInt8])?

    /// 卷宗: the signed volume of a case; nil where the session may not see the case.
    func volume(ofCase id: String, for session: OfficeSession) throws -> [UInt8]?

    /// 访问记录: what a session did, looked at or was refused, and what came of it: `done` or the code of a problem.
    ///
    /// - Parameter look: about whom, for what purpose and in which matter; nil where nothing was looked at.
    func note(
        _ what: String, outcome: String, look: OfficeLook?, by session: OfficeSession?, from address: String
    ) throws

    /// 收件: a place for a file that is arriving; what it is kept as goes into the form's values.
    func receive(_ head: ArrivingFileHead, for session: OfficeSession) throws -> any ArrivingFile

    /// 报送表单: what is asked when a file is handed in; nil where the session may not hand in.
    func uploadForm(for session: OfficeSession) throws -> CaseAction?

    /// 试报: checks a file and predicts what would come of it, writing nothing; answers the id of the hand-in, under
    /// which its progress is asked for.
    func check(_ values: FormValues, by session: OfficeSession) throws -> String

    /// 报送件; nil where the session's organ has none under the id.
    func handIn(_ id: String, for session: OfficeSession) throws -> HandIn?

    /// 报送: takes a checked file in; its refusals are told in a language.
    func submit(_ id: String, in language: Language, by session: OfficeSession) throws

    /// 本单位批次, newest first, from a place in the log downwards; nil for the newest.
    func batches(before position: Int?, limit: Int, for session: OfficeSession) throws -> [BatchLine]

    /// 批次; nil where the session's organ has none under the id.
    func batch(_ id: String, for session: OfficeSession) throws -> OfficeBatch?

    /// 退回文件; nil where there is none.
    func file(_ file: OfficeBatch.File, of batch: String, for session: OfficeSession) throws -> [UInt8]?

    /// 整批撤回, with the reason.
    func undo(_ batch: String, reason: String, by session: OfficeSession) throws
}

/// 收件头: what is known of a file before its bytes.
public struct ArrivingFileHead: Hashable, Sendable {
    /// Name of the form's field.
    public let field: String
    /// Its name as the visitor's computer says; never to be trusted as a path.
    public let name: String
    /// What becomes of it.
    public let purpose: Purpose

    /// What is known of a file before its bytes.
    public init(field: String, name: String, purpose: Purpose) {
        self.field = field
        self.name = name
        self.purpose = purpose
    }

    /// 用途.
    public enum Purpose: Hashable, Sendable {
        /// 证据材料 of a case, kept by its digest.
        case evidence
        /// 报送文件, kept until it is taken in or given up.
        case handIn
    }
}

/// 收取中的文件: takes a file piece by piece, so that none is held in memory as a whole.
public protocol ArrivingFile: AnyObject, Sendable {
    /// Takes the next bytes.
    func append(_ bytes: [UInt8]) throws
    /// Keeps it; answers what the form's field is to say of it: the digest of evidence, the id of a hand-in.
    func keep() throws -> String
    /// Forgets it, as far as it is not kept.
    func discard()
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
    /// 被代行人: name of whom the person stands in for; nil in own right.
    public let principal: String?
    /// Whether there is somebody to stand in for today.
    public let mayStandIn: Bool

    /// A signed-in person.
    public init(
        token: String, formToken: String, officer: Officer, duties: Set<Duty>, principal: String? = nil,
        mayStandIn: Bool = false
    ) {
        self.token = token
        self.formToken = formToken
        self.officer = officer
        self.duties = duties
        self.principal = principal
        self.mayStandIn = mayStandIn
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
