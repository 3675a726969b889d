import RulePacks

#if canImport(Glibc)
    import Glibc
#endif

/// The city's folder on the disk, found upwards from this file.
enum CityPack {
    static let path: String = {
        var parts = #filePath.split(separator: "/").dropLast()
        while !parts.isEmpty {
            let path = "/" + parts.joined(separator: "/") + "/packs/zhongwei"
            if access(path + "/pack.yaml", R_OK) == 0 { return path }
            parts = parts.dropLast()
        }
        return "packs/zhongwei"
    }()

    /// The embedded pack with files changed, added or (nil) taken away.
    static func with(_ changes: [String: String?]) -> PackFolder {
        let kept = PackFolder.embedded.files.filter { changes[$0.path] == nil }
        let changed = changes.compactMap { path, text in text.map { PackFile(path: path, text: $0) } }
        return PackFolder(files: kept + changed)
    }

    /// The text of a file of the embedded pack.
    static func text(_ path: String) -> String {
        PackFolder.embedded.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }

    /// The mistakes of a pack; none where it loads.
    static func problems(_ pack: PackFolder) -> [PackProblem] {
        do throws(PackProblems) {
            _ = try pack.rules { _ in "" }
            return []
        } catch {
            return error.problems
        }
    }
}
