/// 时限事件: something that happened to a clock of a case. It carries the last day that was worked out and told at the
/// time, so that it can be seen what a calendar loaded later has moved.
public enum ClockEvent: Sendable, Equatable {
    /// It started.
    case started(ClockStart)
    /// 中止: it stands still.
    case stopped(ClockKey, on: Day, reason: String, by: Officer)
    /// 恢复: it was taken up again; what is left ends on the deadline.
    case resumed(ClockKey, on: Day, deadline: Deadline)
    /// 拟延长: an officer asks to lengthen it; it changes nothing until a second officer agrees.
    case extensionAsked(ClockKey, CaseTimer.Asked)
    /// 延长退回: a second officer does not agree.
    case extensionRefused(ClockKey, reason: String, by: Officer, on: Day)
    /// 延长.
    case extended(ClockKey, CaseClock.Extension, deadline: Deadline)
    /// 办结.
    case finished(ClockKey, on: Day)
    /// 重新计算: another calendar moved its last day, and those concerned are to be told.
    case redated(ClockKey, from: Deadline, to: Deadline)
    /// 已告知: those concerned were told of the last day that the event at a position set anew.
    case told(ClockKey, position: Int, by: Officer)

    /// Which clock.
    public var key: ClockKey {
        switch self {
        case .started(let start): start.key
        case .stopped(let key, _, _, _), .resumed(let key, _, _), .extensionAsked(let key, _),
            .extensionRefused(let key, _, _, _), .extended(let key, _, _), .finished(let key, _),
            .redated(let key, _, _), .told(let key, _, _):
            key
        }
    }
}

/// 时限标识: a case and what is timed in it; a case has one clock of a code.
public struct ClockKey: Hashable, Sendable {
    /// Id of the case.
    public let caseID: String
    /// What is timed.
    public let code: String

    /// A clock of a case.
    public init(caseID: String, code: String) {
        self.caseID = caseID
        self.code = code
    }
}

/// 起算: a clock as it starts: the term and its source as the rules of the day had them, whatever they say later.
public struct ClockStart: Sendable, Equatable {
    /// Which clock.
    public let key: ClockKey
    /// 承办单位: code of the organ whose time it is.
    public let organ: String
    /// The clock.
    public let clock: CaseClock
    /// The last day as it was worked out and told.
    public let deadline: Deadline
    /// 当事人期限: whether it is the time of whoever the case concerns, which the organ only tells of.
    public let isOfParty: Bool

    /// A clock as it starts.
    public init(key: ClockKey, organ: String, clock: CaseClock, deadline: Deadline, isOfParty: Bool = false) {
        self.key = key
        self.organ = organ
        self.clock = clock
        self.deadline = deadline
        self.isOfParty = isOfParty
    }
}

/// 案件时限: a clock of a case with the last day that was told; every change of it is an event, which it makes and takes.
public struct CaseTimer: Sendable, Equatable {
    /// Which clock.
    public let key: ClockKey
    /// 承办单位.
    public let organ: String
    /// The clock.
    public private(set) var clock: CaseClock
    /// 当事人期限: whether it is the time of whoever the case concerns, and not the organ's: it is never late, and no
    /// office lengthens it.
    public let isOfParty: Bool
    /// The last day that was told last.
    public private(set) var told: Deadline
    /// 待复核的延长; nil where none waits.
    public private(set) var asked: Asked?

    /// A clock that starts.
    public init(_ start: ClockStart) {
        (key, organ, clock, told, isOfParty) = (start.key, start.organ, start.clock, start.deadline, start.isOfParty)
    }

    /// The event that starts a clock of a rule on the day of an event; nil before the rule's first term (R13).
    public static func start(
        _ rule: ClockRule, as code: String? = nil, of caseID: String, organ: String, on day: Day,
        in calendar: WorkingCalendar
    ) -> ClockEvent? {
        guard let step = rule.terms.step(on: day) else { return nil }
        let clock = CaseClock(code: code ?? rule.code, term: step.value, source: step.source, started: day)
        return .started(
            ClockStart(
                key: ClockKey(caseID: caseID, code: clock.code), organ: organ, clock: clock,
                deadline: clock.deadline(in: calendar, on: day), isOfParty: rule.startsAt == .service))
    }

    /// The event that stops it.
    public func stopping(on day: Day, reason: String, by officer: Officer) throws(ClockProblem) -> ClockEvent {
        var copy = clock
        try copy.stop(on: day, reason: reason)
        return .stopped(key, on: day, reason: reason, by: officer)
    }

    /// The event that takes it up again.
    public func resuming(on day: Day, in calendar: WorkingCalendar) throws(ClockProblem) -> ClockEvent {
        var copy = clock
        try copy.resume(on: day)
        return .resumed(key, on: day, deadline: copy.deadline(in: calendar, on: day))
    }

    /// The event that lengthens it.
    public func extending(
        by more: CaseClock.Extension, in calendar: WorkingCalendar
    ) throws(ClockProblem) -> ClockEvent {
        var copy = clock
        try copy.extend(by: more, in: calendar)
        return .extended(key, more, deadline: copy.deadline(in: calendar, on: more.day))
    }

    /// The event that ends it.
    public func finishing(on day: Day) throws(ClockProblem) -> ClockEvent {
        var copy = clock
        try copy.finish(on: day)
        return .finished(key, on: day)
    }

    /// The event by which a calendar moves its last day; nil where it does not, and where the clock stands still or is
    /// done: then there is no day that anybody was told to keep.
    public func redating(in calendar: WorkingCalendar, on day: Day) -> ClockEvent? {
        guard clock.finished == nil, !clock.isStopped else { return nil }
        let now = clock.deadline(in: calendar, on: day)
        return now == told ? nil : .redated(key, from: told, to: now)
    }

    /// Takes in what happened to it.
    ///
    /// - Throws: where it cannot have happened so: the log is broken.
    public mutating func take(_ event: ClockEvent) throws(ClockProblem) {
        switch event {
        case .started: throw .runs
        case .stopped(_, let day, let reason, _): try clock.stop(on: day, reason: reason)
        case .resumed(_, let day, let deadline):
            try clock.resume(on: day)
            told = deadline
        case .extensionAsked(_, let more):
            guard clock.finished == nil else { throw .finished }
            guard asked == nil else { throw .askedAlready }
            asked = more
        case .extensionRefused:
            guard asked != nil else { throw .notAsked }
            asked = nil
        case .extended(_, let more, let deadline):
            try clock.takeExtension(more)
            (told, asked) = (deadline, nil)
        case .finished(_, let day):
            try clock.finish(on: day)
            asked = nil
        case .redated(_, _, let deadline): told = deadline
        case .told: break
        }
    }
}
