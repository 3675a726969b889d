/// JSON 语法: the strict grammar of RFC 8259 over bytes; says where a value ends without building anything.
///
/// A NUL in a string, which is what a byte stands as that is no character, is passed over and noted: the text is still
/// cut rightly there. 64 bytes behind `end` must be readable.
struct JSONGrammar {
    /// How deep values may lie inside each other.
    static let deepest = 64

    /// Why a value has no end.
    enum Stop: Error {
        /// The bytes end before the value does.
        case open
        /// What stands at this place can stand there in no JSON text.
        case broken(at: Int)
    }

    let base: UnsafeMutablePointer<UInt8>
    let end: Int
    /// Whether nothing follows behind `end`.
    let isLast: Bool
    /// Whether a string passed over had an escape in it.
    private(set) var hadEscape = false
    /// Whether a string passed over had a byte in it that is no character.
    var hadBlank = false

    init(_ base: UnsafeMutablePointer<UInt8>, until end: Int, isLast: Bool) {
        self.base = base
        self.end = end
        self.isLast = isLast
    }

    /// The first place from `place` on that is no white space.
    @inline(__always)
    func skipSpace(_ place: Int) -> Int {
        var place = place
        while place < end, base[place] <= 0x20,
            base[place] == 0x20 || base[place] == 0x0A || base[place] == 0x0D || base[place] == 0x09
        {
            place &+= 1
        }
        return place
    }

    /// The byte at `place`, which must be there.
    @inline(__always)
    func byte(at place: Int) throws(Stop) -> UInt8 {
        guard place < end else { throw .open }
        return base[place]
    }

    /// Behind the byte `wanted`, which must come next but for white space.
    @inline(__always)
    func pass(_ wanted: UInt8, _ place: Int) throws(Stop) -> Int {
        let place = skipSpace(place)
        guard try byte(at: place) == wanted else { throw .broken(at: place) }
        return place &+ 1
    }

    /// Behind the string whose opening quote stands at `place`.
    mutating func skipString(_ place: Int) throws(Stop) -> Int {
        guard try byte(at: place) == 0x22 else { throw .broken(at: place) }
        hadEscape = false
        var place = place &+ 1
        while true {
            let special = firstSpecial(place)
            guard special < end else { throw .open }
            switch base[special] {
            case 0x22: return special &+ 1
            case 0x5C:
                hadEscape = true
                place = try skipEscape(special)
            case 0:
                hadBlank = true
                place = special &+ 1
            default: throw .broken(at: special)
            }
        }
    }

    /// The next quote, backslash or control character; at or behind the end if there is none.
    @inline(__always)
    private func firstSpecial(_ place: Int) -> Int {
        var place = place
        let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        while place < end {
            let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
            let plain = ((word & low7) &+ 0x6060_6060_6060_6060) | word
            let quote = word ^ 0x2222_2222_2222_2222
            let notQuote = ((quote & low7) &+ low7) | quote
            let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
            let notSlash = ((slash & low7) &+ low7) | slash
            let marked = ~(plain & notQuote & notSlash) & 0x8080_8080_8080_8080
            if marked != 0 { return place &+ marked.trailingZeroBitCount &>> 3 }
            place &+= 8
        }
        return place
    }

    private func skipEscape(_ place: Int) throws(Stop) -> Int {
        switch try byte(at: place + 1) {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return place + 2
        case 0x75:
            for digit in place + 2..<place + 6 where JSONGrammar.hex(try byte(at: digit)) == nil {
                throw .broken(at: digit)
            }
            return place + 6
        default: throw .broken(at: place)
        }
    }

    static func hex(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }

    /// Behind the number that begins at `place`.
    func skipNumber(_ place: Int) throws(Stop) -> Int {
        var place = place
        if try byte(at: place) == 0x2D { place += 1 }
        if try byte(at: place) == 0x30 { place += 1 } else { place = try skipDigits(place) }
        if place < end, base[place] == 0x2E { place = try skipDigits(place + 1) }
        if place < end, base[place] | 0x20 == 0x65 {
            place += 1
            let sign = try byte(at: place)
            if sign == 0x2B || sign == 0x2D { place += 1 }
            place = try skipDigits(place)
        }
        if place == end, !isLast { throw .open }
        return place
    }

    private func skipDigits(_ place: Int) throws(Stop) -> Int {
        guard try byte(at: place) &- 0x30 < 10 else { throw .broken(at: place) }
        var place = place + 1
        while place < end, base[place] &- 0x30 < 10 { place += 1 }
        return place
    }

    /// Behind `true`, `false` or `null` at `place`.
    func skipWord(_ place: Int) throws(Stop) -> Int {
        let word: StaticString
        switch try byte(at: place) {
        case 0x74: word = "true"
        case 0x66: word = "false"
        case 0x6E: word = "null"
        default: throw .broken(at: place)
        }
        for index in 0..<word.utf8CodeUnitCount {
            guard try byte(at: place + index) == word.utf8Start[index] else { throw .broken(at: place + index) }
        }
        return place + word.utf8CodeUnitCount
    }

    /// Behind a value that is neither object nor array.
    mutating func skipScalar(_ place: Int) throws(Stop) -> Int {
        switch try byte(at: place) {
        case 0x22: try skipString(place)
        case 0x2D, 0x30...0x39: try skipNumber(place)
        default: try skipWord(place)
        }
    }

    /// Behind the key and the colon, where an object's member begins.
    mutating func skipKey(_ place: Int) throws(Stop) -> Int {
        try pass(0x3A, skipString(skipSpace(place)))
    }

    /// Behind any value.
    mutating func skipValue(_ place: Int) throws(Stop) -> Int {
        var place = place
        var depth = 0
        // One bit for each open value, the lowest the innermost: 1 for an object.
        var kinds: UInt64 = 0
        values: while true {
            place = skipSpace(place)
            let opening = try byte(at: place)
            if opening == 0x7B || opening == 0x5B {
                guard depth < JSONGrammar.deepest else { throw .broken(at: place) }
                depth += 1
                kinds = kinds << 1 | (opening == 0x7B ? 1 : 0)
                place = skipSpace(place + 1)
                if try byte(at: place) != opening + 2 {
                    if opening == 0x7B { place = try skipKey(place) }
                    continue values
                }
                place += 1
                depth -= 1
                kinds >>= 1
            } else {
                place = try skipScalar(place)
            }
            while depth > 0 {
                place = skipSpace(place)
                let isObject = kinds & 1 == 1
                switch try byte(at: place) {
                case 0x2C:
                    place = isObject ? try skipKey(place + 1) : place + 1
                    continue values
                case 0x7D where isObject, 0x5D where !isObject:
                    place += 1
                    depth -= 1
                    kinds >>= 1
                default: throw .broken(at: place)
                }
            }
            return place
        }
    }

    /// How many line breaks stand in `from ..< until`.
    func lines(_ from: Int, _ until: Int) -> Int {
        var count = 0
        var place = from
        let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        while until &- place >= 8 {
            let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
            count &+= (~(((word & low7) &+ low7) | word) & ~low7).nonzeroBitCount
            place &+= 8
        }
        while place < until {
            if base[place] == 0x0A { count &+= 1 }
            place &+= 1
        }
        return count
    }
}
