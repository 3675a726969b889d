/// 字节写出: the bytes of an answer as they are written, one piece behind the other.
final class ByteSink {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(64, capacity)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// What was written.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// The last byte; nil before the first.
    @inline(__always) var last: UInt8? { count == 0 ? nil : start[count - 1] }

    @inline(__always) func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        start[count] = byte
        count += 1
    }

    @inline(__always) func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always) func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let from = bytes.baseAddress else { return }
        if count + bytes.count > capacity { grow(by: bytes.count) }
        (start + count).update(from: from, count: bytes.count)
        count += bytes.count
    }

    func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    /// A whole number in decimal digits.
    func append(decimal number: Int) {
        if number < 0 { append(0x2D) }
        var rest = number.magnitude
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        withUnsafeMutableBytes(of: &digits) { digits in
            var at = digits.count
            repeat {
                at -= 1
                digits[at] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            append(UnsafeBufferPointer(rebasing: UnsafeRawBufferPointer(digits).bindMemory(to: UInt8.self)[at...]))
        }
    }

    /// A JSON string: quoted, escaped where JSON demands, and where it would be markup.
    func append(json text: String) {
        append(0x22)
        var text = text
        text.withUTF8 { bytes in
            append(
                bytes,
                suspects: { $0.holdsLess(than: 0x20) | $0.holds(0x22) | $0.holds(0x5C) | $0.holds(0x3C) },
                escape: Escapes.json)
        }
        append(0x22)
    }

    /// Text inside HTML, in element and attribute alike: every byte that could end either is replaced.
    func append(html text: String) {
        var text = text
        text.withUTF8 { bytes in
            // `&` and `'` differ in one bit, `<` and `>` in another.
            append(
                bytes,
                suspects: {
                    ($0 | .everyByte(0x01)).holds(0x27) | ($0 | .everyByte(0x02)).holds(0x3E) | $0.holds(0x22)
                },
                escape: Escapes.html)
        }
    }

    /// Eight bytes at a time are passed over where none of them has to be escaped.
    @inline(__always) private func append(
        _ bytes: UnsafeBufferPointer<UInt8>, suspects: (UInt64) -> UInt64, escape: (UInt8) -> StaticString?
    ) {
        guard let base = bytes.baseAddress else { return }
        let raw = UnsafeRawPointer(base)
        var clean = 0
        var at = 0
        while at < bytes.count {
            if at + 8 <= bytes.count, suspects(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) == 0 {
                at += 8
                continue
            }
            let stop = min(at + 8, bytes.count)
            while at < stop {
                if let escaped = escape(bytes[at]) {
                    append(UnsafeBufferPointer(rebasing: bytes[clean..<at]))
                    append(escaped)
                    clean = at + 1
                }
                at += 1
            }
        }
        append(UnsafeBufferPointer(rebasing: bytes[clean...]))
    }

    private func grow(by needed: Int) {
        let larger = max(capacity * 2, count + needed)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: start, count: count)
        start.deallocate()
        (start, capacity) = (moved, larger)
    }
}

/// Eight bytes looked at together; a mark in the top bit of a byte that was found, and perhaps of one behind it.
extension UInt64 {
    @inline(__always) fileprivate static func everyByte(_ byte: UInt8) -> UInt64 {
        0x0101_0101_0101_0101 &* UInt64(byte)
    }

    @inline(__always) fileprivate func holdsLess(than byte: UInt8) -> UInt64 {
        (self &- .everyByte(byte)) & ~self & .everyByte(0x80)
    }

    @inline(__always) fileprivate func holds(_ byte: UInt8) -> UInt64 {
        (self ^ .everyByte(byte)).holdsLess(than: 1)
    }
}
