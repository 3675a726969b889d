import Credit
import Proofs

/// Goes through the entries of the log in order: each is checked against its commitment, its leaf goes into a tree made
/// anew, and the tiles of that tree are compared with the stored ones.
struct EntryCheck {
    /// The positions whose content or leaf is not what was committed to: rows that follow from them differ by that.
    private(set) var suspects: Set<Int> = []
    /// The subjects of such entries.
    private(set) var subjects: Set<String> = []
    private(set) var size = 0
    private var tree = TileAppender()
    private let stored: StoredTiles
    private let findings: FindingList
    private let kept: Checkpoint?
    /// The positions that the log says were erased.
    private let told: Set<Int>
    /// Those of them whose content is gone.
    private(set) var erased: [Int] = []

    init(_ transaction: any Transaction, kept: Checkpoint?, findings: FindingList, erased told: Set<Int>) throws {
        self.told = told
        stored = try StoredTiles(transaction)
        self.kept = kept
        self.findings = findings
    }

    var root: Digest { tree.root() }

    /// Checks the next entry; its event, where its content is that of the log.
    mutating func take(_ row: any Row) throws -> (instant: Instant, event: LoggedEvent)? {
        let position = row.integer(0)
        let commitment = row.withBytes(3) { Digest($0) }
        let salt = row.withBytes(4) { Salt($0) }
        let made = salt.map { salt in row.withBytes(5) { Commitment.digest(salt: salt, body: $0) } }
        let envelope = commitment.flatMap {
            try? LeafEnvelope(instant: row.text(1), eventClass: row.text(2), commitment: $0)
        }
        let isErased = told.contains(position) && Erasure.erasable.contains(row.text(2))
        if isErased, envelope != nil, row.isNull(4), row.isNull(5) {
            erased.append(position)
            try append(envelope?.leafHash ?? MerkleTree.emptyRoot)
            size = position + 1
            return nil
        }
        if isErased, made != nil {
            suspects.insert(position)
            findings.add(
                "entry", position, "日志记载已依法删除，内容却在", "the log says that it was erased, and the content is there")
        }
        if envelope == nil {
            suspects.insert(position)
            findings.add(
                "entry", position, "时刻、类别或承诺值无法识别，已被改动", "instant, class or commitment is none: altered")
        } else if made == nil {
            suspects.insert(position)
            findings.add(
                "entry", position, "内容或盐缺失，且无依法删除的记载", "body or salt is missing without a lawful erasure")
        } else if let made, let envelope, made != envelope.commitment {
            suspects.insert(position)
            try judge(position, instant: row.text(1), eventClass: row.text(2), made: made)
        }
        try append(envelope?.leafHash ?? MerkleTree.emptyRoot)
        size = position + 1
        let event = try? LoggedEvent(body: row.bytes(5), eventClass: row.text(2))
        guard let instant = Instant(row.text(1)), let event else {
            if suspects.insert(position).inserted {
                findings.add(
                    "entry", position, "内容与类别不符，或本程序不能识别", "the content does not fit its class, or is unknown here")
            }
            return nil
        }
        if suspects.contains(position), case .event(.record(let entry)) = event { subjects.insert(entry.subject) }
        return (instant, event)
    }

    /// An entry whose event contradicts those before it.
    mutating func unreplayable(_ position: Int, _ problem: any Error) throws {
        guard suspects.insert(position).inserted else { return }
        let store = problem as? StoreProblem
        findings.add(
            "entry", position, "无法重放：\(store?.chinese ?? "\(problem)")",
            "cannot be replayed: \(store?.english ?? "\(problem)")")
    }

    /// An entry that is not there or cannot be read.
    mutating func missing(_ position: Int, unreadable: Bool = false) throws {
        suspects.insert(position)
        findings.add(
            "entry", position, unreadable ? "条目无法读取，文件已损坏" : "条目缺失，已被删除",
            unreadable ? "the entry cannot be read: the file is damaged" : "the entry is missing: deleted")
        let hashes = try stored.hashes(level: 0, index: position / Tile.fullWidth)
        let place = position % Tile.fullWidth * Digest.length
        let leaf = hashes.count >= place + Digest.length ? Digest(Array(hashes[place..<place + Digest.length])) : nil
        try append(leaf ?? MerkleTree.emptyRoot)
        size = position + 1
    }

    /// The last tiles, which are not full, and the root.
    mutating func finish(stored count: Int) throws {
        try compare(tree.takeTiles())
        let tiles = Tile.all(size: size).count
        if count > tiles {
            findings.add("tile", "-", "有 \(count - tiles) 个多余的分块", "\(count - tiles) tiles belong to no entry")
        }
        if let kept, kept.size > size {
            findings.add(
                "checkpoint", kept.size, "日志只有 \(size) 个条目，少于已签名的 \(kept.size) 个，末尾条目已被删除",
                "the log has \(size) entries and \(kept.size) were signed for: the last ones were deleted")
        }
    }

    private mutating func append(_ leaf: Digest) throws {
        tree.append(leaf)
        if let kept, tree.size == kept.size, tree.root() != kept.root, try !storedTilesMake(kept) {
            findings.add(
                "checkpoint", kept.size, "前 \(kept.size) 个条目的根与已签名的检查点不一致",
                "the root over the first \(kept.size) entries is not the signed one")
        }
        if tree.size % Tile.fullWidth == 0 { try compare(tree.takeFullTiles()) }
    }

    /// Whether the stored tiles make the signed root. Then the root over the entries differs because of entries that
    /// do not fit their tiles, and these are named one by one.
    private func storedTilesMake(_ checkpoint: Checkpoint) throws -> Bool {
        var prover = Prover(tiles: stored, capacity: 64)
        do {
            return try prover.root(size: checkpoint.size) == checkpoint.root
        } catch is ProofProblem {
            return false
        }
    }

    /// Compares tiles made anew with those stored, and says whether the tile or the entries below it were altered: the
    /// tile above, which holds the hash over both, decides.
    private mutating func compare(_ tiles: [Tile]) throws {
        for tile in tiles {
            let hashes = try stored.hashes(level: tile.level, index: tile.index)
            if hashes == tile.hashes { continue }
            let key = "\(tile.level)/\(tile.index)"
            if hashes.count != tile.hashes.count {
                // While the log goes on, the last tile may be wider than this state of it; never narrower.
                findings.add(
                    "tile", key, "分块有 \(hashes.count / 32) 个摘要，应为 \(tile.width) 个",
                    "the tile has \(hashes.count / 32) hashes instead of \(tile.width)")
                continue
            }
            let differing = (0..<tile.width).filter {
                hashes[$0 * 32..<$0 * 32 + 32] != tile.hashes[$0 * 32..<$0 * 32 + 32]
            }
            let positions = tile.level == 0 ? differing.map { tile.index * Tile.fullWidth + $0 } : []
            if tile.level == 0, try entriesWereAltered(tile, stored: hashes) {
                for position in positions where !suspects.contains(position) {
                    suspects.insert(position)
                    findings.add(
                        "entry", position, "时刻、类别或承诺值已被改动，与日志树中的叶不符",
                        "instant, class or commitment was altered: it does not make the leaf in the tree")
                }
                continue
            }
            if tile.level > 0, differing.allSatisfy({ isExplained(level: tile.level, index: tile.index * 256 + $0) }) {
                continue
            }
            findings.add(
                "tile", key, "有 \(differing.count) 个摘要（自第 \(differing[0]) 个起）与其下的内容不符，分块已被改动",
                "\(differing.count) hashes, from \(differing[0]) on, are not those of what is below: the tile was altered"
            )
        }
    }

    /// Whether a hash of a higher level differs because an entry below it was altered, which has been said already.
    private func isExplained(level: Int, index: Int) -> Bool {
        let span = 1 << (8 * level)
        return suspects.contains { $0 / span == index }
    }

    /// Whether the stored tile is the right one, so that it is the entries that were altered.
    private func entriesWereAltered(_ tile: Tile, stored hashes: [UInt8]) throws -> Bool {
        if tile.width == Tile.fullWidth {
            let above = try stored.hashes(level: 1, index: tile.index / Tile.fullWidth)
            let place = tile.index % Tile.fullWidth * Digest.length
            guard above.count >= place + Digest.length else { return true }
            return EntryCheck.root(of: hashes).bytes.elementsEqual(above[place..<place + Digest.length])
        }
        // Nothing stands above the last tile but the signed root: entries that make it are right.
        if let kept, kept.size == tree.size { return tree.root() != kept.root }
        return !suspects.isEmpty || tile.width > 0
    }

    private static func root(of hashes: [UInt8]) -> Digest {
        let digests = stride(from: 0, to: hashes.count, by: Digest.length).map {
            Digest(Array(hashes[$0..<$0 + Digest.length]))!
        }
        return MerkleTree.root(of: digests)
    }

    /// Says of an entry whose commitment does not fit whether its content or its commitment was altered.
    private func judge(_ position: Int, instant: String, eventClass: String, made: Digest) throws {
        let hashes = try stored.hashes(level: 0, index: position / Tile.fullWidth)
        let place = position % Tile.fullWidth * Digest.length
        let right = try? LeafEnvelope(instant: instant, eventClass: eventClass, commitment: made).leafHash
        let leafIsOfContent =
            hashes.count >= place + Digest.length
            && right?.bytes.elementsEqual(hashes[place..<place + Digest.length]) == true
        findings.add(
            "entry", position,
            leafIsOfContent ? "承诺值已被改动" : "内容或盐已被改动，与承诺值不符",
            leafIsOfContent
                ? "the commitment was altered" : "body or salt was altered: it does not make the commitment")
    }
}
