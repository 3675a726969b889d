/// 证明材料: a file handed in for a demand of the rule, known by its digest; the bytes are kept apart under it.
public struct RepairFile: Hashable, Sendable {
    /// Code of the demand it answers.
    public let material: String
    /// SHA-256 of its bytes, in hexadecimal.
    public let digest: String
    /// Name of the file, without its folder.
    public let name: String
    /// Media type; empty where only its digest is known.
    public let type: String
    /// - Unit: bytes; zero where only its digest is known
    public let size: Int

    /// A file handed in.
    ///
    /// - Throws: `RepairProblem.badFile` where the digest is none, the kind of file is not taken, or it is empty or too
    ///   large.
    public init(material: String, digest: String, name: String, type: String, size: Int) throws(RepairProblem) {
        guard RepairFile.isDigest(digest), RepairFile.types.contains(type), (1...RepairFile.most).contains(size) else {
            throw .badFile(name)
        }
        self.material = material
        self.digest = digest
        self.name = name
        self.type = type
        self.size = size
    }

    /// A file that the desk has taken in and kept, having checked its kind and size on the way; only its digest is known.
    ///
    /// - Throws: `RepairProblem.badFile` where the digest is none.
    public init(material: String, kept digest: String, name: String) throws(RepairProblem) {
        guard RepairFile.isDigest(digest) else { throw .badFile(name) }
        (self.material, self.digest, self.name, type, size) = (material, digest, name, "", 0)
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// 可收文件: media types that are taken.
    public static let types = ["application/pdf", "image/jpeg", "image/png"]
    /// 大小上限.
    /// - Unit: bytes
    public static let most = 10 << 20

    /// The text it stands as in an event.
    var text: String { [material, digest, type, String(size), name].joined(separator: "|") }

    init(text: String) throws(CanonicalFault) {
        let parts = text.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let size = Int(parts[3]) else { throw CanonicalFault(missing: "files") }
        do {
            if parts[2].isEmpty, size == 0 {
                try self.init(material: parts[0], kept: parts[1], name: parts[4])
            } else {
                try self.init(material: parts[0], digest: parts[1], name: parts[4], type: parts[2], size: size)
            }
        } catch { throw CanonicalFault(missing: "files") }
    }
}

/// 文书: the paper that a decision or a result stands in (R3).
public struct RepairPaper: Hashable, Sendable {
    /// 作出机关.
    public let organ: String
    /// 文书号.
    public let number: String
    /// 文书日期.
    public let date: Day

    /// A paper; nil where organ or number is not named.
    public init?(organ: String?, number: String?, date: Day?) {
        guard let organ, let number, let date, !organ.isEmpty, !number.isEmpty else { return nil }
        self.organ = organ
        self.number = number
        self.date = date
    }
}
