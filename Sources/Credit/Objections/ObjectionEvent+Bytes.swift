extension ObjectionEvent {
    /// The class that the public log names.
    static let eventClass = "objection"

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            switch self {
            case .filed(let filing): filing.put(into: &writer)
            case .returned(_, let missing, _):
                writer.put("by", canonical: by?.canonical)
                writer.put("case", id)
                writer.put("event", "objection.returned")
                writer.put("missing", missing)
            case .completed(_, let papers, let evidence, _):
                writer.put("by", canonical: by?.canonical)
                writer.put("case", id)
                writer.put("event", "objection.completed")
                writer.put("evidence", evidence)
                writer.put("papers", papers)
            case .accepted:
                writer.put("by", canonical: by?.canonical)
                writer.put("case", id)
                writer.put("event", "objection.accepted")
            case .routed(_, let organ, let question, _):
                writer.put("by", canonical: by?.canonical)
                writer.put("case", id)
                writer.put("event", "objection.routed")
                writer.put("question", question)
                writer.put("to", organ)
            case .answered(_, let answer):
                writer.put("by", canonical: by?.canonical)
                writer.put("case", id)
                writer.put("event", "objection.answered")
                writer.put("evidence", answer.evidence)
                writer.put("finding", answer.finding.rawValue)
                writer.put("words", answer.words)
            case .proposed(_, let decision, _):
                writer.put("by", canonical: by?.canonical)
                writer.put("case", id)
                writer.put("decision", canonical: decision.canonical)
                writer.put("event", "objection.proposed")
            case .sentBack(_, let reason, _): put(reason, "objection.sent-back", into: &writer)
            case .decided(_, let decision, let pair):
                writer.put("by", canonical: pair.canonical)
                writer.put("case", id)
                writer.put("decision", canonical: decision.canonical)
                writer.put("event", "objection.decided")
            case .served(_, let service, _):
                writer.put("begun", service.begun)
                writer.put("by", canonical: by?.canonical)
                writer.put("case", id)
                writer.put("event", "objection.served")
                writer.put("proof", service.proof)
                writer.put("served", service.served)
                writer.put("way", service.way.rawValue)
            case .askedAgain(_, let reason, _): put(reason, "objection.asked-again", into: &writer)
            case .withdrawn(_, let reason, _): put(reason, "objection.withdrawn", into: &writer)
            case .closed(_, let reason, let keepsNote, _):
                writer.put("by", canonical: by?.canonical)
                writer.put("case", id)
                writer.put("event", "objection.closed")
                writer.put("keepsNote", keepsNote)
                writer.put("reason", reason)
            }
        }
    }

    private func put(_ reason: String, _ name: String, into writer: inout CanonicalWriter) {
        writer.put("by", canonical: by?.canonical)
        writer.put("case", id)
        writer.put("event", name)
        writer.put("reason", reason)
    }

    /// The event of these members; nil where the name is none of ours.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix("objection.") else { return nil }
        let id = try reader.require("case")
        if name == "objection.filed" {
            self = .filed(try ObjectionFiling(id, reader))
            return
        }
        if name == "objection.decided" {
            self = .decided(id, try reader.requireDecision(), by: try reader.requireOfficers("by"))
            return
        }
        let by = try reader.requireOfficer("by")
        switch name {
        case "objection.returned": self = .returned(id, missing: reader.texts("missing"), by: by)
        case "objection.completed":
            self = .completed(id, papers: try reader.require("papers"), evidence: reader.texts("evidence"), by: by)
        case "objection.accepted": self = .accepted(id, by: by)
        case "objection.routed":
            self = .routed(id, to: try reader.require("to"), question: try reader.require("question"), by: by)
        case "objection.answered":
            guard let finding = ProviderAnswer.Finding(rawValue: try reader.require("finding")) else {
                throw CanonicalFault(missing: "finding")
            }
            self = .answered(
                id,
                ProviderAnswer(
                    finding: finding, words: try reader.require("words"), evidence: reader.texts("evidence"), by: by))
        case "objection.proposed": self = .proposed(id, try reader.requireDecision(), by: by)
        case "objection.sent-back": self = .sentBack(id, reason: try reader.require("reason"), by: by)
        case "objection.served":
            guard let way = Delivery.Way(rawValue: try reader.require("way")),
                let service = Delivery(
                    way: way, begun: try reader.requireDay("begun"), served: try reader.requireDay("served"),
                    proof: reader.text("proof"))
            else { throw CanonicalFault(missing: "way") }
            self = .served(id, service, by: by)
        case "objection.asked-again": self = .askedAgain(id, reason: try reader.require("reason"), by: by)
        case "objection.withdrawn": self = .withdrawn(id, reason: try reader.require("reason"), by: by)
        case "objection.closed":
            self = .closed(
                id, reason: try reader.require("reason"), keepsNote: reader.truth("keepsNote"), by: by)
        default: return nil
        }
    }
}

extension ObjectionFiling {
    fileprivate func put(into writer: inout CanonicalWriter) {
        writer.put("account", canonical: way.applicant?.canonical)
        writer.put("applicant", applicant.rawValue)
        writer.put("by", canonical: way.officer?.canonical)
        writer.put("case", id)
        writer.put("claims", Claim.texts(claims))
        writer.put("department", department)
        writer.put("event", "objection.filed")
        writer.put("evidence", evidence)
        writer.put("freezes", freezes)
        writer.put("ground", ground.rawValue)
        writer.put("office", office)
        writer.put("papers", papers)
        writer.put("reason", reason)
        writer.put("record", record)
        writer.put("subject", subject)
        writer.put("version", version)
        writer.put("way", way.word)
    }

    fileprivate init(_ id: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard let ground = ObjectionGround(rawValue: try reader.require("ground")) else {
            throw CanonicalFault(missing: "ground")
        }
        guard let applicant = Applicant(rawValue: try reader.require("applicant")) else {
            throw CanonicalFault(missing: "applicant")
        }
        self.init(
            id: id, record: try reader.require("record"), version: try reader.requireNumber("version"),
            subject: try reader.require("subject"), department: try reader.require("department"),
            office: try reader.require("office"), ground: ground, claims: try Claim.claims(reader.texts("claims")),
            reason: try reader.require("reason"), applicant: applicant, papers: try reader.require("papers"),
            evidence: reader.texts("evidence"),
            by: try reader.requireFilingWay { () throws(CanonicalFault) in try reader.requireOfficer("by") },
            freezes: reader.truth("freezes"))
    }
}

extension ObjectionFiling.Claim {
    /// Field and value by turns: the canonical form knows lists of texts only.
    fileprivate static func texts(_ claims: [Self]) -> [String] { claims.flatMap { [$0.field, $0.says] } }

    fileprivate static func claims(_ texts: [String]) throws(CanonicalFault) -> [Self] {
        guard texts.count.isMultiple(of: 2) else { throw CanonicalFault(missing: "claims") }
        return stride(from: 0, to: texts.count, by: 2).map { Self(field: texts[$0], says: texts[$0 + 1]) }
    }
}

extension ObjectionDecision {
    fileprivate var canonical: [UInt8] {
        CanonicalWriter.object { writer in
            if case .end(let day)? = correction { writer.put("end", day) }
            if case .fields(let claims)? = correction { writer.put("fields", ObjectionFiling.Claim.texts(claims)) }
            writer.put("outcome", outcome.rawValue)
            writer.put("reasons", reasons)
            writer.put("remedy", remedy)
            writer.put("withdrawal", correction == .withdrawal)
        }
    }
}

extension CanonicalReader {
    fileprivate func requireDecision() throws(CanonicalFault) -> ObjectionDecision {
        guard let bytes = object("decision") else { throw CanonicalFault(missing: "decision") }
        let reader = try CanonicalReader(bytes)
        guard let outcome = ObjectionDecision.Outcome(rawValue: try reader.require("outcome")) else {
            throw CanonicalFault(missing: "outcome")
        }
        var correction: ObjectionDecision.Correction?
        if reader.truth("withdrawal") {
            correction = .withdrawal
        } else if let day = reader.day("end") {
            correction = .end(lastDay: day)
        } else if !reader.texts("fields").isEmpty {
            correction = .fields(try ObjectionFiling.Claim.claims(reader.texts("fields")))
        }
        return ObjectionDecision(
            outcome: outcome, reasons: try reader.require("reasons"), remedy: try reader.require("remedy"),
            correction: correction)
    }
}
