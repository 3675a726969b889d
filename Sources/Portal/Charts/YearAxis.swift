import Credit

/// 年轴: what the drawings along the years share: where a day stands, the years below, a line for each sort, and today.
struct YearAxis: Shown {
    /// One year of the axis.
    struct Year: Shown {
        let left: Int
        let name: String

        func show(on tape: inout Tape) {
            tape.put("left", String(left))
            tape.put("name", name)
        }
    }

    /// One sort, with its own line.
    struct Lane: Shown {
        let top: Int
        let title: Label

        func show(on tape: inout Tape) {
            tape.put("top", String(top))
            tape.put("words", String(top + 4))
            tape.put("title", title)
        }
    }

    private static let last = 704
    /// Where the years begin, right of the names of the lanes.
    private let first: Int
    private let from: Day
    private let length: Int
    private let laneHeight: Int
    private let top: Int
    let lanes: [Lane]
    let years: [Year]
    private let today: Int
    private let summary: Label

    /// An axis of whole years; nil where they cannot be counted.
    init?(
        from firstYear: Int, through lastYear: Int, lanes titles: [Label], first: Int, laneHeight: Int, top: Int,
        today: Day, summary: Label
    ) {
        guard let from = Day(year: firstYear, month: 1, day: 1), let until = Day(year: lastYear + 1, month: 1, day: 1)
        else { return nil }
        let length = max(1, until - from)
        (self.first, self.from, self.length, self.laneHeight) = (first, from, length, laneHeight)
        (self.top, self.summary) = (top, summary)
        lanes = titles.enumerated().map { Lane(top: top + $0 * laneHeight, title: $1) }
        let step = max(1, (lastYear - firstYear + 8) / 8)
        years = stride(from: firstYear, through: lastYear, by: step).compactMap { year in
            Day(year: year, month: 1, day: 1).map {
                Year(left: Self.left($0, from, length, first), name: String(year))
            }
        }
        self.today = Self.left(today, from, length, first)
    }

    /// Where a day stands.
    func left(_ day: Day) -> Int { Self.left(day, from, length, first) }

    private static func left(_ day: Day, _ from: Day, _ length: Int, _ first: Int) -> Int {
        first + (last - first) * min(max(0, day - from), length) / length
    }

    func show(on tape: inout Tape) {
        let height = top + lanes.count * laneHeight + 18
        tape.put("summary", summary)
        tape.put("box", "0 0 720 \(height)")
        tape.put("begin", String(first))
        tape.put("foot", String(height - 26))
        tape.put("footWords", String(height - 8))
        tape.put("today", String(today))
        tape.put("years", years)
        tape.put("lanes", lanes)
    }
}
