/// 密钥名称: under what name a key signs, and how that name and the algorithm are written into keys and signatures.
enum KeyName {
    /// The byte by which keys and signatures say that they are Ed25519.
    static let ed25519: UInt8 = 0x01

    static func isUsable(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.value >= 0x20 && $0.value != 0x7F && $0 != "+"
            }
    }

    /// First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
    static func id(name: String, publicKey: [UInt8]) -> UInt32 {
        var hash = SHA256()
        hash.update(name)
        hash.update([0x0A, ed25519])
        hash.update(publicKey)
        return hash.digest().bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    static func hex(_ keyID: UInt32) -> String {
        Hex.encode((0..<4).map { UInt8(truncatingIfNeeded: keyID >> (24 - 8 * UInt32($0))) })
    }
}
