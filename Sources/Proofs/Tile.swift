/// 日志分块: up to 256 neighbouring hashes of one level of the tree, as they are stored and served.
///
/// Level 0 holds leaf hashes; a hash of level L stands for 256^L leaves.
public struct Tile: Hashable, Sendable {
    /// Level of the tile, eight levels of the tree each.
    public let level: Int
    /// Number of the tile in its level.
    public let index: Int
    /// The hashes, 32 bytes each.
    public let hashes: [UInt8]

    /// How many hashes a full tile has.
    public static let fullWidth = 256

    /// A tile.
    public init(level: Int, index: Int, hashes: [UInt8]) {
        self.level = level
        self.index = index
        self.hashes = hashes
    }

    /// How many hashes the tile holds.
    public var width: Int { hashes.count / Digest.length }

    /// How many hashes the tile of this level and number has in a tree of `size` leaves; 0 where there is none.
    public static func width(level: Int, index: Int, size: Int) -> Int {
        guard level >= 0, index >= 0, level * 8 < Int.bitWidth else { return 0 }
        let count = size >> (level * 8)
        guard index <= count >> 8 else { return 0 }
        return min(fullWidth, count - index * fullWidth)
    }

    /// Every tile, the partial ones included, that a tree of `size` leaves has: level, number and width.
    public static func all(size: Int) -> [(level: Int, index: Int, width: Int)] {
        var tiles: [(level: Int, index: Int, width: Int)] = []
        var level = 0
        while level * 8 < Int.bitWidth, size >> (level * 8) > 0 {
            let count = size >> (level * 8)
            for index in 0..<(count + fullWidth - 1) / fullWidth {
                tiles.append((level, index, min(fullWidth, count - index * fullWidth)))
            }
            level += 1
        }
        return tiles
    }
}
