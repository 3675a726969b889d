import Credit

extension Chapter {
    /// 工作日历: a file is a year.
    static var calendar: Chapter {
        .of("calendar", into: \.calendar, sortedBy: { $0.year < $1.year }) { strict in
            let code = strict.fileCode(.calendarYear, form: .digits)
            let year = code.flatMap(Int.init) ?? 0
            let arrangements = strict.dated("arrangements") { step -> CalendarYear.Arrangement? in
                let (off, work) = (step.days("off"), step.days("work", required: false) ?? [])
                guard let off else { return nil }
                let arrangement = CalendarYear.Arrangement(off: off, work: work)
                check(arrangement, of: year, in: step)
                return arrangement
            }
            guard code != nil, let arrangements else { return nil }
            return CalendarYear(year: year, arrangements: arrangements)
        }
    }

    /// A day outside the year, a day told twice and a make-up day that is an ordinary working day are slips.
    private static func check(_ arrangement: CalendarYear.Arrangement, of year: Int, in strict: Strict) {
        for (key, days) in [("off", arrangement.off), ("work", arrangement.work)] {
            for day in days where day.year != year {
                strict.refuse(
                    key, code: "PACK-140", value: day.description,
                    message: Label("\(day) 不在 \(year) 年。", "\(day) does not lie in \(year)."),
                    remedy: Label("请移入该日所在年度的文件。", "Move it to the file of its own year."))
            }
        }
        var seen: Set<Day> = []
        for day in arrangement.off + arrangement.work where !seen.insert(day).inserted {
            strict.refuse(
                "off", code: "PACK-141", value: day.description,
                message: Label("\(day) 出现两次。", "\(day) stands there twice."),
                remedy: Label("同一天只能写一次，放假或上班。", "Name a day once, as off or as work."))
        }
        for day in arrangement.work where day.weekday < 6 {
            strict.refuse(
                "work", code: "PACK-142", value: day.description,
                message: Label("调休上班日 \(day) 不是周末。", "the make-up day \(day) is no weekend day."),
                remedy: Label("请核对放假通知。", "Check it against the notice."))
        }
    }
}
