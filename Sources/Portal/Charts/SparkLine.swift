import Credit

/// 小图: a small line of the last months beside a name, for many of the same sort under each other; the numbers stand in
/// the table of the page it is on.
struct SparkLine: Shown {
    /// Hundredths of a percent; nil where nothing is known.
    let values: [Int?]
    let words: Label

    static let width = 120
    static let height = 28

    private func x(_ index: Int) -> Int { 6 + (Self.width - 12) * index / max(1, values.count - 1) }
    private func y(_ value: Int) -> Int { Self.height - 5 - (Self.height - 10) * min(max(0, value), 10_000) / 10_000 }

    func show(on tape: inout Tape) {
        tape.put("box", "0 0 \(Self.width) \(Self.height)")
        tape.put("words", words)
        tape.put("ground", String(Self.height - 2))
        tape.put("right", String(Self.width))
        tape.put("runs", runs)
        tape.put("points", points)
    }

    private var runs: [Run] {
        values.indices.split { values[$0] == nil }.filter { $0.count > 1 }.map { run in
            Run(points: run.map { "\(x($0)),\(y(values[$0] ?? 0))" }.joined(separator: " "))
        }
    }

    private var points: [Spot] {
        values.indices.compactMap { index in values[index].map { Spot(x: x(index), y: y($0)) } }
    }

    struct Run: Shown {
        let points: String
        func show(on tape: inout Tape) { tape.put("line", points) }
    }

    struct Spot: Shown {
        let (x, y): (Int, Int)
        func show(on tape: inout Tape) {
            tape.put("x", String(x))
            tape.put("y", String(y))
        }
    }
}
