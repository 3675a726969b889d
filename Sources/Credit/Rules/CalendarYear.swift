/// 年度工作日历: which days of a year were declared days off or make-up working days, by notice.
///
/// A later notice can change a year, as in 2020; so the arrangement is dated by the day it became known.
public struct CalendarYear: Coded, Hashable {
    /// The year.
    public let year: Int
    /// 放假安排: the arrangement of the year, by the day its notice appeared.
    public let arrangements: Dated<Arrangement>

    /// A year and what its notices say.
    public init(year: Int, arrangements: Dated<Arrangement>) {
        self.year = year
        self.arrangements = arrangements
    }

    /// The year in four digits.
    public var code: String { String(year) }

    /// 放假安排: the whole of a year's exceptions from the ordinary week.
    public struct Arrangement: Hashable, Sendable {
        /// 放假: every day of a holiday run, weekends among them included.
        public let off: [Day]
        /// 调休上班: weekend days on which people work.
        public let work: [Day]

        /// The exceptions of a year.
        public init(off: [Day], work: [Day]) {
            self.off = off
            self.work = work
        }
    }
}
