/// UTF-16 转码, in either order of bytes.
struct UTF16Converter: CharacterConverter {
    let isBig: Bool

    func convert(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, isLast: Bool
    ) -> (taken: Int, made: Int) {
        var (from, to) = (0, 0)
        func unit(_ index: Int) -> UInt32 {
            let (low, high) = isBig ? (input[index + 1], input[index]) : (input[index], input[index + 1])
            return UInt32(high) << 8 | UInt32(low)
        }
        func put(_ value: UInt32) {
            output[to] = UInt8(truncatingIfNeeded: value)
            to += 1
        }
        while to + 4 <= output.count {
            guard from + 1 < input.count else {
                if isLast, from < input.count {
                    put(0)
                    from += 1
                }
                break
            }
            let first = unit(from)
            switch first {
            case 0..<0x80: put(first)
            case 0x80..<0x800:
                put(0xC0 | first >> 6)
                put(0x80 | first & 0x3F)
            case 0xD800..<0xDC00:
                guard from + 3 < input.count || isLast else { return (from, to) }
                let second = from + 3 < input.count ? unit(from + 2) : 0
                guard (0xDC00..<0xE000).contains(second) else {
                    put(0)
                    break
                }
                let scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                put(0xF0 | scalar >> 18)
                put(0x80 | scalar >> 12 & 0x3F)
                put(0x80 | scalar >> 6 & 0x3F)
                put(0x80 | scalar & 0x3F)
                from += 2
            case 0xDC00..<0xE000: put(0)
            default:
                put(0xE0 | first >> 12)
                put(0x80 | first >> 6 & 0x3F)
                put(0x80 | first & 0x3F)
            }
            from += 2
        }
        return (from, to)
    }
}
