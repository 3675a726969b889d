import COpenSSL

/// 摘要算法: SHA-256 over bytes that come at once or in pieces.
public struct SHA256 {
    private var context: SHA256_CTX

    /// A digest of nothing yet.
    public init() {
        context = SHA256_CTX()
        SHA256_Init(&context)
    }

    /// Takes the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let address = bytes.baseAddress, !bytes.isEmpty else { return }
        SHA256_Update(&context, address, bytes.count)
    }

    /// Takes the next bytes.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Takes the next characters as UTF-8.
    public mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// The digest of all that was taken so far; more may follow.
    public func digest() -> Digest {
        var copy = context
        return Digest { SHA256_Final($0, &copy) }
    }

    /// The digest of these bytes.
    public static func digest(of bytes: UnsafeRawBufferPointer) -> Digest {
        Digest { chengxin_sha256_pair(bytes.baseAddress, bytes.count, nil, 0, $0) }
    }

    /// The digest of these bytes.
    public static func digest(of bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { digest(of: $0) }
    }

    /// The digest of these characters as UTF-8.
    public static func digest(of text: String) -> Digest {
        var text = text
        return text.withUTF8 { digest(of: UnsafeRawBufferPointer($0)) }
    }

    /// The digest of two runs of bytes, one after the other, without joining them first.
    static func digest(of first: UnsafeRawBufferPointer, then second: UnsafeRawBufferPointer) -> Digest {
        Digest { chengxin_sha256_pair(first.baseAddress, first.count, second.baseAddress, second.count, $0) }
    }
}
