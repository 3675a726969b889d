/// 对照表: what several rules say of the same points, a column a rule, so that a reader finds the one that binds him.
public struct GuideTable: Sendable {
    /// 各栏.
    public let columns: [Column]
    /// 各行: each has as many cells as there are columns.
    public let rows: [Row]

    /// A table.
    public init(columns: [Column], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }

    /// 一栏: a version of a rule, or a rule of some place.
    public struct Column: Sendable {
        /// What the column is called.
        public let name: Label
        /// First day in force; nil where the column is no version by date.
        public let from: Day?
        /// Last day in force; nil while it is.
        public let until: Day?
        /// What it rests on.
        public let source: Source

        /// A column.
        public init(name: Label, from: Day?, until: Day?, source: Source) {
            self.name = name
            self.from = from
            self.until = until
            self.source = source
        }

        /// Whether it is in force on a day; nil where it is no version by date.
        public func isInForce(on day: Day) -> Bool? {
            guard let from else { return nil }
            return from <= day && (until.map { day <= $0 } ?? true)
        }
    }

    /// 一行: one point.
    public struct Row: Sendable {
        /// The point.
        public let name: Label
        /// What each column says of it.
        public let cells: [Cell]

        /// A row.
        public init(name: Label, cells: [Cell]) {
            self.name = name
            self.cells = cells
        }
    }

    /// 一格.
    public struct Cell: Sendable {
        /// What the rule says.
        public let text: Label
        /// Whether it was read in a published text.
        public let mark: Source.Mark

        /// A cell.
        public init(text: Label, mark: Source.Mark) {
            self.text = text
            self.mark = mark
        }
    }
}
