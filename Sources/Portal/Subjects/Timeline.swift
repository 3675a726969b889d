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
            case .listing: "M\(left) \(top - 6)l6 11h-12z"
            case .registry, .honour, .performance:
                "M\(left - 5) \(top)a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
            }
        }
    }

    /// One year of the axis.
    struct Year: Shown {
        let left: Int
        let name: String

        func show(on tape: inout Tape) {
            tape.put("left", String(left))
            tape.put("name", name)
        }
    }

    /// One family, with its own line.
    struct Lane: Shown {
        let top: Int
        let title: Label

        func show(on tape: inout Tape) {
            tape.put("top", String(top))
            tape.put("words", String(top + 4))
            tape.put("title", title)
        }
    }

    private static let first = 112
    private static let last = 704
    private static let laneHeight = 26
    private static let most = 120

    let marks: [Mark]
    let years: [Year]
    let lanes: [Lane]
    let today: Int
    let summary: Label

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
        guard let from = Day(year: firstYear, month: 1, day: 1), let until = Day(year: lastYear + 1, month: 1, day: 1)
        else { return nil }
        let days = max(1, until - from)
        func left(_ day: Day) -> Int {
            Self.first + (Self.last - Self.first) * min(max(0, day - from), days) / days
        }
        let families = RecordGroup.groups(of: Array(dated)).map(\.family)
        lanes = families.enumerated().map { Lane(top: 28 + $0 * Self.laneHeight, title: $1.shortTitle) }
        marks = dated.compactMap { record in
            guard let decided = record.decided, let lane = families.firstIndex(of: record.family) else { return nil }
            var end = decided
            if case .until(let last) = record.publication.period, last < Day.endless { end = last }
            return Mark(
                left: left(decided), width: max(0, left(end) - left(decided)), top: 28 + lane * Self.laneHeight,
                family: record.family,
                words: .both(
                    "\(decided) \(record.kindTitle.chinese)", "\(decided) \(record.kindTitle.english)"))
        }
        let step = max(1, (lastYear - firstYear + 8) / 8)
        years = stride(from: firstYear, through: lastYear, by: step).compactMap { year in
            Day(year: year, month: 1, day: 1).map { Year(left: left($0), name: String(year)) }
        }
        today = left(day)
        summary = .both(
            "\(dated.count) 条信息，最早 \(start)，图形为决定日期，横线为公示期。",
            "\(dated.count) records, the first of \(start). A shape is the day of the decision, a line the publication."
        )
    }

    func show(on tape: inout Tape) {
        let height = 28 + lanes.count * Self.laneHeight + 18
        tape.put("summary", summary)
        tape.put("box", "0 0 720 \(height)")
        tape.put("foot", String(height - 26))
        tape.put("footWords", String(height - 8))
        tape.put("today", String(today))
        tape.put("years", years)
        tape.put("lanes", lanes)
        tape.put("marks", marks)
    }
}
