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
    /// - Parameter mayFallBack: whether, after a loss of power, the old file may be there again as a whole; that is
    ///   half the cost.
    /// - Throws: `ProofProblem.file` (LOG-114).
    public static func replace(
        _ path: String, with text: String, mode: Int = 0o644, mayFallBack: Bool = false
    ) throws(ProofProblem) {
        let fresh = try write(beside: path, text, mode: mode)
        guard rename(fresh, path) == 0 else {
            let why = reason()
            unlink(fresh)
            throw .file(path: path, reason: why)
        }
        if !mayFallBack { syncFolder(of: path) }
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

    /// Makes an empty file where there is none.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114), also where there is one.
    public static func claim(_ path: String, mode: Int) throws(ProofProblem) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(mode))
        guard file >= 0 else { throw .file(path: path, reason: reason()) }
        close(file)
    }

    /// Copies a file of any size to where there is none; afterwards the copy, readable by its owner, is on the disk.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114).
    public static func copy(_ path: String, to target: String) throws(ProofProblem) {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw .file(path: path, reason: reason()) }
        defer { close(source) }
        let file = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(path: target, reason: reason()) }
        defer { close(file) }
        var part = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = Glibc.read(source, &part, part.count)
            guard count >= 0 else { throw .file(path: path, reason: reason()) }
            if count == 0 { break }
            guard writeAll(part[..<count], to: file) else { throw .file(path: target, reason: reason()) }
        }
        guard fsync(file) == 0 else { throw .file(path: target, reason: reason()) }
    }

    /// Gives a file another name, over one that has it; afterwards that is on the disk.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114).
    public static func move(_ path: String, to target: String) throws(ProofProblem) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .file(path: path, reason: reason()) }
        let isWhole = fsync(file) == 0
        close(file)
        guard isWhole, rename(path, target) == 0 else { throw .file(path: path, reason: reason()) }
        syncFolder(of: target)
    }

    /// Gives a file another name; false, and nothing changed, where a file has it.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114).
    public static func moveWhereNothingIs(_ path: String, to target: String) throws(ProofProblem) -> Bool {
        guard link(path, target) == 0 else {
            if errno == EEXIST { return false }
            throw .file(path: target, reason: reason())
        }
        unlink(path)
        syncFolder(of: target)
        return true
    }

    /// Removes a file, if there is one.
    public static func remove(_ path: String) { unlink(path) }

    private static func writeAll(_ bytes: ArraySlice<UInt8>, to file: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(file, bytes.baseAddress! + written, bytes.count - written)
                if count < 0 { return false }
                written += count
            }
            return true
        }
    }

    private static func write(beside path: String, _ text: String, mode: Int) throws(ProofProblem) -> String {
        let bytes = Array(text.utf8)
        var name = Array("\(path).XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { throw .file(path: path, reason: reason()) }
        let fresh = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let isWhole = writeAll(bytes[...], to: file) && fchmod(file, mode_t(mode)) == 0 && fsync(file) == 0
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
