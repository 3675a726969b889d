import Glibc

/// 文件锁: keeps two programs from doing the same thing to the files of a folder at the same time.
public enum FileLock {
    /// Runs `body` while no other program that asks for the same lock runs its own.
    ///
    /// - Throws: `ProofProblem.file` (LOG-114) where the file cannot be opened, or what `body` throws.
    public static func holding<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw ProofProblem.file(path: path, reason: String(cString: strerror(errno))) }
        // Closing the file gives the lock back, however `body` ends.
        defer { close(file) }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw ProofProblem.file(path: path, reason: String(cString: strerror(errno)))
            }
        }
        return try body()
    }
}
