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

    let axis: YearAxis
    let marks: [Mark]

    /// The drawing; nil where fewer than three days are told, which the list tells better.
    init?(_ entries: [RuleEntry], on day: Day) {
        let days = Set(entries.compactMap(\.from))
        guard days.count >= 3, let start = days.min(), let end = days.max() else { return nil }
        let sorts = RuleSort.allCases.filter { sort in entries.contains { $0.sort == sort && $0.from != nil } }
        guard
            let axis = YearAxis(
                from: start.year, through: max(end.year, day.year), lanes: sorts.map(\.title), first: 150,
                laneHeight: 24, top: 22, today: day,
                summary: .both(
                    "\(days.count) 个日期有规则开始施行，最早 \(start)，最近 \(end)。圆点越大，同日的项数越多。",
                    "Rules began on \(days.count) days, the first \(start), the last \(end). A larger dot is more of "
                        + "them in a day."))
        else { return nil }
        self.axis = axis
        marks = zip(sorts, axis.lanes).flatMap { sort, lane in
            let changes = Dictionary(grouping: entries.filter { $0.sort == sort && $0.from != nil }) { $0.from ?? day }
            return changes.sorted { $0.key < $1.key }.map { change, entries in
                Mark(
                    left: axis.left(change), middle: lane.top, radius: 4 + min(entries.count, 6) / 2,
                    words: .both(
                        "\(change) \(sort.title.chinese)：\(entries.count) 项",
                        "\(change) \(sort.title.english): \(entries.count)"))
            }
        }
    }

    func show(on tape: inout Tape) {
        axis.show(on: &tape)
        tape.put("dots", marks)
    }
}
