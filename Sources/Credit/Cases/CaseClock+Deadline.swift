extension CaseClock {
    /// 期限届满日: the last day, as the calendar knows it; while it stands still, the last day it would have if it were
    /// taken up on `day`.
    ///
    /// - Parameter more: as if it had so many days more.
    public func deadline(in calendar: WorkingCalendar, on day: Day, longerBy more: Int = 0) -> Deadline {
        let length = length + more
        guard case .workingDays = term else { return .on(naturalEnd(length, on: day)) }
        var (left, from) = (length, started)
        var missing: Int?
        for stop in stops {
            // What is used up by the last counted day is taken off; where a calendar is missing, as much as can be.
            let counted = calendar.between(from, stop.from)
            // Used up before it stopped: that end stands.
            if counted.most >= left { break }
            if case .unknown(_, _, let year) = counted { missing = missing ?? year }
            left -= counted.most
            from = stop.until ?? max(finished ?? day, stop.from)
        }
        switch calendar.adding(left, to: from) {
        case .on(let end): return missing.map { .unknown(atEarliest: end, missingYear: $0) } ?? .on(end)
        case .unknown(let earliest, let year): return .unknown(atEarliest: earliest, missingYear: missing ?? year)
        }
    }

    private func naturalEnd(_ length: Int, on day: Day) -> Day {
        var end = started + length
        for stop in stops where stop.from < end {
            end = end + ((stop.until ?? max(finished ?? day, stop.from)) - stop.from)
        }
        return end
    }

    /// 时限状态: where it stands on a day.
    public func state(in calendar: WorkingCalendar, on day: Day) -> State {
        if let finished {
            if isOver(in: calendar, on: finished) { return .finishedLate }
            let deadline = deadline(in: calendar, on: finished)
            return finished <= deadline.earliest ? .finishedInTime : .finished
        }
        // What was over before it was stopped stays over.
        if isOver(in: calendar, on: day) { return .over }
        if isStopped { return .stopped }
        return used(through: day, in: calendar).most * 2 >= length ? .halfTime : .running
    }

    /// Whether the time is over on a day, whatever the missing calendars will say.
    private func isOver(in calendar: WorkingCalendar, on day: Day) -> Bool {
        day > started && used(through: day + -1, in: calendar).least >= length
    }

    /// 已计天数: how much of it is used up at the end of a day: as little and as much as can be.
    private func used(through day: Day, in calendar: WorkingCalendar) -> (least: Int, most: Int) {
        var (least, most, from) = (0, 0, started)
        func count(_ end: Day) {
            guard from < end else { return }
            guard case .workingDays = term else {
                (least, most) = (least + (end - from), most + (end - from))
                return
            }
            let counted = calendar.between(from, end)
            (least, most) = (least + counted.least, most + counted.most)
        }
        for stop in stops {
            count(min(stop.from, day))
            guard let until = stop.until else { return (least, most) }
            from = until
        }
        count(day)
        return (least, most)
    }

    /// 提醒日: the first day on which half of it is used up, and the last day; the second is nil until the calendar is
    /// known, and both are while it stands still or is done.
    public func alarms(in calendar: WorkingCalendar, on day: Day) -> (half: Day?, full: Day?) {
        guard finished == nil, !isStopped else { return (nil, nil) }
        let end = deadline(in: calendar, on: day)
        var (low, high) = (started, end.earliest)
        while low < high {
            let middle = low + (high - low) / 2
            if used(through: middle, in: calendar).most * 2 >= length { high = middle } else { low = middle + 1 }
        }
        return (low, end.day)
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
        /// 已届满: the time of a party, which has run out.
        case expired

        /// 当事人期限: how it is shown where the time is a party's. That it has run out is nobody's delay, and what is done
        /// after it is not done late.
        public var ofParty: State { self == .over || self == .finishedLate ? .expired : self }

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
            case .expired: Label("已届满", "Run out")
            }
        }
    }

    /// 计算过程: the arithmetic of the last day in words, step by step (R11).
    public func arithmetic(in calendar: WorkingCalendar, on day: Day) -> [Label] {
        let unit: (chinese: String, english: String) =
            if case .workingDays = term { ("个工作日", "working days") } else { ("日", "days") }
        var lines = [
            Label(
                "\(started) 起算，当日不计，期限 \(term.words.chinese)",
                "from \(started), which does not count, \(term.words.english)")
        ]
        for stop in stops {
            let counted = used(through: stop.from, in: calendar)
            let figure =
                counted.least == counted.most ? "\(counted.most)" : "\(counted.least)–\(counted.most)"
            lines.append(
                Label(
                    "计至 \(stop.from) 共 \(figure) \(unit.chinese)，此后中止（\(stop.reason)）"
                        + (stop.until.map { "，\($0) 恢复，当日不计" } ?? "，尚未恢复"),
                    "\(figure) \(unit.english) used by \(stop.from), then stood still (\(stop.reason))"
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
            isStopped && finished == nil
                ? Label("如当日恢复，届满日为 \(end.chinese)", "if resumed that day, it ends on \(end.english)")
                : Label("届满日 \(end.chinese)", "last day \(end.english)"))
        return lines
    }
}

extension WorkingDayCount {
    /// As few as it can be.
    fileprivate var least: Int {
        switch self {
        case .count(let count), .unknown(let count, _, _): count
        }
    }

    /// As many as it can be.
    fileprivate var most: Int {
        switch self {
        case .count(let count), .unknown(_, let count, _): count
        }
    }
}
