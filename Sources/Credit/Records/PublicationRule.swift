/// 公示期限: how long records of a kind are published; a period, never a flag (R6).
public enum PublicationRule: Sendable, Equatable {
    /// Shown as long as the subject is: basic facts.
    case standing
    /// Until the last day of validity.
    case whileValid
    /// Until the last day of validity, at most so many months after the decision where none is given; until cured
    /// with a review day.
    case whileListed
    /// By the grade of the conduct, each version from its day on.
    case byGrade([GradeStep])
    /// Never.
    case never

    /// 规则版本: the periods one rule sets.
    public struct GradeStep: Sendable, Equatable {
        /// Short name of the version, such as `R2026`.
        public let version: String
        /// First day in force.
        public let from: Day
        /// Its document.
        public let source: Source
        /// - Unit: months from the decision; nil where records of this grade are not published.
        public let light: Int?
        /// - Unit: months from the decision
        public let general: Int?
        /// - Unit: months from the decision
        public let serious: Int?
        /// What becomes of penalties imposed by the summary procedure.
        public let summary: SummaryProcedure

        /// One version.
        public init(
            version: String, from: Day, source: Source, light: Int?, general: Int?, serious: Int?,
            summary: SummaryProcedure
        ) {
            self.version = version
            self.from = from
            self.source = source
            self.light = light
            self.general = general
            self.serious = serious
            self.summary = summary
        }

        /// The months of a grade; nil where records of it are not published.
        func months(for grade: OffenceGrade) -> Int? {
            switch grade {
            case .light: light
            case .general: general
            case .serious: serious
            }
        }
    }

    /// 简易程序: what a rule says of penalties imposed by the summary procedure.
    public enum SummaryProcedure: String, Sendable, CaseIterable {
        /// Treated by kind of penalty like any other.
        case byKind = "by-kind"
        /// 轻微, whatever the kind.
        case light
        /// Not collected: the row is refused.
        case notCollected = "not-collected"
    }
}

/// 公示: from which day to which a record is published, and how that was worked out (R6, R11).
public struct Publication: Sendable, Equatable {
    /// The days of publication.
    public let period: Period
    /// Grade of the conduct; nil for kinds that have none.
    public let grade: OffenceGrade?
    /// Whether the grade was derived from the kinds of penalty and not handed in.
    public let gradeDerived: Bool
    /// Version of the rule that set the period; nil where none was needed.
    public let rule: String?
    /// Last day by the rule in force on the day of the decision, before any later rule or wish shortened it.
    public let lastDayByRule: Day?

    /// A publication with its reasons.
    public init(period: Period, grade: OffenceGrade?, gradeDerived: Bool, rule: String?, lastDayByRule: Day?) {
        self.period = period
        self.grade = grade
        self.gradeDerived = gradeDerived
        self.rule = rule
        self.lastDayByRule = lastDayByRule
    }

    /// The days of publication, or why there are none.
    public enum Period: Sendable, Equatable {
        /// Published up to and including this day; `Day.endless` for as long as the subject is shown.
        case until(Day)
        /// Not published.
        case none(Reason)
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
    }

    /// Whether the record is published on a day, if it had been recorded by then.
    public func isPublished(on day: Day) -> Bool {
        if case .until(let last) = period { day <= last } else { false }
    }
}

/// What a row says that its publication depends on.
struct PublicationFacts {
    var decided: Day?
    var received: Day
    var validUntil: Day?
    var reviewBy: Day?
    var wishedUntil: Day?
    var givenGrade: OffenceGrade?
    var derivedGrade: OffenceGrade?
    var summaryProcedure: Bool
}

extension PublicationRule {
    /// The publication of a row; nil where the rule in force does not let it be collected at all.
    func publication(of facts: PublicationFacts) -> Publication? {
        switch self {
        case .standing: return Publication(.until(.endless))
        case .never: return Publication(.none(.notPublic))
        case .whileValid:
            return Publication(facts.validUntil.map { .until(facts.shortened($0)) } ?? .none(.endUnknown))
        case .whileListed:
            let end = facts.validUntil ?? facts.reviewBy
            return Publication(end.map { .until(facts.shortened($0)) } ?? .none(.endUnknown))
        case .byGrade(let steps): return byGrade(steps, facts)
        }
    }

    private func byGrade(_ steps: [GradeStep], _ facts: PublicationFacts) -> Publication? {
        let decided = facts.decided ?? facts.received
        let known = steps.prefix { $0.from <= max(decided, facts.received) }.count
        guard known > 0 else { return Publication(.none(.ruleUnknown)) }
        var first = 0
        while first + 1 < known, steps[first + 1].from <= decided { first += 1 }
        let inForceAtDecision = steps[first].from <= decided
        if facts.summaryProcedure, inForceAtDecision, steps[first].summary == .notCollected { return nil }
        let summaryGrade: OffenceGrade? = facts.summaryProcedure && steps[first].summary == .light ? .light : nil
        let version = steps[first].version
        guard let grade = facts.givenGrade ?? summaryGrade ?? facts.derivedGrade else {
            return Publication(.none(.gradeUnknown), rule: version)
        }
        let derived = facts.givenGrade == nil
        guard let months = steps[first].months(for: grade) else {
            return Publication(.none(.light), grade: grade, derived: derived, rule: version)
        }
        let byRule = decided.adding(months: months)
        var last = byRule
        // A later rule shortens what is still running and never lengthens it (R6): one that is in force already, and one
        // that takes effect while the record is published.
        for index in (first + 1)..<max(steps.count, first + 1) where last >= steps[index].from {
            let eve = steps[index].from + -1
            let shorter = steps[index].months(for: grade).map { max(decided.adding(months: $0), eve) } ?? eve
            last = min(last, shorter)
        }
        return Publication(
            .until(facts.shortened(last)), grade: grade, derived: derived, rule: version, lastDayByRule: byRule)
    }
}

extension PublicationRule {
    /// The first day on which what is still published on `day` can have been decided; nil where no rule bounds it. What
    /// was decided earlier need not be looked through.
    public func earliestDecision(publishedOn day: Day) -> Day? {
        guard case .byGrade(let steps) = self,
            let longest = steps.flatMap({ [$0.light, $0.general, $0.serious] }).compactMap({ $0 }).max()
        else { return nil }
        // A month's end may have cut up to three days off the period.
        return day.adding(months: -longest) + -3
    }
}

extension PublicationFacts {
    func shortened(_ day: Day) -> Day { wishedUntil.map { min($0, day) } ?? day }
}

extension Publication {
    init(
        _ period: Period, grade: OffenceGrade? = nil, derived: Bool = false, rule: String? = nil,
        lastDayByRule: Day? = nil
    ) {
        self.init(period: period, grade: grade, gradeDerived: derived, rule: rule, lastDayByRule: lastDayByRule)
    }
}
