/// 时限规则: how long one kind of clock runs, by day, each term with what sets it.
///
/// What is timed is the code, such as `objection-source`; a rule that takes the place of another for some departments
/// names it and them, so that a court's clock is data and no branch of the program.
public struct ClockRule: Coded, Hashable {
    /// What is timed.
    public let code: String
    /// What it is called.
    public let name: Label
    /// 期限, by the day of the event that starts the clock.
    public let terms: Dated<CaseClock.Term>
    /// The rule it takes the place of; nil where it stands for itself.
    public let insteadOf: String?
    /// Codes of the departments for which it does.
    public let departments: [String]
    /// 起算节点: what starts it wherever it happens; nil where the steps of a case name the clock.
    public let startsAt: Moment?

    /// 节点.
    public enum Moment: String, Hashable, Sendable, CaseIterable {
        /// 决定送达: starts the time in which whoever received a decision may turn elsewhere (救济期限).
        case service = "decision-served"
    }

    /// How long one kind of clock runs.
    public init(
        code: String, name: Label, terms: Dated<CaseClock.Term>, insteadOf: String? = nil, departments: [String] = [],
        startsAt: Moment? = nil
    ) {
        self.code = code
        self.name = name
        self.terms = terms
        self.insteadOf = insteadOf
        self.departments = departments
        self.startsAt = startsAt
    }

    /// The clock that an event on a day starts; nil before the first term, for then nothing is known (R13).
    public func clock(started day: Day) -> CaseClock? {
        terms.step(on: day).map { CaseClock(code: code, term: $0.value, source: $0.source, started: day) }
    }
}

extension Register<ClockRule> {
    /// The rule for a clock of a department: the one that takes the place of the general one, where there is such.
    public func rule(_ code: String, for department: String) -> ClockRule? {
        first { $0.insteadOf == code && $0.departments.contains(department) } ?? self[code]
    }
}
