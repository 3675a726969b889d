import Credit
import Proofs

extension Reader {
    /// The first `width` hashes of a tile; nil where the log does not reach so far.
    ///
    /// - Throws: `StoreProblem`.
    public func tile(level: Int, index: Int, width: Int) throws -> [UInt8]? {
        let size = try treeSize()
        guard (1...Tile.fullWidth).contains(width), width <= Tile.width(level: level, index: index, size: size) else {
            return nil
        }
        let hashes = try StoredTiles(transaction).hashes(level: level, index: index)
        let length = width * Digest.length
        return hashes.count < length ? nil : Array(hashes[..<length])
    }

    /// The first `width` entries of a bundle; nil where the log does not reach so far.
    ///
    /// - Throws: `StoreProblem`.
    public func entryBundle(index: Int, width: Int) throws -> [UInt8]? {
        guard (1...Tile.fullWidth).contains(width), index >= 0, index <= Int.max >> 9 else { return nil }
        let first = index * Tile.fullWidth
        let entries = try transaction.rows(
            """
            SELECT instant, class, leaf FROM entry
            WHERE position >= \(first) AND position < \(first + width) ORDER BY position
            """
        ) { try Reader.envelope($0, at: 0).bytes }
        return entries.count == width ? EntryBundle.encode(entries) : nil
    }

    /// 存证: what somebody needs to check that the event at this position stands in the log of a checkpoint; nil where
    /// the log has no such entry, or its content was lawfully erased, or it is younger than the checkpoint.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    func evidence(
        at position: Int, in checkpoint: Checkpoint, note: String, memory: TileMemory
    ) throws -> Evidence? {
        guard position >= 0, position < checkpoint.size else { return nil }
        let found = try transaction.first(
            "SELECT instant, class, leaf, salt, body FROM entry WHERE position = \(position) AND body IS NOT NULL"
        ) { (envelope: try Reader.envelope($0, at: 0), salt: $0.withBytes(3) { Salt($0) }, body: $0.bytes(4)) }
        guard let found, let salt = found.salt else { return nil }
        var prover = Prover(tiles: try StoredTiles(transaction), capacity: 16, memory: memory)
        return Evidence(
            position: position, envelope: found.envelope, salt: salt, body: found.body,
            inclusion: try prover.inclusion(of: position, size: checkpoint.size), note: note)
    }

    /// 包含证明: the entry at this position and the hashes that lead from it to the root of a checkpoint; nil where the
    /// log of the checkpoint does not reach so far. It needs no content, so an erased entry has one too.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    public func inclusion(of position: Int, in checkpoint: Checkpoint) throws -> (LeafEnvelope, [Digest])? {
        guard position >= 0, position < checkpoint.size else { return nil }
        let envelope = try transaction.first(
            "SELECT instant, class, leaf FROM entry WHERE position = \(position)"
        ) { try Reader.envelope($0, at: 0) }
        guard let envelope else { return nil }
        var prover = Prover(tiles: try StoredTiles(transaction), capacity: 16)
        return (envelope, try prover.inclusion(of: position, size: checkpoint.size))
    }

    /// The envelope in three columns: instant, class, commitment.
    static func envelope(_ row: any Row, at column: Int) throws -> LeafEnvelope {
        guard let commitment = row.withBytes(column + 2, { Digest($0) }) else {
            throw ProofProblem.badEnvelope("leaf")
        }
        return try LeafEnvelope(
            instant: row.text(column), eventClass: row.text(column + 1), commitment: commitment)
    }
}

extension Ledger {
    /// The signed checkpoint as it is served; nil before the first.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114).
    public func checkpointNote() throws -> String? { try folder.note() }

    /// The log's verifier key; nil before the first entry.
    ///
    /// - Throws: `StoreProblem`.
    public func verifierKey() throws -> String? { try read { try $0.opening()?.verifier } }

    /// The newest signed checkpoint, its signature checked; nil before the first.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    public func checkpoint() throws -> Checkpoint? {
        guard let note = try checkpointNote(), let key = try verifierKey() else { return nil }
        return try Verifier(key).checkpoint(in: note)
    }

    /// 存证: body, salt and inclusion proof of the event at a position, under the newest signed checkpoint.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    public func evidence(at position: Int) throws -> Evidence? {
        guard let note = try checkpointNote() else { return nil }
        return try read { reader in
            guard let opening = try reader.opening() else { return nil }
            // A signature that was right stays right: it is checked once a checkpoint, not once a question.
            let checkpoint = try checkpoints.value(of: opening.verifier + note) { _ in
                try Verifier(opening.verifier).checkpoint(in: note)
            }
            return try reader.evidence(at: position, in: checkpoint, note: note, memory: tiles)
        }
    }
}
