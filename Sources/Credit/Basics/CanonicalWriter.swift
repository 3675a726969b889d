/// 规范字节: writes what is hashed or stored, in one form only: JSON text with sorted keys, no white space, strings
/// escaped only where JSON demands it, whole numbers of 64 bits.
///
/// - Source: RFC 8785 in spirit; the bytes of an event never change once released.
public struct CanonicalWriter: Sendable {
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []
    private var lastKey = ""
    private var isEmpty = true

    /// An object without members.
    public init(capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
        bytes.append(0x7B)
    }

    /// The object that `members` writes.
    public static func object(_ members: (inout CanonicalWriter) -> Void) -> [UInt8] {
        var writer = CanonicalWriter()
        members(&writer)
        return writer.finished()
    }

    /// The finished object.
    public consuming func finished() -> [UInt8] {
        bytes.append(0x7D)
        return bytes
    }

    /// Adds a text; nothing for nil. Keys must come in the order of their bytes.
    public mutating func put(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        begin(key)
        CanonicalWriter.append(text: value, to: &bytes)
    }

    /// Adds a whole number; nothing for nil.
    public mutating func put(_ key: StaticString, _ value: Int?) {
        guard let value else { return }
        begin(key)
        CanonicalWriter.append(Int64(value), to: &bytes)
    }

    /// Adds a day; nothing for nil.
    public mutating func put(_ key: StaticString, _ value: Day?) {
        guard let value else { return }
        begin(key)
        CanonicalWriter.append(value, to: &bytes)
    }

    /// Adds a truth; nothing for false, so that absent means false.
    public mutating func put(_ key: StaticString, _ value: Bool) {
        guard value else { return }
        begin(key)
        bytes.append(contentsOf: "true".utf8)
    }

    /// Adds texts in their order; nothing for none.
    public mutating func put(_ key: StaticString, _ values: [String]) {
        guard !values.isEmpty else { return }
        begin(key)
        bytes.append(0x5B)
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            CanonicalWriter.append(text: value, to: &bytes)
        }
        bytes.append(0x5D)
    }

    /// Adds a value that is canonical already; nothing for nil.
    public mutating func put(_ key: StaticString, canonical value: [UInt8]?) {
        guard let value else { return }
        begin(key)
        bytes.append(contentsOf: value)
    }

    private mutating func begin(_ key: StaticString) {
        key.withUTF8Buffer { name in
            assert(isSorted(name), "canonical keys must be sorted")
            if !isEmpty { bytes.append(0x2C) }
            isEmpty = false
            bytes.append(0x22)
            bytes.append(contentsOf: name)
            bytes.append(0x22)
            bytes.append(0x3A)
        }
    }

    private mutating func isSorted(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let key = String(decoding: name, as: UTF8.self)
        defer { lastKey = key }
        return isEmpty || lastKey.utf8.lexicographicallyPrecedes(key.utf8)
    }

    /// Appends a whole number.
    public static func append(_ value: Int64, to out: inout [UInt8]) {
        if value < 0 { out.append(0x2D) }
        var magnitude = value.magnitude
        var divisor: UInt64 = 1
        while magnitude / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            out.append(0x30 + UInt8(magnitude / divisor))
            magnitude %= divisor
            divisor /= 10
        }
    }

    /// Appends a day as a string.
    public static func append(_ day: Day, to out: inout [UInt8]) {
        let (year, month, dayOfMonth) = day.civil
        out.append(0x22)
        for value in [year / 100, year % 100] { appendTwo(value, to: &out) }
        out.append(0x2D)
        appendTwo(month, to: &out)
        out.append(0x2D)
        appendTwo(dayOfMonth, to: &out)
        out.append(0x22)
    }

    private static func appendTwo(_ value: Int, to out: inout [UInt8]) {
        out.append(0x30 + UInt8(value / 10))
        out.append(0x30 + UInt8(value % 10))
    }

    /// Appends a text as a JSON string.
    public static func append(text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { append(text: UnsafeRawBufferPointer($0), 0, $0.count, to: &out) }
    }

    /// Appends UTF-8 bytes as a JSON string.
    public static func append(text bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, to out: inout [UInt8]) {
        out.append(0x22)
        var clean = start
        for index in start..<end {
            let byte = bytes[index]
            if byte >= 0x20, byte != 0x22, byte != 0x5C { continue }
            if clean < index { out.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[clean..<index])) }
            clean = index + 1
            out.append(0x5C)
            switch byte {
            case 0x22, 0x5C: out.append(byte)
            case 0x08: out.append(0x62)
            case 0x09: out.append(0x74)
            case 0x0A: out.append(0x6E)
            case 0x0C: out.append(0x66)
            case 0x0D: out.append(0x72)
            default:
                out.append(contentsOf: "u00".utf8)
                out.append(0x30 + byte >> 4)
                let low = byte & 15
                out.append(low < 10 ? 0x30 + low : 0x57 + low)
            }
        }
        if clean < end { out.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[clean..<end])) }
        out.append(0x22)
    }
}
