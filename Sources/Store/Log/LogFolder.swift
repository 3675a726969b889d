import Proofs

/// 日志文件夹: what lies outside the database so that nobody who can write there can rewrite the log unseen: the private
/// key, and the last checkpoint signed with it.
public struct LogFolder: Sendable {
    /// The private key.
    public let key: KeyFile
    /// The key that seals secrets of accounts.
    public let sealing: SealingKeyFile
    /// The key that seals rows about natural persons.
    public let persons: SealingKeyFile
    /// Where the last signed checkpoint is kept.
    public let checkpointPath: String

    /// The files `log.key`, `people.key`, `persons.key` and `log.checkpoint` of a folder.
    public init(path: String) {
        key = KeyFile(path: path + "/log.key")
        sealing = SealingKeyFile(path: path + "/people.key")
        persons = SealingKeyFile(path: path + "/persons.key")
        checkpointPath = path + "/log.checkpoint"
    }

    /// The last signed checkpoint; nil before the first.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114).
    public func note() throws(ProofProblem) -> String? { try SmallFile.read(checkpointPath) }

    /// Keeps a checkpoint, unless a larger one has been kept meanwhile; the note that was written.
    @discardableResult func keep(_ checkpoint: Checkpoint, signedBy signer: Signer) throws -> String? {
        try FileLock.holding(key.path) {
            // Whether the kept one is rightly signed is looked at before anything is appended; here only its size counts.
            if let note = try note(), let kept = try? Checkpoint(text: SignedNote(note).text),
                kept.origin == checkpoint.origin, kept.size >= checkpoint.size
            {
                return nil
            }
            // After a loss of power an older one may be there: it guards a little less, and is signed over as well.
            let note = signer.sign(checkpoint)
            try SmallFile.replace(checkpointPath, with: note, mayFallBack: true)
            return note
        }
    }
}
