/// BIFF 记录流: the records of an XLS workbook, each a number, a length and its bytes.
struct BIFFStream {
    /// One record: where its bytes lie.
    struct Record {
        let id: UInt16
        let start: Int
        let end: Int
    }

    let bytes: [UInt8]
    private(set) var offset: Int

    init(_ bytes: [UInt8], from offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    /// The next record; nil at the end of the stream.
    mutating func next() throws -> Record? {
        guard offset + 4 <= bytes.count else { return nil }
        let id = try bytes.u16(offset)
        let start = offset + 4
        let end = start + Int(try bytes.u16(offset + 2))
        guard end <= bytes.count else { throw SheetProblem.truncated }
        offset = end
        return Record(id: id, start: start, end: end)
    }

    /// The number of the record that follows, without taking it.
    var following: UInt16? { try? bytes.u16(offset) }

    /// The record and those that continue it, as pieces in their order.
    mutating func pieces(of record: Record) throws -> BIFFPieces {
        var pieces = [record.start..<record.end]
        while following == BIFF.continuation, let more = try next() { pieces.append(more.start..<more.end) }
        return BIFFPieces(bytes: bytes, pieces: pieces)
    }
}

/// Numbers of the records that are read.
enum BIFF {
    static let beginning: UInt16 = 0x0809
    static let end: UInt16 = 0x000A
    static let sheet: UInt16 = 0x0085
    static let dateMode: UInt16 = 0x0022
    static let filePass: UInt16 = 0x002F
    static let codePage: UInt16 = 0x0042
    static let format: UInt16 = 0x041E
    static let style: UInt16 = 0x00E0
    static let strings: UInt16 = 0x00FC
    static let continuation: UInt16 = 0x003C
    static let labelShared: UInt16 = 0x00FD
    static let label: UInt16 = 0x0204
    static let richLabel: UInt16 = 0x00D6
    static let number: UInt16 = 0x0203
    static let packed: UInt16 = 0x027E
    static let packedRow: UInt16 = 0x00BD
    static let truth: UInt16 = 0x0205
    static let formula: UInt16 = 0x0006
    static let oldFormula: UInt16 = 0x0406
    static let result: UInt16 = 0x0207
    static let array: UInt16 = 0x0221
    static let sharedFormula: UInt16 = 0x04BC
    static let table: UInt16 = 0x0236
}

/// A record with its continuations, read from front to back.
struct BIFFPieces {
    let bytes: [UInt8]
    private let pieces: [Range<Int>]
    private var piece = 0
    private var at: Int

    init(bytes: [UInt8], pieces: [Range<Int>]) {
        self.bytes = bytes
        self.pieces = pieces
        at = pieces.first?.lowerBound ?? 0
    }

    var isAtEnd: Bool { piece + 1 >= pieces.count && (pieces.isEmpty || at >= pieces[piece].upperBound) }

    private var left: Int { piece < pieces.count ? pieces[piece].upperBound - at : 0 }

    private mutating func enterNextPiece() throws {
        piece += 1
        guard piece < pieces.count else { throw SheetProblem.truncated }
        at = pieces[piece].lowerBound
    }

    mutating func byte() throws -> UInt8 {
        while left == 0 { try enterNextPiece() }
        at += 1
        return bytes[at - 1]
    }

    mutating func u16() throws -> UInt16 { UInt16(try byte()) | UInt16(try byte()) << 8 }

    mutating func u32() throws -> UInt32 { UInt32(try u16()) | UInt32(try u16()) << 16 }

    mutating func skip(_ count: Int) throws {
        var rest = count
        while rest > 0 {
            while left == 0 { try enterNextPiece() }
            let step = min(rest, left)
            at += step
            rest -= step
        }
    }

    /// Appends a Unicode string of BIFF8 (flags, characters, formatting runs) of `count` units to `out` as UTF-8.
    ///
    /// Where a string is cut by the end of a piece, the next piece begins with a new flag of width.
    mutating func unicode(count: Int, to out: inout [UInt8]) throws {
        var flags = try byte()
        let runs = flags & 0x08 != 0 ? Int(try u16()) : 0
        let phonetic = flags & 0x04 != 0 ? Int(try u32()) : 0
        var high: UInt16 = 0
        var rest = count
        while rest > 0 {
            if left == 0 {
                try enterNextPiece()
                flags = try byte()
                continue
            }
            let isWide = flags & 1 != 0
            guard !isWide || left >= 2 else { throw SheetProblem.damaged("BIFF string") }
            let units = min(rest, isWide ? left / 2 : left)
            rest -= units
            for _ in 0..<units {
                let unit = isWide ? UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8 : UInt16(bytes[at])
                at += isWide ? 2 : 1
                UTF8Text.append(unit, &high, to: &out)
            }
        }
        if high != 0 { UTF8Text.append(Unicode.Scalar(0xFFFD as UInt16), to: &out) }
        try skip(runs * 4)
        try skip(phonetic)
    }

    /// The bytes of a string of BIFF5, one byte a unit.
    mutating func narrow(count: Int) throws -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(count)
        for _ in 0..<count { out.append(try byte()) }
        return out
    }
}

/// Units of UTF-16 as UTF-8.
enum UTF8Text {
    /// Appends a unit; `high` keeps the first half of a pair. A half without its other becomes U+FFFD.
    static func append(_ unit: UInt16, _ high: inout UInt16, to out: inout [UInt8]) {
        if unit < 0x80, high == 0 {
            out.append(UInt8(unit))
            return
        }
        if high != 0 {
            if unit & 0xFC00 == 0xDC00 {
                append(Unicode.Scalar(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))), to: &out)
                high = 0
                return
            }
            append(Unicode.Scalar(0xFFFD as UInt16), to: &out)
            high = 0
        }
        if unit & 0xFC00 == 0xD800 {
            high = unit
        } else {
            append(Unicode.Scalar(unit) ?? Unicode.Scalar(0xFFFD as UInt16), to: &out)
        }
    }

    static func append(_ scalar: Unicode.Scalar?, to out: inout [UInt8]) {
        guard let scalar else { return }
        let value = scalar.value
        if value < 0x80 {
            out.append(UInt8(value))
        } else if value < 0x800 {
            out.append(UInt8(0xC0 | value >> 6))
            out.append(UInt8(0x80 | value & 0x3F))
        } else if value < 0x10000 {
            out.append(UInt8(0xE0 | value >> 12))
            out.append(UInt8(0x80 | value >> 6 & 0x3F))
            out.append(UInt8(0x80 | value & 0x3F))
        } else {
            out.append(UInt8(0xF0 | value >> 18))
            out.append(UInt8(0x80 | value >> 12 & 0x3F))
            out.append(UInt8(0x80 | value >> 6 & 0x3F))
            out.append(UInt8(0x80 | value & 0x3F))
        }
    }
}
