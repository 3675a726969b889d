import Credit

/// 账号台: accounts as pages administer them, and what everybody does with the own one. Each method checks for itself what
/// the session may do.
public protocol AccountDesk: Sendable {
    /// 账号 of the session's own organisation and those below it.
    func accounts(for session: OfficeSession) throws -> [AccountLine]

    /// 账号; nil where there is none under the id or the session does not administer it.
    func account(_ id: String, for session: OfficeSession) throws -> AccountFile?

    /// What is asked when an account is opened.
    func opening(for session: OfficeSession) throws -> CaseAction

    /// Opens an account, or does something with one: its id, and the set-up secret where one is handed out.
    func administer(
        _ action: String, of account: String?, _ values: FormValues, by session: OfficeSession, from address: String
    ) throws -> (account: String, secret: String?)

    /// 本人账号.
    func own(_ session: OfficeSession) throws -> OwnAccount

    /// Changes something of the own account.
    func change(_ change: OwnChange, by session: OfficeSession, from address: String) throws -> OwnAnswer

    /// 设置口令 with the set-up secret; answers the address for the telephone.
    func setUp(name: String, secret: String, password: String, from address: String) throws -> String

    /// 确认动态口令: recovery codes, to be shown once.
    func confirm(name: String, code: String, from address: String) throws -> [String]
}

/// 账号目录: an account as a list shows it.
public struct AccountLine: Sendable, Equatable {
    /// Id.
    public let id: String
    /// 登录名.
    public let signIn: String
    /// 姓名.
    public let person: String
    /// 所属组织.
    public let organ: String
    /// 岗位权限 of the day.
    public let duties: [Duty]
    /// 状态.
    public let state: Label
    /// Whether it is open.
    public let isOpen: Bool

    /// An account as a list shows it.
    public init(
        id: String, signIn: String, person: String, organ: String, duties: [Duty], state: Label, isOpen: Bool
    ) {
        self.id = id
        self.signIn = signIn
        self.person = person
        self.organ = organ
        self.duties = duties
        self.state = state
        self.isOpen = isOpen
    }
}

/// 账号案卷: an account with what is known of it and what may be done with it.
public struct AccountFile: Sendable, Equatable {
    /// The account.
    public let line: AccountLine
    /// What is known.
    public let facts: [CaseSheet.Fact]
    /// 授权 that hold or will hold, in words.
    public let authorisations: [Label]
    /// What may be done.
    public let actions: [CaseAction]

    /// An account.
    public init(
        line: AccountLine, facts: [CaseSheet.Fact], authorisations: [Label], actions: [CaseAction]
    ) {
        self.line = line
        self.facts = facts
        self.authorisations = authorisations
        self.actions = actions
    }
}

/// 本人账号.
public struct OwnAccount: Sendable, Equatable {
    /// 登录名.
    public let signIn: String
    /// 岗位权限 of the session.
    public let duties: [Duty]
    /// 恢复码 left.
    public let recoveryCodes: Int
    /// 会话.
    public let sessions: [Session]
    /// 访问令牌.
    public let tokens: [Token]

    /// One's own account.
    public init(
        signIn: String, duties: [Duty], recoveryCodes: Int, sessions: [Session], tokens: [Token]
    ) {
        self.signIn = signIn
        self.duties = duties
        self.recoveryCodes = recoveryCodes
        self.sessions = sessions
        self.tokens = tokens
    }

    /// 会话.
    public struct Session: Sendable, Equatable {
        /// Its id, which is no secret.
        public let id: String
        /// Where it came from.
        public let address: String
        /// When it began and was last used, in words.
        public let began: String, lastUsed: String
        /// Whether it is the one that asks.
        public let isThis: Bool

        /// A session.
        public init(id: String, address: String, began: String, lastUsed: String, isThis: Bool) {
            self.id = id
            self.address = address
            self.began = began
            self.lastUsed = lastUsed
            self.isThis = isThis
        }
    }

    /// 访问令牌.
    public struct Token: Sendable, Equatable {
        /// Its id, which is no secret.
        public let id: String
        /// What it is for.
        public let label: String
        /// 截止日.
        public let until: Day

        /// A token.
        public init(id: String, label: String, until: Day) {
            self.id = id
            self.label = label
            self.until = until
        }
    }
}

/// 本人变更.
public enum OwnChange: Sendable, Equatable {
    /// 更换口令; every session ends.
    case password(old: String, code: String, new: String)
    /// 更换手机, first half.
    case telephone(password: String, code: String)
    /// 更换手机, second half.
    case confirm(code: String)
    /// 结束会话.
    case endSession(String)
    /// 收回令牌.
    case revokeToken(String)
}

/// What a change of the own account answers.
public enum OwnAnswer: Sendable, Equatable {
    /// It is done.
    case done
    /// The address for the next telephone.
    case telephone(String)
    /// Recovery codes, to be shown once.
    case recovery([String])
}
