extension CaseClock {
    /// 期限届满日: the last day, as the calendar knows it; while it stands still, the last day it would have if it were
    /// taken up on `day`.
    public func deadline(in calendar: WorkingCalendar, on day: Day) -> Deadline {
        guard case .workingDays = term else { return .on(naturalEnd(on: day)) }
        var (left, from) = (length, started)
        var missing: Int?
        for stop in stops {
            // What is used up by the last counted day is taken off; where a calendar is missing, as much as can be.
            switch calendar.between(from, stop.from) {
            case .count(let used): left -= used
            case .unknown(_, let most, let year):
                left -= most
                missing = missing ?? year
            }
            // Used up before it stopped: that end stands.
            if left <= 0 { return calendar.adding(left + used(from, stop.from, calendar), to: from) }
            from = max(stop.until ?? day, stop.from)
        }
        let end = calendar.adding(left, to: from)
        if let missing, case .on(let day) = end { return .unknown(atEarliest: day, missingYear: missing) }
        return end
    }

    private func used(_ from: Day, _ to: Day, _ calendar: WorkingCalendar) -> Int {
        switch calendar.between(from, to) {
        case .count(let count), .unknown(_, let count, _): count
        }
    }

    private func naturalEnd(on day: Day) -> Day {
        var end = started + length
        for stop in stops where stop.from < end { end = end + (max(stop.until ?? day, stop.from) - stop.from) }
        return end
    }

    /// 时限状态: where it stands on a day.
    public func state(in calendar: WorkingCalendar, on day: Day) -> State {
        let deadline = deadline(in: calendar, on: day)
        if let finished {
            guard let last = deadline.day else { return finished <= deadline.earliest ? .finishedInTime : .finished }
            return finished <= last ? .finishedInTime : .finishedLate
        }
        if isStopped { return .stopped }
        if let last = deadline.day, day > last { return .over }
        return isPastHalf(in: calendar, on: day) ? .halfTime : .running
    }

    /// Whether half of the time or more is used up; alarms stand at half and at full time.
    private func isPastHalf(in calendar: WorkingCalendar, on day: Day) -> Bool {
        var used = 0
        var from = started
        let counts = { (from: Day, to: Day) in
            if case .workingDays = term { self.used(from, max(from, to), calendar) } else { max(to - from, 0) }
        }
        for stop in stops {
            used += counts(from, min(stop.from, day))
            from = stop.until ?? day
        }
        used += counts(from, day)
        return used * 2 >= length
    }

    /// 时限状态.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// 计算中.
        case running
        /// 过半: half of it or more is used up.
        case halfTime = "half-time"
        /// 超期.
        case over
        /// 中止.
        case stopped
        /// 按期办结.
        case finishedInTime = "finished-in-time"
        /// 逾期办结.
        case finishedLate = "finished-late"
        /// 已办结, and whether in time is unknown until a calendar is loaded.
        case finished

        /// What it is called.
        public var title: Label {
            switch self {
            case .running: Label("计算中", "Running")
            case .halfTime: Label("已过半", "Past half")
            case .over: Label("超期", "Over time")
            case .stopped: Label("中止", "Standing still")
            case .finishedInTime: Label("按期办结", "Done in time")
            case .finishedLate: Label("逾期办结", "Done late")
            case .finished: Label("已办结，是否按期待日历公布", "Done; whether in time is unknown until a calendar is loaded")
            }
        }
    }

    /// 计算过程: the arithmetic of the last day in words, step by step (R11).
    public func arithmetic(in calendar: WorkingCalendar, on day: Day) -> [Label] {
        let unit: (chinese: String, english: String) =
            if case .workingDays = term { ("个工作日", "working days") } else { ("日", "days") }
        let base = length - extensions.reduce(0) { $0 + $1.count }
        var lines = [
            Label(
                "\(started) 起算，当日不计，期限 \(base) \(unit.chinese)",
                "from \(started), which does not count, \(base) \(unit.english)")
        ]
        for stop in stops {
            lines.append(
                Label(
                    "\(stop.from) 后中止（\(stop.reason)）" + (stop.until.map { "，\($0) 恢复，当日不计" } ?? "，尚未恢复"),
                    "stood still after \(stop.from) (\(stop.reason))"
                        + (stop.until.map { ", resumed on \($0), which does not count" } ?? ", not yet resumed")))
        }
        for more in extensions {
            lines.append(
                Label(
                    "\(more.day) 批准延长 \(more.count) \(unit.chinese)（\(more.reason)；\(more.approved.first.name)、\(more.approved.second.name)）",
                    "lengthened on \(more.day) by \(more.count) \(unit.english) (\(more.reason); \(more.approved.first.name), \(more.approved.second.name))"
                ))
        }
        let end = deadline(in: calendar, on: day).words
        lines.append(
            isStopped
                ? Label("如当日恢复，届满日为 \(end.chinese)", "if resumed that day, it ends on \(end.english)")
                : Label("届满日 \(end.chinese)", "last day \(end.english)"))
        return lines
    }
}
