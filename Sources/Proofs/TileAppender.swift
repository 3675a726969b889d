import COpenSSL

/// 日志追加: the right edge of the log's tree, to which leaves are appended; it never needs more than that edge.
public struct TileAppender: Sendable {
    /// How many leaves the tree has.
    public private(set) var size: Int
    /// Level after level the hashes that do not fill a tile yet.
    private var edges: [[UInt8]] = []
    private var finished: [Tile] = []
    private var changedLevels = 0

    /// A tree without leaves.
    public init() { size = 0 }

    /// The tree of `size` leaves whose right-edge tiles the reader has.
    ///
    /// - Throws: `ProofProblem.tileTooShort` (LOG-102), or what the tile reader throws.
    public init(size: Int, tiles: some TileReader) throws {
        self.size = size
        var level = 0
        while level * 8 < Int.bitWidth - 1, size >> (level * 8) > 0 {
            let count = size >> (level * 8)
            let (index, width) = (count / Tile.fullWidth, count % Tile.fullWidth)
            var hashes: [UInt8] = []
            if width > 0 {
                hashes = try tiles.hashes(level: level, index: index)
                guard hashes.count >= width * Digest.length else {
                    throw ProofProblem.tileTooShort(
                        level: level, index: index, has: hashes.count / Digest.length, needs: width)
                }
                hashes.removeSubrange((width * Digest.length)...)
            }
            edges.append(hashes)
            level += 1
        }
    }

    /// Appends one leaf hash.
    public mutating func append(_ leaf: Digest) {
        leaf.withUnsafeBytes { append(hashes: $0) }
    }

    /// Appends leaf hashes in order.
    public mutating func append(_ leaves: [Digest]) {
        leaves.withUnsafeBytes { append(hashes: $0) }
    }

    /// Appends leaf hashes that lie one behind the other, 32 bytes each.
    public mutating func append(hashes: UnsafeRawBufferPointer) {
        precondition(hashes.count % Digest.length == 0, "leaf hashes have 32 bytes each")
        guard !hashes.isEmpty else { return }
        append(hashes, level: 0)
        size += hashes.count / Digest.length
    }

    /// The root of the tree as it now is.
    public func root() -> Digest {
        var folded: Digest?
        for edge in edges {
            edge.withUnsafeBytes { edge in
                var end = edge.count / Digest.length
                while end > 0 {
                    let count = 1 << end.trailingZeroBitCount
                    let part = TileAppender.root(
                        ofComplete: UnsafeRawBufferPointer(
                            rebasing: edge[(end - count) * Digest.length..<end * Digest.length]))
                    folded = folded.map { MerkleTree.nodeHash(part, $0) } ?? part
                    end -= count
                }
            }
        }
        return folded ?? MerkleTree.emptyRoot
    }

    /// The full tiles that were finished since tiles were last taken; the others stay to be taken later.
    public mutating func takeFullTiles() -> [Tile] {
        defer { finished = [] }
        return finished
    }

    /// The tiles that changed since they were last taken, full ones first: what has to be stored.
    public mutating func takeTiles() -> [Tile] {
        var tiles = finished
        finished = []
        for (level, edge) in edges.enumerated() where changedLevels & (1 << level) != 0 && !edge.isEmpty {
            tiles.append(Tile(level: level, index: size >> (level * 8) / Tile.fullWidth, hashes: edge))
        }
        changedLevels = 0
        return tiles
    }

    private mutating func append(_ hashes: UnsafeRawBufferPointer, level: Int) {
        if level == edges.count { edges.append([]) }
        changedLevels |= 1 << level
        // The number of the tile being filled follows from how many hashes this level had before.
        var index = size >> (level * 8) / Tile.fullWidth
        let full = Tile.fullWidth * Digest.length
        var above: [UInt8] = []
        var offset = 0
        while offset < hashes.count {
            let taken = min(full - edges[level].count, hashes.count - offset)
            if edges[level].isEmpty { edges[level].reserveCapacity(full) }
            edges[level].append(contentsOf: UnsafeRawBufferPointer(rebasing: hashes[offset..<offset + taken]))
            offset += taken
            if edges[level].count == full {
                above.append(edges[level].withUnsafeBytes { TileAppender.root(ofComplete: $0) })
                finished.append(Tile(level: level, index: index, hashes: edges[level]))
                edges[level] = []
                index += 1
            }
        }
        if !above.isEmpty { above.withUnsafeBytes { append($0, level: level + 1) } }
    }

    /// The hash over a power of two of hashes, up to 256.
    private static func root(ofComplete hashes: UnsafeRawBufferPointer) -> Digest {
        if hashes.count == Digest.length { return Digest(unchecked: hashes.baseAddress!) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: hashes.count / 2) { row in
            let base = row.baseAddress!
            var count = hashes.count / (2 * Digest.length)
            let below = hashes.baseAddress!.assumingMemoryBound(to: UInt8.self)
            for index in 0..<count {
                chengxin_sha256_node(below + index * 64, below + index * 64 + 32, base + index * 32)
            }
            while count > 1 {
                count /= 2
                for index in 0..<count {
                    chengxin_sha256_node(base + index * 64, base + index * 64 + 32, base + index * 32)
                }
            }
            return Digest(unchecked: UnsafeRawPointer(base))
        }
    }
}
