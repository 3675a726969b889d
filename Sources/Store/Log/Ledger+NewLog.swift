import Credit
import Proofs

extension Ledger {
    /// 启用新日志: an operator lets the store go on under another name and key, because the old key is lost or an old
    /// backup had to be restored. What the database has stays and stands at the beginning of the new log; the files of
    /// the old key and checkpoint are kept beside the new ones.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    public func startNewLog(at instant: Instant, reason: String) throws -> Receipt {
        let old = try read { try $0.opening() }
        guard let old else { throw StoreProblem.brokenLog(position: 0, detail: "log_opening") }
        guard old.origin != settings.origin else {
            throw StoreProblem.otherOrigin(stored: old.origin, asked: settings.origin)
        }
        guard old.isRehearsal == settings.isRehearsal else {
            throw StoreProblem.otherMode(isRehearsal: old.isRehearsal)
        }
        let mark = try Verifier(old.verifier).keyID
        for path in [folder.key.path, folder.checkpointPath] where try SmallFile.read(path) != nil {
            try SmallFile.move(path, to: "\(path).\(String(mark, radix: 16))")
        }
        let signer = try folder.key.readOrMake(name: settings.origin, seed: settings.seed)
        let receipt = try engine.write { transaction in
            var appending = try Appending(transaction, at: instant, salts: salts)
            let first = appending.size
            try appending.append(opening(signer: signer, reason: reason))
            let root = try appending.finish()
            return Receipt(positions: first..<appending.size, treeSize: appending.size, root: root)
        }
        try folder.keep(
            Checkpoint(origin: settings.origin, size: receipt.treeSize, root: receipt.root), signedBy: signer)
        return receipt
    }
}
