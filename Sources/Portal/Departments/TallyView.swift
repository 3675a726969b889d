import Credit

/// 报送数: the counts of a month with the two rates, as every page about departments shows them.
struct TallyView: Shown {
    let tally: SubmissionTally

    func show(on tape: inout Tape) {
        tape.put("files", tally.files)
        tape.put("rows", tally.counts.rows)
        tape.put("accepted", tally.counts.accepted)
        tape.put("changed", tally.counts.changed)
        tape.put("known", tally.counts.known)
        tape.put("refused", tally.counts.refused)
        tape.put("persons", tally.counts.persons)
        tape.put("clocked", tally.clocked)
        tape.put("late", tally.counts.late)
        tape.put("unknownTimeliness", tally.counts.unknownTimeliness)
        tape.put("timing", tally.timing.rawValue)
        tape.put("timingTitle", tally.timing.words)
        tape.put("compliance", RateView(tally.compliance))
        tape.put("timeliness", RateView(tally.timeliness))
    }
}

extension Tape {
    /// A number that may be unknown, which is then left out (R13).
    mutating func put(_ key: StaticString, known number: Int?) {
        if let number { put(key, number) } else { put(key, String?.none) }
    }
}

/// 比率: numerator, denominator and the rate as people read it.
struct RateView: Shown {
    let rate: Rate

    /// Nil where there is nothing to divide by: then there is no rate, which is not a rate of zero (R13).
    init?(_ rate: Rate) {
        guard rate.denominator > 0 else { return nil }
        self.rate = rate
    }

    func show(on tape: inout Tape) {
        tape.put("numerator", rate.numerator)
        tape.put("denominator", rate.denominator)
        tape.put("percent", rate.text)
    }
}

extension SubmissionTally.Timing {
    /// Whether timeliness can be told, in words.
    var words: Label {
        switch self {
        case .known: .both("可以判断", "can be told")
        case .noClock: .both("没有计时的行", "no row with a clock")
        case .unknownCalendar: .both("未知：缺少工作日历", "unknown: a calendar is missing")
        }
    }
}

/// 部门摘要: a department as headings and lists show it.
struct DepartmentView: Shown {
    let department: Department
    let day: Day

    var name: Label { department.name(on: day)?.full ?? department.names.latest.value.full }
    var short: String { (department.name(on: day) ?? department.names.latest.value).short }

    func show(on tape: inout Tape) {
        tape.put("code", department.code)
        tape.put("name", name)
        tape.put("shortName", short)
        tape.put("section", department.section)
        tape.put("level", department.level.rawValue)
        tape.put("levelTitle", department.level.words)
        tape.put("path", "/departments/" + department.code)
    }
}

extension Department.Level {
    var words: Label {
        switch self {
        case .city: .both("市级部门", "city department")
        case .county: .both("县（区）", "county or district")
        case .zone: .both("功能区", "zone")
        case .national: .both("中央垂直管理机构", "branch of a national body")
        case .court: .both("人民法院", "court")
        }
    }
}

/// 月份选择: the month a page is about, and its neighbours.
struct MonthChoice: Shown {
    let month: Month
    let today: Day
    /// The page that is asked, with everything but the month kept.
    let address: PageAddress

    func show(on tape: inout Tape) {
        tape.put("month", month.description)
        tape.put("title", month.title)
        tape.put("base", address.path)
        tape.put("keptBeside", address.items.filter { $0.name != "month" })
        tape.put("before", address.asking("month", (month + -1).description).text)
        tape.put("beforeTitle", (month + -1).title)
        let following = month < Month(of: today) ? month + 1 : nil
        tape.put("after", following.map { address.asking("month", $0.description).text })
        tape.put("afterTitle", following.map { tape.language.words(of: $0.title) })
        tape.put("isUnfinished", month.last >= today)
    }
}

extension Ask {
    /// The month asked for; the present one where none is.
    ///
    /// - Throws: `PortalProblem.badQuestion` for anything that is no month.
    func month(today: Day) throws(PortalProblem) -> Month {
        guard let text = question("month") else { return Month(of: today) }
        guard let month = Month(text) else { throw .badQuestion("month") }
        return month
    }

    /// The department that the first name of the path names.
    ///
    /// - Throws: `PortalProblem.noSuchDepartment`.
    func department() throws(PortalProblem) -> Department {
        guard let department = rules.departments[parameter] else { throw .noSuchDepartment }
        return department
    }
}
