import Credit

/// 绘图: where the numbers of a chart come to lie. Coordinates are whole numbers, written as text so that no thousands
/// mark gets into them.
struct ChartFrame {
    static let width = 360
    static let height = 200
    private static let left = 44
    private static let right = 352
    private static let top = 12
    private static let bottom = 168

    private let chart: Chart
    /// The number at the upper edge.
    private let most: Int

    init(_ chart: Chart) {
        self.chart = chart
        switch chart.scale {
        case .share: most = 10_000
        case .count:
            let sums = chart.places.indices.map { place in
                let values = chart.series.map { $0.points.indices.contains(place) ? $0.points[place].value ?? 0 : 0 }
                return chart.form == .bars ? values.reduce(0, +) : values.max() ?? 0
            }
            most = ChartFrame.roundUp(sums.max() ?? 0)
        }
    }

    /// The next of 4, 8, 10, 20, 40, 80, 100, …: numbers whose quarters are fit to read.
    static func roundUp(_ value: Int) -> Int {
        var unit = 1
        while true {
            for step in [4, 8, 10, 20] where value <= step * unit { return step * unit }
            guard unit < 1_000_000_000_000 else { return value }
            unit *= 10
        }
    }

    private func x(_ place: Int) -> Int {
        let count = max(1, chart.places.count)
        return Self.left + ((Self.right - Self.left) * (2 * place + 1)) / (2 * count)
    }

    private func y(_ value: Int) -> Int {
        Self.bottom - (Self.bottom - Self.top) * min(max(0, value), most) / max(1, most)
    }

    /// A line across with its number at its left.
    struct Rung: Shown {
        let y: Int
        let words: String
        func show(on tape: inout Tape) {
            tape.put("y", String(y))
            tape.put("below", String(y + 4))
            tape.put("words", words)
        }
    }

    var grid: [Rung] {
        let steps = chart.scale == .share ? [0, 2_500, 5_000, 7_500, 10_000] : [0, most / 2, most]
        return steps.map { Rung(y: y($0), words: words($0)) }
    }

    private func words(_ value: Int) -> String {
        guard chart.scale == .count else { return "\(value / 100)%" }
        if value >= 10_000_000 { return "\(value / 1_000_000)M" }
        return value >= 10_000 ? "\(value / 1_000)k" : String(value)
    }

    /// What stands below a place.
    struct Tick: Shown {
        let x: Int
        let words: String
        func show(on tape: inout Tape) {
            tape.put("x", String(x))
            tape.put("words", words)
        }
    }

    /// Where there are many places only every second or third is named.
    var ticks: [Tick] {
        let step = max(1, (chart.places.count + 12) / 13)
        return chart.places.indices.filter { $0 % step == 0 }.map { Tick(x: x($0), words: chart.places[$0].short) }
    }

    /// A bar, or a part of one.
    struct Bar: Shown {
        let (x, y, width, height): (Int, Int, Int, Int)
        let series: Int
        let words: Label
        func show(on tape: inout Tape) {
            tape.put("x", String(x))
            tape.put("y", String(y))
            tape.put("width", String(width))
            tape.put("height", String(height))
            tape.put("series", String(series + 1))
            tape.put("words", words)
        }
    }

    var bars: [Bar] {
        let wide = min(40, max(4, (Self.right - Self.left) / max(1, chart.places.count) * 6 / 10))
        return chart.places.indices.flatMap { place in
            var below = 0
            return chart.series.enumerated().compactMap { index, series -> Bar? in
                guard let value = value(series, place), value > 0 else { return nil }
                let (low, high) = (y(below), y(below + value))
                below += value
                // What is there at all is at least a hair high.
                return Bar(
                    x: x(place) - wide / 2, y: min(high, low - 1), width: wide, height: max(1, low - high),
                    series: index, words: caption(place, series))
            }
        }
    }

    private func value(_ series: Chart.Series, _ place: Int) -> Int? {
        series.points.indices.contains(place) ? series.points[place].value : nil
    }

    private func caption(_ place: Int, _ series: Chart.Series) -> Label {
        let (name, words) = (chart.places[place].title, series.points[place].words)
        return .both(
            "\(name.chinese) \(series.title.chinese) \(words.chinese)",
            "\(name.english) \(series.title.english) \(words.english)")
    }

    /// An unbroken run of a line.
    struct Path: Shown {
        let points: String
        let series: Int
        func show(on tape: inout Tape) {
            tape.put("points", points)
            tape.put("series", String(series + 1))
        }
    }

    var paths: [Path] {
        chart.series.enumerated().flatMap { index, series in
            chart.places.indices.split { value(series, $0) == nil }.filter { $0.count > 1 }.map { run in
                Path(
                    points: run.map { "\(x($0)),\(y(value(series, $0) ?? 0))" }.joined(separator: " "), series: index)
            }
        }
    }

    /// The mark of a known point: a circle, a square or a diamond by the series it belongs to.
    struct Dot: Shown {
        let (x, y): (Int, Int)
        let series: Int
        let words: Label
        func show(on tape: inout Tape) {
            tape.put("shape", Dot.shape(series, x, y))
            tape.put("series", String(series + 1))
            tape.put("words", words)
        }

        /// The outline of the mark of a series about a point.
        static func shape(_ series: Int, _ x: Int, _ y: Int) -> String {
            switch series {
            case 0: "M\(x - 4) \(y)a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
            case 1: "M\(x - 4) \(y - 4)h8v8h-8z"
            default: "M\(x) \(y - 5)l5 5l-5 5l-5 -5z"
            }
        }
    }

    var dots: [Dot] {
        chart.series.enumerated().flatMap { index, series in
            chart.places.indices.compactMap { place in
                value(series, place).map {
                    Dot(x: x(place), y: y($0), series: index, words: caption(place, series))
                }
            }
        }
    }

    /// A place of which nothing is known: a mark on the ground line, which is not a zero.
    var gaps: [Tick] {
        chart.places.indices.filter { place in chart.series.allSatisfy { value($0, place) == nil } }
            .map { Tick(x: x($0), words: "×") }
    }

    /// A series, with its mark, for the legend.
    struct Key: Shown {
        let series: Int
        let title: Label
        let isLine: Bool
        func show(on tape: inout Tape) {
            tape.put("series", String(series + 1))
            tape.put("title", title)
            tape.put("shape", isLine ? Dot.shape(series, 14, 8) : "M7 2h14v12h-14z")
            tape.put("isLine", isLine)
        }
    }

    var legend: [Key] {
        chart.series.enumerated().map { Key(series: $0, title: $1.title, isLine: chart.form == .lines) }
    }

    /// A row of the table that says the same as the drawing.
    struct DataRow: Shown {
        let title: Label
        let cells: [DataCell]
        func show(on tape: inout Tape) {
            tape.put("title", title)
            tape.put("cells", cells)
        }
    }

    struct DataCell: Shown {
        let label: Label
        let words: Label
        func show(on tape: inout Tape) {
            tape.put("label", label)
            tape.put("words", words)
        }
    }

    var rows: [DataRow] {
        chart.places.indices.map { place in
            DataRow(
                title: chart.places[place].title,
                cells: chart.series.map {
                    DataCell(
                        label: $0.title,
                        words: $0.points.indices.contains(place) ? $0.points[place].words : .both("—", "—"))
                })
        }
    }
}
