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

    /// A few files of the pack, enough for one mistake in them; its chapters that are not there are mistakes of their
    /// own.
    static func few(_ changes: [String: String?]) -> PackFolder {
        let names = [
            "pack.yaml", "regions/100000.yaml", "regions/640500.yaml", "departments/tax.yaml", "terms/portal.yaml",
            "terms/blacklist.yaml", "catalogue/2021.yaml", "calendar/2020.yaml", "calendar/2021.yaml",
            "plan/capabilities.yaml", "plan/D30.yaml",
        ]
        let kept = PackFolder.embedded.files.filter { names.contains($0.path) && changes[$0.path] == nil }
        let changed = changes.compactMap { path, text in text.map { PackFile(path: path, text: $0) } }
        return PackFolder(files: kept + changed)
    }

    /// The pack with one file of examples instead of its own, `examples/plan.yaml`.
    static func withExample(_ text: String) -> PackFolder {
        let kept = PackFolder.embedded.files.filter { !$0.path.hasPrefix("examples/") }
        return PackFolder(files: kept + [PackFile(path: "examples/plan.yaml", text: text)])
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
