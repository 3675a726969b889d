/// 公示: until which day a record is published, what ends it, and how that was worked out (R3, R6, R11).
public struct Publication: Sendable, Equatable {
    /// The days of publication.
    public let period: Period
    /// What ends it.
    public let end: End
    /// Grade of the conduct; nil for kinds that have none.
    public let grade: OffenceGrade?
    /// Whether the grade was derived from the kinds of penalty and not handed in.
    public let gradeDerived: Bool
    /// Version of the rule that set the period; nil where none was needed.
    public let rule: String?
    /// Last day by the rule in force on the day of the decision, before any later rule or wish shortened it.
    public let lastDayByRule: Day?
    /// The rule that shortened it after the record had come in; nil where none did. It is no part of the record as it
    /// was entered, but of the event that shortened it.
    public let shortening: Shortening?

    /// A publication with its reasons.
    ///
    /// - Parameter end: what ends it; nil for what the period says by itself: with the subject where it has no last
    ///   day, else on its last day.
    public init(
        period: Period, end: End? = nil, grade: OffenceGrade?, gradeDerived: Bool, rule: String?, lastDayByRule: Day?
    ) {
        self.init(period, end, grade, gradeDerived, rule, lastDayByRule, nil)
    }

    private init(
        _ period: Period, _ end: End?, _ grade: OffenceGrade?, _ gradeDerived: Bool, _ rule: String?,
        _ lastDayByRule: Day?, _ shortening: Shortening?
    ) {
        self.period = period
        self.end = end ?? period.ownEnd
        self.grade = grade
        self.gradeDerived = gradeDerived
        self.rule = rule
        self.lastDayByRule = lastDayByRule
        self.shortening = shortening
    }

    /// The days of publication, or why there are none.
    public enum Period: Sendable, Equatable {
        /// Published up to and including this day; `Day.endless` where no day is set yet (`Publication.end` says why).
        case until(Day)
        /// Not published.
        case none(Reason)

        fileprivate var ownEnd: End { self == .until(.endless) ? .standing : .lastDay }
    }

    /// 公示终止: what ends the publication of a record; nothing adverse is without one (R3).
    ///
    /// - Source: 企业信息公示暂行条例 第十七条 for what lasts until it is cured.
    public enum End: Sendable, Equatable {
        /// 随主体公示: shown as long as the subject is; for basic facts.
        case standing
        /// 截止日: the last day of the period.
        case lastDay
        /// 长期: what was decided is valid without an end (2099-12-31 by convention).
        case withoutEnd
        /// 整改移出为止: until it is cured and taken out by who decided it; looked at again by this day at the latest.
        /// That day ends nothing by itself.
        case untilCured(reviewBy: Day)
        /// 依法条终止: until the article that it rests on ends it; looked at again by this day at the latest.
        case byArticle(reviewBy: Day)

        /// By when it is looked at again; nil where nothing is.
        public var reviewBy: Day? {
            switch self {
            case .untilCured(let day), .byArticle(let day): day
            case .standing, .lastDay, .withoutEnd: nil
            }
        }

        /// The word it is stored and shown as.
        public var word: String {
            switch self {
            case .standing: "standing"
            case .lastDay: "last-day"
            case .withoutEnd: "without-end"
            case .untilCured: "until-cured"
            case .byArticle: "by-article"
            }
        }

        /// The end stored as this word; nil for any other, and where its day of review is missing.
        public init?(word: String, reviewBy: Day?) {
            switch (word, reviewBy) {
            case ("standing", nil): self = .standing
            case ("last-day", nil): self = .lastDay
            case ("without-end", nil): self = .withoutEnd
            case ("until-cured", let day?): self = .untilCured(reviewBy: day)
            case ("by-article", let day?): self = .byArticle(reviewBy: day)
            default: return nil
            }
        }
    }

    /// Why a record is not published.
    public enum Reason: String, Sendable, CaseIterable {
        /// 轻微: records of this grade are not published.
        case light
        /// The grade cannot be derived: asked back.
        case gradeUnknown = "grade-unknown"
        /// No rule is known for the day of the decision (R13).
        case ruleUnknown = "rule-unknown"
        /// The kind is shared, not published.
        case notPublic = "not-public"
        /// No end is known: asked back.
        case endUnknown = "end-unknown"
        /// 撤回: withdrawn after an objection was upheld; a neutral notice stands in its place.
        case withdrawn
        /// 只撤回公示: withdrawn since it should not be public, by a decision of how it is handled; what it says stands, and
        /// so does what rests on its validity (R5).
        case withheld
    }

    /// 公示期缩短: the rule that shortened a publication which was running when the rule came into use (R6).
    public struct Shortening: Sendable, Equatable {
        /// Version of the rule, such as `R2026`.
        public let rule: String
        /// First day on which that version is in force.
        public let from: Day
        /// Its document and clause.
        public let source: Source
        /// The day on which the city worked it out.
        public let recorded: Day
        /// Position in the public log of the event that says so.
        public let position: Int

        /// A rule that shortened a publication.
        public init(rule: String, from: Day, source: Source, recorded: Day, position: Int) {
            self.rule = rule
            self.from = from
            self.source = source
            self.recorded = recorded
            self.position = position
        }
    }

    /// Whether the record is published on a day, if it had been recorded by then.
    public func isPublished(on day: Day) -> Bool {
        if case .until(let last) = period { day <= last } else { false }
    }

    /// The same, ended earlier by a rule; the same as it was where that would lengthen it, which nothing may (R6).
    public func shortened(to last: Day, by shortening: Shortening) -> Publication {
        guard case .until(let before) = period, last < before else { return self }
        return Publication(.until(last), end, grade, gradeDerived, rule, lastDayByRule, shortening)
    }

    /// 撤回: the same, shown no more.
    var withdrawn: Publication { Publication(.none(.withdrawn), nil, grade, gradeDerived, rule, lastDayByRule, nil) }

    /// 只撤回公示: the same, shown no more and valid as before; of what was withdrawn altogether nothing comes back.
    var withheld: Publication {
        if case .none(.withdrawn) = period { return self }
        return Publication(.none(.withheld), nil, grade, gradeDerived, rule, lastDayByRule, nil)
    }

    /// The same, ended on a day by an act and no longer by what it rests on.
    func ended(on last: Day) -> Publication {
        Publication(.until(last), .lastDay, grade, gradeDerived, rule, lastDayByRule, shortening)
    }

    /// 长期: whether a last day only says, as those who fill the templates do, that something is valid without an end:
    /// 2099-12-31, sometimes 2099-01-31.
    ///
    /// - Source: the convention of the rows; `mark: unverified`.
    public static func isConventionallyEndless(_ day: Day) -> Bool { day.year >= 2099 }
}

extension Publication {
    init(
        _ period: Period, end: End? = nil, grade: OffenceGrade? = nil, derived: Bool = false, rule: String? = nil,
        lastDayByRule: Day? = nil
    ) {
        self.init(
            period: period, end: end, grade: grade, gradeDerived: derived, rule: rule, lastDayByRule: lastDayByRule)
    }

    /// Its canonical JSON object. What the period says of its end by itself is not written, nor what shortened it later.
    public var canonical: [UInt8] {
        var writer = CanonicalWriter(capacity: 120)
        writer.put("derived", gradeDerived)
        if end != period.ownEnd { writer.put("end", end.word) }
        writer.put("grade", grade?.rawValue)
        writer.put("lastDay", lastDayByRule)
        switch period {
        case .until: break
        case .none(let reason): writer.put("reason", reason.rawValue)
        }
        writer.put("reviewBy", end.reviewBy)
        writer.put("rule", rule)
        if case .until(let day) = period { writer.put("until", day) }
        return writer.finished()
    }

    /// The publication of a canonical JSON object.
    public init(canonical bytes: [UInt8]) throws(CanonicalFault) {
        let reader = try CanonicalReader(bytes)
        let period: Period
        if let day = reader.day("until") {
            period = .until(day)
        } else if let reason = Reason(rawValue: try reader.require("reason")) {
            period = .none(reason)
        } else {
            throw CanonicalFault(missing: "reason")
        }
        var end: End?
        if let word = reader.text("end") {
            guard let known = End(word: word, reviewBy: reader.day("reviewBy")) else {
                throw CanonicalFault(missing: "end")
            }
            end = known
        }
        self.init(
            period: period, end: end, grade: reader.text("grade").flatMap { OffenceGrade(rawValue: $0) },
            gradeDerived: reader.truth("derived"), rule: reader.text("rule"), lastDayByRule: reader.day("lastDay"))
    }
}
