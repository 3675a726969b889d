import COpenSSL

/// 口令散列: a password as it is kept: a memory-hard digest with its own salt and the parameters it was made with, so
/// that they can be raised without making old ones void.
///
/// - Source: scrypt, RFC 7914; N = 2^15, r = 8, p = 1 takes 32 MiB and about a tenth of a second a try.
public struct PasswordHash: Hashable, Sendable {
    /// 参数.
    public struct Cost: Hashable, Sendable {
        /// The logarithm of N to base 2.
        public let logN: Int
        /// r.
        public let blocks: Int
        /// p.
        public let lanes: Int

        /// Parameters.
        public init(logN: Int, blocks: Int, lanes: Int) {
            self.logN = logN
            self.blocks = blocks
            self.lanes = lanes
        }

        /// What new passwords are hashed with, and the least that is taken for safe.
        public static let standard = Cost(logN: 15, blocks: 8, lanes: 1)

        /// Whether it takes at least as much as the standard.
        public var isEnough: Bool {
            logN >= Cost.standard.logN && blocks >= Cost.standard.blocks && lanes >= Cost.standard.lanes
        }
    }

    /// 参数.
    public let cost: Cost
    /// 盐, 16 random bytes.
    public let salt: [UInt8]
    /// The digest, 32 bytes.
    public let hash: [UInt8]

    /// A hash as it was kept.
    public init(cost: Cost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// The hash of a password under a fresh salt.
    public init(of password: String, salt: [UInt8], cost: Cost = .standard) {
        self.init(cost: cost, salt: salt, hash: PasswordHash.scrypt(Array(password.utf8), salt: salt, cost: cost))
    }

    /// Whether this is the password; takes as long for a wrong one as for the right one.
    public func isOf(_ password: String) -> Bool {
        ConstantTime.equal(PasswordHash.scrypt(Array(password.utf8), salt: salt, cost: cost), hash)
    }

    /// How many bytes a salt has.
    public static let saltLength = 16

    /// scrypt.
    ///
    /// - Parameter length: how many bytes are derived.
    static func scrypt(_ password: [UInt8], salt: [UInt8], cost: Cost, length: Int = 32) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: length)
        let n = UInt64(1) << UInt64(cost.logN)
        let memory = 128 * n * UInt64(cost.blocks) + 128 * UInt64(cost.blocks * cost.lanes) + (1 << 21)
        let isDone = password.withUnsafeBytes { bytes in
            EVP_PBE_scrypt(
                bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, salt, salt.count, n, UInt64(cost.blocks),
                UInt64(cost.lanes), memory, &key, key.count)
        }
        // An empty password has no address and libcrypto takes a missing one for an empty one.
        precondition(isDone == 1, "libcrypto cannot derive with scrypt")
        return key
    }
}

/// 等时比较: comparing secrets without telling by the time it takes how much of them is right.
public enum ConstantTime {
    /// Whether both are the same; that they differ in length may be seen.
    public static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}
