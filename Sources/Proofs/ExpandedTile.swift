import COpenSSL

/// A tile with all complete nodes above its hashes, so that a proof is copied out of it and not computed again.
struct ExpandedTile: Sendable {
    /// How many hashes of its lowest row the tile has.
    let width: Int
    /// Row after row: 256 hashes, 128, … 1; what the width does not complete is left zero.
    private let nodes: [UInt8]

    init(_ hashes: [UInt8]) {
        let width = min(hashes.count / Digest.length, Tile.fullWidth)
        self.width = width
        let capacity = 511 * Digest.length
        nodes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            buffer.initialize(repeating: 0)
            let base = buffer.baseAddress!
            hashes.withUnsafeBufferPointer { source in
                if width > 0 { base.update(from: source.baseAddress!, count: width * Digest.length) }
            }
            for row in 1...8 {
                let below = base + ExpandedTile.offset(row - 1)
                let here = base + ExpandedTile.offset(row)
                for index in 0..<width >> row {
                    let left = below + index * 64
                    chengxin_sha256_node(left, left + 32, here + index * 32)
                }
            }
            count = capacity
        }
    }

    /// The hash of the node that stands `row` levels above the tile's hashes; the caller knows it to be complete.
    func node(row: Int, index: Int) -> Digest {
        nodes.withUnsafeBytes {
            Digest(unchecked: $0.baseAddress! + ExpandedTile.offset(row) + index * Digest.length)
        }
    }

    private static func offset(_ row: Int) -> Int { (512 - (512 >> row)) * Digest.length }
}
