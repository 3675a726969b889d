import Glibc

/// 密钥文件: where a log's private key lies, outside the database, readable and writable by its owner alone (0600).
public struct KeyFile: Sendable {
    /// Where the file lies.
    public let path: String

    /// The key file at `path`.
    public init(path: String) { self.path = path }

    /// The key in the file; nil where there is no file.
    ///
    /// - Throws: `ProofProblem.badPrivateKey` (LOG-108), `.keyOpenToOthers` (LOG-109), `.file` (LOG-114).
    public func read() throws(ProofProblem) -> Signer? {
        guard let text = try text() else { return nil }
        guard let signer = Signer(text) else { throw .badPrivateKey(path: path) }
        return signer
    }

    /// The line in the file, which is secret; nil where there is no file.
    ///
    /// - Throws: `ProofProblem.badPrivateKey` (LOG-108), `.keyOpenToOthers` (LOG-109), `.file` (LOG-114).
    public func text() throws(ProofProblem) -> String? {
        guard let text = try SmallFile.read(path) else { return nil }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .file(path: path, reason: String(cString: strerror(errno)))
        }
        let mode = Int(status.st_mode & 0o777)
        guard mode & 0o077 == 0 else { throw .keyOpenToOthers(path: path, mode: mode) }
        guard text.hasSuffix("\n") else { throw .badPrivateKey(path: path) }
        return String(text.dropLast())
    }

    /// The key in the file; made of 32 random bytes where there is no file yet.
    ///
    /// - Throws: as `read`, and `ProofProblem.badKeyName` (LOG-110).
    public func readOrMake(name: String, seed: () -> [UInt8]) throws -> Signer {
        if let signer = try read() { return signer }
        let signer = try Signer(name: name, seed: seed())
        if try SmallFile.create(path, with: signer.secretText + "\n", mode: 0o600) { return signer }
        // Another process was faster: its key is the key.
        guard let other = try read() else { throw ProofProblem.badPrivateKey(path: path) }
        return other
    }
}
