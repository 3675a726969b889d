/// 办理时间: when each moment of a case of repair was reached and when its clocks stood still.
public struct RepairTimes: Sendable, Hashable {
    /// 节点日期: the day of each moment that was reached; the first counts.
    public private(set) var moments: [RepairTerm.Moment: Day]
    /// 中止: times that the clocks of the city's check do not count.
    public private(set) var stops: [CaseClock.Stop] = []
    /// The day of the last event.
    public private(set) var changed: Day

    /// The times of a case filed on a day.
    public init(filed day: Day) {
        moments = [.filed: day]
        changed = day
    }

    /// Takes in a step.
    public mutating func note(_ kind: RepairStep.Kind, on day: Day, reason: String?) {
        reach(kind.moment, on: day)
        if [.returned, .paused].contains(kind) {
            stops.append(.init(from: day, until: nil, reason: reason ?? kind.title.chinese))
        } else if let last = stops.last, last.until == nil {
            stops[stops.count - 1].until = day
        }
    }

    /// Takes in that a moment was reached; nil for something that is none.
    public mutating func reach(_ moment: RepairTerm.Moment?, on day: Day) {
        changed = max(changed, day)
        if let moment, moments[moment] == nil { moments[moment] = day }
    }

    /// The clock of a term, as far as it has come; nil before it starts.
    ///
    /// - Parameter isClosed: whether nothing is left to be done in the case, which ends every clock.
    public func clock(_ term: RepairTerm, isClosed: Bool) -> CaseClock? {
        guard let start = moments[term.from] else { return nil }
        var clock = CaseClock(
            code: term.code, term: .workingDays(term.workingDays), source: term.source, started: start)
        if term.stops {
            for stop in stops where stop.from >= start {
                try? clock.stop(on: stop.from, reason: stop.reason)
                if let until = stop.until { try? clock.resume(on: until) }
            }
        }
        if let end = moments[term.until] ?? (isClosed ? changed : nil), end >= start { try? clock.finish(on: end) }
        return clock
    }
}
