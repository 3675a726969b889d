/// 公示期限: how long records of a kind are published; a period, never a flag (R6).
public enum PublicationRule: Sendable, Equatable {
    /// Shown as long as the subject is: basic facts.
    case standing
    /// Until the last day of validity.
    case whileValid
    /// Until the last day of validity; where none is given, until cured or until its article ends it, with a day of
    /// review (R3).
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

/// What a row says that its publication depends on.
struct PublicationFacts {
    var decided: Day?
    var received: Day
    var validUntil: Day?
    var isUntilCured = false
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
        case .standing: Publication(.until(.endless))
        case .never: Publication(.none(.notPublic))
        case .whileValid: facts.validity ?? Publication(.none(.endUnknown))
        case .whileListed: facts.validity ?? facts.exit ?? Publication(.none(.endUnknown))
        case .byGrade(let steps): byGrade(steps, facts)
        }
    }

    private func byGrade(_ steps: [GradeStep], _ facts: PublicationFacts) -> Publication? {
        guard let first = PublicationRule.first(of: steps, decided: facts.decided, received: facts.received) else {
            return Publication(.none(.ruleUnknown))
        }
        let decided = facts.decided ?? facts.received
        let inForceAtDecision = steps[first].from <= decided
        if facts.summaryProcedure, inForceAtDecision, steps[first].summary == .notCollected { return nil }
        let summaryGrade: OffenceGrade? = facts.summaryProcedure && steps[first].summary == .light ? .light : nil
        let version = steps[first].version
        guard let grade = facts.givenGrade ?? summaryGrade ?? facts.derivedGrade else {
            return Publication(.none(.gradeUnknown), rule: version)
        }
        let derived = facts.givenGrade == nil
        guard let period = PublicationRule.period(of: steps, from: first, grade: grade, decided: decided) else {
            return Publication(.none(.light), grade: grade, derived: derived, rule: version)
        }
        return Publication(
            .until(facts.shortened(period.last)), grade: grade, derived: derived, rule: version,
            lastDayByRule: period.byRule)
    }

    /// The version that sets the period: the one in force on the day of the decision, else the first known one, where
    /// that was in force when the row came in; nil where none was (R13).
    static func first(of steps: [GradeStep], decided: Day?, received: Day) -> Int? {
        let day = decided ?? received
        let known = steps.prefix { $0.from <= max(day, received) }.count
        guard known > 0 else { return nil }
        return steps[..<known].lastIndex { $0.from <= day } ?? 0
    }

    /// The last day by the version that sets the period, and the one that is left of it by all later ones, with the
    /// version that left it; nil where records of the grade are not published.
    ///
    /// A later rule shortens what is still running and never lengthens it (R6): one that is in force already, and one
    /// that takes effect while the record is published; it ends nothing before the eve of its own first day.
    static func period(
        of steps: [GradeStep], from first: Int, grade: OffenceGrade, decided: Day
    ) -> (byRule: Day, last: Day, shortenedBy: GradeStep?)? {
        guard let months = steps[first].months(for: grade) else { return nil }
        let byRule = decided.adding(months: months)
        var (last, shortenedBy): (Day, GradeStep?) = (byRule, nil)
        for step in steps[(first + 1)...] where last >= step.from {
            let eve = step.from + -1
            let shorter = step.months(for: grade).map { max(decided.adding(months: $0), eve) } ?? eve
            if shorter < last { (last, shortenedBy) = (shorter, step) }
        }
        return (byRule, last, shortenedBy)
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

    /// Until the last day of validity; nil where none is given.
    fileprivate var validity: Publication? {
        validUntil.map { day in
            guard Publication.isConventionallyEndless(day) else { return Publication(.until(shortened(day))) }
            return Publication(.until(openEnd), end: .withoutEnd)
        }
    }

    /// Until cured, or until its article ends it; nil where no day of review is given (R3).
    fileprivate var exit: Publication? {
        reviewBy.map {
            Publication(.until(openEnd), end: isUntilCured ? .untilCured(reviewBy: $0) : .byArticle(reviewBy: $0))
        }
    }

    /// The end of what has no last day of its own: none, or what the department wishes.
    private var openEnd: Day {
        wishedUntil.flatMap { Publication.isConventionallyEndless($0) ? nil : $0 } ?? .endless
    }
}
