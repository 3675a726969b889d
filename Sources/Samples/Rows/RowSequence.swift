/// 行序列: which rows follow each other in a table: new ones, and some time after some of them their repetitions.
struct RowSequence {
    private let count: Int
    private let table: SampleTable
    private let timetable: Timetable
    private let order: SampleOrder
    private var ordinal = 0
    /// Drafts that are to come again, and when; never more than a few dozen.
    private var waiting: [(due: Int, draft: RowDraft)] = []

    init(count: Int, table: SampleTable, timetable: Timetable, order: SampleOrder) {
        (self.count, self.table, self.timetable, self.order) = (count, table, timetable, order)
    }

    /// The row at a place of the table, which belongs to a week; whether it has come before.
    mutating func next(slot: Int, week: ClosedRange<Int>) -> (draft: RowDraft, isRepeated: Bool) {
        if let due = waiting.first?.due, due <= slot {
            return (waiting.removeFirst().draft, true)
        }
        let draft = RowDraft(table: table, ordinal: ordinal, week: week, timetable: timetable, order: order)
        ordinal += 1
        if draft.repeats {
            var again = draft
            again.isRevised = again.random.below(2) == 0
            // The stream of the row stays as it was: the repetition draws the same subject and the same matter.
            again.random = draft.random
            waiting.append((slot + 1 + ordinal % 40, again))
            waiting.sort { $0.due < $1.due }
        }
        return (draft, false)
    }
}
