import COpenSSL

/// 封存密钥: with which secrets that must be read again are encrypted at rest; it lies outside the database, as the log's
/// key does.
///
/// - Source: AES-256-GCM, NIST SP 800-38D.
public struct SealingKey: Sendable {
    private let key: [UInt8]

    /// A key of 32 random bytes; nil for any other number.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        key = bytes
    }

    /// How many random bytes each seal needs afresh.
    public static let nonceLength = 12
    private static let tagLength = 16

    /// Nonce, ciphertext and tag of a secret.
    ///
    /// - Parameter context: what the secret belongs to, such as an account; it is opened for the same only.
    public func seal(_ secret: [UInt8], for context: String, nonce: [UInt8]) -> [UInt8] {
        precondition(nonce.count == SealingKey.nonceLength)
        let context = Array(context.utf8)
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        var sealed = [UInt8](repeating: 0, count: secret.count + 16)
        var tag = [UInt8](repeating: 0, count: SealingKey.tagLength)
        var (count, last): (Int32, Int32) = (0, 0)
        let isDone =
            EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), nil, key, nonce) == 1
            && EVP_EncryptUpdate(cipher, nil, &last, context, Int32(context.count)) == 1
            && EVP_EncryptUpdate(cipher, &sealed, &count, secret, Int32(secret.count)) == 1
            && EVP_EncryptFinal_ex(cipher, &tag, &last) == 1
            && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_GET_TAG, Int32(tag.count), &tag) == 1
        precondition(isDone && last == 0, "libcrypto cannot seal with AES-256-GCM")
        return nonce + sealed[..<Int(count)] + tag
    }

    /// A digest by which the same secret is known again; nobody without the key can make or guess it.
    public func likeness(of secret: [UInt8]) -> Digest {
        // A key of its own: what encrypts is used for nothing else.
        HMAC.sha256(key: HMAC.sha256(key: key, Array("likeness".utf8)).bytes, secret)
    }

    /// The secret; nil where the bytes were altered, were sealed for something else or with another key.
    public func open(_ sealed: [UInt8], for context: String) -> [UInt8]? {
        let (nonceLength, tagLength) = (SealingKey.nonceLength, SealingKey.tagLength)
        guard sealed.count >= nonceLength + tagLength else { return nil }
        let nonce = Array(sealed[..<nonceLength])
        let content = Array(sealed[nonceLength..<sealed.count - tagLength])
        var tag = Array(sealed[(sealed.count - tagLength)...])
        let context = Array(context.utf8)
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        var secret = [UInt8](repeating: 0, count: content.count + 16)
        var rest = [UInt8](repeating: 0, count: 16)
        var (count, last): (Int32, Int32) = (0, 0)
        let isRight =
            EVP_DecryptInit_ex(cipher, EVP_aes_256_gcm(), nil, key, nonce) == 1
            && EVP_DecryptUpdate(cipher, nil, &last, context, Int32(context.count)) == 1
            && EVP_DecryptUpdate(cipher, &secret, &count, content, Int32(content.count)) == 1
            && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_GCM_SET_TAG, Int32(tagLength), &tag) == 1
            && EVP_DecryptFinal_ex(cipher, &rest, &last) == 1
        return isRight ? Array(secret[..<Int(count)]) : nil
    }
}

/// 封存密钥文件: readable and writable by its owner alone (0600), beside the key of the log.
public struct SealingKeyFile: Sendable {
    /// Where the file lies.
    public let path: String

    /// The key file at `path`.
    public init(path: String) { self.path = path }

    /// The key in the file; nil where there is no file.
    ///
    /// - Throws: `ProofProblem.badPrivateKey` (LOG-108), `.keyOpenToOthers` (LOG-109), `.file` (LOG-114).
    public func read() throws(ProofProblem) -> SealingKey? {
        guard let text = try KeyFile(path: path).text() else { return nil }
        guard let bytes = Hex.decode(text), let key = SealingKey(bytes) else { throw .badPrivateKey(path: path) }
        return key
    }

    /// The key in the file; made of 32 random bytes where there is no file yet.
    ///
    /// - Throws: as `read`.
    public func readOrMake(_ random: () -> [UInt8]) throws(ProofProblem) -> SealingKey {
        if let key = try read() { return key }
        _ = try SmallFile.create(path, with: Hex.encode(random()) + "\n", mode: 0o600)
        // Another process may have been faster: the key in the file is the key.
        guard let key = try read() else { throw .badPrivateKey(path: path) }
        return key
    }
}
