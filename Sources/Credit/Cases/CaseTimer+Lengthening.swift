extension CaseTimer {
    /// 拟延长: by how many days, why, and who asks for it.
    public struct Asked: Sendable, Hashable {
        /// How many days more.
        public let count: Int
        /// 事由.
        public let reason: String
        /// 承办人.
        public let by: Officer
        /// The day it was asked.
        public let day: Day

        /// A lengthening that is asked for.
        public init(count: Int, reason: String, by: Officer, day: Day) {
            self.count = count
            self.reason = reason
            self.by = by
            self.day = day
        }
    }

    /// The event by which an officer of the organ whose time it is asks to lengthen it, up to a last day.
    ///
    /// - Throws: where the clock cannot be lengthened, or the days up to that day do not lead to it.
    public func asking(
        until last: Day, reason: String, by officer: Officer, on day: Day, in calendar: WorkingCalendar
    ) throws(ClockProblem) -> ClockEvent {
        try mayLengthen(officer, on: day, in: calendar)
        guard asked == nil else { throw .askedAlready }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .noReason }
        let count = try days(until: last, on: day, in: calendar)
        guard CaseClock.Term.counts.contains(clock.length + count) else { throw .tooManyDays }
        let end = clock.deadline(in: calendar, on: day, longerBy: count)
        if case .unknown(_, let year) = end { throw .noCalendar(year) }
        guard end == .on(last) else { throw .noLastDay(end.earliest) }
        return .extensionAsked(key, Asked(count: count, reason: reason, by: officer, day: day))
    }

    /// The event by which a second officer agrees.
    ///
    /// - Throws: where the officer is who asked, or the time was over meanwhile.
    public func agreeing(
        by officer: Officer, on day: Day, in calendar: WorkingCalendar
    ) throws(ClockProblem) -> ClockEvent {
        guard let asked else { throw .notAsked }
        try mayLengthen(officer, on: day, in: calendar)
        guard let pair = OfficerPair(asked.by, officer) else { throw .sameOfficer }
        return try extending(
            by: CaseClock.Extension(count: asked.count, reason: asked.reason, approved: pair, day: day), in: calendar)
    }

    /// The event by which a second officer does not agree.
    public func refusing(reason: String, by officer: Officer, on day: Day) throws(ClockProblem) -> ClockEvent {
        guard let asked else { throw .notAsked }
        guard officer.acts(for: organ), !isOfParty else { throw .notOurs }
        guard OfficerPair(asked.by, officer) != nil else { throw .sameOfficer }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .noReason }
        return .extensionRefused(key, reason: reason, by: officer, on: day)
    }

    /// Whether an organ may ask to lengthen it now.
    public func canBeLengthened(by officer: Officer, on day: Day, in calendar: WorkingCalendar) -> Bool {
        do { try mayLengthen(officer, on: day, in: calendar) } catch { return false }
        return true
    }

    private func mayLengthen(
        _ officer: Officer, on day: Day, in calendar: WorkingCalendar
    ) throws(ClockProblem) {
        guard officer.acts(for: organ), !isOfParty else { throw .notOurs }
        guard clock.finished == nil else { throw .finished }
        guard !clock.isStopped else { throw .standsStill }
        guard clock.state(in: calendar, on: day) != .over else { throw .over }
    }

    private func days(
        until last: Day, on day: Day, in calendar: WorkingCalendar
    ) throws(ClockProblem) -> Int {
        let now: Day
        switch clock.deadline(in: calendar, on: day) {
        case .on(let end): now = end
        case .unknown(_, let year): throw .noCalendar(year)
        }
        guard last > now else { throw .noDays }
        guard last - now <= CaseClock.Term.counts.upperBound else { throw .tooManyDays }
        guard case .workingDays = clock.term else { return last - now }
        switch calendar.between(now, last) {
        case .count(let count) where count > 0: return count
        case .count: throw .noDays
        case .unknown(_, _, let year): throw .noCalendar(year)
        }
    }

    /// 计算过程 of the lengthening that waits, for who is to agree to it: from the last day now to the one it would have.
    public func arithmeticOfAsked(in calendar: WorkingCalendar, on day: Day) -> Label? {
        guard let asked else { return nil }
        let now = clock.deadline(in: calendar, on: day).words
        let then = clock.deadline(in: calendar, on: day, longerBy: asked.count).words
        let unit = if case .workingDays = clock.term { Label("个工作日", "working days") } else { Label("日", "days") }
        return Label(
            "现届满日 \(now.chinese)，延长 \(asked.count) \(unit.chinese)，届满日改为 \(then.chinese)",
            "last day now \(now.english), \(asked.count) \(unit.english) more, then \(then.english)")
    }
}
