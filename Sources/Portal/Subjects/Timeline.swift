import Credit

/// 时间线: the records of a file drawn along the years; the same facts stand in the page's tables.
struct Timeline: Shown {
    /// One record: where its decision stands and until where it is published.
    struct Mark: Shown {
        let left: Int
        let width: Int
        let top: Int
        let family: RecordFamily
        let words: Label

        func show(on tape: inout Tape) {
            tape.put("left", String(left))
            tape.put("width", String(width))
            tape.put("shape", shape)
            tape.put("barTop", String(top - 3))
            tape.put("family", family.rawValue)
            tape.put("words", words)
        }

        /// The day of the decision as a shape of its family, so that colour is not the only sign.
        private var shape: String {
            switch family {
            case .permit: "M\(left - 4) \(top - 4)h8v8h-8z"
            case .penalty: "M\(left) \(top - 6)l6 6l-6 6l-6 -6z"
            case .listing, .breach: "M\(left) \(top - 6)l6 11h-12z"
            case .registry, .honour, .performance:
                "M\(left - 5) \(top)a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
            }
        }
    }

    private static let most = 120

    let axis: YearAxis
    let marks: [Mark]

    /// The drawing; nil where fewer than three records have a day, which a table tells better.
    init?(_ records: [RecordView], on day: Day) {
        let dated = records.filter { $0.decided != nil }.prefix(Self.most)
        guard dated.count >= 3, let start = dated.compactMap(\.decided).min() else { return nil }
        let ends = dated.compactMap { record -> Day? in
            guard case .until(let end) = record.publication.period, end < Day.endless else { return nil }
            return end
        }
        let firstYear = start.year
        let lastYear = min(max(day.year, ends.max()?.year ?? day.year), day.year + 5)
        let lanes = RecordGroup.groups(of: Array(dated)).map(\.family)
        guard
            let axis = YearAxis(
                from: firstYear, through: lastYear, lanes: lanes.map(\.shortTitle), first: 112, laneHeight: 26, top: 28,
                today: day,
                summary: .both(
                    "\(dated.count) 条信息，最早 \(start)，图形为决定日期，横线为公示期。",
                    "\(dated.count) records, the first of \(start). A shape is the day of the decision, a line the "
                        + "publication."))
        else { return nil }
        self.axis = axis
        marks = dated.compactMap { record in
            guard let decided = record.decided, let lane = lanes.firstIndex(of: record.family) else { return nil }
            var end = decided
            if case .until(let last) = record.publication.period, last < Day.endless { end = last }
            return Mark(
                left: axis.left(decided), width: max(0, axis.left(end) - axis.left(decided)), top: axis.lanes[lane].top,
                family: record.family,
                words: .both("\(decided) \(record.kindTitle.chinese)", "\(decided) \(record.kindTitle.english)"))
        }
    }

    func show(on tape: inout Tape) {
        axis.show(on: &tape)
        tape.put("marks", marks)
    }
}
