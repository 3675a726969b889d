import Credit

/// 行草稿: what is settled about a row before its cells are filled; the same draft always fills the same row.
struct RowDraft {
    let table: SampleTable
    /// Number of the row within its table, without duplicates.
    let ordinal: Int
    /// Index of the working day of the decision.
    let decidedIndex: Int
    /// Day of the decision as it stands in the row.
    var decided: Day
    /// What is wrong with the row.
    let fault: PlantedFault?
    /// How the row is written, where that is unusual.
    var odd: OddForm?
    /// Whether this is the corrected repetition of a row.
    var isRevised = false
    /// Whether the row is to come a second time.
    let repeats: Bool
    /// For everything else that is drawn for the row.
    var random: SampleRandom

    /// The draft of a row that is handed in within a week.
    init(table: SampleTable, ordinal: Int, week: ClosedRange<Int>, timetable: Timetable, order: SampleOrder) {
        let purpose = 16 + UInt64(SampleTable.allCases.firstIndex(of: table) ?? 0)
        var random = SampleRandom(seed: order.seed, purpose: purpose, number: ordinal)
        (self.table, self.ordinal) = (table, ordinal)
        let isBad = random.happens(perMille: order.badShare)
        let isOdd = random.happens(perMille: order.oddShare)
        let repeats = random.happens(perMille: order.duplicateShare)
        let isLate = table.isDoublePublicity && random.happens(perMille: order.lateShare)
        fault = isBad ? table.faults[random.below(table.faults.count)] : nil
        odd = isOdd && !isBad ? table.forms[random.below(table.forms.count)] : nil
        self.repeats = repeats && !isBad && table.isDoublePublicity
        let delay = isLate ? Timetable.deadline + 1 + random.below(35) : random.below(week.count)
        decidedIndex = week.upperBound - delay
        decided = timetable.workdays[decidedIndex]
        if fault == .futureDecision { decided = order.until + 366 + random.below(600) }
        self.random = random
    }

    /// Adds the day of the decision as the draft wants it written, and ends the cell.
    func addDecided(to row: inout SampleRow) { addDay(decided, to: &row) }

    /// Adds a day as the draft wants its leading day written, and ends the cell.
    func addDay(_ day: Day, to row: inout SampleRow) {
        let (year, month, dayOfMonth) = day.civil
        switch (fault, odd) {
        case (.impossibleDate, _): row.add(year, 2, 30)
        case (_, .slashDate):
            row.add(year)
            row.add("/")
            row.add(month)
            row.add("/")
            row.add(dayOfMonth)
        case (_, .chineseDate):
            row.add(year)
            row.add("年")
            row.add(month)
            row.add("月")
            row.add(dayOfMonth)
            row.add("日")
        case (_, .compactDate):
            row.add(year, digits: 4)
            row.add(month, digits: 2)
            row.add(dayOfMonth, digits: 2)
        // A workbook counts days from 1899-12-30.
        case (_, .serialDate): row.add(Int(day.number) + 25_569)
        default: row.add(year, month, dayOfMonth)
        }
        row.close()
    }

    /// The brackets around the year of the document number.
    var brackets: (open: StaticString, close: StaticString) {
        switch odd {
        case .squareBrackets: ("[", "]")
        case .lenticularBrackets: ("【", "】")
        case .roundBrackets: ("（", "）")
        default: ("〔", "〕")
        }
    }

    /// What stands as remark: that the row is invented, or that it corrects another, or far too much.
    func addRemark(to row: inout SampleRow) {
        if fault == .overlongText {
            // 8 characters 70 times: 560, where 512 are allowed.
            for _ in 0..<70 { row.add("演示超长备注文字") }
        } else if isRevised {
            row.add("更正：首次报送有误，以本行为准（演示数据，非真实信息）")
        } else {
            row.add("演示数据，非真实信息")
        }
        row.close()
    }
}
