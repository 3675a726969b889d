/// 签名文本: a text with signature lines under it.
///
/// - Source: C2SP signed-note.
public struct SignedNote: Hashable, Sendable {
    /// One line of signature: who is said to have signed, and with what.
    public struct Signature: Hashable, Sendable {
        /// Name of the key.
        public let name: String
        /// First four bytes of a digest of name and public key.
        public let keyID: UInt32
        /// The signature itself.
        public let bytes: [UInt8]

        /// One line of signature.
        public init(name: String, keyID: UInt32, bytes: [UInt8]) {
            self.name = name
            self.keyID = keyID
            self.bytes = bytes
        }

        /// The line without its line break.
        public var line: String {
            let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * UInt32($0))) }
            return "\u{2014} \(name) \(Base64.encode(id + bytes))"
        }
    }

    /// The text that is signed; it ends with a line break.
    public let text: String
    /// The signatures, in the order of their lines; at least one.
    public let signatures: [Signature]

    /// A text with its signatures.
    public init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// The note as it is served.
    public var encoded: String { text + "\n" + signatures.map { $0.line + "\n" }.joined() }

    /// Reads a note.
    ///
    /// - Throws: `ProofProblem.badNote` (LOG-104).
    public init(_ note: String) throws(ProofProblem) {
        let bytes = Array(note.utf8)
        guard bytes.count <= 1_000_000 else { throw .badNote("too long") }
        guard !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A }) else { throw .badNote("control character") }
        var split: Int?
        var index = bytes.count - 2
        while index >= 0, split == nil {
            if bytes[index] == 0x0A, bytes[index + 1] == 0x0A { split = index }
            index -= 1
        }
        guard let split, bytes.last == 0x0A, split + 2 < bytes.count else { throw .badNote("no signature lines") }
        text = String(decoding: bytes[...split], as: UTF8.self)
        let lines = bytes[(split + 2)..<(bytes.count - 1)].split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= 100 else { throw .badNote("too many signature lines") }
        var signatures: [Signature] = []
        for line in lines {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 3, words[0] == "\u{2014}", KeyName.isUsable(String(words[1])),
                let raw = Base64.decode(String(words[2])), raw.count > 4
            else { throw .badNote("signature line") }
            let keyID = raw[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            signatures.append(Signature(name: String(words[1]), keyID: keyID, bytes: Array(raw[4...])))
        }
        self.signatures = signatures
    }
}
