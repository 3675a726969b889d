import COpenSSL

/// 动态口令: codes of six digits that change every thirty seconds, made from a secret that the officer's telephone holds.
///
/// - Source: TOTP, RFC 6238, over HOTP, RFC 4226; SHA-1, as every authenticator knows it.
public struct OneTimeCode: Sendable {
    /// The secret, 20 random bytes.
    public let secret: [UInt8]

    /// The codes of a secret.
    public init(secret: [UInt8]) { self.secret = secret }

    /// How long a code holds.
    /// - Unit: seconds
    public static let period = 30
    /// How many periods a clock may go wrong to either side.
    public static let slack = 1
    /// How many bytes a new secret has: as many as the digest, RFC 4226 4 R6.
    public static let secretLength = 20

    /// The code of a period.
    public func code(ofStep step: Int, digits: Int = 6) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 20
        let made = COpenSSL.HMAC(EVP_sha1(), secret, Int32(secret.count), counter, counter.count, &digest, &length)
        precondition(made != nil && length == 20, "libcrypto cannot make an HMAC with SHA-1")
        let offset = Int(digest[19] & 15)
        let number =
            UInt32(digest[offset] & 0x7F) << 24 | UInt32(digest[offset + 1]) << 16 | UInt32(digest[offset + 2]) << 8
            | UInt32(digest[offset + 3])
        var modulus: UInt32 = 1
        for _ in 0..<digits { modulus *= 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The period whose code this is, around the seconds since 1970; nil where it is none, or not after `last`: each code
    /// is good once.
    public func step(of code: String, at seconds: Int, after last: Int) -> Int? {
        let now = seconds / OneTimeCode.period
        var found: Int?
        // Every period is looked at, so that the time taken does not tell which one it was.
        for step in (now - OneTimeCode.slack)...(now + OneTimeCode.slack)
        where ConstantTime.equal(Array(self.code(ofStep: step).utf8), Array(code.utf8)) && step > last {
            found = step
        }
        return found
    }

    /// The secret as people type it: base32 of RFC 4648 without padding.
    public var text: String { Base32.encodeStandard(secret) }

    /// The address that authenticators read: `otpauth://totp/ISSUER:NAME?…`.
    ///
    /// - Source: Key Uri Format of Google Authenticator, which the others took over.
    public func address(name: String, issuer: String) -> String {
        let (name, issuer) = (OneTimeCode.escaped(name), OneTimeCode.escaped(issuer))
        return "otpauth://totp/\(issuer):\(name)?secret=\(text)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
            escaped += isPlain ? String(UnicodeScalar(byte)) : "%" + Hex.encode([byte]).uppercased()
        }
        return escaped
    }
}

/// 恢复码: ten codes on paper for an officer whose telephone is lost; each is good once, and only its digest is kept.
public enum RecoveryCode {
    /// How many are handed out at once.
    public static let count = 10
    /// How many random bytes make one: 120 bits, beyond any guessing, so a plain digest keeps it.
    /// - Source: OWASP ASVS 4.0.3, 2.6.2: 112 bits
    public static let length = 15

    /// The code of random bytes: twenty-four letters and digits in six groups.
    public static func text(of bytes: [UInt8]) -> String {
        let letters = Array(Base32.encode(bytes))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: "-")
    }

    /// The digest of a code as it was typed, hyphens, spaces and capitals aside; nil for what is none.
    public static func digest(of typed: String) -> Digest? {
        let letters = typed.lowercased().filter { $0 != "-" && !$0.isWhitespace }
        guard let bytes = Base32.decode(letters), bytes.count == length else { return nil }
        return SHA256.digest(of: bytes)
    }
}
