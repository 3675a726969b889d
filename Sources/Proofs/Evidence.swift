/// 存证: all that somebody needs to check, without us, that an event with this content stands in the log.
public struct Evidence: Hashable, Sendable {
    /// Position of the entry in the log, from 0.
    public let position: Int
    /// The entry.
    public let envelope: LeafEnvelope
    /// The salt of the event.
    public let salt: Salt
    /// The canonical body of the event.
    public let body: [UInt8]
    /// The hashes from the leaf to the root of the checkpoint.
    public let inclusion: [Digest]
    /// The signed checkpoint.
    public let note: String

    /// The evidence of one entry.
    public init(
        position: Int, envelope: LeafEnvelope, salt: Salt, body: [UInt8], inclusion: [Digest], note: String
    ) {
        self.position = position
        self.envelope = envelope
        self.salt = salt
        self.body = body
        self.inclusion = inclusion
        self.note = note
    }

    /// Checks signature, proof and commitment.
    ///
    /// - Throws: `ProofProblem.badSignature` (LOG-106), `.commitmentDiffers` (LOG-112), `.notIncluded` (LOG-113) …
    public func check(by verifier: Verifier) throws(ProofProblem) {
        let checkpoint = try verifier.checkpoint(in: note)
        guard Commitment.digest(salt: salt, body: body) == envelope.commitment else {
            throw .commitmentDiffers(position: position)
        }
        guard
            MerkleTree.isIncluded(
                envelope.leafHash, at: position, size: checkpoint.size, proof: inclusion, root: checkpoint.root)
        else { throw .notIncluded(position: position, size: checkpoint.size) }
    }

    /// The evidence as JSON: sorted keys, no white space; the body as text, all other bytes in base64.
    ///
    /// - Source: `docs/log.md`, "Evidence".
    public var json: [UInt8] { json(contested: nil) }

    /// The same, with what is said of the record today beside the proof: whether an objection marks it. Nothing of that is
    /// proved; nil says nothing.
    public func json(contested: Bool?) -> [UInt8] {
        var json: [UInt8] = []
        json.append(contentsOf: #"{"body":"#.utf8)
        Evidence.quote(body, into: &json)
        json.append(contentsOf: #","checkpoint":"#.utf8)
        Evidence.quote(Array(note.utf8), into: &json)
        json.append(UInt8(ascii: ","))
        if let contested { json.append(contentsOf: #""contested":\#(contested),"#.utf8) }
        json.append(contentsOf: #""entry":"\#(Base64.encode(envelope.bytes))","inclusion":["#.utf8)
        json.append(contentsOf: inclusion.map { "\"\($0.base64)\"" }.joined(separator: ",").utf8)
        json.append(contentsOf: #"],"position":\#(position),"salt":"\#(Base64.encode(salt.bytes))"}"#.utf8)
        return json
    }

    private static func quote(_ text: [UInt8], into json: inout [UInt8]) {
        json.append(0x22)
        for byte in text {
            switch byte {
            case 0x22, 0x5C: json.append(contentsOf: [0x5C, byte])
            case 0x08: json.append(contentsOf: #"\b"#.utf8)
            case 0x09: json.append(contentsOf: #"\t"#.utf8)
            case 0x0A: json.append(contentsOf: #"\n"#.utf8)
            case 0x0C: json.append(contentsOf: #"\f"#.utf8)
            case 0x0D: json.append(contentsOf: #"\r"#.utf8)
            case ..<0x20: json.append(contentsOf: #"\u00\#(Hex.encode([byte]))"#.utf8)
            default: json.append(byte)
            }
        }
        json.append(0x22)
    }
}
