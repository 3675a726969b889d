/// 规范字节读取: reads an object that `CanonicalWriter` wrote, and nothing else: other spellings of the same JSON are
/// refused, since their bytes would not be those that were hashed.
public struct CanonicalReader: Sendable {
    /// A value of the object.
    public enum Value: Sendable, Equatable {
        /// A string.
        case text(String)
        /// A whole number.
        case number(Int64)
        /// A truth.
        case truth(Bool)
        /// Strings in their order.
        case texts([String])
        /// An object, as its canonical bytes.
        case object([UInt8])
    }

    /// The members in the order of their keys.
    public let members: [(key: String, value: Value)]

    /// Reads an object.
    ///
    /// - Throws: `CanonicalFault` with the byte at which the bytes are no canonical object.
    public init(_ bytes: [UInt8]) throws(CanonicalFault) {
        var scanner = Scanner(bytes: bytes)
        members = try scanner.object()
        guard scanner.index == bytes.count else { throw CanonicalFault(byte: scanner.index) }
    }

    private subscript(_ key: String) -> Value? {
        // Bodies have some twenty members: looking through them beats building a table.
        for member in members where member.key == key { return member.value }
        return nil
    }

    /// The text of a key; nil where it is absent.
    public func text(_ key: String) -> String? {
        if case .text(let text)? = self[key] { text } else { nil }
    }

    /// The whole number of a key; nil where it is absent.
    public func number(_ key: String) -> Int? {
        if case .number(let number)? = self[key] { Int(number) } else { nil }
    }

    /// The day of a key; nil where it is absent or no day.
    public func day(_ key: String) -> Day? { text(key).flatMap { Day($0) } }

    /// The truth of a key; absent means false.
    public func truth(_ key: String) -> Bool { self[key] == .truth(true) }

    /// The strings of a key; absent means none.
    public func texts(_ key: String) -> [String] {
        if case .texts(let texts)? = self[key] { texts } else { [] }
    }

    /// The canonical bytes of the object of a key; nil where it is absent.
    public func object(_ key: String) -> [UInt8]? {
        if case .object(let bytes)? = self[key] { bytes } else { nil }
    }

    /// The text of a key that must be there.
    public func require(_ key: String) throws(CanonicalFault) -> String {
        guard let text = text(key) else { throw CanonicalFault(missing: key) }
        return text
    }

    /// The number of a key that must be there.
    public func requireNumber(_ key: String) throws(CanonicalFault) -> Int {
        guard let number = number(key) else { throw CanonicalFault(missing: key) }
        return number
    }

    /// The day of a key that must be there.
    public func requireDay(_ key: String) throws(CanonicalFault) -> Day {
        guard let day = day(key) else { throw CanonicalFault(missing: key) }
        return day
    }
}

/// 规范字节错误: bytes that are not what `CanonicalWriter` writes, or lack a member that must be there.
public struct CanonicalFault: Error, Sendable, Equatable {
    /// The byte at which reading stopped; -1 where a member is missing.
    public let byte: Int
    /// The member that is missing or means nothing.
    public let member: String?

    init(byte: Int) {
        self.byte = byte
        member = nil
    }

    /// A member that is missing or means nothing.
    public init(missing member: String) {
        byte = -1
        self.member = member
    }
}

private struct Scanner {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) throws(CanonicalFault) {
        guard next == byte else { throw CanonicalFault(byte: index) }
        index += 1
    }

    mutating func object() throws(CanonicalFault) -> [(key: String, value: CanonicalReader.Value)] {
        try take(0x7B)
        var members: [(key: String, value: CanonicalReader.Value)] = []
        while next != 0x7D {
            if !members.isEmpty { try take(0x2C) }
            let start = index
            let key = try string()
            if let last = members.last, !last.key.utf8.lexicographicallyPrecedes(key.utf8) {
                throw CanonicalFault(byte: start)
            }
            try take(0x3A)
            members.append((key, try value()))
        }
        index += 1
        return members
    }

    private mutating func value() throws(CanonicalFault) -> CanonicalReader.Value {
        switch next {
        case 0x22: return .text(try string())
        case 0x7B:
            let start = index
            _ = try object()
            return .object(Array(bytes[start..<index]))
        case 0x5B: return .texts(try texts())
        case 0x74:
            for byte in "true".utf8 { try take(byte) }
            return .truth(true)
        default: return .number(try number())
        }
    }

    private mutating func texts() throws(CanonicalFault) -> [String] {
        try take(0x5B)
        var texts: [String] = []
        while next != 0x5D {
            if !texts.isEmpty { try take(0x2C) }
            texts.append(try string())
        }
        index += 1
        return texts
    }

    private mutating func number() throws(CanonicalFault) -> Int64 {
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
        return isNegative ? value : -value
    }

    private mutating func string() throws(CanonicalFault) -> String {
        try take(0x22)
        let start = index
        while let byte = next, byte != 0x22, byte != 0x5C, byte >= 0x20 { index += 1 }
        if next == 0x22 {
            defer { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while let byte = next, byte != 0x22 {
            index += 1
            guard byte >= 0x20 else { throw CanonicalFault(byte: index - 1) }
            text.append(byte == 0x5C ? try escaped() : byte)
        }
        try take(0x22)
        return String(decoding: text, as: UTF8.self)
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
}
