/// 列入决定书: what was decided; nothing of it can be left out (R3).
public struct ListingDecision: Sendable, Hashable {
    /// 文书.
    public let paper: ListingPaper
    /// 事实和理由.
    public let facts: String
    /// 依据.
    public let basis: String
    /// 措施: codes of the national list that may rest on it.
    public let measures: [String]
    /// 终止.
    public let end: ListingEnd
    /// 救济途径: where and until when it can be contested, and how the list is left.
    public let remedy: String

    /// What was decided.
    public init(
        paper: ListingPaper, facts: String, basis: String, measures: [String], end: ListingEnd, remedy: String
    ) {
        self.paper = paper
        self.facts = facts
        self.basis = basis
        self.measures = measures
        self.end = end
        self.remedy = remedy
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("basis", basis)
            writer.put("end", canonical: end.canonical)
            writer.put("facts", facts)
            writer.put("measures", measures)
            writer.put("number", paper.number)
            writer.put("paperDay", paper.day)
            writer.put("remedy", remedy)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            paper: try ListingPaper(reader), facts: try reader.require("facts"), basis: try reader.require("basis"),
            measures: reader.texts("measures"), end: try ListingEnd(canonical: try ListingBytes.object("end", reader)),
            remedy: try reader.require("remedy"))
    }
}

/// 已决定: the decision is written and binds nobody until it is served.
public struct ListingDecided: Sendable, Equatable {
    /// What it follows from.
    public let cleared: ListingCleared
    /// The decision.
    public let decision: ListingDecision
    /// 决定人.
    public let by: Officer
    /// The day it was written.
    public let day: Day

    /// Who is meant.
    public var candidate: ListingCandidate { cleared.candidate }

    /// 送达决定书: the subject is on the list from here.
    ///
    /// - Parameters:
    ///   - service: nil where the days given are no service.
    ///   - bases: how the records that it rests on stand on the day; on a fallen one nobody is put on a list (R5).
    public func serve(
        _ service: Delivery?, bases: ListingBases, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        guard let service else { throw .noService }
        try service.begun.check(notBefore: self.day, on: day)
        try service.served.check(notBefore: self.day, on: day)
        try bases.checkHeld()
        return ListingEvent(candidate.id, day, officer, .decisionServed(service))
    }
}
