extension WorkingCalendar {
    /// 上一工作日以来: the days that a queue of a day has to speak of, the day itself last: those before it on which nobody
    /// worked, so that nothing of a holiday is missed. Of what the calendar does not know nothing is guessed (R13).
    public func sinceLastWorkingDay(_ day: Day) -> [Day] {
        var days = [day]
        while days.count < WorkingCalendar.longestHoliday, isWorking(days[0] + -1) == false {
            days.insert(days[0] + -1, at: 0)
        }
        return days
    }

    /// 临近末日: the last of the days of which a queue says that they are near: so many working days ahead that what ends
    /// on one of them can still be put before a second officer. A missing calendar makes it come early, never late.
    public func soon(after day: Day) -> Day { adding(WorkingCalendar.daysAhead, to: day).earliest }

    /// 临近 is said of what ends within so many working days.
    public static let daysAhead = 3

    /// More than any arrangement of holidays was long.
    private static let longestHoliday = 14
}
