/// JSON 字符串: what the escapes of a string stand for.
enum JSONText {
    /// Puts characters in the place of escapes; the text only gets shorter. The escapes must be well formed.
    ///
    /// - Returns: the new length, and whether every escape named a character; half a character (a surrogate without its
    ///   partner) and NUL stand as `?`.
    static func unescape(_ text: UnsafeMutablePointer<UInt8>, count: Int) -> (count: Int, isWhole: Bool) {
        var result = Output(text: text)
        var isWhole = true
        var place = 0
        while place < count {
            let byte = text[place]
            guard byte == 0x5C, place + 1 < count else {
                result.put(byte)
                place += 1
                continue
            }
            switch text[place + 1] {
            case 0x62: result.put(0x08)
            case 0x66: result.put(0x0C)
            case 0x6E: result.put(0x0A)
            case 0x72: result.put(0x0D)
            case 0x74: result.put(0x09)
            case 0x75:
                var scalar = unit(text, place + 2, count)
                place += 4
                if (0xD800..<0xDC00).contains(scalar), place + 3 < count, text[place + 2] == 0x5C,
                    text[place + 3] == 0x75, case let low = unit(text, place + 4, count),
                    (0xDC00..<0xE000).contains(low)
                {
                    scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
                    place += 6
                }
                if scalar == 0 || (0xD800..<0xE000).contains(scalar) {
                    isWhole = false
                    scalar = 0x3F
                }
                result.put(scalar: scalar)
            case let other: result.put(other)
            }
            place += 2
        }
        return (result.count, isWhole)
    }

    private struct Output {
        let text: UnsafeMutablePointer<UInt8>
        var count = 0

        mutating func put(_ byte: UInt8) {
            text[count] = byte
            count += 1
        }

        mutating func put(scalar: UInt32) {
            switch scalar {
            case 0..<0x80: put(UInt8(scalar))
            case 0x80..<0x800:
                put(UInt8(0xC0 | scalar >> 6))
                put(UInt8(0x80 | scalar & 0x3F))
            case 0x800..<0x10000:
                put(UInt8(0xE0 | scalar >> 12))
                put(UInt8(0x80 | scalar >> 6 & 0x3F))
                put(UInt8(0x80 | scalar & 0x3F))
            default:
                put(UInt8(0xF0 | scalar >> 18))
                put(UInt8(0x80 | scalar >> 12 & 0x3F))
                put(UInt8(0x80 | scalar >> 6 & 0x3F))
                put(UInt8(0x80 | scalar & 0x3F))
            }
        }
    }

    private static func unit(_ text: UnsafeMutablePointer<UInt8>, _ place: Int, _ count: Int) -> UInt32 {
        guard place + 4 <= count else { return 0 }
        var value: UInt32 = 0
        for index in place..<place + 4 { value = value << 4 | (JSONGrammar.hex(text[index]) ?? 0) }
        return value
    }
}
