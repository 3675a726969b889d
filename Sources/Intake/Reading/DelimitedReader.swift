import Credit

/// 分隔文本读取: a CSV or TSV text (UTF-8) as rows, after RFC 4180 and what Excel writes beside it.
///
/// - One bad row never hides the next: after an unclosed quote, text behind a closing quote or a row too long, reading
///   goes on at the next line break after the place of the fault.
/// - Blank lines are no rows but count as lines. A quote inside an unquoted cell is a character like any other. Spaces
///   between a closing quote and the delimiter are dropped.
/// - Bytes that are no character are handed out as `?`, in a row with the fault `badEncoding`.
/// - A row with a fault still shows what could be read of it, except one that is too long: that has no cells.
public struct DelimitedReader: RowSource {
    /// How long a row may be.
    /// - Unit: bytes.
    public static let longestRow = 16 << 20
    /// How long a quoted cell may be before its quote counts as unclosed.
    /// - Unit: bytes.
    public static let longestQuoted = 1 << 20
    /// How many cells a row may have, as in Excel.
    public static let mostCells = 16_384
    /// How many rows a block has at most.
    static let mostRows = 1 << 16

    private var buffer: RowBuffer
    private var cutter: RowCutter
    /// Whether the rest of a row too long is still to be dropped.
    private var dropping = false
    private var isFirst = true

    /// A reader of a text in UTF-8.
    ///
    /// - Parameters:
    ///   - checksUTF8: false only where the source has made the UTF-8 itself.
    ///   - chunk: how many bytes are read at once.
    public init(
        _ source: any ByteSource, delimiter: Delimiter = .comma, checksUTF8: Bool = true, chunk: Int = 1 << 20
    ) {
        buffer = RowBuffer(source, chunk: chunk, checksUTF8: checksUTF8)
        cutter = RowCutter(delimiter: delimiter)
    }

    /// How many bytes of the file have been read.
    public var bytesRead: Int64 { buffer.bytesRead }

    /// The next rows, or nil at the end.
    ///
    /// - Throws: `FileProblem` where the text cannot be read on.
    public mutating func next() throws -> RowBlock? {
        cutter.clear()
        var wantsMore = false
        while true {
            if wantsMore || buffer.isEmpty { buffer.advance(grow: wantsMore) }
            if dropping {
                wantsMore = !dropLine()
                continue
            }
            if buffer.isDone {
                if let failure = buffer.failure { throw failure }
                return nil
            }
            wantsMore = cut()
            if !cutter.rows.isEmpty { return handOut() }
        }
    }

    /// - Returns: whether no row can be cut before more has been read.
    private mutating func cut() -> Bool {
        let (start, end, isLast) = (buffer.start, buffer.end, buffer.ended)
        let isBroken = buffer.failure != nil
        let (stop, needsMore) = buffer.edit(&cutter) { base, cutter in
            cutter.cut(base, from: start, until: end, isLast: isLast, isBroken: isBroken)
        }
        buffer.start = stop
        guard needsMore, end - stop > DelimitedReader.longestRow else { return needsMore }
        cutter.addTooLong()
        dropping = true
        return false
    }

    private mutating func handOut() -> RowBlock {
        var block = RowBlock()
        block.rows = cutter.rows
        block.cells = cutter.cells
        block.bytes = buffer.advance(grow: false)
        block.startsTable = isFirst
        isFirst = false
        return block
    }

    /// Drops the line in which a row too long began.
    ///
    /// - Returns: whether its end has been found.
    private mutating func dropLine() -> Bool {
        let (start, end, isLast) = (buffer.start, buffer.end, buffer.ended)
        let stop: Int? = buffer.edit { base in
            var index = start
            while index < end, base[index] != 0x0A, base[index] != 0x0D { index += 1 }
            if index == end { return isLast ? end : nil }
            if base[index] == 0x0D {
                if index + 1 == end && !isLast { return nil }
                if index + 1 < end && base[index + 1] == 0x0A { index += 1 }
            }
            return index + 1
        }
        guard let stop else {
            // A carriage return at the very end is looked at again together with what follows it.
            buffer.start = buffer.edit { $0[end - 1] } == 0x0D ? end - 1 : end
            return false
        }
        buffer.start = stop
        cutter.line += 1
        dropping = false
        return true
    }
}
