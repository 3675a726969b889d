/// 规范字节扫描: finds the members of a canonical object in its bytes and refuses every other spelling; it makes no value.
struct CanonicalScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    @inline(__always) private mutating func take(_ byte: UInt8) throws(CanonicalFault) {
        guard index < bytes.count, bytes[index] == byte else { throw CanonicalFault(byte: index) }
        index += 1
    }

    /// Reads an object and notes where its members lie.
    mutating func object(into places: inout [CanonicalReader.Place]) throws(CanonicalFault) {
        try object { places.append($0) }
    }

    private mutating func object(_ found: (CanonicalReader.Place) -> Void) throws(CanonicalFault) {
        try take(0x7B)
        var last: (range: Range<Int>, isEscaped: Bool)?
        while next != 0x7D {
            if last != nil { try take(0x2C) }
            let start = index
            let key = try string()
            if let last, !precedes(last, key) { throw CanonicalFault(byte: start) }
            last = key
            try take(0x3A)
            let (kind, value, isEscaped) = try value()
            found(
                CanonicalReader.Place(
                    key: key.range, value: value, kind: kind, isKeyEscaped: key.isEscaped, isEscaped: isEscaped))
        }
        index += 1
    }

    private func precedes(_ left: (range: Range<Int>, isEscaped: Bool), _ right: (range: Range<Int>, isEscaped: Bool))
        -> Bool
    {
        if left.isEscaped || right.isEscaped {
            let earlier = CanonicalScanner.text(bytes, left.range, isEscaped: left.isEscaped)
            let later = CanonicalScanner.text(bytes, right.range, isEscaped: right.isEscaped)
            return earlier.utf8.lexicographicallyPrecedes(later.utf8)
        }
        var (a, b) = (left.range.lowerBound, right.range.lowerBound)
        while a < left.range.upperBound, b < right.range.upperBound {
            if bytes[a] != bytes[b] { return bytes[a] < bytes[b] }
            a += 1
            b += 1
        }
        return a == left.range.upperBound && b < right.range.upperBound
    }

    private mutating func value() throws(CanonicalFault) -> (CanonicalReader.Kind, Range<Int>, isEscaped: Bool) {
        let start = index
        switch next {
        case 0x22:
            let (range, isEscaped) = try string()
            return (.text, range, isEscaped)
        case 0x7B:
            try object { _ in }
            return (.object, start..<index, false)
        case 0x5B:
            try take(0x5B)
            while next != 0x5D {
                if index > start + 1 { try take(0x2C) }
                _ = try string()
            }
            index += 1
            return (.texts, start..<index, false)
        case 0x74:
            for byte in "true".utf8 { try take(byte) }
            return (.truth, start..<index, false)
        default:
            try number()
            return (.number, start..<index, false)
        }
    }

    private mutating func number() throws(CanonicalFault) {
        let start = index
        let isNegative = next == 0x2D
        if isNegative { index += 1 }
        var value: Int64 = 0
        while let digit = next, digit &- 0x30 < 10 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowed) = product.subtractingReportingOverflow(Int64(digit - 0x30))
            guard !overflow, !overflowed else { throw CanonicalFault(byte: start) }
            value = sum
            index += 1
        }
        let first = start + (isNegative ? 1 : 0)
        let isCanonical = index > first && (bytes[first] != 0x30 || (index == first + 1 && !isNegative))
        guard isCanonical, isNegative || value != Int64.min else { throw CanonicalFault(byte: start) }
    }

    /// Passes over a string; where its content lies, without the quotes, and whether it has escapes.
    private mutating func string() throws(CanonicalFault) -> (range: Range<Int>, isEscaped: Bool) {
        try take(0x22)
        let start = index
        while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index += 1 }
        if next == 0x22 {
            index += 1
            return (start..<index - 1, false)
        }
        while let byte = next, byte != 0x22 {
            index += 1
            guard byte >= 0x20 else { throw CanonicalFault(byte: index - 1) }
            if byte == 0x5C { _ = try escaped() }
        }
        try take(0x22)
        return (start..<index - 1, true)
    }

    private mutating func escaped() throws(CanonicalFault) -> UInt8 {
        let start = index
        guard let byte = next else { throw CanonicalFault(byte: index) }
        index += 1
        switch byte {
        case 0x22, 0x5C: return byte
        case 0x62: return 0x08
        case 0x74: return 0x09
        case 0x6E: return 0x0A
        case 0x66: return 0x0C
        case 0x72: return 0x0D
        case 0x75:
            guard index + 4 <= bytes.count,
                let code = UInt8(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16), code < 0x20
            else { throw CanonicalFault(byte: start) }
            index += 4
            return code
        default: throw CanonicalFault(byte: start)
        }
    }

    /// The text that stands in bytes found to be a string.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isEscaped: Bool) -> String {
        let written = UnsafeBufferPointer(rebasing: bytes[range])
        guard isEscaped else { return String(decoding: written, as: UTF8.self) }
        var scanner = CanonicalScanner(bytes: bytes)
        scanner.index = range.lowerBound
        var text: [UInt8] = []
        while scanner.index < range.upperBound {
            let byte = bytes[scanner.index]
            scanner.index += 1
            text.append(byte == 0x5C ? (try? scanner.escaped()) ?? byte : byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The texts that stand in bytes found to be a list of strings.
    static func texts(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [String] {
        var scanner = CanonicalScanner(bytes: bytes)
        scanner.index = range.lowerBound + 1
        var texts: [String] = []
        while scanner.index < range.upperBound - 1 {
            if bytes[scanner.index] == 0x2C { scanner.index += 1 }
            guard let (place, isEscaped) = try? scanner.string() else { break }
            texts.append(text(bytes, place, isEscaped: isEscaped))
        }
        return texts
    }
}
