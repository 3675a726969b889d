import Proofs

extension RecordHead {
    /// A record that is being entered in the same decision, so that a later row with its key finds it.
    public init(entered id: String, version: Int, content: HalfDigest) {
        self.init(id: id, lastVersion: version, content: content)
    }

    /// 内容摘要: half a SHA-256 of the canonical fields; equal for rows that say the same.
    public static func content(of fields: [UInt8]) -> HalfDigest { fields.withUnsafeBytes { HalfDigest(of: $0) } }

    /// 主键摘要: half a SHA-256 of the key text; equal for rows that are the same record.
    public static func key(of text: ArraySlice<UInt8>) -> HalfDigest { text.withUnsafeBytes { HalfDigest(of: $0) } }
}
