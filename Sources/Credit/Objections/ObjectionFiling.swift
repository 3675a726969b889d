/// 异议申请: an objection as it was filed: against which record, on what ground, and what it should say instead.
///
/// It holds no person's number; who files for a company shows the papers to an officer, who says which they were (R10).
public struct ObjectionFiling: Sendable, Hashable {
    /// Id of the case.
    public let id: String
    /// Id of the record.
    public let record: String
    /// The version of the record that was objected to.
    public let version: Int
    /// Key text of the subject of the record.
    public let subject: String
    /// 信息提供单位: code of the department that handed the record in.
    public let department: String
    /// 承办单位: code of the city's office, which answers.
    public let office: String
    /// 理由种类.
    public let ground: ObjectionGround
    /// 更正请求: which field should say what instead; in the order of the form.
    public let claims: [Claim]
    /// 事实和理由.
    public let reason: String
    /// 申请人.
    public let applicant: Applicant
    /// 材料: which papers the officer has seen; by page, which papers the applicant says it brings.
    public let papers: String
    /// 证据: digests (SHA-256, hexadecimal) of the files brought.
    public let evidence: [String]
    /// 申请途径, and who brought it in by it.
    public let way: FilingWay
    /// Whether it begins the one freeze of its record and ground (R7).
    public let freezes: Bool

    /// An objection as it was filed.
    public init(
        id: String, record: String, version: Int, subject: String, department: String, office: String,
        ground: ObjectionGround, claims: [Claim], reason: String, applicant: Applicant, papers: String,
        evidence: [String], by way: FilingWay, freezes: Bool
    ) {
        self.id = id
        self.record = record
        self.version = version
        self.subject = subject
        self.department = department
        self.office = office
        self.ground = ground
        self.claims = claims
        self.reason = reason
        self.applicant = applicant
        self.papers = papers
        self.evidence = evidence
        self.way = way
        self.freezes = freezes
    }

    /// 本平台自有信息: whether the office that answers also handed the record in, so that nobody else need be asked.
    public var isOwn: Bool { department == office }

    /// 更正请求: one field and what it should say.
    public struct Claim: Sendable, Hashable {
        /// Name of the field in the pack.
        public let field: String
        /// What it should say.
        public let says: String

        /// One field and what it should say.
        public init(field: String, says: String) {
            self.field = field
            self.says = says
        }
    }

    /// 申请人: in what capacity somebody objects.
    public enum Applicant: String, Sendable, Hashable, CaseIterable {
        /// 信息主体本单位.
        case company
        /// 代理人, with a power of attorney.
        case agent
        /// 利害关系人: somebody else whom the record touches.
        case entitled

        /// What it is called.
        public var title: Label {
            switch self {
            case .company: Label("信息主体本单位", "The subject itself")
            case .agent: Label("代理人", "An agent with a power of attorney")
            case .entitled: Label("其他利害关系人", "Somebody else whom the record touches")
            }
        }
    }
}

/// 异议理由: what is said to be wrong; a record is frozen once for each (R7).
public enum ObjectionGround: String, Sendable, Hashable, CaseIterable {
    /// 主体错误: it is about somebody else.
    case wrongSubject = "wrong-subject"
    /// 内容错误.
    case wrongContent = "wrong-content"
    /// 不应当公示.
    case notPublic = "not-public"
    /// 已经修复、撤销或者期满.
    case alreadyEnded = "already-ended"
    /// 其他.
    case other

    /// What it is called.
    public var title: Label {
        switch self {
        case .wrongSubject: Label("信息不属于该主体", "It is about somebody else")
        case .wrongContent: Label("内容有错误或者遗漏", "Something in it is wrong or missing")
        case .notPublic: Label("依法不应当公示", "By law it should not be public")
        case .alreadyEnded: Label("已经修复、撤销或者期满", "It was repaired, annulled or has expired")
        case .other: Label("其他", "Something else")
        }
    }

    /// Whether the platform's own handling is in question, which the city's office judges without the provider; so whatever
    /// it decides touches the publication of a record and never its validity (R5).
    public var isOfHandling: Bool { self == .notPublic || self == .alreadyEnded || self == .other }
}
