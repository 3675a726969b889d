/// 在列: the decision was served, so the entry stands. It can only be made by going the whole way; whatever rests on an
/// entry takes this and nothing less (R3, R4).
public struct ListingStanding: Sendable, Equatable {
    /// What it follows from.
    public let decided: ListingDecided
    /// How the decision was served.
    public let service: Delivery
    /// 终止, as the decision or the latest review set it.
    public internal(set) var end: ListingEnd
    /// 公示记录: id of the record that publishes it; nil while it is not published.
    public internal(set) var record: String?
    /// 复核, in order.
    public internal(set) var reviews: [ListingReview] = []

    init(decided: ListingDecided, service: Delivery) {
        self.decided = decided
        self.service = service
        end = decided.decision.end
    }

    /// Id of the case.
    public var id: String { candidate.id }
    /// Who is meant.
    public var candidate: ListingCandidate { decided.candidate }
    /// The decision.
    public var decision: ListingDecision { decided.decision }

    /// Whether it stands on a day; an entry with a last day is over by itself after it.
    public func stands(on day: Day) -> Bool { day >= service.served && !end.isOver(on: day) }

    /// 公示.
    public func publish(
        as record: String, bases: ListingBases, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        guard self.record == nil else { throw .published }
        try bases.checkHeld()
        guard stands(on: day) else { throw .outOfOrder }
        return ListingEvent(id, day, officer, .published(record: record))
    }

    /// 复核: somebody other than who decided found that it stands on; the end may be earlier than before or, where it is
    /// looked at again by a day, a later day of review.
    public func review(
        _ review: ListingReview, under list: ListRule, bases: ListingBases, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        try notOwn(officer)
        try bases.checkHeld()
        guard !review.reason.isEmpty else { throw .missing(Label("复核意见", "what the review found")) }
        switch (end, review.end) {
        case (.lastDay(let before), .lastDay(let after)):
            guard after <= before else { throw .endTooLong(before) }
        case (.untilCured(let before, _), .untilCured(let after, _)),
            (.byArticle(let before, _), .byArticle(let after, _)):
            guard before == after else { throw .endOfOtherForm }
        case (.untilCured, .lastDay), (.byArticle, .lastDay): break
        default: throw .endOfOtherForm
        }
        try review.end.checkDays(on: day)
        return ListingEvent(id, day, officer, .reviewed(review))
    }

    /// 移出: the recogniser's own decision, on a ground that the list knows; a repair of something else is none (谁认定谁修复).
    public func leave(
        _ exit: ListingExitDecision, under list: ListRule, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        try exit.paper.check(notBefore: service.served, on: day)
        guard list.exits.contains(exit.ground) else { throw .exitUnknown(exit.ground) }
        guard !exit.reason.isEmpty else { throw .missing(Label("理由", "the reason")) }
        if exit.ground == .termOver {
            guard case .lastDay(let last) = end else { throw .endOfOtherForm }
            guard day > last else { throw .termNotOver(last) }
        } else {
            // That a term is over needs no judgment; everything else is judged by somebody other than who decided.
            try notOwn(officer)
        }
        return ListingEvent(id, day, officer, .left(exit))
    }

    /// The entry as a review leaves it.
    public func after(_ event: ListingEvent) throws(ListingProblem) -> ListingStanding {
        guard case .standing(let standing) = try Listing.Stage.standing(self).after(event) else { throw .outOfOrder }
        return standing
    }

    private func notOwn(_ officer: Officer) throws(ListingProblem) {
        guard OfficerPair(decided.by, officer) != nil else { throw .sameOfficer }
    }
}

/// 复核决定.
public struct ListingReview: Sendable, Hashable {
    /// 复核意见.
    public let reason: String
    /// 终止, from here on.
    public let end: ListingEnd

    /// That an entry stands on.
    public init(reason: String, end: ListingEnd) {
        self.reason = reason
        self.end = end
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("end", canonical: end.canonical)
            writer.put("reason", reason)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            reason: try reader.require("reason"), end: try ListingEnd(canonical: try ListingBytes.object("end", reader))
        )
    }
}

/// 移出决定.
public struct ListingExitDecision: Sendable, Hashable {
    /// 文书.
    public let paper: ListingPaper
    /// 退出情形.
    public let ground: ListExit
    /// 理由.
    public let reason: String

    /// A decision that takes a subject off a list.
    public init(paper: ListingPaper, ground: ListExit, reason: String) {
        self.paper = paper
        self.ground = ground
        self.reason = reason
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("ground", ground.rawValue)
            writer.put("number", paper.number)
            writer.put("paperDay", paper.day)
            writer.put("reason", reason)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            paper: try ListingPaper(reader), ground: try ListingBytes.word("ground", reader),
            reason: try reader.require("reason"))
    }
}
