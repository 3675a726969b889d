/// 承诺事件: a step of a commitment, from its signing to its end.
public struct CommitmentEvent: Sendable, Equatable {
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "commitment"
    /// Id of the case.
    public let commitment: String
    /// The day.
    public let day: Day
    /// 经办人; of a decision the second officer.
    public let by: Officer
    /// What was done.
    public let step: Step

    init(_ commitment: String, _ day: Day, _ by: Officer, _ step: Step) {
        self.commitment = commitment
        self.day = day
        self.by = by
        self.step = step
    }

    /// 步骤.
    public enum Step: Sendable, Equatable {
        /// 签订承诺书.
        case signed(CommitmentLetter)
        /// 补齐材料.
        case supplied(items: [String], papers: String)
        /// 纳入监管.
        case supervised(CommitmentSupervision)
        /// 核查.
        case checked(paper: ListingPaper, finding: String)
        /// 全部履行.
        case fulfilled(paper: ListingPaper, finding: String)
        /// 撤回承诺.
        case withdrawn(paper: ListingPaper, reason: String)
        /// 制发拟认定违诺告知书.
        case noticeDrawn(BreachNotice)
        /// 告知书送达.
        case noticeServed(Delivery)
        /// 收到陈述申辩.
        case answered(BreachAnswer)
        /// 拟定违诺认定.
        case proposed(BreachDecision)
        /// 退回重拟.
        case sentBack(reason: String)
        /// 违诺认定决定: by the officer who proposed it and by a second.
        case decided(BreachDecision, first: Officer)
        /// 决定书送达: from here on it is in force, and a record.
        case decisionServed(Delivery, record: String)
        /// 不予认定.
        case dropped(reason: String)
        /// 提前解除重点监管; where so decided the publication of the record ends with it.
        case released(paper: ListingPaper, ground: ListExit, reason: String, endsPublication: Bool)
        /// 撤销违诺认定.
        case annulled(paper: ListingPaper, reason: String)
    }

    /// The name of the step, as the log and the tables spell it.
    public var word: String {
        switch step {
        case .signed: "signed"
        case .supplied: "supplied"
        case .supervised: "supervised"
        case .checked: "checked"
        case .fulfilled: "fulfilled"
        case .withdrawn: "withdrawn"
        case .noticeDrawn: "notice-drawn"
        case .noticeServed: "notice-served"
        case .answered: "answered"
        case .proposed: "proposed"
        case .sentBack: "sent-back"
        case .decided: "decided"
        case .decisionServed: "decision-served"
        case .dropped: "dropped"
        case .released: "released"
        case .annulled: "annulled"
        }
    }
}

/// 纳入监管: who checks whether a promise is kept, and by when.
public struct CommitmentSupervision: Sendable, Hashable {
    /// 文书.
    public let paper: ListingPaper
    /// 监管单位: code of the organ.
    public let organ: String
    /// 监管期限.
    public let term: CommitmentTerm
    /// 监管措施: how it is checked.
    public let plan: String

    /// Who checks, and by when.
    public init(paper: ListingPaper, organ: String, term: CommitmentTerm, plan: String) {
        self.paper = paper
        self.organ = organ
        self.term = term
        self.plan = plan
    }
}
