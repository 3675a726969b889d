import Foundation
import Proofs
import Testing

@Suite struct MerkleVectorTests {
    struct Vectors: Decodable {
        struct Inclusion: Decodable {
            let file: String, leafIdx: UInt64, treeSize: UInt64?, start: Int?, end: Int?
            let root: String, leafHash: String, proof: [String]?, wantErr: Bool
        }
        struct Consistency: Decodable {
            let file: String, size1: Int?, size2: Int?, start: Int?, end: Int?, size: Int?
            let root1: String, root2: String, proof: [String]?, wantErr: Bool
        }
        let inclusion: [Inclusion], subtreeinclusion: [Inclusion]
        let consistency: [Consistency], subtreeconsistency: [Consistency]
    }

    static func vectors() throws -> Vectors {
        let file = try #require(SharedData.folder).appendingPathComponent("crypto/merkle_proofs.json")
        return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
    }

    /// What is no digest at all can be no part of a proof: such a vector is refused before the check.
    /// So is a number that no position of a log can be (the vectors go up to 2^64 - 1).
    static func digests(_ texts: [String]?) -> [Digest]? {
        let digests = (texts ?? []).map { Digest(base64: $0) }
        return digests.contains(nil) ? nil : digests.compactMap(\.self)
    }

    /// Some vectors write words ("don't care") where a root stands; a digest of the words serves as well.
    static func root(_ text: String) -> Digest { Digest(base64: text) ?? SHA256.digest(of: text) }

    @Test(.enabled(if: SharedData.folder != nil)) func `all inclusion vectors are judged as they say`() throws {
        let vectors = try Self.vectors()
        for vector in vectors.inclusion {
            var isIncluded = false
            if let proof = Self.digests(vector.proof), let ends = Self.digests([vector.leafHash, vector.root]),
                let index = Int(exactly: vector.leafIdx), let size = Int(exactly: try #require(vector.treeSize))
            {
                isIncluded = MerkleTree.isIncluded(
                    ends[0], at: index, size: size, proof: proof, root: ends[1])
            }
            #expect(isIncluded == !vector.wantErr, "\(vector.file)")
        }
        for vector in vectors.subtreeinclusion {
            let (start, end) = (try #require(vector.start), try #require(vector.end))
            var isIncluded = false
            if let proof = Self.digests(vector.proof), let ends = Self.digests([vector.leafHash, vector.root]),
                start <= end, let index = Int(exactly: vector.leafIdx)
            {
                isIncluded = MerkleTree.isIncluded(
                    ends[0], at: index, subtree: start..<end, proof: proof, hash: ends[1])
            }
            #expect(isIncluded == !vector.wantErr, "\(vector.file)")
        }
        #expect(vectors.inclusion.count == 65 && vectors.subtreeinclusion.count == 36)
    }

    @Test(.enabled(if: SharedData.folder != nil)) func `all consistency vectors are judged as they say`() throws {
        let vectors = try Self.vectors()
        for vector in vectors.consistency {
            var isConsistent = false
            let roots = [Self.root(vector.root1), Self.root(vector.root2)]
            if let proof = Self.digests(vector.proof) {
                isConsistent = MerkleTree.isConsistent(
                    oldSize: try #require(vector.size1), oldRoot: roots[0], size: try #require(vector.size2),
                    root: roots[1], proof: proof)
            }
            #expect(isConsistent == !vector.wantErr, "\(vector.file)")
        }
        for vector in vectors.subtreeconsistency {
            let (start, end) = (try #require(vector.start), try #require(vector.end))
            var isConsistent = false
            let roots = [Self.root(vector.root1), Self.root(vector.root2)]
            if let proof = Self.digests(vector.proof), start <= end {
                isConsistent = MerkleTree.isConsistent(
                    subtree: start..<end, hash: roots[0], size: try #require(vector.size), root: roots[1], proof: proof)
            }
            #expect(isConsistent == !vector.wantErr, "\(vector.file)")
        }
        #expect(vectors.consistency.count == 57 && vectors.subtreeconsistency.count == 22)
    }

    /// The eight leaves and the roots that the tests of RFC 6962's first implementation use.
    @Test func `the tree of RFC 6962's reference leaves has the known roots`() {
        let leaves = [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
        ]
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        #expect(MerkleTree.emptyRoot.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        var appender = TileAppender()
        for (index, leaf) in leaves.enumerated() {
            appender.append(MerkleTree.leafHash(Hex.decode(leaf)!))
            #expect(appender.root().hex == roots[index])
        }
    }
}
