/// 证明: makes inclusion and consistency proofs from stored tiles, for any size the log has had.
///
/// Tiles are kept, with the nodes above them, until `capacity` of them (16 KiB each) are held; then it begins anew.
public struct Prover<Tiles: TileReader> {
    private let tiles: Tiles
    private let capacity: Int
    private let memory: TileMemory?
    private var held: [Int: ExpandedTile] = [:]

    /// A prover over the tiles of a log.
    ///
    /// - Parameter memory: full tiles that other provers of the same log have read.
    public init(tiles: Tiles, capacity: Int = 4_096, memory: TileMemory? = nil) {
        self.tiles = tiles
        self.memory = memory
        self.capacity = max(capacity, 16)
    }

    /// The root of the tree of the first `size` leaves.
    ///
    /// - Throws: `ProofProblem.tileTooShort` (LOG-102), or what the tile reader throws.
    public mutating func root(size: Int) throws -> Digest {
        guard size >= 0 else { throw ProofProblem.outsideTree(index: size, size: size) }
        return size == 0 ? MerkleTree.emptyRoot : try root(of: 0..<size)
    }

    /// The hash of a leaf, as the tiles have it.
    ///
    /// - Throws: `ProofProblem.tileTooShort` (LOG-102), or what the tile reader throws.
    public mutating func leafHash(at index: Int) throws -> Digest { try node(level: 0, index: index) }

    /// The hashes that lead from a leaf to the root of the tree of `size` leaves, from the leaf upwards.
    ///
    /// - Throws: `ProofProblem.outsideTree` (LOG-103), `.tileTooShort` (LOG-102), or what the tile reader throws.
    /// - Source: RFC 9162 2.1.3.1.
    public mutating func inclusion(of index: Int, size: Int) throws -> [Digest] {
        guard index >= 0, index < size else { throw ProofProblem.outsideTree(index: index, size: size) }
        // Down the path of the definition; the hashes come out from the top, the proof has them from the leaf.
        var proof: [Digest] = []
        proof.reserveCapacity(Int.bitWidth - size.leadingZeroBitCount)
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + MerkleTree.split(range.count)
            if index < middle {
                proof.append(try root(of: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                proof.append(try root(of: range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        proof.reverse()
        return proof
    }

    /// The hashes that show the tree of `size` leaves to begin with the tree of `oldSize` leaves.
    ///
    /// - Throws: `ProofProblem.outsideTree` (LOG-103), `.tileTooShort` (LOG-102), or what the tile reader throws.
    /// - Source: RFC 9162 2.1.4.1.
    public mutating func consistency(from oldSize: Int, to size: Int) throws -> [Digest] {
        guard oldSize >= 0, oldSize <= size else { throw ProofProblem.outsideTree(index: oldSize, size: size) }
        guard oldSize > 0, oldSize < size else { return [] }
        // Down the path of the definition; the hashes come out from the top, the proof has them from the bottom.
        var proof: [Digest] = []
        var range = 0..<size
        var oldIsWhole = true
        while oldSize != range.upperBound {
            let middle = range.lowerBound + MerkleTree.split(range.count)
            if oldSize <= middle {
                proof.append(try root(of: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                proof.append(try root(of: range.lowerBound..<middle))
                range = middle..<range.upperBound
                oldIsWhole = false
            }
        }
        if !oldIsWhole { proof.append(try root(of: range)) }
        return proof.reversed()
    }

    /// The hash over a range of leaves that is a subtree of the definition: complete nodes, folded from the right.
    private mutating func root(of range: Range<Int>) throws -> Digest {
        var end = range.upperBound
        var folded: Digest?
        while end > range.lowerBound {
            let level = (end - range.lowerBound).trailingZeroBitCount
            let part = try node(level: level, index: (end >> level) - 1)
            folded = folded.map { MerkleTree.nodeHash(part, $0) } ?? part
            end -= 1 << level
        }
        return folded ?? MerkleTree.emptyRoot
    }

    /// The hash of a complete node: of the leaves `index << level` up to the next.
    private mutating func node(level: Int, index: Int) throws -> Digest {
        let (tileLevel, row) = (level >> 3, level & 7)
        let first = index << row
        let tile = first >> 8
        let place = first & 255
        let needed = place + (1 << row)
        let key = tile << 4 | tileLevel
        if let expanded = held[key], expanded.width >= needed { return expanded.node(row: row, index: place >> row) }
        let known = memory?.tile(key)
        let expanded = try known ?? ExpandedTile(try tiles.hashes(level: tileLevel, index: tile))
        guard expanded.width >= needed else {
            throw ProofProblem.tileTooShort(level: tileLevel, index: tile, has: expanded.width, needs: needed)
        }
        if held.count >= capacity { held.removeAll(keepingCapacity: true) }
        held[key] = expanded
        if known == nil { memory?.keep(expanded, as: key) }
        return expanded.node(row: row, index: place >> row)
    }
}

extension Prover: Sendable where Tiles: Sendable {}
