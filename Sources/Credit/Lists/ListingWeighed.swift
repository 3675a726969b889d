/// 核实意见: what came of weighing the answer, and what the organ's procedure asks for from here on, as it was that day.
public struct ListingWeighing: Sendable, Hashable {
    /// 核实意见.
    public let opinion: String
    /// 不予听证的依据和理由; nil where one was held or none was asked for.
    public let noHearing: String?
    /// 无须告知的依据; nil where notice was given.
    public let noNotice: String?
    /// 审批环节.
    public let chain: [SignOffStep]
    /// Whether the superior's consent is needed.
    public let needsConsent: Bool

    /// What came of weighing it; the chain and the consent are those that the rules ask for on the day.
    ///
    /// - Throws: where the pack has no chain of signatures for that day.
    public init(
        opinion: String, noHearing: String?, list: ListRule, procedure: ListingProcedure, on day: Day
    ) throws(ListingProblem) {
        guard let chain = procedure.chain.value(on: day), let notice = procedure.notice.step(on: day) else {
            throw .noProcedure
        }
        self.opinion = opinion
        self.noHearing = noHearing
        noNotice =
            notice.value == .owed || list.kind == .black
            ? nil : notice.source.document + (notice.source.clause.map { " \($0)" } ?? "")
        self.chain = chain
        needsConsent = list.role(on: day) == .ownWithConsent
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("chain", chain.map { $0.code + ($0.isOther ? "!" : "") })
            writer.put("consent", needsConsent)
            writer.put("noHearing", noHearing)
            writer.put("noNotice", noNotice)
            writer.put("opinion", opinion)
            writer.put("titles", chain.flatMap { [$0.title.chinese, $0.title.english] })
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        let (codes, titles) = (reader.texts("chain"), reader.texts("titles"))
        guard !codes.isEmpty, titles.count == codes.count * 2 else { throw CanonicalFault(missing: "chain") }
        chain = codes.enumerated().map { index, code in
            SignOffStep(
                code: code.hasSuffix("!") ? String(code.dropLast()) : code,
                title: Label(titles[index * 2], titles[index * 2 + 1]), isOther: code.hasSuffix("!"))
        }
        opinion = try reader.require("opinion")
        noHearing = reader.text("noHearing")
        noNotice = reader.text("noNotice")
        needsConsent = reader.truth("consent")
    }
}

/// 审批中: notice and answer are behind it, or were not owed; signatures are gathered in their order.
public struct ListingWeighed: Sendable, Equatable {
    /// Who is meant.
    public let candidate: ListingCandidate
    /// The notice with its answers; nil where none was owed.
    public let notified: ListingNotified?
    /// What came of weighing it.
    public let weighing: ListingWeighing
    /// 核实人: who weighed it.
    public let by: Officer
    /// The day it was weighed.
    public let day: Day
    /// 签署, in order.
    public internal(set) var signatures: [ListingSigned] = []
    /// 退回: how often it was sent back.
    public internal(set) var returns = 0

    init(
        candidate: ListingCandidate, notified: ListingNotified?, weighing: ListingWeighing, by: Officer, day: Day
    ) {
        self.candidate = candidate
        self.notified = notified
        self.weighing = weighing
        self.by = by
        self.day = day
    }

    /// All who took part so far: who proposed, who weighed, who signed. None of them reviews or decides it.
    var officers: [Officer] { [candidate.by, by] + signatures.map(\.by) }

    /// The step whose turn it is; nil where all have signed.
    public var next: SignOffStep? {
        signatures.count < weighing.chain.count ? weighing.chain[signatures.count] : nil
    }

    /// 签署: the step whose turn it is agrees, or sends the case back to the beginning of the chain.
    ///
    /// - Throws: where it is the turn of another step, or a step that must be another person's is not.
    public func sign(
        _ signature: ListingSignature, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        guard let next else { throw .outOfOrder }
        guard next.code == signature.step else { throw .otherStep(next.title) }
        guard !signature.opinion.isEmpty else { throw .missing(Label("意见", "the opinion")) }
        guard day >= self.day else { throw .dayTooEarly(self.day) }
        if next.isOther {
            for earlier in officers where OfficerPair(earlier, officer) == nil { throw .sameOfficer }
        }
        return ListingEvent(candidate.id, day, officer, .signed(signature))
    }
}

/// 签署: who signed which step, when, with what opinion.
public struct ListingSigned: Sendable, Hashable {
    /// What was signed.
    public let signature: ListingSignature
    /// Who signed.
    public let by: Officer
    /// The day.
    public let day: Day
}

/// 签署意见.
public struct ListingSignature: Sendable, Hashable {
    /// Code of the step.
    public let step: String
    /// Whether the step agrees; otherwise the case goes back to the beginning of the chain.
    public let agrees: Bool
    /// 意见.
    public let opinion: String

    /// A signature.
    public init(step: String, agrees: Bool, opinion: String) {
        self.step = step
        self.agrees = agrees
        self.opinion = opinion
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("agrees", agrees)
            writer.put("opinion", opinion)
            writer.put("step", step)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            step: try reader.require("step"), agrees: reader.truth("agrees"), opinion: try reader.require("opinion"))
    }
}
