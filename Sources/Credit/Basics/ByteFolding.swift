/// 归一: folding of bytes that people write in several ways: full-width forms, spaces, brackets, letter case.
public enum ByteFolding {
    /// The range of `bytes` without white space at its ends (ASCII white space, U+00A0, U+3000, U+FEFF).
    @inline(__always)
    public static func trimmed(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> (Int, Int) {
        guard start < end else { return (start, start) }
        // Nearly every cell begins with a character that is no space and ends so: decide that with two looks.
        let first = bytes[start]
        let last = bytes[end - 1]
        if first > 0x20, first != 0xC2, first != 0xE3, first != 0xEF, last > 0x20, last < 0x80 || last > 0xBF {
            return (start, end)
        }
        return trimmedSlowly(bytes, start, end)
    }

    private static func trimmedSlowly(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> (Int, Int) {
        var (start, end) = (start, end)
        while start < end {
            let width = spaceWidth(bytes, at: start, end)
            if width == 0 { break }
            start += width
        }
        while start < end {
            if bytes[end - 1] <= 0x20 {
                end -= 1
            } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else if end - start >= 3, spaceWidth(bytes, at: end - 3, end) == 3 {
                end -= 3
            } else {
                break
            }
        }
        return (start, end)
    }

    /// How many bytes of white space stand at `index`.
    @inline(__always)
    static func spaceWidth(_ bytes: UnsafeRawBufferPointer, at index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case 0...0x20: return 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: return 2
        case 0xE3 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: return 3
        case 0xEF where index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF: return 3
        default: return 0
        }
    }

    /// Appends the bytes with full-width ASCII made half-width; the rest as it is.
    public static func appendNarrow(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, to out: inout [UInt8]
    ) {
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == 0xEF, index + 2 < end, let narrow = halfWidth(bytes[index + 1], bytes[index + 2]) {
                out.append(narrow)
                index += 3
            } else if byte == 0xE3, spaceWidth(bytes, at: index, end) == 3 {
                out.append(0x20)
                index += 3
            } else {
                out.append(byte)
                index += 1
            }
        }
    }

    /// Appends the bytes as keys compare them: half-width, upper case, without white space, every kind of bracket round.
    ///
    /// - Source: domain practice 22: 〔〕 [] 【】 （） mean the same in a document number.
    public static func appendKey(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, to out: inout [UInt8]
    ) {
        var index = start
        while index < end {
            let space = spaceWidth(bytes, at: index, end)
            if space > 0 {
                index += space
                continue
            }
            var byte = bytes[index]
            var width = 1
            if byte == 0xEF, index + 2 < end, let narrow = halfWidth(bytes[index + 1], bytes[index + 2]) {
                byte = narrow
                width = 3
            } else if byte == 0xE3, index + 2 < end, bytes[index + 1] == 0x80 {
                // 〈〉《》「」『』【】〔〕〖〗 stand in U+3008…U+3017: even ones open, odd ones close.
                let last = bytes[index + 2]
                if (0x90...0x91).contains(last) || (0x94...0x97).contains(last) {
                    byte = last & 1 == 0 ? 0x28 : 0x29
                    width = 3
                }
            }
            index += width
            switch byte {
            case 0x5B, 0x7B: out.append(0x28)
            case 0x5D, 0x7D: out.append(0x29)
            case 0x61...0x7A: out.append(byte - 0x20)
            default: out.append(byte)
            }
        }
    }

    /// The folded key of a text.
    public static func key(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var out: [UInt8] = []
            appendKey(UnsafeRawBufferPointer(bytes), 0, bytes.count, to: &out)
            return String(decoding: out, as: UTF8.self)
        }
    }

    /// How many Unicode scalars the UTF-8 bytes hold.
    @inline(__always)
    public static func scalarCount(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
        var count = 0
        for index in start..<end where bytes[index] & 0xC0 != 0x80 { count &+= 1 }
        return count
    }

    /// U+FF01…U+FF5E as ASCII.
    @inline(__always)
    private static func halfWidth(_ middle: UInt8, _ last: UInt8) -> UInt8? {
        if middle == 0xBC, (0x81...0xBF).contains(last) { return last - 0x60 }
        if middle == 0xBD, (0x80...0x9E).contains(last) { return last - 0x20 }
        return nil
    }
}
