/// 条目包: up to 256 entries as one file, each preceded by its length as a big-endian number of two bytes.
///
/// - Source: C2SP tlog-tiles.
public enum EntryBundle {
    /// The longest entry that a bundle can hold.
    /// - Unit: bytes.
    public static let longestEntry = 65_535

    /// The bytes of a bundle; nil where an entry is longer than an entry may be.
    public static func encode(_ entries: some Sequence<[UInt8]>) -> [UInt8]? {
        var bytes: [UInt8] = []
        for entry in entries {
            guard entry.count <= longestEntry else { return nil }
            bytes.append(UInt8(entry.count >> 8))
            bytes.append(UInt8(entry.count & 255))
            bytes.append(contentsOf: entry)
        }
        return bytes
    }

    /// The entries of a bundle; nil where the bytes end inside one or there are more than 256.
    public static func decode(_ bytes: [UInt8]) -> [[UInt8]]? {
        var entries: [[UInt8]] = []
        var index = 0
        while index < bytes.count {
            guard index + 2 <= bytes.count, entries.count < Tile.fullWidth else { return nil }
            let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
            index += 2
            guard index + length <= bytes.count else { return nil }
            entries.append(Array(bytes[index..<index + length]))
            index += length
        }
        return entries
    }
}
