/// 三十二进制: bytes as lower-case letters and digits that sort as the bytes do, for the ids of our own.
///
/// The letters i, l, o and u are left out, so that an id read out on the telephone is heard right.
public enum Base32 {
    /// The characters of these bytes, five bits each from the first bit on; the last is filled up with zero bits.
    public static func encode(_ bytes: some Collection<UInt8>) -> String { encode(bytes, by: alphabet) }

    /// The same by the alphabet of RFC 4648, without padding, as other programs want it.
    static func encodeStandard(_ bytes: some Collection<UInt8>) -> String { encode(bytes, by: standard) }

    private static func encode(_ bytes: some Collection<UInt8>, by alphabet: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 8 + 4) / 5)
        var held: UInt32 = 0
        var count: UInt32 = 0
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(held >> count & 31)])
            }
        }
        if count > 0 { text.append(alphabet[Int(held << (5 - count) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text that `encode` wrote; nil for any other.
    public static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var held: UInt32 = 0
        var count: UInt32 = 0
        for character in text.utf8 {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            held = held << 5 | UInt32(value)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> count))
            }
        }
        guard count < 5, held & ((1 << count) - 1) == 0 else { return nil }
        return bytes
    }

    private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
