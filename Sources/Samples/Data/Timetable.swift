import Credit

/// 工作日程: the working days of the two years before the last day, and the weeks in which decisions are handed in.
struct Timetable {
    /// Working days, from some months before the two years up to the last day.
    let workdays: [Day]
    /// The weeks of the two years that have working days, as indices of `workdays`, first to last.
    let weeks: [ClosedRange<Int>]

    /// Working days within which a decision must be handed in.
    static let deadline = 7

    init(until: Day, isWorkday: (Day) -> Bool) throws(SampleProblem) {
        let first = until.adding(months: -24)
        var (workdays, weeks): ([Day], [ClosedRange<Int>]) = ([], [])
        var week = Int32.min
        for number in (first.number - 150)...until.number {
            let day = Day(number: number)
            guard isWorkday(day) else { continue }
            workdays.append(day)
            guard day > first else { continue }
            let index = workdays.count - 1
            let monday = number - Int32(day.weekday - 1)
            if monday == week, let last = weeks.popLast() {
                weeks.append(last.lowerBound...index)
            } else {
                weeks.append(index...index)
            }
            week = monday
        }
        guard let earliest = weeks.first, earliest.lowerBound > 60 else { throw .until(until.description) }
        (self.workdays, self.weeks) = (workdays, weeks)
    }

    /// Whether a decision of working day `index` is late when it comes in on a day.
    func isLate(decidedOn index: Int, received: Day) -> Bool {
        let deadline = index + Timetable.deadline
        return deadline < workdays.count && workdays[deadline] < received
    }
}
