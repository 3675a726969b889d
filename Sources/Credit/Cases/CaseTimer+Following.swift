extension CaseTimer {
    /// The events by which a clock that the steps of a case make comes into the log: what of its start, its stops and its
    /// end is not there yet.
    ///
    /// - Parameters:
    ///   - clock: the clock as the steps make it.
    ///   - known: as the log has it; nil where it has none.
    public static func following(
        _ clock: CaseClock, of caseID: String, organ: String, isOfParty: Bool = false, after known: CaseTimer?,
        by officer: Officer, on day: Day, in calendar: WorkingCalendar
    ) throws(ClockProblem) -> [ClockEvent] {
        var events: [ClockEvent] = []
        var timer: CaseTimer
        if let known {
            timer = known
        } else {
            let begun = CaseClock(code: clock.code, term: clock.term, source: clock.source, started: clock.started)
            let start = ClockStart(
                key: ClockKey(caseID: caseID, code: clock.code), organ: organ, clock: begun,
                deadline: begun.deadline(in: calendar, on: day), isOfParty: isOfParty)
            events.append(.started(start))
            timer = CaseTimer(start)
        }
        guard timer.clock.finished == nil else { return events }
        for stop in clock.stops.dropFirst(timer.clock.stops.count - (timer.clock.isStopped ? 1 : 0)) {
            if !timer.clock.isStopped {
                let event = try timer.stopping(on: stop.from, reason: stop.reason, by: officer)
                try timer.take(event)
                events.append(event)
            }
            guard let until = stop.until else { break }
            let event = try timer.resuming(on: until, in: calendar)
            try timer.take(event)
            events.append(event)
        }
        if let end = clock.finished { events.append(try timer.finishing(on: end)) }
        return events
    }
}
