import HTTPTypes

/// 答复: what goes out, before it is fitted to the request (HEAD, unchanged, compressed).
struct Answer: Sendable {
    var status = 200
    let type: String
    let bytes: [UInt8]
    var caching = Caching.revalidated
    /// Whether the answer depends on the form and language asked for.
    var isNegotiated = false
    var isIndexed = false
    /// Language of the answer, where it has one.
    var language: Language?
    /// Whether it may be compressed.
    var isText = true
    /// The bytes as a gzip stream, where they were packed beforehand.
    var packed: [UInt8]?
    /// The mark, where it was worked out beforehand.
    var known: String?
    var more: [(HTTPField.Name, String)] = []
    /// What goes out instead of the bytes where the answer is too long to be held; it has no mark.
    var pieces: TablePieces?

    /// A mark that changes with the bytes: FNV-1a over eight bytes at a time, folded twice. It names a version for
    /// caches and protects nothing.
    var mark: String {
        if let known { return known }
        return bytes.withUnsafeBytes { bytes in
            var low: UInt64 = 0xcbf2_9ce4_8422_2325
            var high: UInt64 = 0x9e37_79b9_7f4a_7c15
            var at = 0
            while at + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                low = (low ^ word) &* 0x100_0000_01b3
                high = (high ^ (word &+ low)) &* 0xff51_afd7_ed55_8ccd
                low ^= low >> 29
                at += 8
            }
            while at < bytes.count {
                low = (low ^ UInt64(bytes[at])) &* 0x100_0000_01b3
                at += 1
            }
            high = (high ^ low ^ UInt64(bytes.count)) &* 0xff51_afd7_ed55_8ccd
            high ^= high >> 32
            return "W/\"" + String(low, radix: 36) + String(high, radix: 36) + "\""
        }
    }
}
