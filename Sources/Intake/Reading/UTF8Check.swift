/// 编码检查: finds bytes that are no UTF-8 character and puts NUL in their place, which no text holds.
enum UTF8Check {
    private static let high: UInt64 = 0x8080_8080_8080_8080
    private static let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    /// Blanks every byte in `from ..< until` that is no part of a character; `from` begins a character.
    ///
    /// Bytes before `from` may be looked at, up to eight of them.
    /// - Returns: up to where the bytes are characters; short of `until` if the last one may go on behind it.
    static func blankFaults(_ base: UnsafeMutableRawPointer, from: Int, until: Int, isLast: Bool) -> Int {
        let stride = 4096
        var index = from
        while index < until {
            let count = min(stride, until - index) & ~7
            if count > 0, isPlain(UnsafeRawPointer(base + index), count: count) {
                index += count
                index -= openTail(UnsafeRawPointer(base + index))
                continue
            }
            let stop = count > 0 ? index + count : until
            while index < stop {
                let length = characterLength(UnsafeRawPointer(base + index), left: until - index)
                if length > 0 {
                    index += length
                } else if length < 0 && !isLast {
                    return index
                } else {
                    base.storeBytes(of: 0, toByteOffset: index, as: UInt8.self)
                    index += 1
                }
            }
        }
        return index
    }

    /// Whether all is one- to three-byte characters in their right form, none of them near a special rule.
    ///
    /// One look at each byte, all in words: the continuation bytes must stand exactly where the leads before them ask
    /// for one. Leads with rules of their own (C0, C1, E0, ED, F0 and above) are left to the slow way.
    @inline(__always)
    private static func isPlain(_ base: UnsafeRawPointer, count: Int) -> Bool {
        var faults: UInt64 = 0
        var index = 0
        while index < count {
            let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let before = base.loadUnaligned(fromByteOffset: index - 1, as: UInt64.self)
            let second = base.loadUnaligned(fromByteOffset: index - 2, as: UInt64.self)
            let continuation = word & ~(word << 1)
            let expected = (before & (before << 1)) | (second & (second << 1) & (second << 2))
            faults |= continuation ^ expected
            let lead = word & (word << 1)
            let three = lead & (word << 2)
            faults |= three & (word << 3)
            // E0 and ED: the byte without its top three bits is 0 or 13. C0 and C1: without its lowest bit it is C0.
            let atE0 = word ^ 0xE0E0_E0E0_E0E0_E0E0
            let atED = word ^ 0xEDED_EDED_EDED_EDED
            let atC0 = (word ^ 0xC0C0_C0C0_C0C0_C0C0) & 0xFEFE_FEFE_FEFE_FEFE
            faults |= ~(((atE0 & low7) &+ low7) | atE0)
            faults |= ~(((atED & low7) &+ low7) | atED)
            faults |= ~(((atC0 & low7) &+ low7) | atC0)
            index += 8
        }
        return faults & high == 0
    }

    /// How many bytes of an unfinished character stand before the place.
    @inline(__always)
    private static func openTail(_ place: UnsafeRawPointer) -> Int {
        if place.load(fromByteOffset: -1, as: UInt8.self) >= 0xC0 { return 1 }
        return place.load(fromByteOffset: -2, as: UInt8.self) >= 0xE0 ? 2 : 0
    }

    /// Length of the character at the place; 0 if there is none, -1 if it may be cut off by the end.
    static func characterLength(_ place: UnsafeRawPointer, left: Int) -> Int {
        let first = place.load(as: UInt8.self)
        if first < 0x80 { return 1 }
        let (length, from, until): (Int, UInt8, UInt8)
        switch first {
        case 0xC2...0xDF: (length, from, until) = (2, 0x80, 0xBF)
        case 0xE0: (length, from, until) = (3, 0xA0, 0xBF)
        case 0xED: (length, from, until) = (3, 0x80, 0x9F)
        case 0xE1...0xEF: (length, from, until) = (3, 0x80, 0xBF)
        case 0xF0: (length, from, until) = (4, 0x90, 0xBF)
        case 0xF1...0xF3: (length, from, until) = (4, 0x80, 0xBF)
        case 0xF4: (length, from, until) = (4, 0x80, 0x8F)
        default: return 0
        }
        guard left > 1 else { return -1 }
        let second = place.load(fromByteOffset: 1, as: UInt8.self)
        guard second >= from, second <= until else { return 0 }
        var index = 2
        while index < length {
            guard index < left else { return -1 }
            guard place.load(fromByteOffset: index, as: UInt8.self) & 0xC0 == 0x80 else { return 0 }
            index += 1
        }
        return length
    }
}
