import Credit

/// 表头匹配: the heading row of a table, bound to the template it fits best.
public struct Heading: Sendable {
    /// The template the heading was recognised as.
    public let template: RecordTemplate
    /// For each field of the template its column, or -1.
    public let columns: [Int]
    /// The headings as they stand in the file.
    public let titles: [String]
    /// Row or line the heading stands in; 0 where the format itself names the columns.
    public let line: Int
    /// Columns that mean nothing here: named, never stored.
    public let unknown: [UnknownColumn]

    /// 未知列: a column that no field of the template has.
    public struct UnknownColumn: Sendable, Equatable {
        /// Its heading.
        public let title: String
        /// Its place, from 0.
        public let column: Int
        /// The field that is written most like it, if one is.
        public let suggestion: String?
    }

    /// How many fields of the template the heading has.
    public var matched: Int { columns.count { $0 >= 0 } }
}

/// 表头识别: finds the heading among the first rows of a table, and the template of the kind that it belongs to.
public struct HeadingFinder: Sendable {
    /// 列名对照: headings of one department that mean a field, beside those of the pack.
    public typealias Mapping = [String: String]

    private let templates: [(template: RecordTemplate, whole: [String: Int], bare: [String: Int], marks: Set<Int>)]

    /// A finder for one kind.
    ///
    /// - Parameter mapping: a department's own headings, each with the name of the field it means.
    public init(kind: RecordKind, mapping: Mapping = [:]) {
        templates = kind.templates.map { template in
            var whole: [String: Int] = [:]
            var bare: [String: Int] = [:]
            var doubtful: Set<String> = []
            for (index, field) in template.fields.enumerated() {
                let own = mapping.filter { $0.value == field.name }.map(\.key)
                let official = [field.title, field.column, field.english, field.name].compactMap(\.self)
                for text in own + official + field.aliases {
                    let heading = HeadingText(text)
                    if whole[heading.whole] == nil { whole[heading.whole] = index }
                    if let other = bare[heading.bare], other != index { doubtful.insert(heading.bare) }
                    bare[heading.bare] = index
                }
            }
            for text in doubtful { bare[text] = nil }
            bare[""] = nil
            let marks = Set(template.marks.compactMap { template.index(ofField: $0) })
            return (template, whole, bare, marks)
        }
    }

    /// How many rows at the beginning of a table are looked at.
    public static let reach = 20

    /// The heading among the first rows of a block, with the index of its row; nil where no row is one.
    public func find(in block: RowBlock) -> (heading: Heading, row: Int)? {
        if let columns = block.columns {
            return best(titles: columns, line: 0).map { ($0, -1) }
        }
        var found: (heading: Heading, row: Int)?
        for (index, row) in block.rows.prefix(HeadingFinder.reach).enumerated() where row.fault == nil {
            let titles = block.texts(of: row)
            guard let heading = best(titles: titles, line: row.line) else { continue }
            if heading.matched > (found?.heading.matched ?? 0) { found = (heading, index) }
        }
        return found
    }

    private func best(titles: [String], line: Int) -> Heading? {
        let texts = titles.map { HeadingText($0) }
        var found: Heading?
        for candidate in templates {
            var columns = [Int](repeating: -1, count: candidate.template.fields.count)
            var unknown: [Int] = []
            for (column, text) in texts.enumerated() where !text.whole.isEmpty {
                let field = candidate.whole[text.whole] ?? candidate.bare[text.bare]
                if let field, columns[field] < 0 {
                    columns[field] = column
                } else {
                    unknown.append(column)
                }
            }
            let matched = columns.count { $0 >= 0 }
            let isMarked = candidate.marks.isEmpty || candidate.marks.contains { columns[$0] >= 0 }
            guard isMarked, matched >= min(2, candidate.template.fields.count), matched > (found?.matched ?? 0) else {
                continue
            }
            let missing = candidate.template.fields.indices.filter { columns[$0] < 0 }
            found = Heading(
                template: candidate.template, columns: columns, titles: titles, line: line,
                unknown: unknown.map { column in
                    let likely = missing.map { candidate.template.fields[$0].title }
                        .map { ($0, Likeness.distance(HeadingText($0).whole, texts[column].whole)) }
                        .filter { $0.1 <= max(1, texts[column].whole.count / 3) }
                        .min { $0.1 < $1.1 }
                    return .init(title: titles[column], column: column, suggestion: likely?.0)
                })
        }
        return found
    }

    /// Whether the row below a heading describes the columns instead of being data, as ministries' templates do.
    public static func isDescription(_ row: RowBlock.Row, in block: RowBlock) -> Bool {
        let texts = block.texts(of: row).filter { !$0.isEmpty }
        let openings = ["文本", "日期", "数字", "字符", "数值", "年限", "必填", "选填", "示例", "填写说明", "（必填", "(必填"]
        let describing = texts.count { text in openings.contains { text.drop { $0.isWhitespace }.hasPrefix($0) } }
        return describing >= 3 || (describing > 0 && describing * 2 >= texts.count)
    }
}

/// 相近: how many letters apart two short texts are.
enum Likeness {
    /// The edit distance of two texts of at most 40 characters; `Int.max` for longer ones.
    static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        guard left.count <= 40, right.count <= 40 else { return .max }
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}

extension RowBlock {
    /// The cells of a row as texts.
    func texts(of row: Row) -> [String] {
        (0..<row.cellCount).map { text(of: cells[row.firstCell + $0]) }
    }

    /// A cell as text.
    func text(of cell: Cell) -> String {
        String(decoding: bytes[Int(cell.offset)..<Int(cell.offset) + cell.length], as: UTF8.self)
    }
}
