import Credit

/// 变更图: the days on which rules changed, a lane a sort; the same days stand in the list below it.
struct ChangeChart: Shown {
    /// What changed of one sort on one day.
    struct Mark: Shown {
        let left: Int
        let middle: Int
        let radius: Int
        let words: Label

        func show(on tape: inout Tape) {
            tape.put("left", String(left))
            tape.put("middle", String(middle))
            tape.put("radius", String(radius))
            tape.put("words", words)
        }
    }

    private static let first = 150
    private static let last = 706
    private static let laneHeight = 24

    let lanes: [Timeline.Lane]
    let years: [Timeline.Year]
    let marks: [Mark]
    let today: Int
    let summary: Label

    /// The drawing; nil where fewer than three days are told, which the list tells better.
    init?(_ entries: [RuleEntry], on day: Day) {
        let days = Set(entries.compactMap(\.from))
        guard days.count >= 3, let start = days.min(), let end = days.max(),
            let from = Day(year: start.year, month: 1, day: 1),
            let until = Day(year: max(end.year, day.year) + 1, month: 1, day: 1)
        else { return nil }
        let length = max(1, until - from)
        func left(_ day: Day) -> Int {
            Self.first + (Self.last - Self.first) * min(max(0, day - from), length) / length
        }
        let sorts = RuleSort.allCases.filter { sort in entries.contains { $0.sort == sort && $0.from != nil } }
        lanes = sorts.enumerated().map { Timeline.Lane(top: 22 + $0 * Self.laneHeight, title: $1.title) }
        marks = sorts.enumerated().flatMap { lane, sort in
            let changes = Dictionary(grouping: entries.filter { $0.sort == sort && $0.from != nil }) { $0.from ?? day }
            return changes.sorted { $0.key < $1.key }.map { change, entries in
                Mark(
                    left: left(change), middle: 22 + lane * Self.laneHeight, radius: 4 + min(entries.count, 6) / 2,
                    words: .both(
                        "\(change) \(sort.title.chinese)：\(entries.count) 项",
                        "\(change) \(sort.title.english): \(entries.count)"))
            }
        }
        let step = max(1, (until.year - from.year + 9) / 10)
        years = stride(from: from.year, to: until.year, by: step).compactMap { year in
            Day(year: year, month: 1, day: 1).map { Timeline.Year(left: left($0), name: String(year)) }
        }
        today = left(day)
        summary = .both(
            "\(days.count) 个日期有规则开始施行，最早 \(start)，最近 \(end)。圆点越大，同日的项数越多。",
            "Rules began on \(days.count) days, the first \(start), the last \(end). A larger dot is more of them in a day."
        )
    }

    func show(on tape: inout Tape) {
        let height = 22 + lanes.count * Self.laneHeight + 16
        tape.put("summary", summary)
        tape.put("box", "0 0 720 \(height)")
        tape.put("foot", String(height - 26))
        tape.put("footWords", String(height - 8))
        tape.put("today", String(today))
        tape.put("years", years)
        tape.put("lanes", lanes)
        tape.put("dots", marks)
    }
}
