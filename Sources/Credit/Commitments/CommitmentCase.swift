/// 承诺案: a commitment as its events have made it. Each stage carries what it rests on, so that no breach is without its
/// notice, service, proposal and second officer (R4).
public struct CommitmentCase: Sendable, Equatable {
    /// Id of the case.
    public let id: String
    /// The letter that was signed.
    public let letter: CommitmentLetter
    /// 受理单位: code of the organ that took it.
    public let receiver: String
    /// 阶段.
    public private(set) var stage: Stage = .signed
    /// 监管; nil before.
    public private(set) var supervision: CommitmentSupervision?
    /// 已补齐的材料.
    public private(set) var supplied: Set<String> = []
    /// How many breaches were ever served.
    public private(set) var breaches = 0
    /// Numbers of the decisions that were ever made, so that none is used twice.
    public private(set) var decisionNumbers: Set<String> = []
    /// The day of the last event.
    public private(set) var changed: Day
    /// What happened, earliest first.
    public private(set) var events: [CommitmentEvent]

    /// 阶段: where the case stands, with what it rests on.
    public enum Stage: Sendable, Equatable {
        /// 已签订.
        case signed
        /// 监管中.
        case supervised
        /// 告知书已制发.
        case noticed(BreachNotice)
        /// 陈述申辩期内, or over.
        case told(BreachTold)
        /// 待第二名经办人决定.
        case proposed(BreachProposed)
        /// 已决定, to be served.
        case decided(BreachDecided)
        /// 违诺.
        case breached(CommitmentBreach)
        /// 全部履行.
        case fulfilled
        /// 已撤回.
        case withdrawn
    }

    /// The case that these events make; nil where they do not begin with its signing or do not follow one another.
    public init?(_ events: some Sequence<CommitmentEvent>) {
        var made: CommitmentCase?
        for event in events {
            if case .signed(let letter) = event.step {
                guard made == nil else { return nil }
                made = CommitmentCase(letter, event)
            } else if made == nil || made?.take(event) != true {
                return nil
            }
        }
        guard let made else { return nil }
        self = made
    }

    private init(_ letter: CommitmentLetter, _ event: CommitmentEvent) {
        (id, self.letter, receiver) = (event.commitment, letter, event.by.organ)
        (changed, events) = (event.day, [event])
    }

    /// 尚缺材料, in the order of the letter.
    public var outstanding: [String] { letter.missing.filter { !supplied.contains($0) } }

    /// 承办单位: code of the organ that has the case: who supervises it, else who took it.
    public var keeper: String { supervision?.organ ?? receiver }

    /// The breach in force; nil where there is none.
    public var breach: CommitmentBreach? { if case .breached(let breach) = stage { breach } else { nil } }

    /// Takes in what happened; false where it cannot have happened at this stage.
    mutating func take(_ event: CommitmentEvent) -> Bool {
        guard event.commitment == id, event.day >= changed, let next = after(event) else { return false }
        switch event.step {
        case .supplied(let items, _): supplied.formUnion(items)
        case .supervised(let supervision): self.supervision = supervision
        case .decided(let decision, _): decisionNumbers.insert(decision.paper.number)
        case .decisionServed: breaches += 1
        default: break
        }
        stage = next
        changed = event.day
        events.append(event)
        return true
    }

    /// The stage to which a step leads; nil where it does not follow.
    private func after(_ event: CommitmentEvent) -> Stage? {
        switch (event.step, stage) {
        case (.supplied(let items, _), .signed), (.supplied(let items, _), .supervised):
            return items.allSatisfy(outstanding.contains) ? stage : nil
        case (.supervised, .signed), (.supervised, .supervised), (.checked, .supervised): return .supervised
        case (.fulfilled, .signed), (.fulfilled, .supervised): return outstanding.isEmpty ? .fulfilled : nil
        case (.withdrawn, .signed), (.withdrawn, .supervised): return .withdrawn
        case (.noticeDrawn(let notice), .supervised): return .noticed(notice)
        case (.noticeServed(let service), .noticed(let notice)): return .told(BreachTold(notice, service))
        case (.answered(let answer), .told(var told)):
            told.answers.append(answer)
            return .told(told)
        case (.proposed(let decision), .told(let told)):
            return .proposed(BreachProposed(told, decision, by: event.by))
        case (.sentBack, .proposed(let proposed)): return .told(proposed.told)
        case (.decided(let decision, let first), .proposed(let proposed)):
            guard decision == proposed.decision, first == proposed.by, let pair = OfficerPair(first, event.by) else {
                return nil
            }
            return .decided(BreachDecided(proposed, by: pair))
        case (.decisionServed(let service, let record), .decided(let decided)):
            return .breached(CommitmentBreach(decided, service, record: record, ordinal: breaches + 1))
        case (.dropped, .noticed), (.dropped, .told), (.dropped, .proposed): return .supervised
        case (.released, .breached(var breach)):
            guard breach.released == nil else { return nil }
            breach.released = event.day
            return .breached(breach)
        case (.annulled, .breached): return .supervised
        default: return nil
        }
    }

    /// Whether nothing is left to be done.
    public func isClosed(on day: Day) -> Bool {
        switch stage {
        case .fulfilled, .withdrawn: true
        case .breached(let breach): !breach.isSupervised(on: day)
        default: false
        }
    }
}

extension CommitmentCase.Stage {
    /// The word it is stored as.
    public var word: String {
        switch self {
        case .signed: "signed"
        case .supervised: "supervised"
        case .noticed: "noticed"
        case .told: "told"
        case .proposed: "proposed"
        case .decided: "decided"
        case .breached: "breached"
        case .fulfilled: "fulfilled"
        case .withdrawn: "withdrawn"
        }
    }

    /// What it is called at the desk.
    public var title: Label {
        switch self {
        case .signed: Label("已签订", "Signed")
        case .supervised: Label("监管中", "Under supervision")
        case .noticed: Label("告知书已制发，待送达", "Notice drawn up, to be served")
        case .told: Label("已告知，陈述申辩", "Told, to be answered")
        case .proposed: Label("待第二名经办人决定", "Proposed, to be decided by a second officer")
        case .decided: Label("已决定，待送达", "Decided, to be served")
        case .breached: Label("违诺", "Broken")
        case .fulfilled: Label("全部履行", "Fulfilled")
        case .withdrawn: Label("已撤回", "Withdrawn")
        }
    }
}
