import Credit

/// 切行: cuts a piece of delimited text into rows and cells; what is left uncut at its end comes again with more.
final class RowCutter {
    let cells = CellStack()
    private(set) var rows: [RowBlock.Row] = []
    /// Line on which the next row begins.
    var line = 1

    private let delimiter: UInt8
    private let delimiterTail: [UInt8]
    private let blankAfterQuote: UInt8
    /// Cells of the row in hand in which quotes stand doubled.
    private var doubled: [Int] = []

    init(delimiter: Delimiter) {
        self.delimiter = delimiter.bytes[0]
        delimiterTail = Array(delimiter.bytes.dropFirst())
        blankAfterQuote = 0x20
    }

    func takeRows() -> [RowBlock.Row] {
        let taken = rows
        rows = []
        rows.reserveCapacity(taken.count + taken.count / 8)
        return taken
    }

    /// A row that is not kept because of its length.
    func addTooLong() {
        rows.append(RowBlock.Row(firstCell: cells.count, cellCount: 0, line: line, fault: .tooLong))
    }

    /// Cuts rows out of `start ..< end`.
    ///
    /// - Parameters:
    ///   - isLast: whether nothing follows.
    ///   - isBroken: whether nothing follows because the source broke off.
    /// - Returns: where the first row begins that could not be cut.
    func cut(_ base: UnsafeMutablePointer<UInt8>, from start: Int, until end: Int, isLast: Bool, isBroken: Bool) -> Int {
        var cursor = MarkCursor(base, from: start, until: end, delimiter: delimiter)
        var place = start
        while place < end, rows.count < DelimitedReader.mostRows {
            let first = base[place]
            if first == 0x0A || first == 0x0D {
                guard let behind = lineEnd(base, at: place, end, isLast) else { return place }
                if behind - place == 2 { _ = cursor.next() }
                _ = cursor.next()
                line += 1
                place = behind
                continue
            }
            guard let behind = cutRow(base, from: place, until: end, isLast, isBroken, &cursor) else { return place }
            place = behind
        }
        return place
    }

    /// Behind the line break at `place`; nil if what follows must be seen first.
    @inline(__always)
    private func lineEnd(_ base: UnsafeMutablePointer<UInt8>, at place: Int, _ end: Int, _ isLast: Bool) -> Int? {
        if base[place] == 0x0A { return place + 1 }
        if place + 1 == end { return isLast ? end : nil }
        return base[place + 1] == 0x0A ? place + 2 : place + 1
    }

    @inline(__always)
    private func isDelimiter(_ base: UnsafeMutablePointer<UInt8>, at place: Int) -> Bool {
        guard base[place] == delimiter else { return false }
        return delimiterTail.isEmpty || (base[place + 1] == delimiterTail[0] && base[place + 2] == delimiterTail[1])
    }

    @inline(__always)
    private func cutRow(
        _ base: UnsafeMutablePointer<UInt8>, from start: Int, until end: Int, _ isLast: Bool, _ isBroken: Bool,
        _ cursor: inout MarkCursor
    ) -> Int? {
        let firstCell = cells.count
        let width = 1 + delimiterTail.count
        var breaks = 0
        var hasBlank = false
        var place = start
        if !doubled.isEmpty { doubled.removeAll(keepingCapacity: true) }
        while true {
            let cell = place
            var mark = cursor.next()
            if mark == cell, mark < end, base[mark] == 0x22 {
                guard
                    let quoted = cutQuoted(base, opening: cell, until: end, isLast, &cursor, &breaks, &hasBlank)
                else { return abandon(firstCell) }
                switch quoted {
                case .closed(let behind): mark = behind
                case .fault(let fault):
                    return giveUp(base, fault, start: start, opening: cell, until: end, isLast, firstCell, &cursor)
                }
            } else {
                while mark < end, !isDelimiter(base, at: mark), base[mark] != 0x0A, base[mark] != 0x0D {
                    if base[mark] == 0 { hasBlank = true }
                    mark = cursor.next()
                }
                cells.push(RowBlock.Cell(offset: cell, length: mark &- cell))
            }
            if mark < end, isDelimiter(base, at: mark) {
                place = mark &+ width
                continue
            }
            var behind = end
            var fault: RowFault?
            if mark < end {
                guard let found = lineEnd(base, at: mark, end, isLast) else { return abandon(firstCell) }
                if found &- mark == 2 { _ = cursor.next() }
                behind = found
            } else {
                guard isLast else { return abandon(firstCell) }
                if isBroken { fault = .truncated }
            }
            return finish(base, start, behind, firstCell, breaks, hasBlank ? .badEncoding : fault)
        }
    }

    private enum Quoted {
        /// Where the delimiter, the line break or the end stands that follows the cell.
        case closed(Int)
        case fault(RowFault)
    }

    /// The cell whose opening quote has just been met.
    private func cutQuoted(
        _ base: UnsafeMutablePointer<UInt8>, opening: Int, until end: Int, _ isLast: Bool, _ cursor: inout MarkCursor,
        _ breaks: inout Int, _ hasBlank: inout Bool
    ) -> Quoted? {
        let breaksBefore = breaks
        var hasDoubled = false
        var mark = cursor.next()
        while true {
            if mark - opening > DelimitedReader.longestQuoted { return .fault(.unclosedQuote) }
            if mark == end { return isLast ? .fault(.unclosedQuote) : nil }
            switch base[mark] {
            case 0x22:
                if mark + 1 == end, !isLast { return nil }
                if mark + 1 == end || base[mark + 1] != 0x22 {
                    return close(
                        base, opening, mark, end, isLast, &cursor, hasDoubled, spansLines: breaks > breaksBefore)
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

    private func close(
        _ base: UnsafeMutablePointer<UInt8>, _ opening: Int, _ closing: Int, _ end: Int, _ isLast: Bool,
        _ cursor: inout MarkCursor, _ hasDoubled: Bool, spansLines: Bool
    ) -> Quoted? {
        var behind = closing + 1
        while behind < end, base[behind] == 0x20 { behind += 1 }
        let mark = cursor.next()
        if behind == end {
            if !isLast { return nil }
        } else if mark != behind || !(isDelimiter(base, at: mark) || base[mark] == 0x0A || base[mark] == 0x0D) {
            if delimiterTail.count > 0, !isLast, behind + delimiterTail.count >= end { return nil }
            // A quote that was never closed usually runs into the opening quote of a later line: then the fault is here.
            return .fault(spansLines ? .unclosedQuote : .textAfterQuote)
        }
        if hasDoubled { doubled.append(cells.count) }
        cells.push(RowBlock.Cell(offset: opening + 1, length: closing - opening - 1))
        return .closed(behind)
    }

    private func abandon(_ firstCell: Int) -> Int? {
        cells.count = firstCell
        return nil
    }

    /// Ends a row at the first line break behind the opening quote of its bad cell, so that the next row is read.
    private func giveUp(
        _ base: UnsafeMutablePointer<UInt8>, _ fault: RowFault, start: Int, opening: Int, until end: Int,
        _ isLast: Bool, _ firstCell: Int, _ cursor: inout MarkCursor
    ) -> Int? {
        var mark = opening
        while mark < end, base[mark] != 0x0A, base[mark] != 0x0D { mark += 1 }
        var behind = end
        if mark < end {
            guard let found = lineEnd(base, at: mark, end, isLast) else { return abandon(firstCell) }
            behind = found
        } else if !isLast {
            return abandon(firstCell)
        }
        cells.push(RowBlock.Cell(offset: opening, length: mark - opening))
        cursor.seek(behind)
        var breaks = 0
        for index in start..<opening where base[index] == 0x0A || (base[index] == 0x0D && base[index + 1] != 0x0A) {
            breaks += 1
        }
        return finish(base, start, behind, firstCell, breaks, fault)
    }

    @inline(__always)
    private func finish(
        _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ behind: Int, _ firstCell: Int, _ breaks: Int,
        _ fault: RowFault?
    ) -> Int {
        var fault = fault
        if fault != nil || !doubled.isEmpty || behind &- start > DelimitedReader.longestRow
            || cells.count &- firstCell > DelimitedReader.mostCells
        {
            fault = mend(base, start, behind, firstCell, fault)
        }
        rows.append(
            RowBlock.Row(firstCell: firstCell, cellCount: cells.count &- firstCell, line: line, fault: fault))
        line &+= breaks &+ 1
        return behind
    }

    /// What only some rows need: doubled quotes made single, bytes that are no character shown as `?`, limits kept.
    @inline(never)
    private func mend(
        _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ behind: Int, _ firstCell: Int, _ fault: RowFault?
    ) -> RowFault? {
        if behind - start > DelimitedReader.longestRow || cells.count - firstCell > DelimitedReader.mostCells {
            cells.count = firstCell
            return .tooLong
        }
        if fault != nil {
            for index in start..<behind where base[index] == 0 { base[index] = 0x3F }
        }
        for index in doubled where index < cells.count {
            let cell = cells.room[index]
            var (from, to) = (Int(cell.offset), Int(cell.offset))
            let end = from + cell.length
            while from < end {
                base[to] = base[from]
                if base[from] == 0x22 { from += 1 }
                from += 1
                to += 1
            }
            cells.room[index] = RowBlock.Cell(offset: Int(cell.offset), length: to - Int(cell.offset))
        }
        return fault
    }
}
