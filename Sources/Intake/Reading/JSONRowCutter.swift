import Credit

/// JSON 切行: turns one object into the cells of a row.
///
/// - A nested object or array is one cell: its JSON text as written. null and an absent key are empty cells, numbers stay
///   as written, `true` and `false` become `TRUE` and `FALSE` as in a workbook.
/// - The same key twice in one object with different values makes the row faulty (`notAnObject`): which of them the
///   sender meant nobody can know.
/// - Where the first object of a table is an envelope (one member is an object that has more members than stand beside
///   it, and none is an array), the members of the inner object are columns like those beside it.
struct JSONRowCutter {
    /// How much of a value that is no row is shown.
    private static let shown = 200

    private(set) var cells: [RowBlock.Cell] = []
    private(set) var rows: [RowBlock.Row] = []
    private(set) var columns = JSONColumns()
    /// Line on which the next thing to be read begins.
    var line = 1

    private var wrapper: [UInt8]?
    private var wrapperName = ""
    private var isFirst = true
    private var slots: [RowBlock.Cell] = []
    private var stamps: [Int] = []
    private var stamp = 0
    private var used = 0
    private var escaped: [Int] = []
    private var fault: RowFault?

    /// Puts what has been read into a block.
    mutating func hand(to block: inout RowBlock) {
        (block.rows, block.cells, block.columns) = (rows, cells, columns.names)
        // The next block has about as many.
        let counts = (rows.count, cells.count)
        (rows, cells) = ([], [])
        rows.reserveCapacity(counts.0 + counts.0 / 8)
        cells.reserveCapacity(counts.1 + counts.1 / 8)
    }

    /// Forgets columns and envelope: another table begins.
    mutating func startTable() {
        columns = JSONColumns()
        (wrapper, isFirst, slots, stamps) = (nil, true, [], [])
    }

    /// A row that cannot be read, shown by its first characters.
    mutating func add(_ fault: RowFault, showing base: UnsafeMutablePointer<UInt8>, _ start: Int, _ until: Int) {
        var end = min(until, start + JSONRowCutter.shown)
        while end < until, end > start, base[end] & 0xC0 == 0x80 { end -= 1 }
        while end > start, base[end - 1] == 0x0D { end -= 1 }
        for index in start..<max(start, end) where base[index] == 0 { base[index] = 0x3F }
        rows.append(RowBlock.Row(firstCell: cells.count, cellCount: end > start ? 1 : 0, line: line, fault: fault))
        if end > start { cells.append(RowBlock.Cell(offset: start, length: end - start)) }
    }

    /// Reads the object that begins at `start` without keeping it yet.
    ///
    /// - Returns: where it ends.
    mutating func read(_ grammar: inout JSONGrammar, at start: Int) throws(JSONGrammar.Stop) -> Int {
        if isFirst { try findWrapper(grammar, at: start) }
        stamp += 1
        (used, fault) = (0, nil)
        escaped.removeAll(keepingCapacity: true)
        grammar.hadBlank = false
        var guess = 0
        var isInner = false
        var place = grammar.skipSpace(start + 1)
        if try grammar.byte(at: place) == 0x7D { return place + 1 }
        members: while true {
            place = grammar.skipSpace(place)
            let key = place + 1
            place = try grammar.skipString(place)
            let (keyEnd, keyHasEscape) = (place - 1, grammar.hadEscape)
            place = grammar.skipSpace(try grammar.pass(0x3A, place))
            let opening = try grammar.byte(at: place)
            if opening == 0x7B, !isInner, isWrapper(grammar.base, key, keyEnd) {
                place = grammar.skipSpace(place + 1)
                isInner = true
                if try grammar.byte(at: place) != 0x7D { continue members }
            } else {
                let column = columns.column(
                    grammar.base, key, keyEnd, hasEscape: keyHasEscape, inside: isInner ? wrapperName : nil,
                    guess: guess)
                place = try readValue(&grammar, at: place, opening, column)
                if let column { guess = column + 1 } else { fault = .tooLong }
            }
            while true {
                place = grammar.skipSpace(place)
                let next = try grammar.byte(at: place)
                place += 1
                if next == 0x2C { continue members }
                guard next == 0x7D else { throw .broken(at: place - 1) }
                guard isInner else { return place }
                isInner = false
            }
        }
    }

    /// Keeps the object read last as a row.
    mutating func keep(_ grammar: JSONGrammar, from start: Int, until end: Int) {
        let base = grammar.base
        guard end - start <= DelimitedReader.longestRow else { return addTooLong() }
        if grammar.hadBlank {
            for index in start..<end where base[index] == 0 { base[index] = 0x3F }
            if fault == nil { fault = .badEncoding }
        }
        for column in escaped {
            let cell = slots[column]
            let text = base + Int(cell.offset)
            if cell.form == .boolean {
                for index in 0..<cell.length { text[index] &= 0xDF }
            } else {
                let (count, isWhole) = JSONText.unescape(text, count: cell.length)
                if !isWhole && fault == nil { fault = .badEncoding }
                slots[column] = RowBlock.Cell(offset: Int(cell.offset), length: count)
            }
        }
        rows.append(RowBlock.Row(firstCell: cells.count, cellCount: used, line: line, fault: fault))
        for column in 0..<used {
            cells.append(stamps[column] == stamp ? slots[column] : RowBlock.Cell(offset: 0, length: 0))
        }
    }

    /// A row that is not kept because of its length.
    mutating func addTooLong() {
        rows.append(RowBlock.Row(firstCell: cells.count, cellCount: 0, line: line, fault: .tooLong))
    }

    @inline(__always)
    private mutating func readValue(
        _ grammar: inout JSONGrammar, at start: Int, _ opening: UInt8, _ column: Int?
    ) throws(JSONGrammar.Stop) -> Int {
        var (place, cell, needsWork) = (start, RowBlock.Cell(offset: start, length: 0), false)
        switch opening {
        case 0x22:
            place = try grammar.skipString(start)
            cell = RowBlock.Cell(offset: start + 1, length: place - start - 2)
            needsWork = grammar.hadEscape
        case 0x2D, 0x30...0x39:
            place = try grammar.skipNumber(start)
            cell = RowBlock.Cell(offset: start, length: place - start, form: .number)
        case 0x7B, 0x5B:
            place = try grammar.skipValue(start)
            cell = RowBlock.Cell(offset: start, length: place - start)
        case 0x6E: place = try grammar.skipWord(start)
        default:
            place = try grammar.skipWord(start)
            cell = RowBlock.Cell(offset: start, length: place - start, form: .boolean)
            needsWork = true
        }
        guard let column else { return place }
        while slots.count <= column {
            slots.append(RowBlock.Cell(offset: 0, length: 0))
            stamps.append(0)
        }
        if stamps[column] == stamp, !isSame(grammar.base, slots[column], cell) { fault = .notAnObject }
        if needsWork, stamps[column] != stamp { escaped.append(column) }
        if stamps[column] != stamp { slots[column] = cell }
        stamps[column] = stamp
        used = max(used, column + 1)
        return place
    }

    private func isSame(_ base: UnsafePointer<UInt8>, _ left: RowBlock.Cell, _ right: RowBlock.Cell) -> Bool {
        guard left.form == right.form, left.length == right.length else { return false }
        return (0..<left.length).allSatisfy { base[Int(left.offset) + $0] == base[Int(right.offset) + $0] }
    }

    private func isWrapper(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard let wrapper, wrapper.count == end - start else { return false }
        return (0..<wrapper.count).allSatisfy { base[start + $0] == wrapper[$0] }
    }

    private mutating func findWrapper(_ grammar: JSONGrammar, at start: Int) throws(JSONGrammar.Stop) {
        var grammar = grammar
        var (beside, inside, objects, arrays) = (0, 0, 0, 0)
        var name: [UInt8] = []
        var place = grammar.skipSpace(start + 1)
        while try grammar.byte(at: place) == 0x22 {
            let key = place + 1
            place = try grammar.skipString(place)
            let keyEnd = place - 1
            place = grammar.skipSpace(try grammar.pass(0x3A, place))
            switch try grammar.byte(at: place) {
            case 0x7B:
                objects += 1
                name = Array(UnsafeBufferPointer(start: grammar.base + key, count: keyEnd - key))
                inside = try countMembers(&grammar, at: place)
            case 0x5B: arrays += 1
            default: beside += 1
            }
            place = grammar.skipSpace(try grammar.skipValue(place))
            guard try grammar.byte(at: place) == 0x2C else { break }
            place = grammar.skipSpace(place + 1)
        }
        isFirst = false
        guard objects == 1, arrays == 0, inside > beside, !name.contains(0x5C) else { return }
        wrapper = name
        wrapperName = String(decoding: name, as: UTF8.self)
    }

    private func countMembers(_ grammar: inout JSONGrammar, at start: Int) throws(JSONGrammar.Stop) -> Int {
        var count = 0
        var place = grammar.skipSpace(start + 1)
        while try grammar.byte(at: place) == 0x22 {
            count += 1
            place = grammar.skipSpace(try grammar.skipValue(grammar.skipKey(place)))
            guard try grammar.byte(at: place) == 0x2C else { break }
            place = grammar.skipSpace(place + 1)
        }
        return count
    }
}
