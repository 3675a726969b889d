/// 在公示信息: a version of a record whose publication runs, as far as its last day depends on it.
public struct RunningPublication: Sendable, Equatable {
    /// Id of the record.
    public let id: String
    /// Which of its versions.
    public let version: Int
    /// Day of the decision.
    public let decided: Day?
    /// Day it came in.
    public let received: Day
    /// Grade of the conduct; nil for kinds that have none.
    public let grade: OffenceGrade?
    /// The last day of its publication as it stands.
    public let until: Day

    /// A version whose publication runs.
    public init(id: String, version: Int, decided: Day?, received: Day, grade: OffenceGrade?, until: Day) {
        self.id = id
        self.version = version
        self.decided = decided
        self.received = received
        self.grade = grade
        self.until = until
    }
}

extension PublicationRule {
    /// 公示期重新计算: the last day that the versions known now leave of a running publication, and the version that
    /// leaves it; nil where that is not earlier than it stands: nothing lengthens it (R6), and where no version is known
    /// for its day nothing is guessed (R13).
    ///
    /// - Parameter day: the day on which it is worked out; a grade that is not published at all ends on its eve.
    /// - Source: 从旧兼从轻, `mark: unverified` in the pack; R6.
    public func shortening(of running: RunningPublication, on day: Day) -> (last: Day, by: GradeStep)? {
        guard
            let limit = limit(decided: running.decided, received: running.received, grade: running.grade, on: day),
            limit.last < running.until
        else { return nil }
        return limit
    }

    /// 公示期上限: the last day that the versions known now leave of any publication of such a record, and the version that
    /// leaves it (R6); nil where they say nothing of it (R13).
    ///
    /// - Parameter day: the day on which it is worked out; a grade that is not published at all ends on its eve.
    public func limit(
        decided: Day?, received: Day, grade: OffenceGrade?, on day: Day
    ) -> (last: Day, by: GradeStep)? {
        guard case .byGrade(let steps) = self, let grade,
            let first = PublicationRule.first(of: steps, decided: decided, received: received)
        else { return nil }
        let period = PublicationRule.period(of: steps, from: first, grade: grade, decided: decided ?? received)
        return period.map { ($0.last, $0.shortenedBy ?? steps[first]) } ?? (day + -1, steps[first])
    }
}

extension RecordKind {
    /// 公示期重新计算: the events that end running publications of the kind earlier, one for each version of the rule.
    ///
    /// - Parameters:
    ///   - running: in the order of their ids.
    ///   - day: the day on which it is worked out.
    public func shortenings(of running: [RunningPublication], on day: Day) -> [PublicationShortening] {
        guard case .byGrade(let steps) = publication else { return [] }
        var ends: [String: [PublicationShortening.NewEnd]] = [:]
        for record in running {
            guard let (last, step) = publication.shortening(of: record, on: day) else { continue }
            ends[step.version, default: []].append(.init(id: record.id, version: record.version, last: last))
        }
        return steps.compactMap { step in
            ends[step.version].map {
                PublicationShortening(kind: code, rule: step.version, from: step.from, source: step.source, ends: $0)
            }
        }
    }
}

/// 公示事件: what other rules make of publications that run.
public enum PublicationEvent: Sendable, Equatable {
    /// A rule shortened them.
    case shortened(PublicationShortening)
    /// All that run were looked through.
    case reviewed(PublicationReview)

    var body: [UInt8] {
        switch self {
        case .shortened(let event): event.body
        case .reviewed(let event): event.body
        }
    }

    init?(named name: String, _ reader: CanonicalReader) throws(CanonicalFault) {
        switch name {
        case PublicationShortening.name: self = .shortened(try PublicationShortening(reader))
        case PublicationReview.name: self = .reviewed(try PublicationReview(reader))
        default: return nil
        }
    }
}

/// 公示期缩短: the records whose publication a rule shortened when it came into use, each with its new last day (R6).
public struct PublicationShortening: Sendable, Equatable {
    static let name = "publication.shortened"
    /// Code of the kind of record.
    public let kind: String
    /// Version of the rule, such as `R2026`.
    public let rule: String
    /// First day on which that version is in force.
    public let from: Day
    /// Its document and clause.
    public let source: Source
    /// Which versions end earlier, in the order of their ids.
    public let ends: [NewEnd]

    /// 新截止日: a version of a record and the last day of its publication.
    public struct NewEnd: Sendable, Equatable {
        /// Id of the record.
        public let id: String
        /// Number of the version.
        public let version: Int
        /// The last day of its publication.
        public let last: Day

        /// A version and its last day.
        public init(id: String, version: Int, last: Day) {
            self.id = id
            self.version = version
            self.last = last
        }
    }

    /// What a rule shortened.
    public init(kind: String, rule: String, from: Day, source: Source, ends: [NewEnd]) {
        self.kind = kind
        self.rule = rule
        self.from = from
        self.source = source
        self.ends = ends
    }

    var body: [UInt8] {
        var writer = CanonicalWriter(capacity: ends.count * 36 + 320)
        writer.put("clause", source.clause)
        writer.put("document", source.document)
        writer.put("ends", ends.map { "\($0.id) \($0.version) \($0.last)" })
        writer.put("event", PublicationShortening.name)
        writer.put("from", from)
        writer.put("kind", kind)
        writer.put("rule", rule)
        writer.put("unverified", source.mark == .unverified)
        return writer.finished()
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        kind = try reader.require("kind")
        rule = try reader.require("rule")
        from = try reader.requireDay("from")
        source = Source(
            document: try reader.require("document"), clause: reader.text("clause"),
            mark: reader.truth("unverified") ? .unverified : .verified)
        var ends: [NewEnd] = []
        for text in reader.texts("ends") {
            let parts = text.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, let version = Int(parts[1]), let last = Day(String(parts[2])) else {
                throw CanonicalFault(missing: "ends")
            }
            ends.append(NewEnd(id: String(parts[0]), version: version, last: last))
        }
        self.ends = ends
    }
}

/// 公示期复核完毕: after other rules came into use, all running publications were looked through by them.
public struct PublicationReview: Sendable, Equatable {
    static let name = "publication.reviewed"
    /// The rules they were looked through by.
    public let rules: RulesAdoption
    /// How many were looked at.
    public let looked: Int
    /// How many of them a rule shortened; those of an earlier, broken-off look are not counted again.
    public let shortened: Int

    /// What came of a look through all running publications.
    public init(rules: RulesAdoption, looked: Int, shortened: Int) {
        self.rules = rules
        self.looked = looked
        self.shortened = shortened
    }

    var body: [UInt8] {
        CanonicalWriter.object { writer in
            writer.put("digest", rules.digest)
            writer.put("event", PublicationReview.name)
            writer.put("looked", looked)
            writer.put("pack", rules.pack)
            writer.put("shortened", shortened)
            writer.put("version", rules.version)
        }
    }

    init(_ reader: CanonicalReader) throws(CanonicalFault) {
        rules = try RulesAdoption(reader)
        looked = try reader.requireNumber("looked")
        shortened = try reader.requireNumber("shortened")
    }
}
