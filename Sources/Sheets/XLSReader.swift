/// XLS 工作簿: a binary workbook of Excel 97–2003 (BIFF8) or Excel 5–95 (BIFF5), held in memory while it is read.
///
/// Read by our own code and not by FreeXL, which was tried and gives booleans and errors as numbers, neither formulas
/// nor hidden sheets, and an empty workbook without a word where a cell has 32,767 characters.
struct XLSReader {
    let file: SheetFile
    let limits: SheetLimits

    /// Reads all sheets in the order of their tabs. Returns whether the sink wanted all of it.
    func read(into sink: any SheetSink) throws -> Bool {
        try XLSReader.read(content: content(), into: sink, limits: limits)
    }

    /// Reads the records of a workbook that has been taken out of its container.
    static func read(content stream: [UInt8], into sink: any SheetSink, limits: SheetLimits) throws -> Bool {
        let globals = try XLSGlobals(stream, limits: limits)
        for sheet in globals.sheets {
            guard sink.sheet(sheet.name, hidden: sheet.isHidden) else { return false }
            guard try XLSCells(stream, from: sheet.offset, globals, limits: limits).hand(to: sink) else { return false }
        }
        return true
    }

    private func content() throws -> [UInt8] {
        let container = try CompoundFile(file.whole(limit: limits.binaryBytes))
        guard !container.has("EncryptedPackage"), !container.has("EncryptionInfo") else { throw SheetProblem.encrypted }
        guard let content = try container.stream("Workbook") ?? container.stream("Book") else {
            throw SheetProblem.notAWorkbook
        }
        return content
    }
}

/// 工作簿全局信息: what an XLS workbook says before its sheets.
struct XLSGlobals {
    /// One sheet: its name, and where its records begin.
    struct Sheet {
        let name: String
        let isHidden: Bool
        let offset: Int
    }

    private(set) var sheets: [Sheet] = []
    private(set) var strings: StringArena
    private(set) var is1904 = false
    /// Whether strings are Unicode (BIFF8) or of the code page (BIFF5).
    private(set) var isUnicode = true
    private var codePage: UInt16 = 1252
    private var formats: [UInt16: Bool] = [:]
    private var styles: [UInt16] = []

    /// Whether the style of this number shows dates.
    func isDate(_ style: Int) -> Bool {
        guard style < styles.count else { return false }
        return formats[styles[style]] ?? DateFormatCode.isDate(builtIn: Int(styles[style]))
    }

    init(_ content: [UInt8], limits: SheetLimits) throws {
        strings = StringArena(limits: limits)
        var stream = BIFFStream(content)
        guard let first = try stream.next(), first.id == BIFF.beginning else { throw SheetProblem.notAWorkbook }
        isUnicode = try content.u16(first.start) >= 0x0600
        // Names of sheets wait for the code page, which may come after them.
        var listed: [(name: BIFFPieces, isHidden: Bool, offset: Int)] = []
        while let record = try stream.next(), record.id != BIFF.end {
            switch record.id {
            case BIFF.filePass: throw SheetProblem.encrypted
            case BIFF.codePage: codePage = try content.u16(record.start)
            case BIFF.dateMode: is1904 = try content.u16(record.start) == 1
            case BIFF.sheet:
                guard record.end - record.start > 6 else { throw SheetProblem.truncated }
                let (visibility, kind) = (content[record.start + 4], content[record.start + 5])
                // Charts, macros and modules have no cells to read.
                guard kind == 0 else { continue }
                let name = BIFFPieces(bytes: content, pieces: [record.start + 6..<record.end])
                listed.append((name, visibility & 3 != 0, Int(try content.u32(record.start))))
                guard listed.count <= limits.sheets else { throw SheetProblem.limit(.sheets) }
            case BIFF.format: try addFormat(stream.pieces(of: record))
            case BIFF.style: styles.append(try content.u16(record.start + 2))
            case BIFF.strings: try addStrings(stream.pieces(of: record))
            default: break
            }
        }
        for var sheet in listed {
            let count = Int(try sheet.name.byte())
            let name = try text(&sheet.name, count: count)
            sheets.append(
                Sheet(name: String(decoding: name, as: UTF8.self), isHidden: sheet.isHidden, offset: sheet.offset))
        }
    }

    /// A string of the workbook's own kind as UTF-8.
    func text(_ pieces: inout BIFFPieces, count: Int) throws -> [UInt8] {
        var out: [UInt8] = []
        if isUnicode {
            try pieces.unicode(count: count, to: &out)
            return out
        }
        let bytes = try pieces.narrow(count: count)
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        return try Transcoder(from: codePageName).convert(bytes, isLast: true)
    }

    private var codePageName: String {
        switch codePage {
        case 936: "GB18030"
        case 950: "BIG5-HKSCS"
        case 0x8000, 10_000: "MACINTOSH"
        case 0x8001, 1_252: "CP1252"
        case 1_200: "UTF-16LE"
        default: "CP\(codePage)"
        }
    }

    private mutating func addFormat(_ record: BIFFPieces) throws {
        var record = record
        let id = try record.u16()
        let count = isUnicode ? Int(try record.u16()) : Int(try record.byte())
        formats[id] = DateFormatCode.isDate(try text(&record, count: count))
    }

    private mutating func addStrings(_ record: BIFFPieces) throws {
        var record = record
        _ = try record.u32()
        let count = Int(try record.u32())
        while strings.count < count, !record.isAtEnd {
            let length = Int(try record.u16())
            guard strings.hasRoom(for: length * 3) else { throw SheetProblem.limit(.sharedStrings) }
            try record.unicode(count: length, to: &strings.bytes)
            strings.endString()
        }
    }
}
