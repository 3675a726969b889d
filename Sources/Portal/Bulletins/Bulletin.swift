import Credit

/// 月通报: how the units handed in their data in a month, put together from the counts: who stands where by compliance and
/// by timeliness, who handed in nothing, what changed against the month before, and who has to be reminded of what.
///
/// It orders offices by the quality of their data, never companies or persons (R1), and counts no penalties (R15).
struct Bulletin: Sendable {
    let month: Month
    let units: [BulletinUnit]
    /// All units together.
    let total: SubmissionTally
    let before: SubmissionTally
    /// The last twelve months of all units together.
    let history: [(month: Month, tally: SubmissionTally)]
    let since: Day?
    let reading: Reading

    /// Whether the month goes on after the day of reading.
    var isUnfinished: Bool { month.last >= reading.day }

    /// Puts a bulletin together.
    init(
        month: Month, entries: [SubmittedMonth], zeros: [StandingZeroReport], rules: Rules, since: Day?,
        reading: Reading
    ) {
        self.month = month
        self.since = since
        self.reading = reading
        let byDepartment = Dictionary(grouping: entries, by: \.department)
        let drafts = rules.departments.map { department in
            BulletinUnit(
                department: department, month: month, entries: byDepartment[department.code] ?? [], rules: rules,
                since: since, today: reading.day, zero: zeros.report(of: department.code, in: month))
        }
        units = BulletinUnit.ranked(drafts)
        total = SubmissionTally(entries.filter { $0.month == month }, under: rules)
        before = SubmissionTally(entries.filter { $0.month == month + -1 }, under: rules)
        history = Month.span(month + -11, month).map { one in
            (one, SubmissionTally(entries.filter { $0.month == one }, under: rules))
        }
    }

    /// Reads what a bulletin is put together from.
    static func read(_ month: Month, rules: Rules, in reading: any PublicReading) throws -> Bulletin {
        let now = try reading.reading()
        let since = try reading.firstReceived()
        guard let since, month >= Month(of: since), month <= Month(of: now.day) else {
            throw PortalProblem.noSuchBulletin
        }
        return Bulletin(
            month: month, entries: try reading.submissions(from: month + -11, through: month, department: nil),
            zeros: try reading.zeroReports(from: month, through: month, department: nil), rules: rules, since: since,
            reading: now)
    }

    func units(_ state: MonthState) -> [BulletinUnit] { units.filter { $0.state == state } }
}

/// 通报单位: one unit of a bulletin.
struct BulletinUnit: Shown {
    let department: DepartmentView
    let month: Month
    let tally: SubmissionTally
    let before: SubmissionTally
    let state: MonthState
    let facts: [ReminderFact]
    private(set) var complianceRank: Int?
    private(set) var timelinessRank: Int?

    init(
        department: Department, month: Month, entries: [SubmittedMonth], rules: Rules, since: Day?, today: Day,
        zero: StandingZeroReport?
    ) {
        self.department = DepartmentView(department: department, day: min(today, month.last))
        self.month = month
        tally = SubmissionTally(entries.filter { $0.month == month }, under: rules)
        before = SubmissionTally(entries.filter { $0.month == month + -1 }, under: rules)
        state = MonthState(tally, in: month, since: since, today: today, zero: zero)
        facts = ReminderFact.all(
            of: department.code, in: month, entries: entries, rules: rules,
            isOver: month.last < today && state != .unknown && state != .zeroReported)
    }

    /// The units with their places, in the order of compliance; equal rates share a place, and a unit without a rate has
    /// none.
    static func ranked(_ units: [BulletinUnit]) -> [BulletinUnit] {
        var ranked = units
        for index in ranked.indices {
            ranked[index].complianceRank = rank(ranked[index], in: units, by: \.compliance)
            ranked[index].timelinessRank = rank(ranked[index], in: units, by: \.timeliness)
        }
        let last = ranked.count + 1
        func place(_ unit: BulletinUnit) -> (Int, Int) { (unit.complianceRank ?? last, unit.timelinessRank ?? last) }
        return ranked.enumerated().sorted { left, right in
            let (first, second) = (place(left.element), place(right.element))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    private static func rank(
        _ unit: BulletinUnit, in units: [BulletinUnit], by rate: KeyPath<SubmissionTally, Rate>
    ) -> Int? {
        let own = unit.tally[keyPath: rate]
        guard own.denominator > 0 else { return nil }
        return 1 + units.count { $0.tally[keyPath: rate].isHigher(than: own) }
    }

    /// 环比: how many percentage points more than the month before; nil where either is unknown.
    static func change(_ now: Rate, _ before: Rate) -> String? {
        guard let now = now.basisPoints, let before = before.basisPoints else { return nil }
        return (now > before ? "+" : "") + Rate.text(basisPoints: now - before)
    }

    var letter: String? {
        facts.isEmpty ? nil : "/bulletins/\(month)/letters/\(department.department.code)"
    }

    func show(on tape: inout Tape) {
        department.show(on: &tape)
        tape.put("state", state.rawValue)
        tape.put("stateTitle", state.words)
        tape.put("complianceRank", known: complianceRank)
        tape.put("timelinessRank", known: timelinessRank)
        tape.put("tally", tally.files > 0 ? TallyView(tally: tally) : nil)
        tape.put("complianceChange", Self.change(tally.compliance, before.compliance))
        tape.put("timelinessChange", Self.change(tally.timeliness, before.timeliness))
        tape.put("reminders", facts.count)
        tape.put("letter", letter)
        tape.draw { tape in
            tape.put("isRanked", complianceRank != nil)
            tape.put("card", "/departments/\(department.department.code)?month=\(month)")
            tape.put("batches", "/departments/\(department.department.code)/batches?month=\(month)")
            tape.put("errors", "/departments/\(department.department.code)/errors?month=\(month)")
        }
    }
}
