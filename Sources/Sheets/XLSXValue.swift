/// 可写数值: what of a cell's value a workbook can keep as more than text.
enum XLSXValue: Equatable {
    case number(Double)
    case day(Double)
    case truth(Bool)
    case text

    init(_ form: SheetForm, _ bytes: UnsafeRawBufferPointer) {
        self = .text
        switch form {
        case .number:
            // Excel keeps 15 digits.
            let digits = bytes.reduce(0) { $0 + ($1 &- 0x30 < 10 ? 1 : 0) }
            guard digits <= 15, bytes.count < 40, bytes.allSatisfy({ $0 &- 0x2B <= 14 || $0 | 0x20 == 0x65 }) else {
                return
            }
            if let number = Double(String(decoding: bytes, as: UTF8.self)), number.isFinite { self = .number(number) }
        case .day: if let serial = SerialDate.serial(bytes) { self = .day(serial) }
        case .boolean: self = .truth(bytes.first == 0x54)
        case .text, .error, .formula: break
        }
    }
}
