/// 半摘要: the first sixteen bytes of a SHA-256 digest: enough to tell what differs, half as long in every index.
public struct HalfDigest: Hashable, Comparable, Sendable {
    private let first: UInt64
    private let second: UInt64

    /// How many bytes it has.
    public static let length = 16

    /// The first half of the digest of these bytes.
    public init(of bytes: UnsafeRawBufferPointer) {
        (first, second) = SHA256.digest(of: bytes).withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }

    /// The half digest of exactly these 16 bytes; nil for any other count.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == HalfDigest.length else { return nil }
        first = bytes.loadUnaligned(as: UInt64.self)
        second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }

    /// The half digest written in 32 hexadecimal digits; nil for anything else.
    public init?(hex text: String) {
        guard let half = Hex.decode(text)?.withUnsafeBytes({ HalfDigest($0) }) else { return nil }
        self = half
    }

    /// The order of the bytes, which is that of an index over them.
    public static func < (left: HalfDigest, right: HalfDigest) -> Bool {
        let (own, other) = (left.first.bigEndian, right.first.bigEndian)
        return own == other ? left.second.bigEndian < right.second.bigEndian : own < other
    }

    /// Hands the 16 bytes to `body`, without copying them to the heap.
    @inlinable public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
    {
        try Swift.withUnsafeBytes(of: self, body)
    }

    /// The 16 bytes.
    public var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }

    /// 32 hexadecimal digits, lower case.
    public var hex: String { withUnsafeBytes { Hex.encode($0) } }
}
