/// 异议: a case, as its events have made it. What may be done next depends on the stage, and each stage carries what it
/// rests on, so that no decision is without its proposal and no closing without its service.
public struct Objection: Sendable, Equatable {
    /// What was filed.
    public let filing: ObjectionFiling
    /// The day it was filed: from here on the record is marked.
    public let filedOn: Day
    /// 阶段.
    public private(set) var stage: Stage = .filed
    /// 补正告知: what was missing when it was returned; nil where it never was.
    public private(set) var missing: [String]?
    /// 核查意见, in order.
    public private(set) var answers: [ProviderAnswer] = []
    /// 决定, the first and, where it was asked for, the second.
    public private(set) var decisions: [Made] = []
    /// Whether the second look was asked for.
    public private(set) var isSecond = false
    /// The stage at which a decision was proposed, to which it goes back; nil where none is proposed.
    private var before: Stage?
    /// 结案日; nil while it is open.
    public private(set) var closedOn: Day?
    /// Whether the note stays after closing.
    public private(set) var keepsNote = false

    /// 决定: what was decided, by whom, when.
    public struct Made: Sendable, Equatable {
        /// The decision.
        public let decision: ObjectionDecision
        /// The two who made it.
        public let by: OfficerPair
        /// The day.
        public let day: Day

        /// Whether a service of it can be: it was sent when it had been made, and has reached whom it concerns.
        func admits(_ service: Delivery, on today: Day) -> Bool {
            service.begun >= day && service.served <= today
        }
    }

    /// 阶段: where the case stands, with what it rests on.
    public enum Stage: Sendable, Equatable {
        /// 已提出.
        case filed
        /// 待补正.
        case returned(missing: [String])
        /// 已受理.
        case accepted
        /// 核查中: the provider has been asked.
        case routed(to: String)
        /// 已核查.
        case answered(ProviderAnswer)
        /// 待复核.
        case proposed(ObjectionDecision, by: Officer)
        /// 已决定, to be served.
        case decided(Made)
        /// 已送达.
        case served(Made, Delivery)
        /// 复核中: the second look.
        case again
        /// 已结案.
        case closed

        /// The word it is stored as.
        public var word: String {
            switch self {
            case .filed: "filed"
            case .returned: "returned"
            case .accepted: "accepted"
            case .routed: "routed"
            case .answered: "answered"
            case .proposed: "proposed"
            case .decided: "decided"
            case .served: "served"
            case .again: "again"
            case .closed: "closed"
            }
        }

        /// What it is called.
        public var title: Label {
            switch self {
            case .filed: Label("已提出，待受理", "Filed, to be accepted")
            case .returned: Label("待申请人补正", "Waiting for what was missing")
            case .accepted: Label("已受理", "Accepted")
            case .routed: Label("提供单位核查中", "With the provider")
            case .answered: Label("已核查，待拟定意见", "Checked, decision to be proposed")
            case .proposed: Label("待第二名经办人复核", "Proposed, to be decided by a second officer")
            case .decided: Label("已决定，待送达", "Decided, to be served")
            case .served: Label("已送达", "Served")
            case .again: Label("复核中", "Second look")
            case .closed: Label("已结案", "Closed")
            }
        }
    }

    /// A case as its filing makes it.
    public init(_ filing: ObjectionFiling, on day: Day) {
        (self.filing, filedOn) = (filing, day)
    }

    /// The case that these events make; nil where they do not begin with its filing or do not follow one another.
    public init?(_ events: some Sequence<(day: Day, event: ObjectionEvent)>) {
        var made: Objection?
        for (day, event) in events {
            if case .filed(let filing) = event {
                guard made == nil else { return nil }
                made = Objection(filing, on: day)
            } else if made == nil || made?.take(event, on: day) != true {
                return nil
            }
        }
        guard let made else { return nil }
        self = made
    }

    /// 承办单位: code of the organ whose turn it is; nil when it is closed.
    public var turn: String? {
        switch stage {
        case .closed: nil
        case .routed(let organ): organ
        default: filing.office
        }
    }

    /// 标注: what the record says of this case on a day.
    public func mark(on day: Day) -> ContestMark {
        guard filedOn <= day else { return .none }
        guard let closedOn, closedOn <= day else { return .open }
        return keepsNote ? .noted : .none
    }

    /// Takes in what happened; false where it cannot have happened at this stage.
    mutating func take(_ event: ObjectionEvent, on day: Day) -> Bool {
        guard event.id == filing.id, closedOn == nil else { return false }
        switch (event, stage) {
        case (.returned(_, let missing, _), .filed):
            (self.missing, stage) = (missing, .returned(missing: missing))
        case (.completed, .returned): stage = .filed
        case (.accepted, .filed): stage = .accepted
        case (.routed(_, let organ, _, _), .accepted), (.routed(_, let organ, _, _), .again),
            (.routed(_, let organ, _, _), .answered):
            stage = .routed(to: organ)
        case (.answered(_, let answer), .routed):
            answers.append(answer)
            stage = .answered(answer)
        case (.proposed(_, let decision, let officer), .accepted),
            (.proposed(_, let decision, let officer), .answered), (.proposed(_, let decision, let officer), .again),
            (.proposed(_, let decision, let officer), .routed):
            (before, stage) = (stage, .proposed(decision, by: officer))
        case (.sentBack, .proposed):
            guard let before else { return false }
            (self.before, stage) = (nil, before)
        case (.decided(_, let decision, let pair), .proposed(let proposed, let first)):
            guard proposed == decision, first == pair.first else { return false }
            let made = Made(decision: decision, by: pair, day: day)
            decisions.append(made)
            stage = .decided(made)
        case (.served(_, let service, _), .decided(let made)):
            guard made.admits(service, on: day) else { return false }
            stage = .served(made, service)
        case (.askedAgain, .served), (.askedAgain, .decided):
            guard !isSecond else { return false }
            (isSecond, stage) = (true, .again)
        case (.closed(_, _, let keeps, _), .served): close(on: day, keepsNote: keeps)
        case (.withdrawn, _): close(on: day, keepsNote: false)
        default: return false
        }
        return true
    }

    private mutating func close(on day: Day, keepsNote: Bool) {
        (closedOn, stage, self.keepsNote) = (day, .closed, keepsNote)
    }
}

/// 异议标注: what a record says of the objections to it (R7).
public enum ContestMark: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nobody objects.
    case none
    /// 有异议: the matter could not be resolved and the note stays.
    ///
    /// - Source: 征信业管理条例 第二十五条 as domain practice takes it over.
    case noted
    /// 异议处理中.
    case open

    /// The stronger mark is the greater.
    public static func < (left: ContestMark, right: ContestMark) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .noted: 1
        case .open: 2
        }
    }
}
