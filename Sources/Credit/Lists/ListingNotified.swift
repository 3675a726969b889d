/// 已制发告知书: the notice is written and waits to be served.
public struct ListingDrawn: Sendable, Equatable {
    /// Who is meant.
    public let candidate: ListingCandidate
    /// The notice.
    public let notice: ListingNotice
    /// The day it was drawn up.
    public let day: Day

    /// 送达告知书: the time to answer runs from here.
    ///
    /// - Parameter service: nil where the days given are no service.
    public func serve(_ service: Delivery?, by officer: Officer, on day: Day) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        guard let service else { throw .noService }
        // Nothing was there to be served before it was drawn up, whatever day stands on it.
        try service.begun.check(notBefore: self.day, on: day)
        try service.served.check(notBefore: self.day, on: day)
        return ListingEvent(candidate.id, day, officer, .noticeServed(service))
    }
}

/// 申辩期: the notice was served; the subject may answer and ask to be heard.
public struct ListingNotified: Sendable, Equatable {
    /// What was told.
    public let drawn: ListingDrawn
    /// How it was served.
    public let service: Delivery
    /// 陈述申辩, in the order they came.
    public internal(set) var answers: [ListingAnswer] = []
    /// 听证; nil while none was held.
    public internal(set) var hearing: ListingHearing?

    init(drawn: ListingDrawn, service: Delivery) {
        self.drawn = drawn
        self.service = service
    }

    /// Who is meant.
    public var candidate: ListingCandidate { drawn.candidate }
    /// Whether a hearing was asked for.
    public var wantsHearing: Bool { answers.contains(where: \.wantsHearing) }

    /// What the clock of the time to answer is called.
    public static let clockCode = "listing-answer"

    /// 申辩期时限: runs from service.
    public var clock: CaseClock {
        let answer = drawn.notice.answer
        return CaseClock(
            code: ListingNotified.clockCode, term: answer.term,
            source: Source(document: answer.document, clause: answer.clause, mark: .unverified), started: service.served
        )
    }

    /// 收到陈述申辩: taken whether it comes within the time or later, as long as nothing was decided.
    public func receive(
        _ answer: ListingAnswer, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        guard !answer.text.isEmpty else { throw .missing(Label("陈述申辩内容", "what was answered")) }
        try answer.received.check(notBefore: service.served, on: day)
        return ListingEvent(candidate.id, day, officer, .answered(answer))
    }

    /// 举行听证: by somebody other than who proposed.
    public func hear(
        _ hearing: ListingHearing, by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        guard !hearing.record.isEmpty else { throw .missing(Label("听证笔录", "the minutes")) }
        guard OfficerPair(candidate.by, officer) != nil else { throw .sameOfficer }
        try hearing.held.check(notBefore: service.served, on: day)
        return ListingEvent(candidate.id, day, officer, .hearingHeld(hearing))
    }

    /// 核实: what was said was weighed, or nothing was said in the whole of the time.
    ///
    /// An answer that came early does not use up the rest of the time; nothing goes on before it is over.
    ///
    /// - Throws: while the time runs or its end is unknown, and where a hearing that was asked for was not held.
    public func weigh(
        _ weighing: ListingWeighing, in calendar: WorkingCalendar, hearing duty: ListingProcedure.HearingDuty?,
        by officer: Officer, on day: Day
    ) throws(ListingProblem) -> ListingEvent {
        try candidate.follow(officer, day)
        switch clock.deadline(in: calendar, on: day) {
        case .on(let last): guard day > last else { throw .answerTermRuns(last) }
        case .unknown(_, let year): throw .answerTermUnclear(year: year)
        }
        if wantsHearing, hearing == nil {
            guard duty != .onRequest, weighing.noHearing != nil else { throw .hearingOwed }
        }
        guard weighing.noNotice == nil else { throw .outOfOrder }
        guard !weighing.opinion.isEmpty else { throw .missing(Label("核实意见", "what came of weighing it")) }
        return ListingEvent(candidate.id, day, officer, .weighed(weighing))
    }
}

/// 陈述申辩.
public struct ListingAnswer: Sendable, Hashable {
    /// 收到之日.
    public let received: Day
    /// 内容.
    public let text: String
    /// Whether a hearing is asked for.
    public let wantsHearing: Bool
    /// Digest of the paper handed in; nil for none.
    public let file: String?

    /// What the subject answered.
    public init(received: Day, text: String, wantsHearing: Bool, file: String?) {
        self.received = received
        self.text = text
        self.wantsHearing = wantsHearing
        self.file = file
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("file", file)
            writer.put("hearing", wantsHearing)
            writer.put("received", received)
            writer.put("text", text)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            received: try reader.requireDay("received"), text: try reader.require("text"),
            wantsHearing: reader.truth("hearing"), file: reader.text("file"))
    }
}

/// 听证: when it was held and what its minutes say.
public struct ListingHearing: Sendable, Hashable {
    /// 举行之日.
    public let held: Day
    /// 笔录: what they say, or where they are kept.
    public let record: String
    /// Digest of the scanned minutes; nil for none.
    public let file: String?

    /// A hearing that was held.
    public init(held: Day, record: String, file: String?) {
        self.held = held
        self.record = record
        self.file = file
    }

    var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("file", file)
            writer.put("held", held)
            writer.put("record", record)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        self.init(
            held: try reader.requireDay("held"), record: try reader.require("record"), file: reader.text("file"))
    }
}
