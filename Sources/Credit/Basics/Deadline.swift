/// 期限届满日: the last day of a term, or what can be said of it while a calendar is missing (R13).
public enum Deadline: Sendable, Hashable {
    /// The term ends at 24:00 of this day.
    case on(Day)
    /// 最早…，待…年日历公布后确定: the term runs through days whose calendar is not loaded.
    ///
    /// `atEarliest` is the first day on which the term could end: every unknown day is taken for a working day, Saturdays
    /// and Sundays too, since a notice may make them so; only the statute's fixed days are not. Whatever the notice will
    /// say, the term does not end before that day, so acting by then is in time for certain. A latest day cannot be
    /// named: holidays can be lengthened by decree, as in 2020.
    case unknown(atEarliest: Day, missingYear: Int)

    /// The last day where it is known.
    public var day: Day? {
        if case .on(let day) = self { day } else { nil }
    }

    /// The first day on which the term can end: the last day itself where it is known.
    public var earliest: Day {
        switch self {
        case .on(let day), .unknown(let day, _): day
        }
    }

    /// The deadline in words.
    public var words: Label {
        switch self {
        case .on(let day): Label("\(day)", "\(day)")
        case .unknown(let day, let year):
            Label(
                "最早 \(day)，待 \(year) 年日历载入后确定",
                "at the earliest \(day), unknown until the calendar of \(year) is loaded")
        }
    }
}

/// 工作日数: how many working days lie between two days, or what can be said of it while a calendar is missing (R13).
public enum WorkingDayCount: Sendable, Hashable {
    /// So many; negative where the second day lies before the first.
    case count(Int)
    /// Between the two counts, ends included, until the calendar of a year is loaded.
    case unknown(atLeast: Int, atMost: Int, missingYear: Int)
}
