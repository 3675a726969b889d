import COpenSSL

/// 默克尔树: the hashes of the log's tree and the checks of proofs about it.
///
/// - Source: RFC 9162 2.1; the same tree as RFC 6962.
public enum MerkleTree {
    /// The root of a log without entries: SHA-256 of nothing.
    public static let emptyRoot = SHA256.digest(of: [UInt8]())

    /// The hash of a leaf: SHA-256(0x00 ‖ entry bytes).
    public static func leafHash(_ entry: UnsafeRawBufferPointer) -> Digest {
        Digest { chengxin_sha256_prefixed(0x00, entry.baseAddress, entry.count, $0) }
    }

    /// The hash of a leaf: SHA-256(0x00 ‖ entry bytes).
    public static func leafHash(_ entry: [UInt8]) -> Digest {
        entry.withUnsafeBytes { leafHash($0) }
    }

    /// The hash of a node: SHA-256(0x01 ‖ left ‖ right).
    public static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
        Digest { out in
            left.withUnsafeBytes { left in
                right.withUnsafeBytes { right in
                    chengxin_sha256_node(
                        left.baseAddress!.assumingMemoryBound(to: UInt8.self),
                        right.baseAddress!.assumingMemoryBound(to: UInt8.self), out)
                }
            }
        }
    }

    /// The root over these leaf hashes, as the definition says it; for trees held whole in memory.
    public static func root(of leaves: some RandomAccessCollection<Digest>) -> Digest {
        switch leaves.count {
        case 0: return emptyRoot
        case 1: return leaves.first!
        case let count:
            let middle = leaves.index(leaves.startIndex, offsetBy: split(count))
            return nodeHash(root(of: leaves[..<middle]), root(of: leaves[middle...]))
        }
    }

    /// The largest power of two below `count`, where the definition cuts a tree of that size in two; `count` ≥ 2.
    static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }

    /// Whether the proof leads from a leaf to the root of the tree of `size` leaves.
    ///
    /// - Source: RFC 9162 2.1.3.2.
    public static func isIncluded(_ leaf: Digest, at index: Int, size: Int, proof: [Digest], root: Digest) -> Bool {
        guard index >= 0, index < size else { return false }
        var (node, last) = (index, size - 1)
        var hash = leaf
        for step in proof {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                hash = nodeHash(step, hash)
                while node & 1 == 0 && node != 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                hash = nodeHash(hash, step)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && hash == root
    }

    /// Whether the proof shows that the tree of `size` leaves begins with the tree of `oldSize` leaves.
    ///
    /// Every tree begins with the empty one; there is nothing to prove about it, and nothing proves it.
    ///
    /// - Source: RFC 9162 2.1.4.2.
    public static func isConsistent(
        oldSize: Int, oldRoot: Digest, size: Int, root: Digest, proof: [Digest]
    ) -> Bool {
        guard oldSize > 0, oldSize <= size else { return false }
        if oldSize == size { return proof.isEmpty && oldRoot == root }
        return isConsistent(subtree: 0..<oldSize, hash: oldRoot, size: size, root: root, proof: proof)
    }

    /// Whether the proof shows that the leaves of a subtree, whose hash is given, stand in the tree of `size` leaves.
    ///
    /// - Source: draft-ietf-plants-merkle-tree-certs, "Verifying a Subtree Consistency Proof".
    public static func isConsistent(
        subtree: Range<Int>, hash subtreeHash: Digest, size: Int, root: Digest, proof: [Digest]
    ) -> Bool {
        guard isSubtree(subtree), subtree.upperBound <= size else { return false }
        var (first, last, end) = (subtree.lowerBound, subtree.upperBound - 1, size - 1)
        if last == end {
            while first != last { (first, last, end) = (first >> 1, last >> 1, end >> 1) }
        } else {
            while first != last && last & 1 == 1 { (first, last, end) = (first >> 1, last >> 1, end >> 1) }
        }
        var rest = proof[...]
        var (part, whole) = (subtreeHash, subtreeHash)
        if first != last {
            guard let seed = rest.popFirst() else { return false }
            (part, whole) = (seed, seed)
        }
        for step in rest {
            guard end > 0 else { return false }
            if last & 1 == 1 || last == end {
                if first < last { part = nodeHash(step, part) }
                whole = nodeHash(step, whole)
                while last & 1 == 0 && last != 0 { (first, last, end) = (first >> 1, last >> 1, end >> 1) }
            } else {
                whole = nodeHash(whole, step)
            }
            (first, last, end) = (first >> 1, last >> 1, end >> 1)
        }
        return end == 0 && part == subtreeHash && whole == root
    }

    /// Whether the proof leads from a leaf to the hash of the subtree over the leaves `subtree`.
    ///
    /// - Source: draft-ietf-plants-merkle-tree-certs, "Subtree Inclusion Proofs".
    public static func isIncluded(
        _ leaf: Digest, at index: Int, subtree: Range<Int>, proof: [Digest], hash: Digest
    ) -> Bool {
        guard isSubtree(subtree), subtree.contains(index) else { return false }
        return isIncluded(leaf, at: index - subtree.lowerBound, size: subtree.count, proof: proof, root: hash)
    }

    /// Whether these leaves are a subtree: not empty, beginning at a multiple of the power of two that holds them.
    private static func isSubtree(_ leaves: Range<Int>) -> Bool {
        guard leaves.lowerBound >= 0, !leaves.isEmpty else { return false }
        let room = leaves.count == 1 ? 1 : split(leaves.count) * 2
        return leaves.lowerBound % room == 0
    }
}
