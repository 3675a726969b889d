/// 办理资源: a kind of case as programs know it: by the plural noun under `/api/v1`.
public struct OfficeResource: Hashable, Sendable {
    /// The plural noun, such as `objections`.
    public let noun: String
    /// Prefix of the ids of its cases, such as `OBJ`.
    public let prefix: String

    /// A kind of case.
    public init(noun: String, prefix: String) {
        self.noun = noun
        self.prefix = prefix
    }

    /// Whether an id is one of its cases'.
    func holds(_ id: String) -> Bool { id.hasPrefix(prefix + "-") }

    /// What the codes of its openings begin with, since two kinds may call what they begin alike.
    var opening: String { prefix.lowercased() + "-" }
}
