/// 异议时限: which clocks the steps of an objection start, stop and end, by the rules of the pack.
public struct ObjectionClocks: Sendable {
    private let rules: Register<ClockRule>
    private let calendar: WorkingCalendar

    /// The clocks by some rules and a calendar.
    public init(rules: Register<ClockRule>, calendar: WorkingCalendar) {
        (self.rules, self.calendar) = (rules, calendar)
    }

    /// What a step does to the clocks of its case.
    ///
    /// - Parameters:
    ///   - filing: what was filed.
    ///   - timers: the clocks of the case so far.
    public func events(
        for event: ObjectionEvent, of filing: ObjectionFiling, timers: [CaseTimer], on day: Day
    ) throws -> [ClockEvent] {
        let running = timers.filter { $0.clock.finished == nil }
        func start(_ code: String, for organ: String) throws(ObjectionProblem) -> ClockEvent {
            guard let rule = rules.rule(code, for: filing.department),
                let event = CaseTimer.start(
                    rule, as: timers.nextCode(of: code), of: filing.id, organ: organ, on: day, in: calendar)
            else { throw ObjectionProblem.noClockRule(code) }
            return event
        }
        func finish(_ codes: [String]) throws -> [ClockEvent] {
            try running.filter { codes.contains($0.key.baseCode) }.map { try $0.finishing(on: day) }
        }
        switch event {
        case .filed:
            let mark = try start("objection-mark", for: filing.office)
            var events = [mark, .finished(mark.key, on: day)]
            events.append(try start(filing.isOwn ? "objection-own" : "objection-checked", for: filing.office))
            if !filing.isOwn { events.append(try start("objection-forward", for: filing.office)) }
            return events
        case .returned(_, _, let officer):
            return try running.map { try $0.stopping(on: day, reason: "一次性告知补正，等待申请人", by: officer) }
        case .completed:
            return try running.filter(\.clock.isStopped).map { try $0.resuming(on: day, in: calendar) }
        case .routed(_, let organ, _, _):
            // Asked a second time, the provider has its time anew, by a clock of its own.
            return try finish(["objection-forward"]) + [try start(ObjectionClocks.source, for: organ)]
        case .answered: return try finish([ObjectionClocks.source])
        case .askedAgain: return [try start("objection-second", for: filing.office)]
        case .served(_, let service, _): return remedies(filing, service.served, timers)
        case .decided, .withdrawn, .closed:
            return try running.filter { !$0.isOfParty }.map { try $0.finishing(on: day) }
        case .accepted, .proposed, .sentBack: return []
        }
    }

    /// 信息提供单位核查: code of the provider's clock.
    public static let source = "objection-source"

    /// 逾期未答复: whether the provider was asked and its time is over; of a provider that was asked again, the time that
    /// it was given last.
    public func providerIsOver(_ timers: [CaseTimer], on day: Day) -> Bool {
        timers.latest(of: ObjectionClocks.source)?.clock.state(in: calendar, on: day) == .over
    }

    /// 救济期限: the times in which whoever received the decision may turn elsewhere, from its service on.
    private func remedies(_ filing: ObjectionFiling, _ served: Day, _ timers: [CaseTimer]) -> [ClockEvent] {
        rules.filter { $0.startsAt == .service && $0.insteadOf == nil }.compactMap { general in
            rules.rule(general.code, for: filing.department).flatMap { rule in
                CaseTimer.start(
                    rule, as: timers.nextCode(of: general.code), of: filing.id, organ: filing.office, on: served,
                    in: calendar)
            }
        }
    }
}

/// 冻结: the one time in which the city rests no new discretionary effect on a record, for a ground (R7). Effects that a
/// statute commands are not asked about it.
public struct FreezeGround: Sendable, Equatable {
    /// Id of the record.
    public let record: String
    /// 理由种类.
    public let ground: ObjectionGround
    /// Id of the case that began it.
    public let caseID: String
    /// First day.
    public let from: Day
    /// The day the case was closed, from which on it is not; nil while it is open.
    public let closedOn: Day?
    /// The clock of the answer, beyond which it does not last.
    public let clock: CaseClock

    /// A time without new discretionary effects.
    public init(
        record: String, ground: ObjectionGround, caseID: String, from: Day, closedOn: Day?, clock: CaseClock
    ) {
        self.record = record
        self.ground = ground
        self.caseID = caseID
        self.from = from
        self.closedOn = closedOn
        self.clock = clock
    }

    /// Whether it lasts on a day. Where a calendar is missing and the end is unknown it lasts: nobody loses it by a guess.
    public func isInForce(on day: Day, in calendar: WorkingCalendar) -> Bool {
        guard from <= day, closedOn.map({ day < $0 }) ?? true else { return false }
        guard let last = clock.deadline(in: calendar, on: day).day else { return true }
        return day <= last
    }
}
