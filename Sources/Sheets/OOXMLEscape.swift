/// 转义: `_x000D_` in OOXML text stands for the character U+000D.
enum OOXMLEscape {
    /// Replaces the escapes of `bytes` from `start` on.
    static func decode(_ bytes: inout [UInt8], from start: Int) {
        guard bytes.count - start >= 7, var read = first(bytes, from: start) else { return }
        var write = read
        while read < bytes.count {
            guard let unit = unit(bytes, at: read) else {
                bytes[write] = bytes[read]
                write += 1
                read += 1
                continue
            }
            var scalar = Unicode.Scalar(unit)
            var length = 7
            if unit & 0xFC00 == 0xD800, let low = self.unit(bytes, at: read + 7), low & 0xFC00 == 0xDC00 {
                scalar = Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)))
                length = 14
            }
            for byte in String(Character(scalar ?? "\u{FFFD}")).utf8 {
                bytes[write] = byte
                write += 1
            }
            read += length
        }
        bytes.removeSubrange(write...)
    }

    /// The number in an escape that begins at `index`.
    static func unit(_ bytes: some RandomAccessCollection<UInt8>, at index: Int) -> UInt16? {
        guard index + 7 <= bytes.count else { return nil }
        func byte(_ offset: Int) -> UInt8 { bytes[bytes.index(bytes.startIndex, offsetBy: index + offset)] }
        guard byte(0) == 0x5F, byte(1) == 0x78, byte(6) == 0x5F else { return nil }
        var unit: UInt16 = 0
        for offset in 2..<6 {
            let digit = byte(offset)
            switch digit {
            case 0x30...0x39: unit = unit << 4 | UInt16(digit - 0x30)
            case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt16((digit | 0x20) - 0x61 + 10)
            default: return nil
            }
        }
        return unit
    }

    private static func first(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 7 <= bytes.count {
            if bytes[index] == 0x5F, unit(bytes, at: index) != nil { return index }
            index += 1
        }
        return nil
    }
}
