import Glibc

/// 数字写法: a number of a workbook as a person would type it.
///
/// Integers below 10^18 have no exponent, so that a code stored as a number is still seen to be one. Fractions have at
/// most the 15 digits that Excel itself keeps, so that 0.1 + 0.2 is 0.3.
enum NumberText {
    /// Room that `write` needs.
    static let capacity = 64

    /// Writes a finite number to `out`; how many bytes it took.
    static func write(_ value: Double, to out: UnsafeMutablePointer<UInt8>) -> Int {
        if value == 0 {
            out[0] = 0x30
            return 1
        }
        let isInteger = value.rounded(.towardZero) == value
        if isInteger, abs(value) < 9_007_199_254_740_992 { return write(Int64(value), to: out) }
        var digits = Digits(shortest: value)
        if !isInteger, digits.count > 15 { digits = Digits(rounded: value) }
        return digits.write(isNegative: value < 0, to: out)
    }

    static func write(_ value: Int64, to out: UnsafeMutablePointer<UInt8>) -> Int {
        var rest = value.magnitude
        var count = value < 0 ? 1 : 0
        if value < 0 { out[0] = 0x2D }
        var size: UInt64 = 1
        while rest / size >= 10 { size *= 10 }
        while size > 0 {
            out[count] = 0x30 + UInt8(rest / size)
            count += 1
            rest %= size
            size /= 10
        }
        return count
    }

    /// How a written number is to be passed on.
    enum Reading {
        /// Its bytes are right as they stand.
        case asWritten
        /// It has to be read and written afresh.
        case value(Double)
        /// It is no number.
        case none
    }

    /// Judges a number written in XML: `12`, `-0.50`, `6.4050010000001603E+17`.
    static func read(_ bytes: UnsafeRawBufferPointer) -> Reading {
        var index = 0
        var digits = 0
        var fraction = 0
        let isNegative = bytes.first == 0x2D
        if isNegative || bytes.first == 0x2B { index = 1 }
        let start = index
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
        digits = index - start
        if index < bytes.count, bytes[index] == 0x2E {
            index += 1
            let point = index
            while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
            fraction = index - point
        }
        guard digits + fraction > 0 else { return .none }
        if index == bytes.count {
            let first = digits > 0 ? bytes[start] : 0
            let leads = digits == 1 || digits > 1 && first != 0x30
            if leads, fraction == 0, digits <= 18, bytes[index - 1] != 0x2E, !(isNegative && first == 0x30),
                bytes[0] != 0x2B
            {
                return .asWritten
            }
            if leads, fraction > 0, digits + fraction <= 15, bytes[index - 1] != 0x30, bytes[0] != 0x2B {
                return .asWritten
            }
            return value(bytes)
        }
        guard bytes[index] | 0x20 == 0x65 else { return .none }
        index += 1
        if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
        let exponent = index
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
        guard index == bytes.count, index > exponent else { return .none }
        return value(bytes)
    }

    private static func value(_ bytes: UnsafeRawBufferPointer) -> Reading {
        guard bytes.count < 400 else { return .none }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { text in
            for index in 0..<bytes.count { text[index] = CChar(bitPattern: bytes[index]) }
            text[bytes.count] = 0
            guard let start = text.baseAddress else { return .none }
            let value = strtod(start, nil)
            return value.isFinite ? .value(value) : .none
        }
    }

    /// The significant digits of a number and where its point stands.
    private struct Digits {
        /// Digits without leading or trailing zeros.
        var digits: [UInt8] = []
        /// The number is 0.DIGITS times ten to this power.
        var power = 0

        var count: Int { digits.count }

        init(shortest value: Double) { parse(abs(value).description.utf8) }

        init(rounded value: Double) {
            let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer -> [UInt8] in
                let length = withVaList([abs(value)]) { vsnprintf(buffer.baseAddress, 40, "%.14e", $0) }
                return buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }
            }
            parse(text)
        }

        private mutating func parse(_ text: some Sequence<UInt8>) {
            var (point, exponent, sign, inExponent) = (-1, 0, 1, false)
            for byte in text {
                switch byte {
                case 0x2E: point = digits.count
                case 0x65: inExponent = true
                case 0x2D: sign = -1
                case 0x30...0x39 where inExponent: exponent = exponent * 10 + Int(byte - 0x30)
                case 0x30...0x39: digits.append(byte)
                default: break
                }
            }
            power = (point < 0 ? digits.count : point) + sign * exponent
            let zeros = digits.prefix { $0 == 0x30 }.count
            digits.removeFirst(zeros)
            power -= zeros
            while digits.last == 0x30 { digits.removeLast() }
        }

        func write(isNegative: Bool, to out: UnsafeMutablePointer<UInt8>) -> Int {
            var length = 0
            func put(_ byte: UInt8) {
                out[length] = byte
                length += 1
            }
            if isNegative { put(0x2D) }
            if power > 18 || power < -15 {
                put(digits[0])
                if digits.count > 1 { put(0x2E) }
                digits.dropFirst().forEach(put)
                put(0x45)
                put(power > 0 ? 0x2B : 0x2D)
                String(abs(power - 1)).utf8.forEach(put)
            } else if power <= 0 {
                put(0x30)
                put(0x2E)
                for _ in power..<0 { put(0x30) }
                digits.forEach(put)
            } else {
                for place in 0..<max(power, digits.count) {
                    if place == power { put(0x2E) }
                    put(place < digits.count ? digits[place] : 0x30)
                }
            }
            return length
        }
    }
}
