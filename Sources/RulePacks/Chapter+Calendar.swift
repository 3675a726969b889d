import Credit

extension Chapter {
    /// 工作日历: a file is a year.
    static var calendar: Chapter {
        .of("calendar", into: \.calendar, sortedBy: { $0.year < $1.year }) { strict in
            let code = strict.fileCode(.calendarYear, form: .digits)
            let year = code.flatMap(Int.init) ?? 0
            let arrangements = strict.dated("arrangements") { step -> CalendarYear.Arrangement? in
                let (off, work) = (step.placedDays("off"), step.placedDays("work", required: false) ?? [])
                guard let off else { return nil }
                check(off: off, work: work, of: year, step.reading)
                return CalendarYear.Arrangement(off: off.map(\.day), work: work.map(\.day))
            }
            guard code != nil, let arrangements else { return nil }
            return CalendarYear(year: year, arrangements: arrangements)
        }
    }

    private typealias Placed = (day: Day, place: PackPlace)

    /// A day outside the year, a day told twice and a make-up day that is an ordinary working day are slips.
    private static func check(off: [Placed], work: [Placed], of year: Int, _ reading: Reading) {
        var seen: Set<Day> = []
        for (day, place) in off + work {
            if day.year != year {
                reading.add(
                    PackProblem(
                        code: "PACK-140", place: place, value: "\(day)",
                        message: Label("\(day) 不在 \(year) 年。", "\(day) does not lie in \(year)."),
                        remedy: Label("请移入该日所在年度的文件。", "Move it to the file of its own year.")))
            }
            if !seen.insert(day).inserted {
                reading.add(
                    PackProblem(
                        code: "PACK-141", place: place, value: "\(day)",
                        message: Label("\(day) 出现两次。", "\(day) stands there twice."),
                        remedy: Label("同一天只能写一次，放假或上班。", "Name a day once, as off or as work.")))
            }
        }
        for (day, place) in work where day.weekday < 6 {
            reading.add(
                PackProblem(
                    code: "PACK-142", place: place, value: "\(day)",
                    message: Label("调休上班日 \(day) 不是周末。", "the make-up day \(day) is no weekend day."),
                    remedy: Label("请核对放假通知。", "Check it against the notice.")))
        }
    }
}
