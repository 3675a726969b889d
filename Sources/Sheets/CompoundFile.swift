/// 复合文档: the container of old Office files and of encrypted new ones; a small file system of sectors.
struct CompoundFile {
    /// The first bytes of every compound file.
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let endOfChain: UInt32 = 0xFFFF_FFFE

    private struct Entry {
        let name: String
        let isStream: Bool
        let start: UInt32
        let size: Int
    }

    private let bytes: [UInt8]
    private let sectorSize: Int
    private var table: [UInt32] = []
    private var miniTable: [UInt32] = []
    private var miniStream: [UInt8] = []
    private var entries: [Entry] = []
    private let miniCutoff: Int

    init(_ bytes: [UInt8]) throws {
        guard bytes.starts(with: CompoundFile.signature) else { throw SheetProblem.notAWorkbook }
        guard bytes.count >= 512 else { throw SheetProblem.truncated }
        self.bytes = bytes
        switch try bytes.u16(30) {
        case 9: sectorSize = 512
        case 12: sectorSize = 4_096
        default: throw SheetProblem.damaged("CFB sector size")
        }
        miniCutoff = Int(try bytes.u32(56))
        table = try allocationTable()
        let directory = try chain(bytes.u32(48))
        for start in stride(from: 0, to: directory.count - 127, by: 128) {
            let type = directory[start + 66]
            guard type == 2 || type == 5 else { continue }
            let length = min(64, Int(try directory.u16(start + 64)))
            let units = try stride(from: 0, to: max(0, length - 2), by: 2).map { try directory.u16(start + $0) }
            let entry = Entry(
                name: String(decoding: units, as: UTF16.self), isStream: type == 2,
                start: try directory.u32(start + 116), size: Int(try directory.u32(start + 120)))
            entries.append(entry)
        }
        guard let root = entries.first(where: { !$0.isStream }) else { throw SheetProblem.damaged("CFB directory") }
        let miniStart = try bytes.u32(60)
        if miniStart < CompoundFile.endOfChain, root.start < CompoundFile.endOfChain {
            let miniBytes = try chain(miniStart)
            miniTable = try stride(from: 0, to: miniBytes.count - 3, by: 4).map { try miniBytes.u32($0) }
            miniStream = try chain(root.start)
        }
    }

    /// Whether there is a stream of this name.
    func has(_ name: String) -> Bool { entries.contains { $0.isStream && $0.name == name } }

    /// The content of the stream of this name.
    func stream(_ name: String) throws -> [UInt8]? {
        guard let entry = entries.first(where: { $0.isStream && $0.name == name }) else { return nil }
        if entry.size < miniCutoff { return try miniChain(entry.start, size: entry.size) }
        var content = try chain(entry.start)
        guard content.count >= entry.size else { throw SheetProblem.truncated }
        content.removeSubrange(entry.size...)
        return content
    }

    private func allocationTable() throws -> [UInt32] {
        var sectors: [UInt32] = []
        for index in 0..<109 {
            let sector = try bytes.u32(76 + index * 4)
            if sector < CompoundFile.endOfChain - 2 { sectors.append(sector) }
        }
        var next = try bytes.u32(68)
        var seen = 0
        let perSector = sectorSize / 4
        while next < CompoundFile.endOfChain - 2, seen * sectorSize <= bytes.count {
            let start = try offset(of: next)
            for index in 0..<perSector - 1 {
                let sector = try bytes.u32(start + index * 4)
                if sector < CompoundFile.endOfChain - 2 { sectors.append(sector) }
            }
            next = try bytes.u32(start + (perSector - 1) * 4)
            seen += 1
        }
        guard sectors.count * sectorSize <= bytes.count else { throw SheetProblem.truncated }
        var table: [UInt32] = []
        table.reserveCapacity(sectors.count * perSector)
        for sector in sectors {
            let start = try offset(of: sector)
            for index in 0..<perSector { table.append(try bytes.u32(start + index * 4)) }
        }
        return table
    }

    private func offset(of sector: UInt32) throws -> Int {
        let start = (Int(sector) + 1) * sectorSize
        guard start < bytes.count else { throw SheetProblem.truncated }
        return start
    }

    private func chain(_ first: UInt32) throws -> [UInt8] {
        var content: [UInt8] = []
        var sector = first
        var steps = 0
        while sector < CompoundFile.endOfChain - 2 {
            let start = try offset(of: sector)
            // The last sector of a file may be cut short.
            content.append(contentsOf: bytes[start..<min(start + sectorSize, bytes.count)])
            steps += 1
            guard Int(sector) < table.count, steps <= table.count else { throw SheetProblem.damaged("CFB chain") }
            sector = table[Int(sector)]
        }
        return content
    }

    private func miniChain(_ first: UInt32, size: Int) throws -> [UInt8] {
        var content: [UInt8] = []
        var sector = first
        while sector < CompoundFile.endOfChain - 2, content.count < size {
            let start = Int(sector) * 64
            guard start + 64 <= miniStream.count, Int(sector) < miniTable.count else {
                throw SheetProblem.damaged("CFB chain")
            }
            content.append(contentsOf: miniStream[start..<start + 64])
            sector = miniTable[Int(sector)]
        }
        guard content.count >= size else { throw SheetProblem.truncated }
        content.removeSubrange(size...)
        return content
    }
}

extension [UInt8] {
    /// The two bytes at `index`, little-endian.
    func u16(_ index: Int) throws -> UInt16 {
        guard index >= 0, index + 2 <= count else { throw SheetProblem.truncated }
        return UInt16(self[index]) | UInt16(self[index + 1]) << 8
    }

    /// The four bytes at `index`, little-endian.
    func u32(_ index: Int) throws -> UInt32 { UInt32(try u16(index)) | UInt32(try u16(index + 2)) << 16 }

    /// The eight bytes at `index`, little-endian.
    func u64(_ index: Int) throws -> UInt64 { UInt64(try u32(index)) | UInt64(try u32(index + 4)) << 32 }
}
