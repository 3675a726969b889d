import Credit
import Proofs

/// 退回: a row that was refused, with its reasons; it is no event, and the digest over all of a batch stands in the log.
public struct Refusal: Hashable, Sendable {
    /// Id of the batch.
    public let batch: String
    /// Counted from 0 in the batch.
    public private(set) var ordinal: Int
    /// Sheet of the row; empty where the file has none.
    public let sheet: String
    /// Row or line.
    public let line: Int
    /// The reasons as canonical bytes, persons' numbers masked.
    public let body: [UInt8]

    /// A row that was refused.
    public init(batch: String, ordinal: Int, sheet: String, line: Int, body: [UInt8]) {
        self.batch = batch
        self.ordinal = ordinal
        self.sheet = sheet
        self.line = line
        self.body = body
    }

    /// The same refusal under another number.
    public func numbered(_ ordinal: Int) -> Refusal {
        var refusal = self
        refusal.ordinal = ordinal
        return refusal
    }
}

/// 退回摘要: a chain over the refusals of a batch in their order: each link is SHA-256 of the link before, sheet, 0x00,
/// line in decimal, 0x00 and body; what stands before the first is nothing.
public struct RefusalDigest: Hashable, Sendable {
    /// The newest link; empty before the first.
    public private(set) var bytes: [UInt8]

    /// The digest over no refusals.
    public init() { bytes = [] }

    /// The digest whose newest link has these bytes.
    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Takes in the next refusal.
    public mutating func add(_ refusal: Refusal) {
        var hash = SHA256()
        hash.update(bytes)
        hash.update(refusal.sheet)
        hash.update([0])
        hash.update(String(refusal.line))
        hash.update([0])
        hash.update(refusal.body)
        bytes = hash.digest().bytes
    }

    /// In hexadecimal, as the event that closes a batch says it; empty for no refusals.
    public var text: String { Hex.encode(bytes) }
}
