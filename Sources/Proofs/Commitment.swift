/// 盐: sixteen random bytes of one event; whoever has not got them can neither guess nor check what the event says.
///
/// Deleting the salt together with the body is the lawful erasure: what stays in the log can then no longer be opened.
public struct Salt: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// How many bytes a salt has.
    public static let length = 16

    /// The salt of exactly these 16 bytes; nil for any other count.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Salt.length else { return nil }
        high = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        low = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }

    /// The salt of exactly these 16 bytes; nil for any other count.
    public init?(_ bytes: [UInt8]) {
        guard let salt = bytes.withUnsafeBytes({ Salt($0) }) else { return nil }
        self = salt
    }

    /// The salt whose bytes are those of two random numbers, as a random source hands them out.
    public init(_ high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Hands the 16 bytes to `body`, without copying them to the heap.
    @inlinable public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
    {
        try Swift.withUnsafeBytes(of: self, body)
    }

    /// The 16 bytes.
    public var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }
}

/// 承诺值: what the log says of an event instead of its content: SHA-256 of salt and body.
public enum Commitment {
    /// The commitment to the canonical body of an event: SHA-256(salt ‖ body).
    public static func digest(salt: Salt, body: UnsafeRawBufferPointer) -> Digest {
        salt.withUnsafeBytes { SHA256.digest(of: $0, then: body) }
    }

    /// The commitment to the canonical body of an event: SHA-256(salt ‖ body).
    public static func digest(salt: Salt, body: [UInt8]) -> Digest {
        body.withUnsafeBytes { digest(salt: salt, body: $0) }
    }

    /// The commitment to one personal field inside a body: HMAC(HMAC(salt, field name), value).
    ///
    /// The key of its own lets one field be opened to somebody without opening the others.
    public static func digest(salt: Salt, field name: String, value: [UInt8]) -> Digest {
        let name = Array(name.utf8)
        let key = salt.withUnsafeBytes { salt in name.withUnsafeBytes { HMAC.sha256(key: salt, $0) } }
        return key.withUnsafeBytes { key in value.withUnsafeBytes { HMAC.sha256(key: key, $0) } }
    }
}
