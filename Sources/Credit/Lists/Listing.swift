/// 名单认定案: a listing from its proposal to its exit, as its events make it. Each stage is a type that only the stage
/// before it can become, so that no entry is without its papers (R4).
public struct Listing: Sendable, Equatable {
    /// Id of the case.
    public let id: String
    /// Where it stands.
    public private(set) var stage: Stage
    /// What happened, earliest first.
    public private(set) var events: [ListingEvent]

    /// 阶段.
    public enum Stage: Sendable, Equatable {
        /// 拟列入.
        case candidate(ListingCandidate)
        /// 告知书待送达.
        case drawn(ListingDrawn)
        /// 申辩期.
        case notified(ListingNotified)
        /// 审批中.
        case weighed(ListingWeighed)
        /// 待上级同意.
        case agreed(ListingAgreed)
        /// 待决定.
        case cleared(ListingCleared)
        /// 决定书待送达.
        case decided(ListingDecided)
        /// 在列.
        case standing(ListingStanding)
        /// 已移出.
        case left(ListingStanding, ListingExitDecision)
        /// 不予列入.
        case dropped(ListingCandidate, reason: String)
    }

    /// The case that these events make.
    ///
    /// - Throws: where they do not follow from one another.
    public init(_ events: some Sequence<ListingEvent>) throws(ListingProblem) {
        var iterator = events.makeIterator()
        guard let first = iterator.next(), case .opened(let opening) = first.step else { throw .outOfOrder }
        id = first.listing
        stage = .candidate(ListingCandidate(id: id, opening: opening, by: first.by, day: first.day))
        self.events = [first]
        while let event = iterator.next() { try apply(event) }
    }

    /// The case after one more event.
    ///
    /// - Throws: where the event does not belong to the stage.
    public mutating func apply(_ event: ListingEvent) throws(ListingProblem) {
        guard event.listing == id else { throw .outOfOrder }
        stage = try stage.after(event)
        events.append(event)
    }

    /// Who is meant.
    public var candidate: ListingCandidate { stage.candidate }

    /// 不予列入: ends the case before anything was decided; a decision that was not served is dropped only where what it
    /// rests on has fallen, or where something adverse stands against a listing by merit.
    public func drop(
        reason: String, bases: ListingBases, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        if case .decided = stage, !bases.mustEnd { throw .outOfOrder }
        let event = try candidate.drop(reason: reason, by: officer, on: day)
        _ = try stage.after(event)
        return event
    }

    /// The entry, where it stands.
    public var standing: ListingStanding? { if case .standing(let standing) = stage { standing } else { nil } }
}

extension Listing {
    /// What a stage is called.
    ///
    /// - Parameters:
    ///   - word: as `Stage.word` spells it.
    ///   - turn: the step of the sign-off whose turn it is.
    public static func title(ofStage word: String, turn: Label?, isPublished: Bool) -> Label {
        switch word {
        case "candidate": Label("拟列入，待告知", "Proposed; notice to be drawn up")
        case "drawn": Label("告知书待送达", "Notice to be served")
        case "notified": Label("陈述申辩期", "Time to answer")
        case "weighed": Label("审批中：\(turn?.chinese ?? "")", "Sign-off: \(turn?.english ?? "")")
        case "agreed": Label("待上级同意", "Waiting for the superior’s consent")
        case "cleared": Label("待作出决定", "To be decided")
        case "decided": Label("决定书待送达", "Decision to be served")
        case "standing": isPublished ? Label("在列", "Listed") : Label("在列，待公示", "Listed; to be published")
        case "left": Label("已移出", "Left")
        default: Label("不予列入", "Not listed")
        }
    }
}

extension Listing.Stage {
    /// Who is meant.
    public var candidate: ListingCandidate {
        switch self {
        case .candidate(let candidate), .dropped(let candidate, _): candidate
        case .drawn(let drawn): drawn.candidate
        case .notified(let notified): notified.candidate
        case .weighed(let weighed): weighed.candidate
        case .agreed(let agreed): agreed.weighed.candidate
        case .cleared(let cleared): cleared.candidate
        case .decided(let decided): decided.candidate
        case .standing(let standing), .left(let standing, _): standing.candidate
        }
    }

    /// The name of the stage, as the tables spell it.
    public var word: String {
        switch self {
        case .candidate: "candidate"
        case .drawn: "drawn"
        case .notified: "notified"
        case .weighed: "weighed"
        case .agreed: "agreed"
        case .cleared: "cleared"
        case .decided: "decided"
        case .standing: "standing"
        case .left: "left"
        case .dropped: "dropped"
        }
    }

    /// What the stage is called.
    public var title: Label {
        switch self {
        case .weighed(let weighed): Listing.title(ofStage: word, turn: weighed.next?.title, isPublished: false)
        case .standing(let standing): Listing.title(ofStage: word, turn: nil, isPublished: standing.record != nil)
        default: Listing.title(ofStage: word, turn: nil, isPublished: false)
        }
    }

    /// The stage that an event leads to; this is the whole machine.
    func after(_ event: ListingEvent) throws(ListingProblem) -> Listing.Stage {
        switch (self, event.step) {
        case (.candidate(let candidate), .noticeDrawn(let notice)):
            return .drawn(ListingDrawn(candidate: candidate, notice: notice, day: event.day))
        case (.drawn(let drawn), .noticeServed(let service)):
            return .notified(ListingNotified(drawn: drawn, service: service))
        case (.notified(var notified), .answered(let answer)):
            notified.answers.append(answer)
            return .notified(notified)
        case (.notified(var notified), .hearingHeld(let hearing)):
            notified.hearing = hearing
            return .notified(notified)
        case (.notified(let notified), .weighed(let weighing)):
            return .weighed(
                ListingWeighed(
                    candidate: notified.candidate, notified: notified, weighing: weighing, by: event.by,
                    day: event.day))
        case (.candidate(let candidate), .weighed(let weighing)) where weighing.noNotice != nil:
            return .weighed(
                ListingWeighed(
                    candidate: candidate, notified: nil, weighing: weighing, by: event.by, day: event.day))
        case (.weighed(let weighed), .signed(let signature)): return weighed.after(signature, event)
        case (.agreed(let agreed), .consented(let consent)):
            return .cleared(ListingCleared(weighed: agreed.weighed, consent: consent))
        case (.cleared(let cleared), .decided(let decision)):
            return .decided(ListingDecided(cleared: cleared, decision: decision, by: event.by, day: event.day))
        case (.decided(let decided), .decisionServed(let service)):
            return .standing(ListingStanding(decided: decided, service: service))
        case (.standing(var standing), .published(let record)):
            standing.record = record
            return .standing(standing)
        case (.standing(var standing), .reviewed(let review)):
            standing.reviews.append(review)
            standing.end = review.end
            return .standing(standing)
        case (.standing(let standing), .left(let exit)): return .left(standing, exit)
        case (.candidate, .dropped(let reason)), (.drawn, .dropped(let reason)), (.notified, .dropped(let reason)),
            (.weighed, .dropped(let reason)), (.agreed, .dropped(let reason)), (.cleared, .dropped(let reason)),
            (.decided, .dropped(let reason)):
            return .dropped(candidate, reason: reason)
        default: throw .outOfOrder
        }
    }
}

extension ListingWeighed {
    fileprivate func after(_ signature: ListingSignature, _ event: ListingEvent) -> Listing.Stage {
        var weighed = self
        guard signature.agrees else {
            weighed.signatures = []
            weighed.returns += 1
            return .weighed(weighed)
        }
        weighed.signatures.append(ListingSigned(signature: signature, by: event.by, day: event.day))
        guard weighed.next == nil else { return .weighed(weighed) }
        return weighing.needsConsent
            ? .agreed(ListingAgreed(weighed: weighed))
            : .cleared(ListingCleared(weighed: weighed, consent: nil))
    }
}
