import Proofs
import Testing

@Suite struct TreeTests {
    static func leaves(_ count: Int) -> [Digest] {
        (0..<count).map { MerkleTree.leafHash(Array("entry \($0)".utf8)) }
    }

    @Test func `appending in pieces from the stored right edge gives the roots of the definition`() throws {
        var random = Seeded(state: 7)
        let leaves = Self.leaves(70_000)
        for _ in 0..<12 {
            var tiles = MemoryTiles()
            var size = 0
            while size < 2_500 {
                var appender = try TileAppender(size: size, tiles: tiles)
                let count = [1, 2, 3, 255, 256, 257, Int.random(in: 1...600, using: &random)].randomElement(
                    using: &random)!
                appender.append(Array(leaves[size..<size + count]))
                size += count
                tiles.store(appender.takeTiles())
                #expect(appender.size == size)
                #expect(appender.takeTiles().isEmpty)
                #expect(appender.root() == MerkleTree.root(of: leaves[..<size]))
            }
            var prover = Prover(tiles: tiles)
            for _ in 0..<20 {
                let some = Int.random(in: 0...size, using: &random)
                #expect(try prover.root(size: some) == MerkleTree.root(of: leaves[..<some]))
            }
            for tile in Tile.all(size: size) {
                #expect(tiles.stored[tile.index << 4 | tile.level]?.count == tile.width * 32)
                #expect(Tile.width(level: tile.level, index: tile.index, size: size) == tile.width)
            }
            #expect(tiles.stored.count == Tile.all(size: size).count)
        }
        var whole = TileAppender()
        whole.append(leaves)
        #expect(whole.root() == MerkleTree.root(of: leaves))
        #expect(whole.takeTiles().contains { $0.level == 2 && $0.width == 1 })
    }

    @Test func `every proof of every small tree holds, and no altered one does`() throws {
        let leaves = Self.leaves(70)
        var appender = TileAppender()
        appender.append(leaves)
        var tiles = MemoryTiles()
        tiles.store(appender.takeTiles())
        var prover = Prover(tiles: tiles)
        let roots = (0...70).map { MerkleTree.root(of: leaves[..<$0]) }
        for size in 1...70 {
            for index in 0..<size {
                let proof = try prover.inclusion(of: index, size: size)
                #expect(Self.holds(leaves[index], index, size, proof, roots[size]))
                #expect(!Self.holds(leaves[(index + 1) % 70], index, size, proof, roots[size]))
            }
            #expect(try prover.consistency(from: 0, to: size).isEmpty)
            #expect(!Self.holds(0, roots[0], size, roots[size], []))
            for old in 1...size {
                let proof = try prover.consistency(from: old, to: size)
                #expect(Self.holds(old, roots[old], size, roots[size], proof))
                #expect(!Self.holds(old, roots[old - 1], size, roots[size], proof))
            }
        }
    }

    @Test func `proofs of random trees up to 2000 leaves hold, and none that was tampered with`() throws {
        var random = Seeded(state: 11)
        let leaves = Self.leaves(2_000)
        var appender = TileAppender()
        appender.append(leaves)
        var tiles = MemoryTiles()
        tiles.store(appender.takeTiles())
        var prover = Prover(tiles: tiles, capacity: 16)
        for _ in 0..<300 {
            let size = Int.random(in: 1...2_000, using: &random)
            let root = MerkleTree.root(of: leaves[..<size])
            let index = Int.random(in: 0..<size, using: &random)
            let proof = try prover.inclusion(of: index, size: size)
            #expect(Self.holds(leaves[index], index, size, proof, root))
            let old = Int.random(in: 1...size, using: &random)
            let oldRoot = MerkleTree.root(of: leaves[..<old])
            let consistency = try prover.consistency(from: old, to: size)
            #expect(Self.holds(old, oldRoot, size, root, consistency))
            for altered in Self.alterations(of: proof, by: &random) {
                #expect(!Self.holds(leaves[index], index, size, altered, root))
            }
            for altered in Self.alterations(of: consistency, by: &random) {
                #expect(!Self.holds(old, oldRoot, size, root, altered))
            }
            if size > 1 {
                let other = (index + Int.random(in: 1..<size, using: &random)) % size
                #expect(!Self.holds(leaves[index], other, size, proof, root))
            }
            #expect(!Self.holds(leaves[index], index, size, proof, MerkleTree.emptyRoot))
        }
    }

    @Test func `what the tree has not got is refused, and a tile that is too short is named`() throws {
        var appender = TileAppender()
        appender.append(Self.leaves(300))
        var tiles = MemoryTiles()
        tiles.store(appender.takeTiles())
        var prover = Prover(tiles: tiles)
        #expect(throws: ProofProblem.outsideTree(index: 300, size: 300)) { try prover.inclusion(of: 300, size: 300) }
        #expect(throws: ProofProblem.outsideTree(index: -1, size: 300)) { try prover.inclusion(of: -1, size: 300) }
        #expect(throws: ProofProblem.outsideTree(index: 5, size: 4)) { try prover.consistency(from: 5, to: 4) }
        #expect(throws: ProofProblem.tileTooShort(level: 0, index: 1, has: 44, needs: 45)) {
            try prover.inclusion(of: 299, size: 301)
        }
        #expect(throws: ProofProblem.tileTooShort(level: 0, index: 1, has: 44, needs: 50)) {
            try TileAppender(size: 306, tiles: tiles)
        }
        #expect(!MerkleTree.isIncluded(Self.leaves(1)[0], at: 0, size: 0, proof: [], root: MerkleTree.emptyRoot))
    }

    static func alterations(of proof: [Digest], by random: inout Seeded) -> [[Digest]] {
        var all = [proof + [MerkleTree.emptyRoot], [MerkleTree.emptyRoot] + proof]
        guard !proof.isEmpty else { return all }
        var changed = proof
        var bytes = changed[0].bytes
        bytes[Int.random(in: 0..<32, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        changed[changed.indices.randomElement(using: &random)!] = Digest(bytes)!
        if changed != proof { all.append(changed) }
        all.append(Array(proof.dropLast()))
        all.append(Array(proof.dropFirst()))
        return all
    }

    static func holds(_ leaf: Digest, _ index: Int, _ size: Int, _ proof: [Digest], _ root: Digest) -> Bool {
        MerkleTree.isIncluded(leaf, at: index, size: size, proof: proof, root: root)
    }

    static func holds(_ old: Int, _ oldRoot: Digest, _ size: Int, _ root: Digest, _ proof: [Digest]) -> Bool {
        MerkleTree.isConsistent(oldSize: old, oldRoot: oldRoot, size: size, root: root, proof: proof)
    }
}
