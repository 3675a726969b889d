/// 十六进制: bytes as pairs of hexadecimal digits.
public enum Hex {
    /// Two lower-case digits a byte.
    public static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { text in
            for index in bytes.indices {
                text[index * 2] = digit(bytes[index] >> 4)
                text[index * 2 + 1] = digit(bytes[index] & 15)
            }
            return bytes.count * 2
        }
    }

    /// Two lower-case digits a byte.
    public static func encode(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { encode($0) } }

    /// Two lower-case digits a byte.
    public static func encode(_ bytes: ArraySlice<UInt8>) -> String { bytes.withUnsafeBytes { encode($0) } }

    /// The bytes of an even number of digits of either case; nil for anything else.
    public static func decode(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8 { digits in
            guard digits.count % 2 == 0 else { return nil }
            var isHex = true
            let bytes = [UInt8](unsafeUninitializedCapacity: digits.count / 2) { bytes, count in
                count = digits.count / 2
                for index in 0..<count {
                    let (high, low) = (value(digits[index * 2]), value(digits[index * 2 + 1]))
                    if high | low > 15 { isHex = false }
                    bytes[index] = high << 4 | low & 15
                }
            }
            return isHex ? bytes : nil
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// The value of a digit; more than 15 for what is none.
    private static func value(_ digit: UInt8) -> UInt8 {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: 0xFF
        }
    }
}
