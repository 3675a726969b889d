import Glibc

/// 小文件: a file of a few lines that is either there as a whole or not at all, whatever happens while it is written.
public enum SmallFile {
    /// The text of a file; nil where there is no such file.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114).
    public static func read(_ path: String) throws(ProofProblem) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 && errno == ENOENT { return nil }
        guard file >= 0 else { throw .file(path: path, reason: reason()) }
        defer { close(file) }
        var text: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4_096)
        while text.count < 1_000_000 {
            let count = Glibc.read(file, &part, part.count)
            guard count >= 0 else { throw .file(path: path, reason: reason()) }
            if count == 0 { break }
            text.append(contentsOf: part[..<count])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes a file over the one that is there; afterwards it is on the disk.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114).
    public static func replace(_ path: String, with text: String, mode: Int = 0o644) throws(ProofProblem) {
        let fresh = try write(beside: path, text, mode: mode)
        guard rename(fresh, path) == 0 else {
            let why = reason()
            unlink(fresh)
            throw .file(path: path, reason: why)
        }
        syncFolder(of: path)
    }

    /// Writes a file where there is none; false, and nothing changed, where there is one.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114).
    public static func create(_ path: String, with text: String, mode: Int) throws(ProofProblem) -> Bool {
        let fresh = try write(beside: path, text, mode: mode)
        defer { unlink(fresh) }
        guard link(fresh, path) == 0 else {
            if errno == EEXIST { return false }
            throw .file(path: path, reason: reason())
        }
        syncFolder(of: path)
        return true
    }

    private static func write(beside path: String, _ text: String, mode: Int) throws(ProofProblem) -> String {
        let bytes = Array(text.utf8)
        var name = Array("\(path).XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw .file(path: path, reason: reason()) }
        let fresh = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress! + written, bytes.count - written) }
            if count < 0 { break }
            written += count
        }
        let isWhole = written == bytes.count && fchmod(file, mode_t(mode)) == 0 && fsync(file) == 0
        let why = reason()
        close(file)
        if !isWhole {
            unlink(fresh)
            throw .file(path: path, reason: why)
        }
        return fresh
    }

    /// A new name is durable only once its folder is.
    private static func syncFolder(of path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
        let file = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
