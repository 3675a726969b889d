import Proofs

/// The tiles as they are stored, read inside one transaction.
struct StoredTiles: TileReader {
    private let statement: any Statement

    init(_ transaction: any Transaction) throws {
        statement = try transaction.statement("SELECT hashes FROM tile WHERE level = ? AND number = ?")
    }

    func hashes(level: Int, index: Int) throws -> [UInt8] {
        try statement.first([.integer(level), .integer(index)]) { $0.bytes(0) } ?? []
    }
}
