/// 认定程序: what must happen before a list of a kind may hold somebody, by day: notice, time to answer, hearing and the
/// chain of signatures. What nobody has read is nil and stays unknown (R13).
///
/// A list of dishonesty owes its notice by code and not by this: the loader refuses a procedure that says otherwise (R4).
public struct ListingProcedure: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 名单性质 that it governs unless a list is named.
    public let kinds: [ListKind]
    /// 名单: codes of lists that it governs whatever their kind.
    public let lists: [String]
    /// 事先告知, by day.
    public let notice: Dated<NoticeDuty>
    /// 陈述申辩期限, by day; nil where none is known.
    public let answer: Dated<CaseClock.Term>?
    /// 听证, by day; nil where nothing is known.
    public let hearing: Dated<HearingDuty>?
    /// 审批环节, by day.
    public let chain: Dated<[SignOffStep]>
    /// 告知书格式; nil where no notice is given.
    public let noticeForm: ListingPaperForm?
    /// 决定书格式.
    public let decisionForm: ListingPaperForm?
    /// 说明.
    public let note: Label?

    /// A procedure.
    public init(
        code: String, kinds: [ListKind], lists: [String], notice: Dated<NoticeDuty>, answer: Dated<CaseClock.Term>?,
        hearing: Dated<HearingDuty>?, chain: Dated<[SignOffStep]>, noticeForm: ListingPaperForm? = nil,
        decisionForm: ListingPaperForm? = nil, note: Label?
    ) {
        self.code = code
        self.kinds = kinds
        self.lists = lists
        self.notice = notice
        self.answer = answer
        self.hearing = hearing
        self.chain = chain
        self.noticeForm = noticeForm
        self.decisionForm = decisionForm
        self.note = note
    }

    /// 告知义务.
    public enum NoticeDuty: String, Hashable, Sendable, CaseIterable {
        /// 须事先书面告知.
        case owed
        /// 没有事先告知的义务.
        case notOwed = "not-owed"

        /// What it is called.
        public var title: Label {
            switch self {
            case .owed: Label("须事先书面告知", "owed in writing")
            case .notOwed: Label("没有事先告知的义务", "not owed")
            }
        }
    }

    /// 听证义务.
    public enum HearingDuty: String, Hashable, Sendable, CaseIterable {
        /// 当事人要求的应当听证.
        case onRequest = "on-request"
        /// 不适用听证.
        case notOwed = "not-owed"

        /// What it is called.
        public var title: Label {
            switch self {
            case .onRequest: Label("当事人要求的应当听证", "held on request")
            case .notOwed: Label("不适用", "none")
            }
        }
    }
}

extension CaseClock.Term {
    /// 期限 in words.
    public var listingWords: Label {
        words
    }
}

/// 审批环节: one step of the chain of signatures.
public struct SignOffStep: Hashable, Sendable {
    /// The code, such as `legal`.
    public let code: String
    /// 名称, such as 法制审核.
    public let title: Label
    /// Whether whoever signs must be another person than everybody who signed before.
    public let isOther: Bool

    /// A step of the chain.
    public init(code: String, title: Label, isOther: Bool) {
        self.code = code
        self.title = title
        self.isOther = isOther
    }
}

extension ListRule {
    /// What the city has to do with the list on a day; nil before anything is known.
    public func role(on day: Day) -> ListRole? { roles.value(on: day) }
}

extension Rules {
    /// The procedure of a list: one that names it, else one of its kind; nil where the pack has none.
    public func procedure(of list: ListRule) -> ListingProcedure? {
        procedures.first { $0.lists.contains(list.code) } ?? procedures.first { $0.kinds.contains(list.kind) }
    }
}
