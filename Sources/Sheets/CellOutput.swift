import Glibc

/// 单元格输出: turns stored numbers into what a person would read and hands cells on; the same for every reader.
final class CellOutput {
    private let sink: any SheetSink
    private let is1904: Bool
    /// Whether the row has had a cell.
    private var rowHasCells = false
    private let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: NumberText.capacity)

    init(sink: any SheetSink, is1904: Bool) {
        self.sink = sink
        self.is1904 = is1904
    }

    deinit { scratch.deallocate() }

    func put(_ row: Int, _ column: Int, _ form: SheetForm, isFormula: Bool, _ bytes: UnsafeRawBufferPointer) -> Bool {
        rowHasCells = true
        return sink.cell(row: row, column: column, form: form, isFormula: isFormula, bytes: bytes)
    }

    /// The row is over; a row without a cell is not reported.
    func endRow(_ row: Int) -> Bool {
        guard rowHasCells else { return true }
        rowHasCells = false
        return sink.endRow(row)
    }

    func put(_ row: Int, _ column: Int, _ form: SheetForm, isFormula: Bool, _ text: StaticString) -> Bool {
        put(
            row, column, form, isFormula: isFormula,
            UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    func put(_ row: Int, _ column: Int, truth: Bool, isFormula: Bool) -> Bool {
        put(row, column, .boolean, isFormula: isFormula, truth ? "TRUE" : "FALSE")
    }

    /// A number, shown as a date where `isDate`.
    func put(_ row: Int, _ column: Int, number: Double, isDate: Bool, isFormula: Bool) -> Bool {
        guard number.isFinite else { return put(row, column, .error, isFormula: isFormula, "#NUM!") }
        if isDate {
            switch SerialDate.write(number, is1904: is1904, to: scratch) {
            case .day(let length): return put(row, column, .day, isFormula, length)
            case .text(let length): return put(row, column, .text, isFormula, length)
            case .number: break
            }
        }
        return put(row, column, .number, isFormula, NumberText.write(number, to: scratch))
    }

    /// A number as it stands in XML; what is no number is passed on as text.
    func put(_ row: Int, _ column: Int, written: UnsafeRawBufferPointer, isDate: Bool, isFormula: Bool) -> Bool {
        let bytes = trimmed(written)
        if isDate, let serial = smallInteger(bytes) {
            return put(row, column, number: Double(serial), isDate: true, isFormula: isFormula)
        }
        switch NumberText.read(bytes) {
        case .asWritten where !isDate: return put(row, column, .number, isFormula: isFormula, bytes)
        case .asWritten:
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { text in
                for index in 0..<bytes.count { text[index] = CChar(bitPattern: bytes[index]) }
                text[bytes.count] = 0
                let value = text.baseAddress.map { strtod($0, nil) } ?? 0
                return put(row, column, number: value, isDate: true, isFormula: isFormula)
            }
        case .value(let value): return put(row, column, number: value, isDate: isDate, isFormula: isFormula)
        case .none: return put(row, column, .text, isFormula: isFormula, bytes)
        }
    }

    /// A date written out, `2017-08-09T00:00:00.000`; what is none is passed on as text.
    func put(_ row: Int, _ column: Int, isoDate: UnsafeRawBufferPointer, isFormula: Bool) -> Bool {
        let bytes = trimmed(isoDate)
        func digits(_ places: Int...) -> Bool { places.allSatisfy { bytes[$0] &- 0x30 < 10 } }
        guard bytes.count >= 10, digits(0, 1, 2, 3, 5, 6, 8, 9), bytes[4] == 0x2D, bytes[7] == 0x2D else {
            return put(row, column, .text, isFormula: isFormula, bytes)
        }
        guard bytes.count >= 19, bytes[10] == 0x54, digits(11, 12, 14, 15, 17, 18), bytes[13] == 0x3A, bytes[16] == 0x3A
        else {
            let form: SheetForm = bytes.count == 10 || bytes.count == 11 && bytes[10] == 0x5A ? .day : .text
            let shown = form == .day ? UnsafeRawBufferPointer(rebasing: bytes[..<10]) : bytes
            return put(row, column, form, isFormula: isFormula, shown)
        }
        for index in 0..<19 { scratch[index] = index == 10 ? 0x20 : bytes[index] }
        let isMidnight = (11..<19).allSatisfy { scratch[$0] == 0x30 || scratch[$0] == 0x3A }
        return put(row, column, .day, isFormula, isMidnight ? 10 : 19)
    }

    private func put(_ row: Int, _ column: Int, _ form: SheetForm, _ isFormula: Bool, _ length: Int) -> Bool {
        put(row, column, form, isFormula: isFormula, UnsafeRawBufferPointer(start: scratch, count: length))
    }

    private func smallInteger(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard 1...7 ~= bytes.count else { return nil }
        var value = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private func trimmed(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    }
}
