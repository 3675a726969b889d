/// 检查点: what the log says of itself at one moment: its name, how many entries it has, and the root over them.
///
/// - Source: C2SP tlog-checkpoint.
public struct Checkpoint: Hashable, Sendable {
    /// Name of the log.
    public let origin: String
    /// How many entries the log has.
    public let size: Int
    /// Root of the tree over them.
    public let root: Digest
    /// Further lines, which are signed with the rest; ours have none.
    public let extensions: [String]

    /// A checkpoint.
    public init(origin: String, size: Int, root: Digest, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// The text that is signed.
    public var text: String {
        ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
    }

    /// Reads the text of a checkpoint.
    ///
    /// - Throws: `ProofProblem.badCheckpoint` (LOG-105).
    public init(text: String) throws(ProofProblem) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 4, lines.removeLast().isEmpty else { throw .badCheckpoint("too few lines") }
        guard !lines[0].isEmpty else { throw .badCheckpoint("no origin") }
        guard let size = Int(lines[1]), size >= 0, String(size) == lines[1] else { throw .badCheckpoint("tree size") }
        guard let root = Digest(base64: lines[2]) else { throw .badCheckpoint("root hash") }
        guard !lines[3...].contains("") else { throw .badCheckpoint("empty line") }
        self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3...]))
    }
}
