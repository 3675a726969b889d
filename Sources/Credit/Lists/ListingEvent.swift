/// 认定事件: one step of a listing as it was taken: by whom, on which day, with its paper.
public struct ListingEvent: Sendable, Equatable {
    /// The class that the public log names; it says nothing of anybody.
    public static let eventClass = "listing"
    /// Id of the case.
    public let listing: String
    /// The day.
    public let day: Day
    /// 经办人.
    public let by: Officer
    /// What was done.
    public let step: Step

    init(_ listing: String, _ day: Day, _ by: Officer, _ step: Step) {
        self.listing = listing
        self.day = day
        self.by = by
        self.step = step
    }

    /// 步骤.
    public enum Step: Sendable, Equatable {
        /// 提出拟列入.
        case opened(ListingOpening)
        /// 制发告知书.
        case noticeDrawn(ListingNotice)
        /// 告知书送达.
        case noticeServed(Delivery)
        /// 收到陈述申辩.
        case answered(ListingAnswer)
        /// 举行听证.
        case hearingHeld(ListingHearing)
        /// 核实意见: what was said was weighed; the chain of signatures begins.
        case weighed(ListingWeighing)
        /// 审批签署.
        case signed(ListingSignature)
        /// 上级同意.
        case consented(ListingConsent)
        /// 列入决定.
        case decided(ListingDecision)
        /// 决定书送达.
        case decisionServed(Delivery)
        /// 公示: as this record.
        case published(record: String)
        /// 复核: it stands on, with this end.
        case reviewed(ListingReview)
        /// 移出.
        case left(ListingExitDecision)
        /// 不予列入: ended before any decision.
        case dropped(reason: String)
    }

    /// The name of the step, as the log and the tables spell it.
    public var word: String {
        switch step {
        case .opened: "opened"
        case .noticeDrawn: "notice-drawn"
        case .noticeServed: "notice-served"
        case .answered: "answered"
        case .hearingHeld: "hearing-held"
        case .weighed: "weighed"
        case .signed: "signed"
        case .consented: "consented"
        case .decided: "decided"
        case .decisionServed: "decision-served"
        case .published: "published"
        case .reviewed: "reviewed"
        case .left: "left"
        case .dropped: "dropped"
        }
    }
}

extension ListingEvent {
    static let prefix = "listing."

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("by", canonical: ListingBytes.officer(by))
            writer.put("content", canonical: content)
            writer.put("day", day)
            writer.put("event", ListingEvent.prefix + word)
            writer.put("listing", listing)
        }
    }

    private var content: [UInt8] {
        switch step {
        case .opened(let opening): opening.canonical
        case .noticeDrawn(let notice): notice.canonical
        case .noticeServed(let service), .decisionServed(let service): ListingBytes.service(service)
        case .answered(let answer): answer.canonical
        case .hearingHeld(let hearing): hearing.canonical
        case .weighed(let weighing): weighing.canonical
        case .signed(let signature): signature.canonical
        case .consented(let consent): consent.canonical
        case .decided(let decision): decision.canonical
        case .published(let record): CanonicalWriter.object { $0.put("record", record) }
        case .reviewed(let review): review.canonical
        case .left(let exit): exit.canonical
        case .dropped(let reason): CanonicalWriter.object { $0.put("reason", reason) }
        }
    }

    /// The event of a name; nil for the name of none of these.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix(ListingEvent.prefix) else { return nil }
        let word = String(name.dropFirst(ListingEvent.prefix.count))
        guard let content = reader.object("content") else { throw CanonicalFault(missing: "content") }
        let step = try ListingEvent.step(word, try CanonicalReader(content))
        guard let by = reader.object("by") else { throw CanonicalFault(missing: "by") }
        self.init(
            try reader.require("listing"), try reader.requireDay("day"), try ListingBytes.officer(by), step)
    }

    private static func step(_ word: String, _ reader: CanonicalReader) throws(CanonicalFault) -> Step {
        switch word {
        case "opened": return .opened(try ListingOpening(reader))
        case "notice-drawn": return .noticeDrawn(try ListingNotice(reader))
        case "notice-served": return .noticeServed(try ListingBytes.service(reader))
        case "answered": return .answered(try ListingAnswer(reader))
        case "hearing-held": return .hearingHeld(try ListingHearing(reader))
        case "weighed": return .weighed(try ListingWeighing(reader))
        case "signed": return .signed(try ListingSignature(reader))
        case "consented": return .consented(try ListingConsent(reader))
        case "decided": return .decided(try ListingDecision(reader))
        case "decision-served": return .decisionServed(try ListingBytes.service(reader))
        case "published": return .published(record: try reader.require("record"))
        case "reviewed": return .reviewed(try ListingReview(reader))
        case "left": return .left(try ListingExitDecision(reader))
        case "dropped": return .dropped(reason: try reader.require("reason"))
        default: throw CanonicalFault(missing: "event")
        }
    }
}
