/// 工作表流: how the cells of a workbook travel from the process that reads it to the one that asked.
///
/// The stream begins with `magic`; then come records of one tag byte and fields. Whole numbers are written in groups of
/// seven bits, lowest first; texts have their length before them. A cell's tag says its form; its row is that of the
/// last row record.
enum SheetStream {
    static let magic: [UInt8] = Array("CXSHEET1".utf8)
    static let sheet: UInt8 = 0x01
    static let hiddenSheet: UInt8 = 0x02
    static let row: UInt8 = 0x03
    static let endRow: UInt8 = 0x04
    static let problem: UInt8 = 0x05
    static let end: UInt8 = 0x06
    static let cell: UInt8 = 0x10
    static let formulaFlag: UInt8 = 0x08
}

extension SheetProblem {
    /// Number and text that stand for the problem in the stream.
    var numbered: (number: UInt8, text: String) {
        switch self {
        case .unreadable(let reason): (1, reason)
        case .notAWorkbook: (2, "")
        case .unsupported(let kind): (3, kind)
        case .encrypted: (4, "")
        case .truncated: (5, "")
        case .damaged(let place): (6, place)
        case .bomb: (7, "")
        case .limit(let limit): (8, limit.rawValue)
        case .documentType: (9, "")
        case .encoding(let name): (10, name)
        case .outOfMemory: (11, "")
        case .outOfTime: (12, "")
        case .readerDied(let signal): (13, String(signal))
        case .readerMissing(let reason): (14, reason)
        case .cancelled: (15, "")
        case .unwritable(let reason): (16, reason)
        }
    }

    /// The problem of a number and a text; nil where none has this number.
    init?(number: UInt8, text: String) {
        switch number {
        case 1: self = .unreadable(text)
        case 2: self = .notAWorkbook
        case 3: self = .unsupported(text)
        case 4: self = .encrypted
        case 5: self = .truncated
        case 6: self = .damaged(text)
        case 7: self = .bomb
        case 8:
            guard let limit = Limit(rawValue: text) else { return nil }
            self = .limit(limit)
        case 9: self = .documentType
        case 10: self = .encoding(text)
        case 11: self = .outOfMemory
        case 12: self = .outOfTime
        case 13:
            guard let signal = Int32(text) else { return nil }
            self = .readerDied(signal: signal)
        case 14: self = .readerMissing(text)
        case 15: self = .cancelled
        case 16: self = .unwritable(text)
        default: return nil
        }
    }
}
