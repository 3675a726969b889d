import Glibc

/// 临时文件夹: where what is thrown away after use may lie: the one that `TMPDIR` names, else the system's. A replayed
/// log takes as much room as the store itself, which a small `/tmp` may not have.
enum TemporaryFolder {
    /// Its path.
    static var path: String {
        guard let named = getenv("TMPDIR").map({ String(cString: $0) }), !named.isEmpty else { return "/tmp" }
        return named
    }
}
