import Glibc

/// GB18030 转码, by the tables of the C library: its two-byte half is asked for once and kept, since nearly all Chinese
/// is written with it; what is rarer goes to the library character by character.
final class GB18030Converter: CharacterConverter {
    private static let trails = 190

    private let handle: iconv_t
    /// Characters of the pairs 8140 ... FEFE; 0 where the library must be asked.
    private var pairs: [UInt16]

    init() throws {
        guard let handle = iconv_open("UTF-8", "GB18030"), Int(bitPattern: handle) != -1 else {
            throw FileProblem.unreadable(path: "GB18030", reason: "the C library has no converter / 系统缺少转码表")
        }
        self.handle = handle
        pairs = [UInt16](repeating: 0, count: 126 * GB18030Converter.trails)
        for index in pairs.indices {
            let trail = index % GB18030Converter.trails
            let pair = [
                UInt8(0x81 + index / GB18030Converter.trails), UInt8(trail < 0x3F ? 0x40 + trail : 0x41 + trail),
            ]
            pairs[index] = pair.withUnsafeBytes { bytes in
                withUnsafeTemporaryAllocation(byteCount: 8, alignment: 8) { output in
                    switch ask(bytes, into: output) {
                    case .made(2): UInt16(output[0] & 0x1F) << 6 | UInt16(output[1] & 0x3F)
                    case .made(3):
                        UInt16(output[0] & 0x0F) << 12 | UInt16(output[1] & 0x3F) << 6 | UInt16(output[2] & 0x3F)
                    default: 0
                    }
                }
            }
        }
    }

    deinit { iconv_close(handle) }

    func convert(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, isLast: Bool
    ) -> (taken: Int, made: Int) {
        var (from, to) = (0, 0)
        pairs.withUnsafeBufferPointer { pairs in
            while from < input.count, to + 4 <= output.count {
                let first = input[from]
                if first < 0x80 {
                    let length = copyASCII(input, from, output, to)
                    from += length
                    to += length
                    continue
                }
                guard from + 1 < input.count || isLast else { return }
                let second = from + 1 < input.count ? input[from + 1] : 0
                if first > 0x80, first < 0xFF, second >= 0x40, second != 0x7F, second < 0xFF {
                    let column = Int(second) - (second < 0x7F ? 0x40 : 0x41)
                    let scalar = pairs[(Int(first) - 0x81) * GB18030Converter.trails + column]
                    if scalar >= 0x800 {
                        output[to] = 0xE0 | UInt8(truncatingIfNeeded: scalar >> 12)
                        output[to + 1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F
                        output[to + 2] = 0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F
                        from += 2
                        to += 3
                        continue
                    }
                    if scalar != 0 {
                        output[to] = 0xC0 | UInt8(truncatingIfNeeded: scalar >> 6)
                        output[to + 1] = 0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F
                        from += 2
                        to += 2
                        continue
                    }
                }
                let length = min(second >= 0x30 && second < 0x40 ? 4 : 2, input.count - from)
                let target = UnsafeMutableRawBufferPointer(rebasing: output[to...])
                switch ask(UnsafeRawBufferPointer(rebasing: input[from..<from + length]), into: target) {
                case .made(let made):
                    from += length
                    to += made
                case .open where !isLast && from + 4 > input.count: return
                default:
                    // One byte at a time: what follows a lead byte without its partner may be a line break.
                    output[to] = 0
                    from += 1
                    to += 1
                }
            }
        }
        return (from, to)
    }

    /// Copies ASCII up to the first byte above it.
    @inline(__always)
    private func copyASCII(
        _ input: UnsafeRawBufferPointer, _ from: Int, _ output: UnsafeMutableRawBufferPointer, _ to: Int
    ) -> Int {
        let room = min(input.count - from, output.count - to)
        var length = 0
        while length + 8 <= room {
            let word = input.loadUnaligned(fromByteOffset: from + length, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            output.storeBytes(of: word, toByteOffset: to + length, as: UInt64.self)
            length += 8
        }
        while length < room, input[from + length] < 0x80 {
            output[to + length] = input[from + length]
            length += 1
        }
        return length
    }

    private enum Answer {
        /// All of it is characters, so many bytes in UTF-8.
        case made(Int)
        /// It may be the beginning of a character.
        case open
        case noCharacter
    }

    private func ask(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Answer {
        guard let base = input.baseAddress, let target = output.baseAddress else { return .noCharacter }
        // The C library takes the input as changeable and does not change it.
        var from: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base).assumingMemoryBound(
            to: CChar.self)
        var to: UnsafeMutablePointer<CChar>? = target.assumingMemoryBound(to: CChar.self)
        var (left, room) = (input.count, output.count)
        if iconv(handle, &from, &left, &to, &room) != -1 { return .made(output.count - room) }
        let reason = errno
        // Back to the beginning, whatever was half read.
        iconv(handle, nil, nil, nil, nil)
        return reason == EINVAL ? .open : .noCharacter
    }
}
