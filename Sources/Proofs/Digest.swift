import COpenSSL

/// 摘要: a SHA-256 digest, the 32 bytes by which the log names what it holds without showing it.
public struct Digest: Hashable, Sendable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// How many bytes a digest has.
    public static let length = 32

    /// The digest whose 32 bytes lie at the beginning of `bytes`; nil where there are not exactly 32.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Digest.length else { return nil }
        self.init(unchecked: bytes.baseAddress!)
    }

    /// The digest of exactly these 32 bytes; nil for any other count.
    public init?(_ bytes: [UInt8]) {
        guard let digest = bytes.withUnsafeBytes({ Digest($0) }) else { return nil }
        self = digest
    }

    /// The digest written in 64 hexadecimal digits of either case; nil for anything else.
    public init?(hex text: String) {
        guard let bytes = Hex.decode(text) else { return nil }
        self.init(bytes)
    }

    /// The digest written in base64 of RFC 4648 4 with padding; nil for anything else.
    public init?(base64 text: String) {
        guard let bytes = Base64.decode(text) else { return nil }
        self.init(bytes)
    }

    /// The digest whose bytes lie at `address`, which the caller knows to be 32 long.
    init(unchecked address: UnsafeRawPointer) {
        first = address.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        second = address.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        third = address.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        fourth = address.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }

    /// The digest that `fill` writes into 32 fresh bytes.
    init(filling fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Digest.length) { buffer in
            fill(buffer.baseAddress!)
            return Digest(unchecked: UnsafeRawPointer(buffer.baseAddress!))
        }
    }

    /// Hands the 32 bytes to `body`, without copying them to the heap.
    @inlinable public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
    {
        try Swift.withUnsafeBytes(of: self, body)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }

    /// 64 hexadecimal digits, lower case.
    public var hex: String { withUnsafeBytes { Hex.encode($0) } }

    /// Base64 of RFC 4648 4, with padding: 44 characters.
    public var base64: String { withUnsafeBytes { Base64.encode($0) } }
}

extension Digest: CustomStringConvertible {
    /// 64 hexadecimal digits, lower case.
    public var description: String { hex }
}

extension Array where Element == UInt8 {
    /// Appends the 32 bytes of a digest.
    @inlinable public mutating func append(_ digest: Digest) {
        digest.withUnsafeBytes { append(contentsOf: $0) }
    }
}
