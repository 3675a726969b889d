extension CommitmentEvent {
    static let prefix = "commitment."

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("by", canonical: ListingBytes.officer(by))
            writer.put("commitment", commitment)
            writer.put("content", canonical: content)
            writer.put("day", day)
            writer.put("event", CommitmentEvent.prefix + word)
        }
    }

    private var content: [UInt8] {
        switch step {
        case .signed(let letter): letter.canonical
        case .noticeDrawn(let notice): notice.canonical
        case .noticeServed(let service): ListingBytes.service(service)
        case .answered(let answer): answer.canonical
        default: CanonicalWriter.object { putContent(into: &$0) }
        }
    }

    private func putContent(into writer: inout CanonicalWriter) {
        switch step {
        case .signed, .noticeDrawn, .noticeServed, .answered: break
        case .supplied(let items, let papers):
            writer.put("items", items)
            writer.put("papers", papers)
        case .supervised(let supervision):
            writer.put("number", supervision.paper.number)
            writer.put("organ", supervision.organ)
            writer.put("paperDay", supervision.paper.day)
            writer.put("plan", supervision.plan)
            writer.put("term", canonical: supervision.term.canonical)
        case .checked(let paper, let finding), .fulfilled(let paper, let finding):
            writer.put("finding", finding)
            writer.put("number", paper.number)
            writer.put("paperDay", paper.day)
        case .withdrawn(let paper, let reason), .annulled(let paper, let reason):
            writer.put("number", paper.number)
            writer.put("paperDay", paper.day)
            writer.put("reason", reason)
        case .proposed(let decision): decision.put(into: &writer, first: nil)
        case .decided(let decision, let first): decision.put(into: &writer, first: first)
        case .sentBack(let reason), .dropped(let reason): writer.put("reason", reason)
        case .decisionServed(let service, let record):
            writer.put("begun", service.begun)
            writer.put("proof", service.proof)
            writer.put("record", record)
            writer.put("served", service.served)
            writer.put("way", service.way.rawValue)
        case .released(let paper, let ground, let reason, let endsPublication):
            writer.put("endsPublication", endsPublication)
            writer.put("ground", ground.rawValue)
            writer.put("number", paper.number)
            writer.put("paperDay", paper.day)
            writer.put("reason", reason)
        }
    }

    /// The event of a name; nil for the name of none of these.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix(CommitmentEvent.prefix) else { return nil }
        let word = String(name.dropFirst(CommitmentEvent.prefix.count))
        let content = try CanonicalReader(try ListingBytes.object("content", reader))
        self.init(
            try reader.require("commitment"), try reader.requireDay("day"),
            try ListingBytes.officer(try ListingBytes.object("by", reader)), try CommitmentEvent.step(word, content))
    }

    private static func step(_ word: String, _ reader: CanonicalReader) throws(CanonicalFault) -> Step {
        switch word {
        case "signed": return .signed(try CommitmentLetter(reader))
        case "supplied": return .supplied(items: reader.texts("items"), papers: try reader.require("papers"))
        case "supervised":
            return .supervised(
                CommitmentSupervision(
                    paper: try ListingPaper(reader), organ: try reader.require("organ"),
                    term: try CommitmentTerm(canonical: try ListingBytes.object("term", reader)),
                    plan: try reader.require("plan")))
        case "checked": return .checked(paper: try ListingPaper(reader), finding: try reader.require("finding"))
        case "fulfilled": return .fulfilled(paper: try ListingPaper(reader), finding: try reader.require("finding"))
        case "withdrawn": return .withdrawn(paper: try ListingPaper(reader), reason: try reader.require("reason"))
        case "notice-drawn": return .noticeDrawn(try BreachNotice(reader))
        case "notice-served": return .noticeServed(try ListingBytes.service(reader))
        case "answered": return .answered(try BreachAnswer(reader))
        case "proposed": return .proposed(try BreachDecision(reader))
        case "sent-back": return .sentBack(reason: try reader.require("reason"))
        case "decided":
            return .decided(
                try BreachDecision(reader), first: try ListingBytes.officer(try ListingBytes.object("first", reader)))
        case "decision-served":
            return .decisionServed(try ListingBytes.service(reader), record: try reader.require("record"))
        case "dropped": return .dropped(reason: try reader.require("reason"))
        case "released":
            return .released(
                paper: try ListingPaper(reader), ground: try ListingBytes.word("ground", reader),
                reason: try reader.require("reason"), endsPublication: reader.truth("endsPublication"))
        case "annulled": return .annulled(paper: try ListingPaper(reader), reason: try reader.require("reason"))
        default: throw CanonicalFault(missing: "event")
        }
    }
}
