/// 经办人绑定: that a person acts for a company, as an officer found it in the papers. The person is told by name and
/// account only; no number of a document of theirs is kept, and nothing about them is evaluated or published (R1, R10).
public struct AgentBinding: Hashable, Sendable {
    /// Id of the agent.
    public let agent: String
    /// 姓名.
    public let person: String
    /// 统一社会信用代码 of the company.
    public let code: String
    /// 授权材料: SHA-256 of the paper that was seen, in hexadecimal.
    public let paper: String
    /// The first day.
    public let from: Day
    /// 授权末日: the last day.
    public let until: Day
    /// 核验人: the officer who saw the papers.
    public let by: Officer
    /// 解除之日: the first day on which it no longer holds; nil where it runs to its end.
    public internal(set) var ended: Day?

    /// That a person acts for a company.
    public init(
        agent: String, person: String, code: String, paper: String, from: Day, until: Day, by: Officer,
        ended: Day? = nil
    ) {
        self.agent = agent
        self.person = person
        self.code = code
        self.paper = paper
        self.from = from
        self.until = until
        self.by = by
        self.ended = ended
    }

    /// Whether it holds on a day.
    public func holds(on day: Day) -> Bool { from <= day && day <= until && ended.map { day < $0 } ?? true }

    /// How long one paper binds at most; a longer one is shown again.
    /// - Unit: days
    public static let longest = 366
}

/// 经办人事件: somebody was bound to a company, or no longer acts for it.
public enum AgentEvent: Sendable, Hashable {
    /// 绑定.
    case bound(AgentBinding)
    /// 解除绑定, from a day on.
    case unbound(agent: String, from: Day, reason: String, by: Officer)

    var body: [UInt8] {
        switch self {
        case .bound(let binding):
            CanonicalWriter.object { writer in
                writer.put("agent", binding.agent)
                writer.put("by", canonical: binding.by.canonical)
                writer.put("code", binding.code)
                writer.put("event", "agent.bound")
                writer.put("from", binding.from)
                writer.put("paper", binding.paper)
                writer.put("person", binding.person)
                writer.put("until", binding.until)
            }
        case .unbound(let agent, let from, let reason, let by):
            CanonicalWriter.object { writer in
                writer.put("agent", agent)
                writer.put("by", canonical: by.canonical)
                writer.put("event", "agent.unbound")
                writer.put("from", from)
                writer.put("reason", reason)
            }
        }
    }

    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        switch name {
        case "agent.bound":
            self = .bound(
                AgentBinding(
                    agent: try reader.require("agent"), person: try reader.require("person"),
                    code: try reader.require("code"), paper: try reader.require("paper"),
                    from: try reader.requireDay("from"), until: try reader.requireDay("until"),
                    by: try reader.requireOfficer("by")))
        case "agent.unbound":
            self = .unbound(
                agent: try reader.require("agent"), from: try reader.requireDay("from"),
                reason: try reader.require("reason"), by: try reader.requireOfficer("by"))
        default: return nil
        }
    }
}

extension People {
    /// 绑定经办人, from today: by an officer who saw the papers.
    ///
    /// - Parameter paper: digest of the paper.
    public func bind(
        agent: String, person: String, code: String, paper: String?, until: Day?, by officer: Officer, on day: Day
    ) throws(AgentProblem) -> PeopleEvent {
        guard CreditCode(code) != nil else { throw .badCode }
        guard let paper, paper.utf8.count == 64 else { throw .noPaper }
        guard let until, until >= day, until - day < AgentBinding.longest else {
            throw .badPeriod(most: AgentBinding.longest)
        }
        // Nobody judges their own case: whoever works here does not let themselves in by the other door.
        guard agent != officer.account else { throw .ownBinding }
        if let known = bindings[agent], known.holds(on: day) { throw .bound(known.code) }
        return .agent(
            .bound(
                AgentBinding(
                    agent: agent, person: person, code: code, paper: paper, from: day, until: until, by: officer)))
    }

    /// 解除绑定, from today.
    public func unbind(
        agent: String, reason: String, by officer: Officer, on day: Day
    ) throws(AgentProblem) -> PeopleEvent {
        guard let known = bindings[agent], known.holds(on: day) else { throw .notBound }
        guard reason.contains(where: { !$0.isWhitespace }), ResidentNumber.masking(reason) == reason else {
            throw .noReason
        }
        return .agent(.unbound(agent: agent, from: day, reason: reason, by: officer))
    }
}

/// 经办人问题: why somebody is not bound to a company, or may not do something for it; codes in `docs/problems.md`.
public enum AgentProblem: CaseProblem, Hashable {
    /// The code is no unified code.
    case badCode
    /// No paper was seen.
    case noPaper
    /// The last day is missing, past or too far.
    case badPeriod(most: Int)
    /// Somebody would bind themselves.
    case ownBinding
    /// The agent acts for a company already.
    case bound(String)
    /// The agent acts for no company today.
    case notBound
    /// No reason was given, or it holds a person's number.
    case noReason
    /// The name, contact or code of who signs up is missing, too long, taken or holds a person's number.
    case badText(Label)
    /// What is asked is about another company.
    case otherCompany

    /// Code of the problem.
    public var code: String {
        switch self {
        case .badCode: "AGT-101"
        case .noPaper: "AGT-102"
        case .badPeriod: "AGT-103"
        case .ownBinding: "AGT-104"
        case .bound: "AGT-105"
        case .notBound: "AGT-106"
        case .noReason: "AGT-107"
        case .badText: "AGT-108"
        case .otherCompany: "AGT-109"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .badCode:
            Label("统一社会信用代码不正确，请按营业执照核对。", "The unified code is not right; check it against the licence.")
        case .noPaper: Label("请附上所见的授权材料。", "Attach the paper that was seen.")
        case .badPeriod(let most):
            Label("授权末日不能早于今天，也不能超过 \(most) 日。", "The last day lies today or later, and within \(most) days.")
        case .ownBinding: Label("不能绑定自己；请由另一名工作人员核验。", "Nobody binds themselves; another officer sees the papers.")
        case .bound(let code):
            Label("该经办人已经绑定 \(code)，请先解除。", "The agent is bound to \(code) already; unbind it first.")
        case .notBound:
            Label("该经办人今天没有绑定任何企业；请到窗口核验授权材料。", "The agent acts for no company today; show the papers at the window.")
        case .noReason: Label("请写明事由，不要填写证件号码。", "Give the reason, without any document number.")
        case .badText(let what):
            Label(
                "\(what.chinese)未填、过长、已被使用或含有证件号码，请改正。",
                "The \(what.english) is missing, too long, taken or holds a document number; mend it.")
        case .otherCompany:
            Label("这条信息不属于您经办的企业。", "This is not about the company you act for.")
        }
    }
}
