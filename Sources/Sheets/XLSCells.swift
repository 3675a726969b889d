/// 工作表单元格: the cells of one sheet of an XLS workbook.
///
/// The records of a sheet come in blocks of rows and not always in order, so the places are collected and sorted first.
struct XLSCells {
    private enum Value {
        case number(Double)
        case shared(Int)
        case text(Range<Int>)
        case truth(Bool)
        case error(UInt8)
        case noResult
    }

    private struct Cell {
        let row: UInt16
        let column: UInt16
        let style: UInt16
        let isFormula: Bool
        let value: Value
        var place: UInt32 { UInt32(row) << 16 | UInt32(column) }
    }

    private let globals: XLSGlobals
    private let bytes: [UInt8]
    private var cells: [Cell] = []
    private var texts: [UInt8] = []
    private var waiting: (row: UInt16, column: UInt16, style: UInt16)?
    private var isSorted = true

    init(_ bytes: [UInt8], from offset: Int, _ globals: XLSGlobals, limits: SheetLimits) throws {
        self.bytes = bytes
        self.globals = globals
        var stream = BIFFStream(bytes, from: offset)
        guard let first = try stream.next(), first.id == BIFF.beginning else {
            throw SheetProblem.damaged("BIFF sheet")
        }
        var depth = 1
        while depth > 0 {
            // A sheet that ends without its last record was cut off.
            guard let record = try stream.next() else { throw SheetProblem.truncated }
            switch record.id {
            case BIFF.beginning: depth += 1
            case BIFF.end: depth -= 1
            default: if depth == 1 { try take(record, &stream) }
            }
            guard texts.count <= limits.sharedStringBytes else { throw SheetProblem.limit(.sharedStrings) }
        }
        giveUpWaiting()
        if !isSorted { cells.sort { $0.place < $1.place } }
    }

    private mutating func take(_ record: BIFFStream.Record, _ stream: inout BIFFStream) throws {
        let start = record.start
        if record.id != BIFF.result, ![BIFF.array, BIFF.sharedFormula, BIFF.table].contains(record.id) {
            giveUpWaiting()
        }
        switch record.id {
        case BIFF.labelShared: try add(start, .shared(Int(bytes.u32(start + 6))))
        case BIFF.number: try add(start, .number(Double(bitPattern: bytes.u64(start + 6))))
        case BIFF.packed: try add(start, .number(XLSCells.unpacked(bytes.u32(start + 6))))
        case BIFF.packedRow:
            let (row, first) = (try bytes.u16(start), try bytes.u16(start + 2))
            for (index, at) in stride(from: start + 4, to: record.end - 7, by: 6).enumerated() {
                guard Int(first) + index < 16_384 else { throw SheetProblem.damaged("BIFF column") }
                let value = Value.number(XLSCells.unpacked(try bytes.u32(at + 2)))
                add(
                    Cell(
                        row: row, column: first + UInt16(index), style: try bytes.u16(at), isFormula: false,
                        value: value))
            }
        case BIFF.truth:
            let (value, isError) = (try bytes.u16(start + 6) & 0xFF, try bytes.u16(start + 6) >> 8 != 0)
            try add(start, isError ? .error(UInt8(value)) : .truth(value != 0))
        case BIFF.label, BIFF.richLabel:
            var pieces = try stream.pieces(of: record)
            try pieces.skip(6)
            try add(start, .text(addText(&pieces)))
        case BIFF.formula, BIFF.oldFormula: try takeFormula(start)
        case BIFF.result:
            var pieces = try stream.pieces(of: record)
            guard let place = waiting else { return }
            waiting = nil
            let text = Value.text(try addText(&pieces))
            add(Cell(row: place.row, column: place.column, style: place.style, isFormula: true, value: text))
        default: break
        }
    }

    private mutating func takeFormula(_ start: Int) throws {
        let result = try bytes.u64(start + 6)
        let isRecalculated = try bytes.u16(start + 14) & 3 != 0
        guard result >> 48 == 0xFFFF else {
            return try add(start, .number(Double(bitPattern: result)), isFormula: true)
        }
        let value = UInt8(truncatingIfNeeded: result >> 16)
        switch result & 0xFF {
        case 0: waiting = (try bytes.u16(start), try bytes.u16(start + 2), try bytes.u16(start + 4))
        case 1: try add(start, .truth(value != 0), isFormula: true)
        case 2: try add(start, .error(value), isFormula: true)
        case 3 where !isRecalculated: try add(start, .text(0..<0), isFormula: true)
        default: try add(start, .noResult, isFormula: true)
        }
    }

    /// A formula that promised a text which never came has no stored result.
    private mutating func giveUpWaiting() {
        guard let place = waiting else { return }
        waiting = nil
        add(Cell(row: place.row, column: place.column, style: place.style, isFormula: true, value: .noResult))
    }

    private mutating func addText(_ pieces: inout BIFFPieces) throws -> Range<Int> {
        let start = texts.count
        let count = Int(try pieces.u16())
        texts.append(contentsOf: try globals.text(&pieces, count: count))
        return start..<texts.count
    }

    private mutating func add(_ start: Int, _ value: Value, isFormula: Bool = false) throws {
        add(
            Cell(
                row: try bytes.u16(start), column: try bytes.u16(start + 2), style: try bytes.u16(start + 4),
                isFormula: isFormula, value: value))
    }

    private mutating func add(_ cell: Cell) {
        if let last = cells.last, cell.place <= last.place { isSorted = false }
        cells.append(cell)
    }

    /// A number packed into four bytes: 30 bits of an integer or of a fraction, perhaps to be divided by 100.
    static func unpacked(_ packed: UInt32) -> Double {
        let value =
            packed & 2 != 0
            ? Double(Int32(bitPattern: packed) >> 2) : Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
        return packed & 1 != 0 ? value / 100 : value
    }

    /// Hands the cells on, row by row. Returns whether the sink wanted all of them.
    func hand(to sink: any SheetSink) -> Bool {
        let output = CellOutput(sink: sink, is1904: globals.is1904)
        for (index, cell) in cells.enumerated() {
            let next = index + 1 < cells.count ? cells[index + 1] : nil
            // Of two records of one cell the later one counts.
            if next?.place != cell.place, !hand(cell, to: output) { return false }
            if next?.row != cell.row, !output.endRow(Int(cell.row) + 1) { return false }
        }
        return true
    }

    private func hand(_ cell: Cell, to output: CellOutput) -> Bool {
        let (row, column, isFormula) = (Int(cell.row) + 1, Int(cell.column), cell.isFormula)
        switch cell.value {
        case .number(let number):
            return output.put(
                row, column, number: number, isDate: globals.isDate(Int(cell.style)), isFormula: isFormula)
        case .shared(let index):
            return globals.strings.withString(index) { string in
                string.isEmpty || output.put(row, column, .text, isFormula: isFormula, string)
            } ?? output.put(row, column, .error, isFormula: isFormula, "#REF!")
        case .text(let range):
            guard !range.isEmpty || isFormula else { return true }
            return texts.withUnsafeBytes {
                output.put(row, column, .text, isFormula: isFormula, UnsafeRawBufferPointer(rebasing: $0[range]))
            }
        case .truth(let truth): return output.put(row, column, truth: truth, isFormula: isFormula)
        case .error(let code): return output.put(row, column, .error, isFormula: isFormula, XLSCells.errorName(code))
        case .noResult: return output.put(row, column, .formula, isFormula: true, "=")
        }
    }

    private static func errorName(_ code: UInt8) -> StaticString {
        switch code {
        case 0x00: "#NULL!"
        case 0x07: "#DIV/0!"
        case 0x0F: "#VALUE!"
        case 0x17: "#REF!"
        case 0x1D: "#NAME?"
        case 0x24: "#NUM!"
        default: "#N/A"
        }
    }
}
