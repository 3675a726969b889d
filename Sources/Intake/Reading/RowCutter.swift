import Credit

/// 切行: cuts delimited text piece by piece into rows and cells; what is left uncut of a piece comes again with more.
struct RowCutter {
    /// The rows cut last, and their cells.
    private(set) var rows: [RowBlock.Row] = []
    private(set) var cells: [RowBlock.Cell] = []
    /// Line on which the next row begins.
    var line = 1

    private let delimiter: Delimiter
    /// How many cells a block has room for; a row of any width must always fit.
    private var capacity = 4 * DelimitedReader.mostCells

    init(delimiter: Delimiter) { self.delimiter = delimiter }

    /// A row that is not kept because of its length.
    mutating func addTooLong() {
        rows.append(RowBlock.Row(firstCell: cells.count, cellCount: 0, line: line, fault: .tooLong))
    }

    /// Forgets the rows that have been handed out.
    mutating func clear() { (rows, cells) = ([], []) }

    /// Cuts rows out of `start ..< end`.
    ///
    /// - Parameters:
    ///   - isLast: whether nothing follows.
    ///   - isBroken: whether nothing follows because the source broke off.
    /// - Returns: where the first row begins that was not cut, and whether the rest of it must be seen first.
    mutating func cut(
        _ base: UnsafeMutablePointer<UInt8>, from start: Int, until end: Int, isLast: Bool, isBroken: Bool
    ) -> (place: Int, needsMore: Bool) {
        var result = (start, false)
        cells = [RowBlock.Cell](unsafeUninitializedCapacity: capacity) { room, filled in
            guard let first = room.baseAddress else { return }
            var piece = TextPiece(
                base, from: start, until: end, isLast: isLast, isBroken: isBroken, delimiter: delimiter,
                cells: first, room: capacity, line: line, rows: rows.count)
            result = piece.cutRows(from: start)
            (rows, line, filled) = (piece.rows, piece.line, piece.count)
        }
        // Blocks are alike: the next one has about as many cells.
        capacity = min(1 << 20, cells.count + cells.count / 4) + 2 * DelimitedReader.mostCells
        return result
    }
}
