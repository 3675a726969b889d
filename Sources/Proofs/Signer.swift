import COpenSSL

/// 签名私钥: with which the log signs its checkpoints; it lies outside the database, readable by its owner alone.
///
/// - Source: C2SP signed-note, Ed25519 (RFC 8032).
public struct Signer: Sendable {
    /// The public half, which everybody may have.
    public let verifier: Verifier
    private let seed: [UInt8]

    /// The key of this name that is made of 32 random bytes.
    ///
    /// - Throws: `ProofProblem.badKeyName` (LOG-110), `.badVerifierKey` (LOG-107) where there are not 32 bytes.
    public init(name: String, seed: [UInt8]) throws(ProofProblem) {
        guard seed.count == 32, let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            throw .badVerifierKey
        }
        defer { EVP_PKEY_free(key) }
        var publicKey = [UInt8](repeating: 0, count: 32)
        var count = publicKey.count
        guard EVP_PKEY_get_raw_public_key(key, &publicKey, &count) == 1, count == 32 else { throw .badVerifierKey }
        verifier = try Verifier(name: name, publicKey: publicKey)
        self.seed = seed
    }

    /// The key written `PRIVATE+KEY+<name>+<key id>+<base64>`, as the key file has it; nil for anything else.
    public init?(_ text: String) {
        guard text.hasPrefix(Signer.prefix) else { return nil }
        let parts = text.dropFirst(Signer.prefix.count)
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let raw = Base64.decode(parts[2]), raw.count == 33,
            raw[0] == KeyName.ed25519,
            let signer = try? Signer(name: parts[0], seed: Array(raw[1...])),
            KeyName.hex(signer.verifier.keyID) == parts[1]
        else { return nil }
        self = signer
    }

    /// `PRIVATE+KEY+<name>+<key id>+<base64(0x01 ‖ seed)>`: a secret.
    public var secretText: String {
        let key = Base64.encode([KeyName.ed25519] + seed)
        return "\(Signer.prefix)\(verifier.name)+\(KeyName.hex(verifier.keyID))+\(key)"
    }

    /// The signature over a message, 64 bytes.
    public func signature(over message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        var count = signature.count
        let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
        defer { EVP_PKEY_free(key) }
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        let isSigned =
            EVP_DigestSignInit(context, nil, nil, nil, key) == 1
            && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        precondition(isSigned && count == 64, "libcrypto cannot sign with Ed25519")
        return signature
    }

    /// The signed note of a checkpoint, as it is served.
    public func sign(_ checkpoint: Checkpoint) -> String { note(checkpoint.text) }

    /// A text, which ends with a line break, as a note signed with this key.
    public func note(_ text: String) -> String {
        let bytes = signature(over: Array(text.utf8))
        let line = SignedNote.Signature(name: verifier.name, keyID: verifier.keyID, bytes: bytes)
        return SignedNote(text: text, signatures: [line]).encoded
    }

    private static let prefix = "PRIVATE+KEY+"
}
