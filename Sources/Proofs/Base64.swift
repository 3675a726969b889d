/// 六十四进制: bytes as characters of the standard alphabet, as checkpoints, keys and proofs write them.
///
/// - Source: RFC 4648 4, with padding; reading is strict (3.5: no stray bits, no white space).
public enum Base64 {
    /// The characters of these bytes, padded to a multiple of four.
    public static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        append(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The characters of these bytes, padded to a multiple of four.
    public static func encode(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { encode($0) } }

    /// Appends the characters of these bytes, padded to a multiple of four.
    static func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
        alphabet.withUnsafeBufferPointer { alphabet in
            var index = 0
            while index + 3 <= bytes.count {
                let held = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
                text.append(alphabet[held >> 18])
                text.append(alphabet[held >> 12 & 63])
                text.append(alphabet[held >> 6 & 63])
                text.append(alphabet[held & 63])
                index += 3
            }
            if bytes.count - index == 1 {
                let held = Int(bytes[index])
                text.append(contentsOf: [alphabet[held >> 2], alphabet[held << 4 & 63], padding, padding])
            } else if bytes.count - index == 2 {
                let held = Int(bytes[index]) << 8 | Int(bytes[index + 1])
                text.append(alphabet[held >> 10])
                text.append(contentsOf: [alphabet[held >> 4 & 63], alphabet[held << 2 & 63], padding])
            }
        }
    }

    /// The bytes of a padded text; nil for anything that `encode` would not have written.
    public static func decode(_ text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3)
        for start in stride(from: 0, to: characters.count, by: 4) {
            let isLast = start + 4 == characters.count
            let pads = isLast ? characters[start + 2] == padding ? 2 : characters[start + 3] == padding ? 1 : 0 : 0
            var held: UInt32 = 0
            for index in start..<start + 4 {
                if index < start + 4 - pads {
                    guard let value = value(characters[index]) else { return nil }
                    held = held << 6 | UInt32(value)
                } else {
                    guard characters[index] == padding else { return nil }
                    held <<= 6
                }
            }
            let unused: UInt32 = pads == 2 ? 0xFFFF : pads == 1 ? 0xFF : 0
            guard held & unused == 0 else { return nil }
            bytes.append(UInt8(truncatingIfNeeded: held >> 16))
            if pads < 2 { bytes.append(UInt8(truncatingIfNeeded: held >> 8)) }
            if pads < 1 { bytes.append(UInt8(truncatingIfNeeded: held)) }
        }
        return bytes
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding: UInt8 = 0x3D

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case 0x41...0x5A: character - 0x41
        case 0x61...0x7A: character - 0x61 + 26
        case 0x30...0x39: character - 0x30 + 52
        case 0x2B: 62
        case 0x2F: 63
        default: nil
        }
    }
}
