/// 分块读取: where the stored tiles of a log come from: a database, a folder, the memory of a test.
public protocol TileReader {
    /// The hashes of a tile, as many as are stored, 32 bytes each; at least as many as were asked for.
    ///
    /// - Throws: whatever keeps the tile from being read; a tile that is missing or too short is the caller's finding.
    func hashes(level: Int, index: Int) throws -> [UInt8]
}
