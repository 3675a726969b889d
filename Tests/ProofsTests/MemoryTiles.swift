import Proofs

/// Tiles held in memory, as the tests store what an appender gives them.
struct MemoryTiles: TileReader {
    var stored: [Int: [UInt8]] = [:]

    mutating func store(_ tiles: [Tile]) {
        for tile in tiles { stored[tile.index << 4 | tile.level] = tile.hashes }
    }

    func hashes(level: Int, index: Int) throws -> [UInt8] { stored[index << 4 | level] ?? [] }
}

/// A small generator of numbers that gives the same ones in every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
