import Credit

/// 统计图: numbers drawn on the server as inline SVG: a title, a sentence that says the same, and the numbers themselves
/// as a table. Lines and bars differ by shape and stroke before they differ by colour; all arithmetic is in whole
/// numbers.
///
/// A page puts it on its tape inside `draw` and takes in the partial `part_chart`.
struct Chart: Shown {
    /// How the numbers are drawn.
    enum Form: Equatable {
        /// Bars beside each other, the parts of a whole on top of each other.
        case bars
        /// Lines with a mark at each known point and a gap where nothing is known.
        case lines
    }

    /// What the numbers are.
    enum Scale: Equatable {
        /// Whole numbers from 0.
        case count
        /// Hundredths of a percent, 0 to 100 %.
        case share
    }

    /// One number: nil where there is none, with the words that say why.
    struct Point: Sendable {
        let value: Int?
        let words: Label

        init(_ value: Int?, _ words: Label) {
            self.value = value
            self.words = words
        }

        /// A count.
        init(count: Int) { self.init(count, .both(String(count), String(count))) }

        /// A rate; where there is none, the words say why.
        init(_ rate: Rate, else words: Label) {
            self.init(rate.basisPoints, rate.text.map { .both($0, $0) } ?? words)
        }
    }

    /// Numbers that belong together, one for each place of the axis.
    struct Series: Sendable {
        let title: Label
        let points: [Point]
    }

    /// A place of the axis: what stands below it, and its full name.
    struct Place: Sendable {
        let short: String
        let title: Label

        init(short: String, title: Label) {
            self.short = short
            self.title = title
        }

        /// A month, by its number.
        init(_ month: Month) { self.init(short: String(month.ofYear), title: month.title) }
    }

    /// Unique on its page: lower-case letters, digits and hyphens.
    let id: String
    let title: Label
    /// What it says, in a sentence.
    let summary: Label
    let form: Form
    let scale: Scale
    let places: [Place]
    /// Three at most; for bars each on top of the one before.
    let series: [Series]
    /// What the axis counts, over the table's first column.
    let axis: Label

    func show(on tape: inout Tape) {
        let frame = ChartFrame(self)
        tape.put("id", id)
        tape.put("title", title)
        tape.put("summary", summary)
        tape.put("axis", axis)
        tape.put("box", "0 0 \(ChartFrame.width) \(ChartFrame.height)")
        tape.put("isLines", form == .lines)
        tape.put("grid", frame.grid)
        tape.put("ticks", frame.ticks)
        tape.put("bars", form == .bars ? frame.bars : [])
        tape.put("paths", form == .lines ? frame.paths : [])
        tape.put("dots", form == .lines ? frame.dots : [])
        tape.put("gaps", frame.gaps)
        tape.put("hasGaps", !frame.gaps.isEmpty)
        tape.put("legend", frame.legend)
        tape.put("rows", frame.rows)
    }
}
