import COpenSSL

/// 验证公钥: the public key under which a log signs, with the name it signs by.
///
/// - Source: C2SP signed-note, Ed25519 (RFC 8032).
public struct Verifier: Hashable, Sendable {
    /// Name of the key: the origin of the log.
    public let name: String
    /// The 32 bytes of the public key.
    public let publicKey: [UInt8]
    /// By which signature lines refer to the key.
    public let keyID: UInt32

    /// A key of this name.
    ///
    /// - Throws: `ProofProblem.badKeyName` (LOG-110), `.badVerifierKey` (LOG-107).
    public init(name: String, publicKey: [UInt8]) throws(ProofProblem) {
        guard KeyName.isUsable(name) else { throw .badKeyName(name) }
        guard publicKey.count == 32 else { throw .badVerifierKey }
        self.name = name
        self.publicKey = publicKey
        keyID = KeyName.id(name: name, publicKey: publicKey)
    }

    /// The key written `<name>+<key id>+<base64>`, as it is published at `/log/key`.
    ///
    /// - Throws: `ProofProblem.badVerifierKey` (LOG-107), `.badKeyName` (LOG-110).
    public init(_ text: String) throws(ProofProblem) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let id = Hex.decode(parts[1]), id.count == 4, let raw = Base64.decode(parts[2]),
            raw.count == 33, raw[0] == KeyName.ed25519
        else { throw .badVerifierKey }
        try self.init(name: parts[0], publicKey: Array(raw[1...]))
        guard keyID == id.reduce(UInt32(0), { $0 << 8 | UInt32($1) }) else { throw .badVerifierKey }
    }

    /// `<name>+<key id>+<base64(0x01 ‖ public key)>`.
    public var text: String {
        "\(name)+\(KeyName.hex(keyID))+\(Base64.encode([KeyName.ed25519] + publicKey))"
    }

    /// Whether the signature is this key's over the message.
    public func isValid(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard signature.count == 64,
            let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, publicKey.count)
        else { return false }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        let isValid =
            EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
        // An expected refusal must not stay in the thread's queue of errors.
        if !isValid { ERR_clear_error() }
        return isValid
    }

    /// The checkpoint that a note holds, once a signature by this key was found under it.
    ///
    /// - Throws: `ProofProblem.badNote` (LOG-104), `.badSignature` (LOG-106), `.badCheckpoint` (LOG-105).
    public func checkpoint(in note: String) throws(ProofProblem) -> Checkpoint {
        let note = try SignedNote(note)
        let own = note.signatures.filter { $0.name == name && $0.keyID == keyID }
        guard !own.isEmpty, own.allSatisfy({ isValid($0.bytes, over: Array(note.text.utf8)) }) else {
            throw .badSignature(name: name)
        }
        let checkpoint = try Checkpoint(text: note.text)
        guard checkpoint.origin == name else { throw .badCheckpoint("origin \(checkpoint.origin)") }
        return checkpoint
    }
}
