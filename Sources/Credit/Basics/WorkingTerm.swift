/// 办理时限: a term of working days whose last day is worked out beforehand for every day that the calendar knows, so that
/// a row's lateness is one look.
public struct WorkingTerm: Sendable {
    /// How many working days the term has.
    public let days: Int
    private let calendar: WorkingCalendar
    private let first: Int32
    private let lastDays: [Int32]
    private static let unknown = Int32.min

    /// A term of so many working days.
    ///
    /// - Parameter days: for 双公示 seven.
    public init(days: Int, in calendar: WorkingCalendar) {
        self.days = days
        self.calendar = calendar
        // The day before the span counts its first day as day 1, so it is known too.
        let span = calendar.span
        first = span.lowerBound - 1
        lastDays =
            span.isEmpty
            ? []
            : (first..<span.upperBound).map { calendar.adding(days, to: Day(number: $0)).day?.number ?? Self.unknown }
    }

    /// The last day of the term for an event on a day.
    public func deadline(for day: Day) -> Deadline {
        let last = lastDay(day)
        return last == WorkingTerm.unknown ? calendar.adding(days, to: day) : .on(Day(number: last))
    }

    /// Whether what was decided on one day and came in on another came in within the term.
    ///
    /// Where a calendar is missing the answer is given only if every calendar would give it: in time where the row came
    /// in by the first day on which the term could end, late where the known working days alone use the term up.
    public func timeliness(decided: Day, received: Day) -> Timeliness {
        let last = lastDay(decided)
        if last != WorkingTerm.unknown { return received.number <= last ? .inTime : .late }
        return uncertain(decided, received)
    }

    /// Whether it certainly came in late.
    public func isLate(decided: Day, received: Day) -> Bool {
        timeliness(decided: decided, received: received) == .late
    }

    @inline(never)
    private func uncertain(_ decided: Day, _ received: Day) -> Timeliness {
        if received <= decided { return .inTime }
        switch calendar.adding(days, to: decided) {
        case .on(let last): return received <= last ? .inTime : .late
        case .unknown(let earliest, _):
            if received <= earliest { return .inTime }
            return calendar.knownWorkingDays(after: decided, through: received + -1) >= days ? .late : .unknown
        }
    }

    @inline(__always)
    private func lastDay(_ day: Day) -> Int32 {
        let index = Int(day.number) - Int(first)
        return index >= 0 && index < lastDays.count ? lastDays[index] : WorkingTerm.unknown
    }
}
