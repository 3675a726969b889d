import Credit

/// 文本片段: the piece of delimited text in hand, while it is cut.
struct TextPiece {
    private(set) var rows: [RowBlock.Row] = []
    /// How many cells there are.
    private(set) var count = 0
    /// Line on which the next row begins.
    private(set) var line: Int

    private let base: UnsafeMutablePointer<UInt8>
    private let end: Int
    private let isLast: Bool
    private let isBroken: Bool
    private let delimiter: UInt8
    private let isWide: Bool
    private let cells: UnsafeMutablePointer<RowBlock.Cell>
    private let room: Int
    private var cursor: MarkCursor
    // Of the row in hand:
    private var start = 0
    private var firstCell = 0
    private var breaks = 0
    private var hasBlank = false
    /// Its cells in which quotes stand doubled.
    private var doubled: [Int] = []

    init(
        _ base: UnsafeMutablePointer<UInt8>, from start: Int, until end: Int, isLast: Bool, isBroken: Bool,
        delimiter: Delimiter, cells: UnsafeMutablePointer<RowBlock.Cell>, room: Int, line: Int, rows expected: Int
    ) {
        (self.base, self.end, self.isLast, self.isBroken) = (base, end, isLast, isBroken)
        (self.cells, self.room, self.line) = (cells, room, line)
        self.delimiter = delimiter.bytes[0]
        isWide = delimiter.bytes.count > 1
        cursor = MarkCursor(base, from: start, until: end, delimiter: self.delimiter)
        rows.reserveCapacity(expected + expected / 8)
    }

    /// Cuts rows until the text or the room ends.
    ///
    /// - Returns: where the first row begins that was not cut, and whether the rest of it must be seen first.
    mutating func cutRows(from place: Int) -> (place: Int, needsMore: Bool) {
        var place = place
        while place < end {
            guard rows.count < DelimitedReader.mostRows, count + DelimitedReader.mostCells < room else {
                return (place, false)
            }
            let first = base[place]
            if first == 0x0A || first == 0x0D {
                guard let behind = lineEnd(place) else { return (place, true) }
                if behind &- place == 2 { _ = cursor.next() }
                _ = cursor.next()
                line += 1
                place = behind
                continue
            }
            guard let behind = cutRow(place) else {
                count = firstCell
                return (place, true)
            }
            place = behind
        }
        return (place, true)
    }

    /// Behind the line break at `place`; nil if what follows must be seen first.
    @inline(__always)
    private func lineEnd(_ place: Int) -> Int? {
        if base[place] == 0x0A { return place &+ 1 }
        if place &+ 1 == end { return isLast ? end : nil }
        return base[place &+ 1] == 0x0A ? place &+ 2 : place &+ 1
    }

    @inline(__always)
    private func isDelimiter(_ place: Int) -> Bool {
        guard base[place] == delimiter else { return false }
        return !isWide || (base[place &+ 1] == 0xBC && base[place &+ 2] == 0x8C)
    }

    /// Cells that are too many are only counted; `finish` refuses the row.
    @inline(__always)
    private mutating func push(_ from: Int, _ until: Int) {
        if count < room { (cells + count).initialize(to: RowBlock.Cell(offset: from, length: until &- from)) }
        count &+= 1
    }

    @inline(__always)
    private mutating func cutRow(_ place: Int) -> Int? {
        (start, firstCell, breaks, hasBlank) = (place, count, 0, false)
        if !doubled.isEmpty { doubled.removeAll(keepingCapacity: true) }
        var cell = place
        while true {
            var mark = cursor.next()
            // Behind the end there are zero bytes, so this look is allowed.
            let found = base[mark]
            if found == delimiter, !isWide {
                push(cell, mark)
                cell = mark &+ 1
                continue
            }
            if found == 0x22, mark == cell, mark < end {
                switch cutQuoted(opening: cell) {
                case .closed(let behind): mark = behind
                case .fault(let fault): return giveUp(fault, opening: cell)
                case .needsMore: return nil
                }
            } else {
                while mark < end, !isDelimiter(mark), base[mark] != 0x0A, base[mark] != 0x0D {
                    if base[mark] == 0 { hasBlank = true }
                    mark = cursor.next()
                }
                push(cell, mark)
            }
            if mark < end, isDelimiter(mark) {
                cell = mark &+ (isWide ? 3 : 1)
                continue
            }
            if mark == end {
                guard isLast else { return nil }
                return finish(end, isBroken ? .truncated : nil)
            }
            guard let behind = lineEnd(mark) else { return nil }
            if behind &- mark == 2 { _ = cursor.next() }
            return finish(behind, nil)
        }
    }

    private enum Quoted {
        /// Where the delimiter, the line break or the end stands that follows the cell.
        case closed(Int)
        case fault(RowFault)
        case needsMore
    }

    /// The cell whose opening quote has just been met.
    private mutating func cutQuoted(opening: Int) -> Quoted {
        let breaksBefore = breaks
        var hasDoubled = false
        var mark = cursor.next()
        while true {
            if mark - opening > DelimitedReader.longestQuoted { return .fault(.unclosedQuote) }
            if mark == end { return isLast ? .fault(.unclosedQuote) : .needsMore }
            switch base[mark] {
            case 0x22:
                if mark + 1 == end, !isLast { return .needsMore }
                if mark + 1 == end || base[mark + 1] != 0x22 {
                    return close(opening, mark, hasDoubled: hasDoubled, spansLines: breaks > breaksBefore)
                }
                hasDoubled = true
                _ = cursor.next()
            case 0x0A: breaks += 1
            case 0x0D: if mark + 1 == end || base[mark + 1] != 0x0A { breaks += 1 }
            case 0: hasBlank = true
            default: break
            }
            mark = cursor.next()
        }
    }

    private mutating func close(_ opening: Int, _ closing: Int, hasDoubled: Bool, spansLines: Bool) -> Quoted {
        var behind = closing + 1
        while behind < end, base[behind] == 0x20 { behind += 1 }
        if behind == end {
            if !isLast { return .needsMore }
            _ = cursor.next()
        } else {
            if isWide, !isLast, behind + 2 >= end { return .needsMore }
            let mark = cursor.next()
            if mark != behind || !(isDelimiter(mark) || base[mark] == 0x0A || base[mark] == 0x0D) {
                // A quote never closed usually runs into the opening quote of a later line: then the fault is here.
                return .fault(spansLines ? .unclosedQuote : .textAfterQuote)
            }
        }
        if hasDoubled { doubled.append(count) }
        push(opening + 1, closing)
        return .closed(behind)
    }

    /// Ends a row at the first line break behind the opening quote of its bad cell, so that the next row is read.
    private mutating func giveUp(_ fault: RowFault, opening: Int) -> Int? {
        var mark = opening
        while mark < end, base[mark] != 0x0A, base[mark] != 0x0D { mark += 1 }
        var behind = end
        if mark < end {
            guard let found = lineEnd(mark) else { return nil }
            behind = found
        } else if !isLast {
            return nil
        }
        push(opening, mark)
        cursor.seek(behind)
        breaks = 0
        for index in start..<opening where base[index] == 0x0A || (base[index] == 0x0D && base[index + 1] != 0x0A) {
            breaks += 1
        }
        return finish(behind, fault)
    }

    @inline(__always)
    private mutating func finish(_ behind: Int, _ fault: RowFault?) -> Int {
        var fault = hasBlank && fault == nil ? .badEncoding : fault
        if fault != nil || !doubled.isEmpty || behind &- start > DelimitedReader.longestRow
            || count &- firstCell > DelimitedReader.mostCells
        {
            fault = mend(behind, fault)
        }
        rows.append(RowBlock.Row(firstCell: firstCell, cellCount: count &- firstCell, line: line, fault: fault))
        line &+= breaks &+ 1
        return behind
    }

    /// What only some rows need: doubled quotes made single, bytes that are no character shown as `?`, limits kept.
    @inline(never)
    private mutating func mend(_ behind: Int, _ fault: RowFault?) -> RowFault? {
        if behind - start > DelimitedReader.longestRow || count - firstCell > DelimitedReader.mostCells {
            count = firstCell
            return .tooLong
        }
        if fault != nil {
            for index in start..<behind where base[index] == 0 { base[index] = 0x3F }
        }
        for index in doubled {
            let (offset, length) = (Int(cells[index].offset), cells[index].length)
            var (from, to) = (offset, offset)
            while from < offset + length {
                base[to] = base[from]
                if base[from] == 0x22 { from += 1 }
                from += 1
                to += 1
            }
            cells[index] = RowBlock.Cell(offset: offset, length: to - offset)
        }
        return fault
    }
}
