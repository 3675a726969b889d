/// 承诺时限: which clocks the steps of a commitment start and end. That one is over is a task for an officer and brings
/// about nothing by itself (R4, R8).
public struct CommitmentClocks: Sendable {
    private let calendar: WorkingCalendar

    /// The clocks by a calendar.
    public init(calendar: WorkingCalendar) { self.calendar = calendar }

    /// What a step does to the clocks of its case.
    ///
    /// - Parameters:
    ///   - commitment: the case with the step in it.
    ///   - timers: its clocks so far.
    public func events(
        for event: CommitmentEvent, in commitment: CommitmentCase, timers: [CaseTimer]
    ) throws(ClockProblem) -> [ClockEvent] {
        let day = event.day
        let running = timers.filter { $0.clock.finished == nil }
        func finish(_ purpose: CommitmentClock? = nil) throws(ClockProblem) -> [ClockEvent] {
            var events: [ClockEvent] = []
            for timer in running where purpose.map({ $0.rawValue == timer.key.code }) ?? true {
                events.append(try timer.finishing(on: day))
            }
            return events
        }
        func start(_ purpose: CommitmentClock, _ term: CommitmentTerm, from: Day, for organ: String) -> ClockEvent {
            let clock = term.clock(purpose, started: from)
            return .started(
                ClockStart(
                    key: ClockKey(caseID: commitment.id, code: clock.code), organ: organ, clock: clock,
                    deadline: clock.deadline(in: calendar, on: day)))
        }
        switch event.step {
        case .signed(let letter):
            return letter.missingTerm.map { [start(.missing, $0, from: letter.made, for: event.by.organ)] } ?? []
        case .supplied: return commitment.outstanding.isEmpty ? try finish(.missing) : []
        case .supervised(let supervision):
            return try finish(.supervision)
                + [start(.supervision, supervision.term, from: day, for: supervision.organ)]
        case .noticeServed(let service):
            guard case .told(let told) = commitment.stage else { return [] }
            return [start(.answer, told.notice.answer, from: service.served, for: commitment.keeper)]
        case .proposed, .dropped: return try finish(.answer)
        case .fulfilled, .withdrawn, .decisionServed: return try finish()
        case .checked, .noticeDrawn, .answered, .sentBack, .decided, .released, .annulled: return []
        }
    }
}
