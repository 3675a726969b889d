/// 日志条目: what a leaf of the public log holds: that something of a class happened at an instant, never about whom.
///
/// - Source: `docs/log.md`, "Entry".
public struct LeafEnvelope: Hashable, Sendable {
    /// When it happened, ISO 8601 with `+08:00`.
    public let instant: String
    /// What kind of thing happened (record, decision, publication …), never a subject.
    public let eventClass: String
    /// SHA-256 of salt and body of the event.
    public let commitment: Digest

    /// The version of the envelope's format.
    public static let version = 1
    /// The name of the digest algorithm that leaf, tree and commitment use.
    public static let algorithm = "sha-256"

    /// An envelope.
    ///
    /// - Throws: `ProofProblem.badEnvelope` (LOG-111) where class or instant hold anything but visible ASCII characters,
    ///   quotes and backslashes excepted, or are empty or longer than 64.
    public init(instant: String, eventClass: String, commitment: Digest) throws(ProofProblem) {
        for text in [instant, eventClass] where !LeafEnvelope.isPlain(text) { throw .badEnvelope(text) }
        self.instant = instant
        self.eventClass = eventClass
        self.commitment = commitment
    }

    /// The entry bytes: JSON with sorted keys and without white space.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(192)
        bytes.append(contentsOf: LeafEnvelope.head)
        bytes.append(contentsOf: eventClass.utf8)
        bytes.append(contentsOf: LeafEnvelope.beforeCommitment)
        commitment.withUnsafeBytes { Base64.append($0, to: &bytes) }
        bytes.append(contentsOf: LeafEnvelope.beforeInstant)
        bytes.append(contentsOf: instant.utf8)
        bytes.append(contentsOf: LeafEnvelope.tail)
        return bytes
    }

    /// The hash of the leaf in the tree.
    public var leafHash: Digest { bytes.withUnsafeBytes { MerkleTree.leafHash($0) } }

    /// The envelope that these entry bytes are; nil for bytes that no envelope has.
    public init?(bytes: [UInt8]) {
        var rest = bytes[...]
        func take(_ part: [UInt8]) -> Bool {
            guard rest.starts(with: part) else { return false }
            rest = rest.dropFirst(part.count)
            return true
        }
        func takeText() -> String {
            let text = rest.prefix { $0 != 0x22 }
            rest = rest.dropFirst(text.count)
            return String(decoding: text, as: UTF8.self)
        }
        guard take(LeafEnvelope.head) else { return nil }
        let eventClass = takeText()
        guard take(LeafEnvelope.beforeCommitment), let commitment = Digest(base64: takeText()),
            take(LeafEnvelope.beforeInstant)
        else { return nil }
        let instant = takeText()
        guard take(LeafEnvelope.tail), rest.isEmpty,
            let envelope = try? LeafEnvelope(instant: instant, eventClass: eventClass, commitment: commitment)
        else { return nil }
        self = envelope
    }

    private static let head = Array(#"{"algorithm":"\#(algorithm)","class":""#.utf8)
    private static let beforeCommitment = Array(#"","commitment":""#.utf8)
    private static let beforeInstant = Array(#"","instant":""#.utf8)
    private static let tail = Array(#"","version":\#(version)}"#.utf8)

    /// 叶摘要: hashes the leaves of one instant, whose envelopes differ in class and commitment only.
    public struct Writer: Sendable {
        private let tail: [UInt8]

        /// - Throws: `ProofProblem.badEnvelope` (LOG-111), as for an envelope.
        public init(instant: String) throws(ProofProblem) {
            guard isPlain(instant) else { throw .badEnvelope(instant) }
            tail = beforeInstant + Array(instant.utf8) + LeafEnvelope.tail
        }

        /// The hash of the leaf in the tree.
        ///
        /// - Throws: `ProofProblem.badEnvelope` (LOG-111), as for an envelope.
        public func leafHash(eventClass: String, commitment: Digest) throws(ProofProblem) -> Digest {
            guard isPlain(eventClass) else { throw .badEnvelope(eventClass) }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(192)
            bytes.append(contentsOf: head)
            bytes.append(contentsOf: eventClass.utf8)
            bytes.append(contentsOf: beforeCommitment)
            commitment.withUnsafeBytes { Base64.append($0, to: &bytes) }
            bytes.append(contentsOf: tail)
            return bytes.withUnsafeBytes { MerkleTree.leafHash($0) }
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
    }
}
