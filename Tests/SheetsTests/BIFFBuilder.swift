/// Builds a compound file of a few streams, sector by sector.
struct CompoundBuilder {
    let bytes: [UInt8]

    init(streams: [(String, [UInt8])]) {
        var sectors: [UInt8] = []
        var table: [UInt32] = []
        func add(_ content: [UInt8]) -> UInt32 {
            let first = table.count
            let count = max(1, (content.count + 511) / 512)
            sectors += content + [UInt8](repeating: 0, count: count * 512 - content.count)
            for index in 0..<count { table.append(index + 1 < count ? UInt32(first + index + 1) : 0xFFFF_FFFE) }
            return UInt32(first)
        }
        var directory = CompoundBuilder.entry("Root Entry", type: 5, start: 0xFFFF_FFFE, size: 0)
        for (name, content) in streams {
            // Below 4,096 bytes a stream belongs into the small sectors; these are padded over it.
            let padded = content + [UInt8](repeating: 0, count: max(0, 4_096 - content.count))
            directory += CompoundBuilder.entry(name, type: 2, start: add(padded), size: UInt32(padded.count))
        }
        let directoryStart = add(directory)
        let tableStart = UInt32(table.count)
        let tableSectors = (table.count + 200) / 128 + 1
        for _ in 0..<tableSectors { table.append(0xFFFF_FFFD) }
        while table.count % 128 != 0 { table.append(0xFFFF_FFFF) }
        sectors += table.flatMap { $0.littleEndianBytes }
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 10)
        let used = table.count / 128
        header += [UInt32(used), directoryStart, 0, 4_096, 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0].flatMap(\.littleEndianBytes)
        for index in 0..<109 {
            header += (index < used ? tableStart + UInt32(index) : 0xFFFF_FFFF).littleEndianBytes
        }
        bytes = header + sectors
    }

    private static func entry(_ name: String, type: UInt8, start: UInt32, size: UInt32) -> [UInt8] {
        var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        entry += [UInt8](repeating: 0, count: 64 - entry.count)
        entry += [UInt8(name.utf16.count * 2 + 2), 0, type, 1]
        entry += [UInt8](repeating: 0xFF, count: 12) + [UInt8](repeating: 0, count: 36)
        return entry + start.littleEndianBytes + size.littleEndianBytes + [0, 0, 0, 0]
    }
}

/// Builds the records of an XLS workbook.
struct BIFFBuilder {
    /// One record.
    static func record(_ id: UInt16, _ content: [UInt8]) -> [UInt8] {
        id.littleEndianBytes + UInt16(content.count).littleEndianBytes + content
    }

    /// The place of a cell and its style.
    static func place(_ row: UInt16, _ column: UInt16, _ style: UInt16 = 0) -> [UInt8] {
        row.littleEndianBytes + column.littleEndianBytes + style.littleEndianBytes
    }

    /// A string of BIFF8 in wide characters, with its length in two bytes.
    static func wide(_ text: String) -> [UInt8] {
        UInt16(text.utf16.count).littleEndianBytes + [1] + text.utf16.flatMap { $0.littleEndianBytes }
    }

    static func formula(_ row: UInt16, _ column: UInt16, result: [UInt8], flags: UInt16 = 0) -> [UInt8] {
        record(0x0006, place(row, column) + result + flags.littleEndianBytes + [0, 0, 0, 0, 0, 0])
    }

    static func number(_ value: Double) -> [UInt8] { value.bitPattern.littleEndianBytes }

    /// A workbook stream: globals, then the sheets with their names and visibility.
    static func stream(
        version: UInt16 = 0x0600, globals: [UInt8], sheets: [(name: [UInt8], visibility: UInt8, records: [UInt8])]
    ) -> [UInt8] {
        let start = record(0x0809, version.littleEndianBytes + [5, 0] + [UInt8](repeating: 0, count: 12))
        let end = record(0x000A, [])
        let listLength = sheets.reduce(0) { $0 + 4 + 6 + $1.name.count }
        var offset = start.count + globals.count + listLength + end.count
        var list: [UInt8] = []
        var bodies: [UInt8] = []
        for sheet in sheets {
            list += record(0x0085, UInt32(offset).littleEndianBytes + [sheet.visibility, 0] + sheet.name)
            let body =
                record(0x0809, version.littleEndianBytes + [0x10, 0] + [UInt8](repeating: 0, count: 12))
                + sheet.records + end
            bodies += body
            offset += body.count
        }
        return start + globals + list + end + bodies
    }
}

extension FixedWidthInteger {
    var littleEndianBytes: [UInt8] {
        (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> (Self($0) * 8)) }
    }
}
