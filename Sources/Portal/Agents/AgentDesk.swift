import Credit

/// 经办人窗口: what somebody who acts for a company sees and does: cases of that company, and of no other. Whoever signed up
/// and is not bound by an officer who saw the papers sees nothing.
public protocol AgentDesk: Sendable {
    /// 登记; answers the address for the telephone.
    func signUp(
        name: String, person: String, code: String, contact: String, password: String, from address: String
    ) throws -> String

    /// 确认动态口令: recovery codes, to be shown once.
    func confirm(name: String, code: String, from address: String) throws -> [String]

    /// 登录.
    func signIn(name: String, password: String, code: String?, from address: String) throws -> AgentSession

    /// The session of a token that has not ended; nil for any other.
    func session(_ token: String) throws -> AgentSession?

    /// 退出.
    func signOut(_ token: String) throws

    /// 本企业案件.
    func cases(for session: AgentSession) throws -> [CaseLine]

    /// 本企业全貌.
    func standing(for session: AgentSession) throws -> CompanyStanding

    /// 案卷, as far as a party sees it: where it stands, its clocks, and what the party may do; nil for another's.
    func sheet(_ id: String, for session: AgentSession) throws -> CaseSheet?

    /// What the company may begin.
    func openings(for session: AgentSession) throws -> [CaseAction]

    /// Begins a case; answers its id.
    func open(_ action: String, _ values: FormValues, by session: AgentSession) throws -> String

    /// Does something in a case.
    func act(_ action: String, in id: String, _ values: FormValues, by session: AgentSession) throws

    /// 收件: a place for evidence.
    func receive(_ head: ArrivingFileHead, for session: AgentSession) throws -> any ArrivingFile

    /// 访问记录.
    func note(_ what: String, outcome: String, by session: AgentSession, from address: String) throws
}

/// 经办人会话.
public struct AgentSession: Hashable, Sendable {
    /// The secret that the cookie carries.
    public let token: String
    /// What every form of this session carries.
    public let formToken: String
    /// Id of the agent.
    public let agent: String
    /// 姓名.
    public let person: String
    /// 统一社会信用代码 of the company they say they act for.
    public let code: String
    /// 企业名称; nil where it is not known.
    public let company: String?
    /// 授权末日; nil while no officer has seen the papers, or after the end.
    public let until: Day?

    /// Somebody who signed in for a company.
    public init(
        token: String, formToken: String, agent: String, person: String, code: String, company: String?, until: Day?
    ) {
        self.token = token
        self.formToken = formToken
        self.agent = agent
        self.person = person
        self.code = code
        self.company = company
        self.until = until
    }

    /// Whether an officer has bound it to the company, and that holds today.
    public var isBound: Bool { until != nil }
}
