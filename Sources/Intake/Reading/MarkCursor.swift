/// 分隔符扫描: walks over the bytes of a delimited text that can mean something: delimiter, quote, control characters.
struct MarkCursor {
    private let base: UnsafePointer<UInt8>
    private let end: Int
    private let delimiters: UInt64
    private var word: Int
    private var bits: UInt64

    /// A cursor over `start ..< end`; 64 bytes behind `end` must be readable.
    @inline(__always)
    init(_ base: UnsafePointer<UInt8>, from start: Int, until end: Int, delimiter: UInt8) {
        self.base = base
        self.end = end
        delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
        word = start
        bits = 0
        seek(start)
    }

    /// Goes on from `place`, which may lie behind or before the present one.
    @inline(__always)
    mutating func seek(_ place: Int) {
        word = place
        bits = marks(at: place)
    }

    /// Place of the next mark; the end if there is none.
    @inline(__always)
    mutating func next() -> Int {
        while bits == 0 {
            word += 64
            guard word < end else { return end }
            bits = marks(at: word)
        }
        let place = word + bits.trailingZeroBitCount
        bits &= bits &- 1
        return place
    }

    /// One bit for each of the 64 bytes at the place.
    @inline(__always)
    private func marks(at place: Int) -> UInt64 {
        var result: UInt64 = 0
        let from = UnsafeRawPointer(base + place)
        var index = 0
        while index < 8 {
            let bytes = from.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
            let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
            let plain = ((bytes & low7) &+ 0x6060_6060_6060_6060) | bytes
            let delimiter = bytes ^ delimiters
            let notDelimiter = ((delimiter & low7) &+ low7) | delimiter
            let quote = bytes ^ 0x2222_2222_2222_2222
            let notQuote = ((quote & low7) &+ low7) | quote
            let marked = ~(plain & notDelimiter & notQuote) & 0x8080_8080_8080_8080
            // The eight top bits, gathered into one byte.
            let gathered = ((marked &>> 7) &* 0x0102_0408_1020_4080) &>> 56
            result |= gathered &<< UInt64(truncatingIfNeeded: index &* 8)
            index &+= 1
        }
        let left = end &- place
        return left >= 64 ? result : left <= 0 ? 0 : result & ((1 &<< UInt64(truncatingIfNeeded: left)) &- 1)
    }
}
