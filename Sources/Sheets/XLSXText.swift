/// 可写文本: bytes of a cell as text that may stand in a workbook.
enum XLSXText {
    /// Longest cell of Excel, in characters.
    static let longest = 32_767

    /// Text that Excel opens: no broken UTF-8, no control characters but tab and line breaks, not too long.
    ///
    /// What XML cannot hold is written as `_x0001_`, and a text that looks like such an escape is escaped itself.
    static func writable(_ bytes: UnsafeRawBufferPointer) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        if bytes.count <= longest, !needsEscaping(bytes) { return text }
        var out = ""
        var count = 0
        let all = Array(text.utf8)
        var at = 0
        for scalar in text.unicodeScalars {
            var piece = String(Character(scalar))
            let isControl = scalar.value < 0x20 && scalar.value != 0x09 && scalar.value != 0x0A || scalar.value == 0x7F
            if isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
                piece = escaped(UInt16(scalar.value))
            } else if scalar == "_", OOXMLEscape.unit(all, at: at) != nil {
                piece = escaped(0x5F)
            }
            count += piece.utf16.count
            guard count <= longest else { break }
            out += piece
            at += UTF8.width(scalar)
        }
        return out
    }

    /// Whether a control character, U+FFFE, U+FFFF or what looks like an escape may be among the bytes.
    private static func needsEscaping(_ bytes: UnsafeRawBufferPointer) -> Bool {
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case 0x0A: continue
            case 0..<0x20, 0x7F: return true
            case 0x5F where next == 0x78: return true
            case 0xEF where next == 0xBF: return true
            default: continue
            }
        }
        return false
    }

    private static func escaped(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
    }
}
