extension ClockEvent {
    /// The class that the public log names.
    static let eventClass = "clock"

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            switch self {
            case .started(let start):
                writer.put("case", key.caseID)
                writer.put("clause", start.clock.source.clause)
                writer.put("code", key.code)
                if case .days(let count) = start.clock.term { writer.put("days", count) }
                writer.put("deadline", canonical: start.deadline.canonical)
                writer.put("document", start.clock.source.document)
                writer.put("event", "clock.started")
                writer.put("mark", start.clock.source.mark.rawValue)
                if case .months(let count) = start.clock.term { writer.put("months", count) }
                writer.put("ofParty", start.isOfParty)
                writer.put("organ", start.organ)
                writer.put("started", start.clock.started)
                if case .workingDays(let count) = start.clock.term { writer.put("workingDays", count) }
            case .stopped(_, let day, let reason, let officer):
                writer.put("by", canonical: officer.canonical)
                writer.put("case", key.caseID)
                writer.put("code", key.code)
                writer.put("day", day)
                writer.put("event", "clock.stopped")
                writer.put("reason", reason)
            case .resumed(_, let day, let deadline):
                writer.put("case", key.caseID)
                writer.put("code", key.code)
                writer.put("day", day)
                writer.put("deadline", canonical: deadline.canonical)
                writer.put("event", "clock.resumed")
            case .extensionAsked(_, let more):
                writer.put("by", canonical: more.by.canonical)
                writer.put("case", key.caseID)
                writer.put("code", key.code)
                writer.put("count", more.count)
                writer.put("day", more.day)
                writer.put("event", "clock.extension-asked")
                writer.put("reason", more.reason)
            case .extensionRefused(_, let reason, let officer, let day):
                writer.put("by", canonical: officer.canonical)
                writer.put("case", key.caseID)
                writer.put("code", key.code)
                writer.put("day", day)
                writer.put("event", "clock.extension-refused")
                writer.put("reason", reason)
            case .extended(_, let more, let deadline):
                writer.put("approved", canonical: more.approved.canonical)
                writer.put("case", key.caseID)
                writer.put("code", key.code)
                writer.put("count", more.count)
                writer.put("day", more.day)
                writer.put("deadline", canonical: deadline.canonical)
                writer.put("event", "clock.extended")
                writer.put("reason", more.reason)
            case .finished(_, let day):
                writer.put("case", key.caseID)
                writer.put("code", key.code)
                writer.put("day", day)
                writer.put("event", "clock.finished")
            case .redated(_, let from, let to):
                writer.put("case", key.caseID)
                writer.put("code", key.code)
                writer.put("event", "clock.redated")
                writer.put("from", canonical: from.canonical)
                writer.put("to", canonical: to.canonical)
            case .told(_, let position, let officer):
                writer.put("by", canonical: officer.canonical)
                writer.put("case", key.caseID)
                writer.put("code", key.code)
                writer.put("event", "clock.told")
                writer.put("position", position)
            }
        }
    }

    /// The event of these members; nil where the name is none of ours.
    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        guard name.hasPrefix("clock.") else { return nil }
        let key = ClockKey(caseID: try reader.require("case"), code: try reader.require("code"))
        switch name {
        case "clock.started": self = .started(try ClockStart(key, reader))
        case "clock.stopped":
            self = .stopped(
                key, on: try reader.requireDay("day"), reason: try reader.require("reason"),
                by: try reader.requireOfficer("by"))
        case "clock.resumed":
            self = .resumed(
                key, on: try reader.requireDay("day"), deadline: try reader.requireDeadline("deadline"))
        case "clock.extension-asked":
            self = .extensionAsked(
                key,
                CaseTimer.Asked(
                    count: try reader.requireCount("count"), reason: try reader.require("reason"),
                    by: try reader.requireOfficer("by"), day: try reader.requireDay("day")))
        case "clock.extension-refused":
            self = .extensionRefused(
                key, reason: try reader.require("reason"), by: try reader.requireOfficer("by"),
                on: try reader.requireDay("day"))
        case "clock.extended":
            let more = CaseClock.Extension(
                count: try reader.requireCount("count"), reason: try reader.require("reason"),
                approved: try reader.requireOfficers("approved"), day: try reader.requireDay("day"))
            self = .extended(key, more, deadline: try reader.requireDeadline("deadline"))
        case "clock.finished": self = .finished(key, on: try reader.requireDay("day"))
        case "clock.redated":
            self = .redated(key, from: try reader.requireDeadline("from"), to: try reader.requireDeadline("to"))
        case "clock.told":
            self = .told(
                key, position: try reader.requireNumber("position"), by: try reader.requireOfficer("by"))
        default: return nil
        }
    }
}

extension ClockStart {
    fileprivate init(_ key: ClockKey, _ reader: CanonicalReader) throws(CanonicalFault) {
        let counts = ["days", "months", "workingDays"].filter { reader.number($0) != nil }
        guard let unit = counts.first, counts.count == 1 else { throw CanonicalFault(missing: "days") }
        let count = try reader.requireCount(unit)
        let term: CaseClock.Term =
            switch unit {
            case "days": .days(count)
            case "months": .months(count)
            default: .workingDays(count)
            }
        guard let mark = Source.Mark(rawValue: try reader.require("mark")) else {
            throw CanonicalFault(missing: "mark")
        }
        let source = Source(document: try reader.require("document"), clause: reader.text("clause"), mark: mark)
        self.init(
            key: key, organ: try reader.require("organ"),
            clock: CaseClock(code: key.code, term: term, source: source, started: try reader.requireDay("started")),
            deadline: try reader.requireDeadline("deadline"), isOfParty: reader.truth("ofParty"))
    }
}

extension CanonicalReader {
    /// How many days, working days or months: a figure that leads out of the calendar is none.
    fileprivate func requireCount(_ key: String) throws(CanonicalFault) -> Int {
        let count = try requireNumber(key)
        guard CaseClock.Term.counts.contains(count) else { throw CanonicalFault(missing: key) }
        return count
    }
}
