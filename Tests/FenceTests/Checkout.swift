import Foundation

/// The files of this checkout, as the fences read them.
struct Checkout {
    let root: URL

    init(file: String = #filePath) {
        var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
            folder = folder.deletingLastPathComponent()
        }
        root = folder
    }

    /// Paths below a folder that end so, relative to the root, with their text.
    func files(in folder: String, ending: String) -> [(path: String, text: String)] {
        let base = root.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: base.path)?.allObjects as? [String] ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
            guard let text = try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8) else {
                return nil
            }
            return ("\(folder)/\(name)", text)
        }
    }
}
