import Glibc

/// 转码: turns a text of another encoding into UTF-8 piece by piece; a byte that is no character becomes NUL.
protocol CharacterConverter {
    /// Turns as much as fits and is whole.
    ///
    /// - Parameter isLast: whether what is left unfinished at the end of `input` stays so.
    /// - Returns: how many bytes were taken and how many were made.
    mutating func convert(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, isLast: Bool
    ) -> (taken: Int, made: Int)
}

/// GB18030 转码, by the tables of the C library.
final class GB18030Converter: CharacterConverter {
    private let handle: iconv_t

    init() throws {
        guard let handle = iconv_open("UTF-8", "GB18030"), Int(bitPattern: handle) != -1 else {
            throw FileProblem.unreadable(path: "GB18030", reason: "the C library has no converter / 系统缺少转码表")
        }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    func convert(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, isLast: Bool
    ) -> (taken: Int, made: Int) {
        guard let base = input.baseAddress, let target = output.baseAddress else { return (0, 0) }
        // The C library takes the input as changeable and does not change it.
        var from: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base).assumingMemoryBound(
            to: CChar.self)
        var to: UnsafeMutablePointer<CChar>? = target.assumingMemoryBound(to: CChar.self)
        var (left, room) = (input.count, output.count)
        while left > 0 {
            if iconv(handle, &from, &left, &to, &room) != -1 { break }
            let reason = errno
            if reason == E2BIG || (reason == EINVAL && !isLast) || room == 0 { break }
            // One byte at a time: what follows a lead byte without its partner may be a line break.
            to?.pointee = 0
            (to, room) = (to.map { $0 + 1 }, room - 1)
            (from, left) = (from.map { $0 + 1 }, left - 1)
        }
        return (input.count - left, output.count - room)
    }
}

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
