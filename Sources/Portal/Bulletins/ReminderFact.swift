import Credit

/// 督办事实: what is known that a unit is reminded of; a duty that the rules do not state is none.
struct ReminderFact: Shown {
    /// What is known.
    enum What: Equatable, Sendable {
        /// So many rows came in after their working days.
        case late(rows: Int, days: Int)
        /// Nothing of a kind with a term came in in a month that is over, from the unit that the rules name for it or
        /// that handed it in before; the month in which it last did, if within eleven months.
        case missing(last: Month?)
    }

    let kind: RecordKind
    let what: What
    let month: Month
    let department: String

    /// What a unit is to be reminded of.
    ///
    /// - Parameters:
    ///   - entries: what it handed in in this month and the eleven before.
    ///   - isOver: whether the month is over and the platform was in use; before that nothing is missing.
    static func all(
        of department: String, in month: Month, entries: [SubmittedMonth], rules: Rules, isOver: Bool
    ) -> [ReminderFact] {
        rules.kinds.flatMap { kind -> [ReminderFact] in
            guard let days = kind.dueWithin else { return [] }
            let own = entries.filter { $0.kind == kind.code }
            let now = own.filter { $0.month == month }
            var facts: [ReminderFact] = []
            let late = now.reduce(0) { $0 + $1.counts.late }
            if late > 0 {
                facts.append(
                    ReminderFact(kind: kind, what: .late(rows: late, days: days), month: month, department: department))
            }
            let last = own.filter { $0.month < month && $0.files > 0 }.map(\.month).max()
            let isSilent = now.allSatisfy { $0.files == 0 && $0.openFiles == 0 }
            if isOver, isSilent, kind.department == department || last != nil {
                facts.append(
                    ReminderFact(kind: kind, what: .missing(last: last), month: month, department: department))
            }
            return facts
        }
    }

    /// The sentence of the letter.
    func words(_ form: LetterForm) -> Label {
        switch what {
        case .late(let rows, let days):
            LetterForm.fill(
                form.late,
                [
                    "kind": kind.title, "rows": .both("\(rows)", "\(rows)"), "days": .both("\(days)", "\(days)"),
                    "month": month.title,
                ])
        case .missing(let last):
            LetterForm.fill(
                form.missing,
                [
                    "kind": kind.title, "month": month.title,
                    "last": last?.title ?? .both("近12个月内没有收到过", "not within 12 months"),
                ])
        }
    }

    func show(on tape: inout Tape) {
        tape.put("kind", kind.code)
        tape.put("kindTitle", kind.title)
        switch what {
        case .late(let rows, let days):
            tape.put("what", "late")
            tape.put("rows", rows)
            tape.put("workingDays", days)
        case .missing(let last):
            tape.put("what", "missing")
            tape.put("last", last?.description)
        }
        tape.put("path", "/departments/\(department)/batches?month=\(month)")
    }
}
