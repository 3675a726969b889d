/// 工作日历: which days are working days, from the years that are loaded and for no other; a missing year is never
/// guessed (R13).
///
/// - Source: domain calendar: the day of the event is not counted, day 1 is the next working day.
public struct WorkingCalendar: Sendable, Equatable {
    /// The loaded years, in order.
    public let years: [Int]
    private let neverWorking: Set<AnnualDay>
    private let first: Int32
    /// For every day of the span of years: whether work, no work, or unknown.
    private let states: [State]
    /// How many working days, and how many unknown days, lie in the span before each day; one more than `states`.
    private let workingBefore: [Int32]
    private let unknownBefore: [Int32]
    /// All working days in order.
    private let workingDays: [Int32]

    private enum State: UInt8, Sendable {
        case unknown
        case working
        case off
    }

    /// The calendar of some years.
    ///
    /// - Parameters:
    ///   - known: leaves aside notices that appeared after this day; nil takes the latest of each year.
    ///   - neverWorking: the statute's fixed days, which no notice makes working days; they only sharpen what is said of
    ///     years that are not loaded.
    public init(_ calendar: some Sequence<CalendarYear>, known: Day? = nil, neverWorking: Set<AnnualDay> = []) {
        var notices: [Int: (off: Set<Day>, work: Set<Day>)] = [:]
        for year in calendar {
            let arrangements = year.arrangements
            guard let notice = known.map({ arrangements.value(on: $0) }) ?? arrangements.latest.value else { continue }
            notices[year.year] = (Set(notice.off), Set(notice.work))
        }
        years = notices.keys.sorted()
        self.neverWorking = neverWorking
        var states: [State] = []
        var working: [Int32] = []
        var (workingBefore, unknownBefore): ([Int32], [Int32]) = ([0], [0])
        var start = Day(number: 0)
        if let lowest = years.first, let highest = years.last, let from = Day(year: lowest, month: 1, day: 1),
            let end = Day(year: highest, month: 12, day: 31)
        {
            start = from
            for offset in 0...(end - from) {
                let day = from + offset
                let state = WorkingCalendar.state(of: day, by: notices[day.year])
                states.append(state)
                if state == .working { working.append(day.number) }
                workingBefore.append(Int32(working.count))
                unknownBefore.append(unknownBefore[offset] + (state == .unknown ? 1 : 0))
            }
        }
        first = start.number
        self.states = states
        self.workingBefore = workingBefore
        self.unknownBefore = unknownBefore
        workingDays = working
    }

    private static func state(of day: Day, by notice: (off: Set<Day>, work: Set<Day>)?) -> State {
        guard let notice else { return .unknown }
        if notice.work.contains(day) { return .working }
        return day.weekday < 6 && !notice.off.contains(day) ? .working : .off
    }

    /// Whether a year is loaded.
    public func isLoaded(year: Int) -> Bool { years.contains(year) }

    /// Whether a day is a working day; nil where its year is not loaded.
    public func isWorking(_ day: Day) -> Bool? {
        switch state(of: day) {
        case .working: true
        case .off: false
        case .unknown: nil
        }
    }

    /// The working days of a year in order; nil where it is not loaded.
    public func days(of year: Int) -> [Day]? {
        guard isLoaded(year: year), let start = Day(year: year, month: 1, day: 1),
            let end = Day(year: year, month: 12, day: 31)
        else { return nil }
        return (0...(end - start)).map { start + $0 }.filter { state(of: $0) == .working }
    }

    /// The last day of a term of working days that an event on `day` starts.
    ///
    /// - Parameter count: 0 gives the day itself; a count below 0 is taken for 0.
    public func adding(_ count: Int, to day: Day) -> Deadline {
        guard count > 0 else { return .on(day) }
        if let from = index(of: day + 1), count <= workingDays.count {
            let place = Int(workingBefore[from]) + count - 1
            if place < workingDays.count {
                let end = Day(number: workingDays[place])
                if unknownBefore[end - Day(number: first) + 1] == unknownBefore[from] { return .on(end) }
            }
        }
        return walking(count, from: day)
    }

    /// Goes day by day through days of which some are unknown.
    private func walking(_ count: Int, from day: Day) -> Deadline {
        var (left, here) = (count, day)
        var missing: Int?
        while left > 0, here < Day.endless {
            here = here + 1
            switch state(of: here) {
            case .working: left -= 1
            case .off: break
            case .unknown:
                missing = missing ?? here.year
                if couldWork(here) { left -= 1 }
            }
        }
        guard let missing else { return .on(here) }
        return .unknown(atEarliest: here, missingYear: missing)
    }

    private func couldWork(_ day: Day) -> Bool {
        guard !neverWorking.isEmpty else { return true }
        let civil = day.civil
        return !neverWorking.contains(AnnualDay(month: civil.month, day: civil.day))
    }

    /// How many working days lie after `start` up to and with `end`: what `adding` undoes.
    public func between(_ start: Day, _ end: Day) -> WorkingDayCount {
        guard start <= end else {
            switch between(end, start) {
            case .count(let count): return .count(-count)
            case .unknown(let least, let most, let year):
                return .unknown(atLeast: -most, atMost: -least, missingYear: year)
            }
        }
        let known = knownWorkingDays(after: start, through: end)
        if start == end { return .count(0) }
        if let from = index(of: start + 1), let to = index(of: end), unknownBefore[from] == unknownBefore[to + 1] {
            return .count(known)
        }
        var (unknown, missing): (Int, Int?) = (0, nil)
        var here = start
        while here < end {
            here = here + 1
            guard state(of: here) == .unknown else { continue }
            missing = missing ?? here.year
            if couldWork(here) { unknown += 1 }
        }
        guard let missing else { return .count(known) }
        return .unknown(atLeast: known, atMost: known + unknown, missingYear: missing)
    }

    /// How many days after `start` through `end` are certainly working days.
    func knownWorkingDays(after start: Day, through end: Day) -> Int {
        guard !states.isEmpty, start < end else { return 0 }
        func before(_ day: Day) -> Int {
            Int(workingBefore[min(max(day - Day(number: first), 0), states.count)])
        }
        return before(end + 1) - before(start + 1)
    }

    /// The days of which the calendar knows something; empty where no year is loaded.
    var span: Range<Int32> { first..<(first + Int32(states.count)) }

    private func index(of day: Day) -> Int? {
        let offset = day - Day(number: first)
        return offset >= 0 && offset < states.count ? offset : nil
    }

    private func state(of day: Day) -> State { index(of: day).map { states[$0] } ?? .unknown }
}

/// 固定节日: a day of every year on which by statute nobody works, whatever the notice of that year says.
///
/// - Source: 全国年节及纪念日放假办法: 1 January, 1 May (2 May since 2025), 1–3 October. Lunar feasts have no fixed day.
public struct AnnualDay: Sendable, Hashable {
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// A day of every year.
    public init(month: Int, day: Int) {
        self.month = month
        self.day = day
    }
}
