import Credit

/// JSON 读取: the rows of a JSON document or of JSON Lines, in UTF-8.
///
/// - A document may be an array of objects, or an object in which arrays of objects lie (up to three levels down): each
///   such array is a table. A lone object without such an array is one row.
/// - Several objects one after another are JSON Lines: a bad line is one faulty row, the others go on.
/// - In a document the first break of the grammar ends the reading: the row it lies in has the fault `notAnObject`, and
///   `FileProblem.brokenJSON` follows the last rows. A document that ends too early ends with a row `truncated`.
/// - `columns` of a block holds the keys met up to its end; a row may have fewer cells, the missing ones are empty.
public struct JSONReader: RowSource {
    enum State {
        case start
        case lines
        /// Inside the array of rows: at its beginning, behind a comma, behind an item.
        case firstItem, item, itemEnd
        /// Inside an object around it: at its beginning, behind a comma, behind a member.
        case firstMember, member, memberEnd
        case after
        case done
    }

    enum Step {
        case moved, needsMore, handOut
    }

    var buffer: RowBuffer
    var cutter = JSONRowCutter()
    var state = State.start
    /// How many objects are open around the place.
    var depth = 0
    var sheet = ""
    var startsTable = true
    var problem: FileProblem?
    /// Passes over a value too long to be kept; `dropsLine` passes over a line.
    var skipper: JSONSkipper?
    var dropsLine = false

    /// A reader of a text in UTF-8.
    ///
    /// - Parameters:
    ///   - checksUTF8: false only where the source has made the UTF-8 itself.
    ///   - chunk: how many bytes are read at once.
    public init(_ source: any ByteSource, checksUTF8: Bool = true, chunk: Int = 1 << 20) {
        buffer = RowBuffer(source, chunk: chunk, checksUTF8: checksUTF8)
    }

    /// How many bytes of the file have been read.
    public var bytesRead: Int64 { buffer.bytesRead }

    /// The next rows, or nil at the end.
    ///
    /// - Throws: `FileProblem` where the text cannot be read on.
    public mutating func next() throws -> RowBlock? {
        while true {
            if cutter.rows.count >= DelimitedReader.mostRows || cutter.cells.count >= 1 << 20 { return handOut() }
            if case .done = state {
                if !cutter.rows.isEmpty { return handOut() }
                if let problem { throw problem }
                if let failure = buffer.failure { throw failure }
                return nil
            }
            switch step() {
            case .moved: continue
            case .handOut: return handOut()
            case .needsMore:
                if !cutter.rows.isEmpty { return handOut() }
                buffer.advance(grow: true)
            }
        }
    }

    private mutating func handOut() -> RowBlock {
        var block = RowBlock()
        cutter.hand(to: &block)
        block.sheet = sheet
        block.startsTable = startsTable
        block.bytes = buffer.advance(grow: false)
        startsTable = false
        return block
    }

    /// Reads one thing: a row, a bracket, a member.
    private mutating func step() -> Step {
        if skipper != nil || dropsLine { return drop() }
        if case .start = state { return begin() }
        let (start, end, isLast) = (buffer.start, buffer.end, buffer.ended)
        let (place, found) = buffer.edit(&cutter) { base, cutter in
            let grammar = JSONGrammar(base, until: end, isLast: isLast)
            let place = grammar.skipSpace(start)
            cutter.line += grammar.lines(start, place)
            return (place, place < end ? base[place] : 0)
        }
        buffer.start = place
        if place == end, !isLast { return .needsMore }
        switch state {
        case .lines: return place == end ? finish() : readLine()
        case .firstItem, .item: return place == end ? endsEarly() : readItem(found)
        case .itemEnd: return readItemEnd(found)
        case .firstMember, .member: return place == end ? endsEarly() : readMember(found)
        case .memberEnd: return readMemberEnd(found)
        case .after:
            if place < end { problem = .brokenJSON(line: cutter.line) }
            return finish()
        case .start, .done: return finish()
        }
    }

    mutating func finish() -> Step {
        state = .done
        return .moved
    }

    /// The text ends although something is still open.
    mutating func endsEarly() -> Step {
        buffer.edit(&cutter) { base, cutter in cutter.add(.truncated, showing: base, 0, 0) }
        return finish()
    }

    mutating func breaksOff() -> Step {
        problem = .brokenJSON(line: cutter.line)
        return finish()
    }

    /// Whether the bytes as a whole are one JSON text after RFC 8259, in UTF-8, no deeper than 64 levels.
    public static func accepts(_ text: [UInt8]) -> Bool {
        var padded = [UInt8](repeating: 0, count: RowBuffer.margin) + text
        padded += [UInt8](repeating: 0, count: RowBuffer.margin)
        let (start, end) = (RowBuffer.margin, RowBuffer.margin + text.count)
        return padded.withUnsafeMutableBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            _ = UTF8Check.blankFaults(UnsafeMutableRawPointer(base), from: start, until: end, isLast: true)
            var grammar = JSONGrammar(base, until: end, isLast: true)
            guard let behind = try? grammar.skipValue(start) else { return false }
            return grammar.skipSpace(behind) == end && !grammar.hadBlank
        }
    }
}
