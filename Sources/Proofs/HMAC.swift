/// 密钥摘要: HMAC-SHA256, a digest that only who has the key can make.
///
/// - Source: RFC 2104, FIPS 198-1.
public enum HMAC {
    /// The digest of a message under a key.
    public static func sha256(key: [UInt8], _ message: [UInt8]) -> Digest {
        key.withUnsafeBytes { key in message.withUnsafeBytes { sha256(key: key, $0) } }
    }

    /// The digest of a message under a key.
    public static func sha256(key: UnsafeRawBufferPointer, _ message: UnsafeRawBufferPointer) -> Digest {
        var inner = [UInt8](repeating: 0x36, count: blockLength)
        var outer = [UInt8](repeating: 0x5C, count: blockLength)
        func mix(_ key: UnsafeRawBufferPointer) {
            for (index, byte) in key.enumerated() {
                inner[index] ^= byte
                outer[index] ^= byte
            }
        }
        if key.count > blockLength {
            SHA256.digest(of: key).withUnsafeBytes(mix)
        } else {
            mix(key)
        }
        let digest = inner.withUnsafeBytes { SHA256.digest(of: $0, then: message) }
        return outer.withUnsafeBytes { outer in digest.withUnsafeBytes { SHA256.digest(of: outer, then: $0) } }
    }

    private static let blockLength = 64
}
