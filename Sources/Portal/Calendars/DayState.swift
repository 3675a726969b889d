import Credit

/// 日别: what a day of a loaded year is, and by what.
enum DayState: String {
    /// 工作日 of the ordinary week.
    case working
    /// 调休上班: a weekend day on which people work.
    case makeUp = "make-up"
    /// 周末.
    case weekend
    /// 放假: off by the year's notice.
    case holiday
    /// The year's calendar is not loaded (R13).
    case unknown

    /// Whether people work on it, as far as is known.
    var isWorking: Bool { self == .working || self == .makeUp }

    var title: Label {
        switch self {
        case .working: .both("工作日", "working day")
        case .makeUp: .both("调休上班", "make-up working day")
        case .weekend: .both("周末", "weekend")
        case .holiday: .both("放假", "day off by notice")
        case .unknown: .both("未知", "unknown")
        }
    }

    /// Short enough for a square of the calendar, so that nothing is told by colour alone; nil where nothing need be.
    var sign: Label? {
        switch self {
        case .makeUp: .both("班", "work")
        case .holiday: .both("休", "off")
        case .working, .weekend, .unknown: nil
        }
    }
}

/// 日别表: what every day is by the loaded calendars, with the reason that a working calendar does not tell.
struct DayStates {
    private let notices: [Int: (off: Set<Day>, work: Set<Day>)]

    init(_ calendar: some Sequence<CalendarYear>) {
        notices = Dictionary(
            uniqueKeysWithValues: calendar.map {
                let latest = $0.arrangements.latest.value
                return ($0.year, (Set(latest.off), Set(latest.work)))
            })
    }

    subscript(_ day: Day) -> DayState {
        guard let notice = notices[day.year] else { return .unknown }
        if notice.work.contains(day) { return .makeUp }
        if notice.off.contains(day) { return .holiday }
        return day.weekday < 6 ? .working : .weekend
    }
}

extension Day {
    /// 星期: the name of the day of the week.
    var weekdayTitle: Label {
        let chinese = ["一", "二", "三", "四", "五", "六", "日"]
        let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return .both("周" + chinese[weekday - 1], english[weekday - 1])
    }
}

/// 日期区间: days in a row as a text, `2026-02-15..2026-02-23`.
enum DayRuns {
    static func texts(_ days: [Day]) -> [String] {
        var runs: [(first: Day, last: Day)] = []
        for day in days.sorted() {
            if let last = runs.last?.last, day - last == 1 {
                runs[runs.count - 1].last = day
            } else {
                runs.append((day, day))
            }
        }
        return runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)..\($0.last)" }
    }
}
