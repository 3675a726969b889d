/// 规则包文件: one file of a pack, wherever it came from: a folder, the program itself, a test.
public struct PackFile: Sendable, Equatable {
    /// Its path inside the pack, such as `departments/tax.yaml`.
    public let path: String
    /// What it holds.
    public let bytes: [UInt8]

    /// A file of these bytes.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// A file of this text.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The folder it stands in; empty for a file of the pack's own level.
    var folder: String {
        path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }

    /// Its name without folder and extension: the code of what it declares.
    var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    }
}
