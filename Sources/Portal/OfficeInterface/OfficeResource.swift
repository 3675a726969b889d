import Credit

/// 办理资源: a kind of case as programs know it: by the plural noun under `/api/v1`.
public struct OfficeResource: Hashable, Sendable {
    /// 一般可阅岗位: whoever handles, decides or inspects cases reads them.
    public static let usualReaders: Set<Duty> = [.handle, .decide, .inspect]

    /// The plural noun, such as `objections`.
    public let noun: String
    /// Prefix of the ids of its cases, such as `OBJ`.
    public let prefix: String
    /// What its cases are called together, such as 异议.
    public let plural: Label
    /// 可阅岗位: whose post lets them read its cases.
    public let readers: Set<Duty>

    /// A kind of case.
    ///
    /// - Parameter plural: nil for its noun.
    public init(
        noun: String, prefix: String, plural: Label? = nil, readers: Set<Duty> = OfficeResource.usualReaders
    ) {
        self.noun = noun
        self.prefix = prefix
        self.plural = plural ?? Label(noun, noun)
        self.readers = readers
    }

    /// Whether an id is one of its cases'.
    func holds(_ id: String) -> Bool { id.hasPrefix(prefix + "-") }

    /// What the codes of its openings begin with, since two kinds may call what they begin alike.
    var opening: String { prefix.lowercased() + "-" }
}
