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

    /// A member as it lies in the bytes; its value is made when it is asked for.
    struct Place {
        let key: Range<Int>
        let value: Range<Int>
        let kind: Kind
        /// Whether the key, or the text that is the value, has escapes.
        let isKeyEscaped: Bool
        let isEscaped: Bool
    }

    enum Kind: UInt8 { case text, number, truth, texts, object }

    private let bytes: [UInt8]
    /// The members in the order of their keys.
    private let places: [Place]

    /// Reads an object.
    ///
    /// - Throws: `CanonicalFault` with the byte at which the bytes are no canonical object.
    public init(_ bytes: [UInt8]) throws(CanonicalFault) {
        var places: [Place] = []
        places.reserveCapacity(24)
        var fault: CanonicalFault?
        bytes.withUnsafeBufferPointer { buffer in
            do throws(CanonicalFault) {
                var scanner = CanonicalScanner(bytes: buffer)
                try scanner.object(into: &places)
                guard scanner.index == buffer.count else { throw CanonicalFault(byte: scanner.index) }
            } catch {
                fault = error
            }
        }
        if let fault { throw fault }
        self.bytes = bytes
        self.places = places
    }

    /// The members in the order of their keys.
    public var members: [(key: String, value: Value)] { places.map { (key(of: $0), value(of: $0)) } }

    /// Hands every member to `body` in the order of the keys; the name's bytes are good until it returns.
    func each(_ body: (_ key: UnsafeBufferPointer<UInt8>, _ value: () -> Value) -> Void) {
        bytes.withUnsafeBufferPointer { buffer in
            for place in places {
                if place.isKeyEscaped {
                    var name = key(of: place)
                    name.withUTF8 { body($0) { value(of: place) } }
                } else {
                    body(UnsafeBufferPointer(rebasing: buffer[place.key])) { value(of: place) }
                }
            }
        }
    }

    private func key(of place: Place) -> String { text(place.key, isEscaped: place.isKeyEscaped) }

    private func value(of place: Place) -> Value {
        switch place.kind {
        case .text: .text(text(place.value, isEscaped: place.isEscaped))
        case .number: .number(number(place.value))
        case .truth: .truth(true)
        case .texts: .texts(texts(place.value))
        case .object: .object(Array(bytes[place.value]))
        }
    }

    private func text(_ range: Range<Int>, isEscaped: Bool) -> String {
        bytes.withUnsafeBufferPointer { CanonicalScanner.text($0, range, isEscaped: isEscaped) }
    }

    private func number(_ range: Range<Int>) -> Int64 {
        var value: Int64 = 0
        let isNegative = bytes[range.lowerBound] == 0x2D
        for byte in bytes[range] where byte != 0x2D { value = value * 10 - Int64(byte - 0x30) }
        return isNegative ? value : -value
    }

    private func texts(_ range: Range<Int>) -> [String] {
        bytes.withUnsafeBufferPointer { CanonicalScanner.texts($0, range) }
    }

    private func place(_ key: String, _ kind: Kind) -> Place? {
        var key = key
        return key.withUTF8 { key in
            bytes.withUnsafeBufferPointer { bytes in
                // Bodies have some twenty members: looking through them beats building a table.
                for place in places where !place.isKeyEscaped && place.key.count == key.count {
                    let start = place.key.lowerBound
                    var at = 0
                    while at < key.count, bytes[start + at] == key[at] { at += 1 }
                    if at == key.count { return place.kind == kind ? place : nil }
                }
                return places.first { $0.isKeyEscaped && $0.kind == kind && self.key(of: $0).utf8.elementsEqual(key) }
            }
        }
    }

    /// The text of a key; nil where it is absent.
    public func text(_ key: String) -> String? {
        place(key, .text).map { text($0.value, isEscaped: $0.isEscaped) }
    }

    /// The whole number of a key; nil where it is absent.
    public func number(_ key: String) -> Int? {
        place(key, .number).map { Int(number($0.value)) }
    }

    /// The day of a key; nil where it is absent or no day.
    public func day(_ key: String) -> Day? { text(key).flatMap { Day($0) } }

    /// The truth of a key; absent means false.
    public func truth(_ key: String) -> Bool { place(key, .truth) != nil }

    /// The strings of a key; absent means none.
    public func texts(_ key: String) -> [String] {
        place(key, .texts).map { texts($0.value) } ?? []
    }

    /// The canonical bytes of the object of a key; nil where it is absent.
    public func object(_ key: String) -> [UInt8]? {
        place(key, .object).map { Array(bytes[$0.value]) }
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
