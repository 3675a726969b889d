/// 整改时限: the one clock of an order to mend: it runs from service for as long as the order says, by the city's calendar.
public enum RectificationClock {
    /// What is timed.
    public static let code = "rectification"

    /// What a step does to the clock of its case.
    ///
    /// - Parameters:
    ///   - made: the case before the step.
    ///   - timers: the clocks of the case so far.
    /// - Throws: `ClockProblem.over` where it is to be lengthened after it has run out.
    public static func events(
        for event: RectificationEvent, of made: Rectification, timers: [CaseTimer], in calendar: WorkingCalendar,
        on day: Day
    ) throws(ClockProblem) -> [ClockEvent] {
        let running = timers.first { $0.clock.finished == nil }
        switch event.step {
        case .served(let service):
            guard case .mend(_, let term) = made.opening.demand else { return [] }
            let clock = CaseClock(
                code: code, term: term, source: Source(document: made.opening.paper.basis), started: service.served)
            return [
                .started(
                    ClockStart(
                        key: ClockKey(caseID: event.id, code: code), organ: made.opening.by.organ, clock: clock,
                        deadline: clock.deadline(in: calendar, on: day)))
            ]
        case .extended(let count, let reason):
            guard let running, let pair = OfficerPair(made.opening.by, event.by) else { return [] }
            return [
                try running.extending(
                    by: CaseClock.Extension(count: count, reason: reason, approved: pair, day: day), in: calendar)
            ]
        case .mended, .notMended, .withdrawn:
            guard let running else { return [] }
            return [try running.finishing(on: day)]
        case .opened, .shown, .held, .notAppeared: return []
        }
    }
}
