/// 待上级同意: every step of the chain has signed; the list asks for the superior's consent.
///
/// - Source: 国家市场监督管理总局令第44号
public struct ListingAgreed: Sendable, Equatable {
    /// What was signed.
    public let weighed: ListingWeighed

    /// 上级同意: the superior's paper is on file.
    public func consent(
        _ consent: ListingConsent, ownNames: [String], by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try weighed.candidate.follow(officer, day)
        guard !consent.organ.isEmpty else { throw .missing(Label("上级机关", "the superior organ")) }
        guard !officer.acts(for: consent.organ), !ownNames.contains(consent.organ) else { throw .consentOfOwn }
        try consent.paper.check(notBefore: weighed.day, on: day)
        return ListingEvent(weighed.candidate.id, day, officer, .consented(consent))
    }
}

/// 上级同意: of which organ, by which paper.
public struct ListingConsent: Sendable, Hashable {
    /// 上级机关.
    public let organ: String
    /// 文书.
    public let paper: ListingPaper

    /// A superior's consent.
    public init(organ: String, paper: ListingPaper) {
        self.organ = organ
        self.paper = paper
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("number", paper.number)
            writer.put("organ", organ)
            writer.put("paperDay", paper.day)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(organ: try reader.require("organ"), paper: try ListingPaper(reader))
    }
}

/// 可以决定: notice, answer, signatures and, where the list asks for it, consent are behind it. Only this can be decided.
public struct ListingCleared: Sendable, Equatable {
    /// What was signed.
    public let weighed: ListingWeighed
    /// 上级同意; nil where none is asked for.
    public let consent: ListingConsent?

    init(weighed: ListingWeighed, consent: ListingConsent?) {
        self.weighed = weighed
        self.consent = consent
    }

    /// Who is meant.
    public var candidate: ListingCandidate { weighed.candidate }

    /// 列入决定: by an officer other than who proposed it, weighed it or signed any step.
    ///
    /// - Parameters:
    ///   - bases: how the records that it rests on stand on the day.
    ///   - isTrader: whether the subject is known as a sole trader by now, by whatever code it goes (R1).
    /// - Throws: where the list is not in force on the day, the end does not fit the list's term, a measure is not in the
    ///   national list of that day, was not told in the notice, a record it rests on has fallen or is contested (R5, R7),
    ///   or who decides took part before.
    public func decide(
        _ decision: ListingDecision, under list: ListRule, measures: MeasureCatalogue, bases: ListingBases,
        isTrader: Bool, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        for earlier in weighed.officers where OfficerPair(earlier, officer) == nil { throw .sameOfficer }
        try decision.paper.check(notBefore: weighed.day, on: day)
        let status = list.status(on: day)
        guard list.code == candidate.opening.list, status == .inForce else { throw .notInForce(status, day) }
        try candidate.opening.check(against: list, isTrader: isTrader)
        try bases.checkHeld()
        if let contested = bases.contested.first { throw .contested(contested) }
        for (text, name) in [
            (decision.facts, Label("事实和理由", "facts and grounds")), (decision.basis, Label("依据", "the legal basis")),
            (decision.remedy, Label("救济途径", "how it can be contested")),
        ] where text.isEmpty { throw .missing(name) }
        _ = try decision.end.checked(by: list, on: decision.paper.day)
        let listed = measures.edition(on: day) == nil ? [] : measures.measures(on: day).map(\.code)
        // The national list has measures against dishonesty only.
        if list.kind.isMerit, let code = decision.measures.first { throw .measureNotListed(code) }
        for code in decision.measures {
            guard listed.contains(code) else { throw .measureNotListed(code) }
            if let told = weighed.notified?.drawn.notice.measures, !told.contains(code) {
                throw .measureNotTold(code)
            }
        }
        return ListingEvent(candidate.id, day, officer, .decided(decision))
    }
}
