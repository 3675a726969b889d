/// 工作表单元格: one sheet of an XLSX workbook as it streams past.
final class XLSXCells: XMLHandler {
    private enum Kind { case number, shared, text, boolean, error, date }
    private enum Capture { case none, value, formula, inline }

    private let strings: XLSXStrings
    private let styles: XLSXStyles
    private let output: CellOutput
    private let cellLimit: Int

    private var row = 0
    private var column = -1
    private var style = 0
    private var kind = Kind.number
    private var capture = Capture.none
    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var (inCell, hasValue, hasFormula, hasResult) = (false, false, false, false)
    private var phonetic = 0

    init(sink: any SheetSink, strings: XLSXStrings, styles: XLSXStyles, is1904: Bool, limits: SheetLimits) {
        self.strings = strings
        self.styles = styles
        output = CellOutput(sink: sink, is1904: is1904)
        cellLimit = limits.cellBytes
        value.reserveCapacity(256)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes, in stream: XMLStream) {
        switch name.letter {
        case UInt8(ascii: "c"): startCell(attributes, in: stream)
        // Elements of the same names stand behind the cells too, in extensions.
        case 1... where !inCell: break
        case UInt8(ascii: "v"):
            capture = .value
            hasResult = true
            value.removeAll(keepingCapacity: true)
        case UInt8(ascii: "t"): if phonetic == 0 { capture = .inline }
        case UInt8(ascii: "f"):
            capture = .formula
            hasFormula = true
        case 0 where name.is("row"): startRow(attributes, in: stream)
        case 0 where name.is("rPh"): phonetic += 1
        default: break
        }
    }

    func end(_ name: XMLName, in stream: XMLStream) {
        switch name.letter {
        case UInt8(ascii: "v"):
            capture = .none
            hasValue = hasValue || !value.isEmpty
        case UInt8(ascii: "t"):
            capture = .none
            hasValue = hasValue || !value.isEmpty
        case UInt8(ascii: "f"): capture = .none
        case UInt8(ascii: "c"): endCell(in: stream)
        case 0 where name.is("row"):
            if !output.endRow(row) { stream.stop() }
        case 0 where name.is("rPh"): phonetic -= 1
        default: break
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer, in stream: XMLStream) {
        switch capture {
        case .none: return
        case .formula: formula.append(contentsOf: bytes)
        case .value, .inline: value.append(contentsOf: bytes)
        }
        if value.count > cellLimit || formula.count > cellLimit { stream.fail(.limit(.cell)) }
    }

    private func startRow(_ attributes: XMLAttributes, in stream: XMLStream) {
        var next = row + 1
        if let written = attributes["r"] {
            guard let number = decimal(written) else { return stream.failDamaged() }
            next = number
        }
        guard next > row, next <= 1_048_576 else { return stream.failDamaged() }
        row = next
        column = -1
    }

    private func startCell(_ attributes: XMLAttributes, in stream: XMLStream) {
        (style, kind) = (0, .number)
        (inCell, hasValue, hasFormula, hasResult) = (true, false, false, false)
        value.removeAll(keepingCapacity: true)
        formula.removeAll(keepingCapacity: true)
        var next = column + 1
        var at = attributes.list
        while let key = at[0], let text = at[1] {
            at += 2
            guard key[0] != 0, key[1] == 0 else { continue }
            switch UInt8(bitPattern: key[0]) {
            case UInt8(ascii: "r"): next = columnNumber(text)
            case UInt8(ascii: "s"): style = decimal(text) ?? 0
            case UInt8(ascii: "t"): kind = cellKind(text)
            default: break
            }
        }
        guard row > 0, next > column, next < 16_384 else { return stream.failDamaged() }
        column = next
    }

    private func endCell(in stream: XMLStream) {
        inCell = false
        guard hasValue || hasFormula else { return }
        if !hand() { stream.stop() }
    }

    private func hand() -> Bool {
        guard hasValue || kind == .text && hasResult else {
            formula.insert(UInt8(ascii: "="), at: 0)
            return formula.withUnsafeBytes { output.put(row, column, .formula, isFormula: true, $0) }
        }
        switch kind {
        case .text: OOXMLEscape.decode(&value, from: 0)
        default: break
        }
        return value.withUnsafeBytes { bytes in
            switch kind {
            case .number:
                return output.put(row, column, written: bytes, isDate: styles.isDate(style), isFormula: hasFormula)
            case .shared:
                guard let index = sharedIndex(bytes) else { return missingString }
                return strings.arena.withString(index) { string in
                    string.isEmpty && !hasFormula
                        || output.put(row, column, .text, isFormula: hasFormula, string)
                } ?? missingString
            case .text: return output.put(row, column, .text, isFormula: hasFormula, bytes)
            case .boolean:
                return output.put(row, column, truth: bytes.first == 0x31 || bytes.first == 0x74, isFormula: hasFormula)
            case .error: return output.put(row, column, .error, isFormula: hasFormula, bytes)
            case .date: return output.put(row, column, isoDate: bytes, isFormula: hasFormula)
            }
        }
    }

    /// A cell that names a shared string that is not there is an error of this cell, not of the workbook.
    private var missingString: Bool { output.put(row, column, .error, isFormula: hasFormula, "#REF!") }

    private func sharedIndex(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard 1...9 ~= bytes.count else { return nil }
        var index = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            index = index * 10 + Int(byte &- 0x30)
        }
        return index
    }

    /// The place of the column in a reference such as `AB12`; -1 where there is none.
    private func columnNumber(_ reference: UnsafePointer<CChar>) -> Int {
        var number = 0
        var at = reference
        while case let letter = UInt8(bitPattern: at.pointee) & 0xDF, 0x41...0x5A ~= letter, at - reference < 4 {
            number = number * 26 + Int(letter - 0x40)
            at += 1
        }
        return number - 1
    }

    private func cellKind(_ type: UnsafePointer<CChar>) -> Kind {
        switch UInt8(bitPattern: type[0]) {
        case UInt8(ascii: "s"): type[1] == 0 ? .shared : .text
        case UInt8(ascii: "i"): .text
        case UInt8(ascii: "b"): .boolean
        case UInt8(ascii: "e"): .error
        case UInt8(ascii: "d"): .date
        default: .number
        }
    }
}
