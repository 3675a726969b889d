import Credit

/// 待校验行块: rows of one table with the plan they are checked by.
public struct BoundBlock: Sendable {
    /// The rows.
    public let block: RowBlock
    /// Those of them that are data.
    public let rows: Range<Int>
    /// The heading they stand under.
    public let heading: Heading
    /// The plan they are checked by.
    public let plan: CheckPlan
    /// At least how many bytes of the file had been read when they came.
    public let bytesRead: Int64
}

/// 未识别表: a table in whose first rows no heading of the kind was found; its rows are not looked at.
public struct UnreadTable: Sendable, Equatable {
    /// The sheet, or empty.
    public let sheet: String
    /// What stood in the row that was most like a heading.
    public let titles: [String]
}

/// 表格流: a file's tables, each bound to the template its heading fits, as blocks of data rows.
public struct TableFeed {
    private var source: any RowSource
    /// Size of the file.
    /// - Unit: bytes
    public let size: Int64
    private let kind: RecordKind
    private let finder: HeadingFinder
    private var heading: Heading?
    private var plan: CheckPlan?
    private var isWithoutHeading = false
    private var seen: Heading?
    /// The headings found so far, one a table.
    public private(set) var headings: [(sheet: String, heading: Heading)] = []
    /// The tables without a heading so far.
    public private(set) var unread: [UnreadTable] = []

    /// The tables of a file, read as one kind of record.
    public init(
        source: any RowSource, size: Int64 = 0, kind: RecordKind, mapping: HeadingFinder.Mapping = [:]
    ) {
        self.source = source
        self.size = size
        self.kind = kind
        finder = HeadingFinder(kind: kind, mapping: mapping)
    }

    /// The next data rows, or nil at the end of the file.
    ///
    /// - Throws: `FileProblem`.
    public mutating func next() throws -> BoundBlock? {
        while let block = try source.next() {
            if let bound = bind(block) { return bound }
        }
        return nil
    }

    private mutating func bind(_ block: RowBlock) -> BoundBlock? {
        var first = 0
        if block.startsTable || block.columns != nil || (heading == nil && !isWithoutHeading) {
            isWithoutHeading = false
            heading = nil
            guard let found = finder.find(in: block) else {
                note(block)
                return nil
            }
            take(found.heading, sheet: block.sheet)
            first = found.row + 1
            while first < block.rows.count, HeadingFinder.isDescription(block.rows[first], in: block) { first += 1 }
        }
        guard let heading, let plan, first < block.rows.count else { return nil }
        return BoundBlock(
            block: block, rows: first..<block.rows.count, heading: heading, plan: plan,
            bytesRead: source.bytesRead)
    }

    private mutating func take(_ found: Heading, sheet: String) {
        heading = found
        plan = CheckPlan(
            kind: kind, template: found.template, columns: found.columns, width: found.titles.count)
        headings.append((sheet, found))
    }

    private mutating func note(_ block: RowBlock) {
        isWithoutHeading = true
        let likely = block.rows.prefix(HeadingFinder.reach).max { $0.cellCount < $1.cellCount }
        let titles = block.columns ?? likely.map { block.texts(of: $0) } ?? []
        guard titles.contains(where: { !$0.isEmpty }) else { return }
        unread.append(UnreadTable(sheet: block.sheet, titles: titles))
    }
}
