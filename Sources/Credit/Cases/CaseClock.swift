/// 办理时限: a clock of a case, with everything that stopped and lengthened it. It holds what was decided; the last day is
/// worked out from the calendar that is asked, so that a calendar loaded later moves it (R13).
public struct CaseClock: Hashable, Sendable {
    /// What it times, such as `objection-answer`.
    public let code: String
    /// 期限.
    public let term: Term
    /// 依据: what sets it.
    public let source: Source
    /// 起算日: the day of the event, which is day 0.
    public let started: Day
    /// 中止: when it stood still, in order.
    public private(set) var stops: [Stop] = []
    /// 延长, in order.
    public private(set) var extensions: [Extension] = []
    /// 办结日; nil while it runs or stands still.
    public private(set) var finished: Day?

    /// A clock that starts on the day of an event.
    public init(code: String, term: Term, source: Source, started: Day) {
        self.code = code
        self.term = term
        self.source = source
        self.started = started
    }

    /// 期限: how long it runs.
    public enum Term: Hashable, Sendable {
        /// 工作日.
        case workingDays(Int)
        /// 自然日.
        case days(Int)
        /// 月: to the same day of a later month, or to that month's last day.
        case months(Int)

        /// How many.
        public var count: Int {
            switch self {
            case .workingDays(let count), .days(let count), .months(let count): count
            }
        }

        /// What may be counted: ten years of days at most, so that no stored figure leads out of the calendar.
        public static let counts = 1...3_650

        /// 期限 in words.
        public var words: Label {
            switch self {
            case .workingDays(let count): Label("\(count) 个工作日", "\(count) working days")
            case .days(let count): Label("\(count) 日", "\(count) days")
            case .months(let count): Label("\(count) 个月", "\(count) months")
            }
        }
    }

    /// 中止: a time that is not counted, with its reason.
    public struct Stop: Hashable, Sendable {
        /// The last day that counted.
        public let from: Day
        /// The day it was taken up again, which is a day 0; nil while it stands still.
        public var until: Day?
        /// 事由.
        public let reason: String

        /// A time that is not counted.
        public init(from: Day, until: Day?, reason: String) {
            self.from = from
            self.until = until
            self.reason = reason
        }
    }

    /// 延长: more days of the same kind, with the reason and who signed it.
    public struct Extension: Hashable, Sendable {
        /// How many days more.
        public let count: Int
        /// 事由.
        public let reason: String
        /// 批准人.
        public let approved: OfficerPair
        /// The day it was approved.
        public let day: Day

        /// More days.
        public init(count: Int, reason: String, approved: OfficerPair, day: Day) {
            self.count = count
            self.reason = reason
            self.approved = approved
            self.day = day
        }
    }

    /// Whether it stands still.
    public var isStopped: Bool { stops.last.map { $0.until == nil } ?? false }

    /// The length with all that was added.
    var length: Int {
        let added = extensions.reduce(0) { $0 + $1.count }
        switch term {
        case .workingDays(let count), .days(let count): return count + added
        case .months(let count): return (started.adding(months: count) - started) + added
        }
    }

    /// Stops it.
    ///
    /// - Throws: where it stands still or has ended, or the day lies before what is known.
    public mutating func stop(on day: Day, reason: String) throws(ClockProblem) {
        guard finished == nil else { throw .finished }
        guard !isStopped else { throw .standsStill }
        guard !reason.isEmpty else { throw .noReason }
        guard day >= lastChange else { throw .beforeLastChange(lastChange) }
        stops.append(Stop(from: day, until: nil, reason: reason))
    }

    /// Takes it up again.
    public mutating func resume(on day: Day) throws(ClockProblem) {
        guard finished == nil else { throw .finished }
        guard isStopped else { throw .runs }
        guard day >= lastChange else { throw .beforeLastChange(lastChange) }
        stops[stops.count - 1].until = day
    }

    /// Lengthens it by so many days of its own kind.
    ///
    /// - Throws: also where the time was over on the day of approval as far as the calendar tells: what has ended cannot
    ///   be lengthened.
    public mutating func extend(by more: Extension, in calendar: WorkingCalendar) throws(ClockProblem) {
        guard finished != nil || state(in: calendar, on: more.day) != .over else { throw .over }
        try takeExtension(more)
    }

    /// Lengthens it as an event of the log says it was; whether that was in time was judged by the calendar of its day.
    mutating func takeExtension(_ more: Extension) throws(ClockProblem) {
        guard finished == nil else { throw .finished }
        guard more.count > 0 else { throw .noDays }
        guard Term.counts.contains(more.count), Term.counts.contains(length + more.count) else { throw .tooManyDays }
        guard !more.reason.isEmpty else { throw .noReason }
        guard more.day >= lastChange else { throw .beforeLastChange(lastChange) }
        extensions.append(more)
    }

    /// Ends it: what it timed was done.
    public mutating func finish(on day: Day) throws(ClockProblem) {
        guard finished == nil else { throw .finished }
        guard day >= lastChange else { throw .beforeLastChange(lastChange) }
        finished = day
    }

    /// The last day on which something happened to it.
    private var lastChange: Day {
        ([started] + stops.map { $0.until ?? $0.from } + extensions.map(\.day)).max() ?? started
    }
}

/// 时限问题: why a clock cannot be changed so.
public enum ClockProblem: CaseProblem, Hashable {
    /// It has ended.
    case finished
    /// It stands still already.
    case standsStill
    /// It runs and need not be taken up again.
    case runs
    /// No reason was given.
    case noReason
    /// The day lies before the last change.
    case beforeLastChange(Day)
    /// It is to be lengthened by no days.
    case noDays
    /// Its time was over before it was to be lengthened.
    case over
    /// It is to be lengthened beyond what may be counted.
    case tooManyDays
    /// The last day asked for cannot be one; the one that the days up to it lead to.
    case noLastDay(Day)
    /// The last day depends on a calendar that is not loaded; its year.
    case noCalendar(Int)
    /// A lengthening waits for its second officer already.
    case askedAlready
    /// Nothing waits for a second officer.
    case notAsked
    /// Who asked would agree to it alone.
    case sameOfficer
    /// It is no clock of the officer's organ, or none that an organ may lengthen.
    case notOurs

    /// Code of the problem.
    public var code: String {
        switch self {
        case .finished: "CLK-101"
        case .standsStill: "CLK-102"
        case .runs: "CLK-103"
        case .noReason: "CLK-104"
        case .beforeLastChange: "CLK-105"
        case .noDays: "CLK-106"
        case .over: "CLK-107"
        case .tooManyDays: "CLK-108"
        case .noLastDay: "CLK-109"
        case .noCalendar: "CLK-110"
        case .askedAlready: "CLK-111"
        case .notAsked: "CLK-112"
        case .sameOfficer: "CLK-113"
        case .notOurs: "CLK-114"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .finished: Label("时限已经办结，不能再改动。", "The clock has ended and cannot be changed.")
        case .standsStill: Label("时限已经中止，请先恢复。", "The clock stands still; resume it first.")
        case .runs: Label("时限正在计算，不需要恢复。", "The clock is running; there is nothing to resume.")
        case .noReason: Label("请写明事由。", "Give the reason.")
        case .beforeLastChange(let day):
            Label("日期不能早于上次变动 \(day)。", "The day may not lie before the last change, \(day).")
        case .noDays: Label("请写明延长几天，至少一天。", "Say by how many days, at least one.")
        case .over:
            Label(
                "期限已经届满，不能再延长；请尽快办结并说明原因。",
                "The time is over and cannot be lengthened; finish the matter and say why it is late.")
        case .tooManyDays:
            Label("期限合计不能超过十年。请改短。", "The time may not come to more than ten years in all. Choose fewer days.")
        case .noLastDay(let day):
            Label(
                "所填日期不能作为届满日：期限按工作日计，只能到 \(day)。请填写一个工作日。",
                "That day cannot be the last one: the time counts working days and would end on \(day). Choose a working day."
            )
        case .noCalendar(let year):
            Label(
                "\(year) 年日历还没有载入，届满日尚不能确定，不能延长。请先载入日历。",
                "The calendar of \(year) is not loaded and the last day is unknown, so it cannot be moved. Load the calendar first."
            )
        case .askedAlready:
            Label("已有一项延长等待复核。请先复核或者退回。", "A lengthening waits for its second officer. Agree to it or refuse it first.")
        case .notAsked: Label("没有等待复核的延长。", "No lengthening waits for a second officer.")
        case .sameOfficer:
            Label("延长须由另一名经办人复核。请交其他人办理。", "Another officer must agree to a lengthening. Leave it to somebody else.")
        case .notOurs:
            Label(
                "这一时限不归本单位，或者属于当事人，不得由办理单位延长。",
                "The clock is not your organisation's, or the time is a party's own, which no office lengthens.")
        }
    }
}
