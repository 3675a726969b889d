/// 工商注册号: the number of the business licence before the unified code: fifteen digits, thirteen until 2007, or the
/// form of cooperatives with `NA` or `NB` and a last X.
///
/// - Source: GS15-2006.
public struct RegistrationNumber: Hashable, Sendable {
    /// The number as it is written.
    public let text: String
    /// Which of the three forms it has.
    public let form: Form

    /// 形式: the forms of registration numbers.
    public enum Form: Sendable, Hashable {
        /// Fifteen digits, the last a check.
        case standard
        /// Thirteen digits, as before 2007; no check.
        case legacy
        /// 农民专业合作社: six digits, `NA` (seen once: `NB`), six digits, `X`; no check.
        case cooperative
    }

    /// The number in its bytes; nil for any other form, and for what is rather a person's number of fifteen digits.
    ///
    /// Real numbers of fifteen digits have a right check. One with a wrong check that names a province and a real day
    /// of birth is taken for a legacy identity number and refused: it must not become a key that stands in addresses.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard let form = RegistrationNumber.form(bytes), !RegistrationNumber.isRatherPerson(bytes) else { return nil }
        self.form = form
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// The number written as text.
    public init?(_ text: String) {
        var text = text
        guard let number = text.withUTF8({ RegistrationNumber(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = number
    }

    /// The number whose first fourteen digits are given, with its check worked out; for made-up data.
    public init?(completing first14: String) {
        let digits = Array(first14.utf8)
        guard digits.count == 14, let check = digits.withUnsafeBytes({ RegistrationNumber.checkDigit($0) }) else {
            return nil
        }
        text = first14 + String(UnicodeScalar(check))
        form = .standard
    }

    /// Whether the check digit is right; nil for the forms that have none.
    public var isCheckRight: Bool? {
        guard form == .standard else { return nil }
        var text = text
        return text.withUTF8 { RegistrationNumber.hasRightCheck(UnsafeRawBufferPointer($0)) }
    }

    /// 首次登记机关代码: the first six digits; 100000 is the national organ.
    public var registrar: Int { text.utf8.prefix(6).reduce(0) { $0 * 10 + Int($1) - 0x30 } }

    /// Whether the sequence is one of those kept for 个体工商户.
    public var isSoleTrader: Bool {
        guard form == .standard else { return false }
        return Array(text.utf8)[6] >= 0x36
    }

    static func form(_ bytes: UnsafeRawBufferPointer) -> Form? {
        func areDigits(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 &- 0x30 < 10 } }
        switch bytes.count {
        case 15 where areDigits(0..<15): return .standard
        case 13 where areDigits(0..<13): return .legacy
        case 15 where areDigits(0..<6) && bytes[6] == 0x4E && areDigits(8..<14) && bytes[14] == 0x58:
            return bytes[7] == 0x41 || bytes[7] == 0x42 ? .cooperative : nil
        default: return nil
        }
    }

    /// Whether fifteen digits with a wrong check read as a legacy identity number.
    static func isRatherPerson(_ bytes: UnsafeRawBufferPointer) -> Bool {
        form(bytes) == .standard && !hasRightCheck(bytes) && ResidentNumber(bytes) != nil
    }

    static func hasRightCheck(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count == 15 && checkDigit(UnsafeRawBufferPointer(rebasing: bytes[0..<14])) == bytes[14]
    }

    /// - Source: ISO 7064 MOD 11,10.
    private static func checkDigit(_ first14: UnsafeRawBufferPointer) -> UInt8? {
        var product = 10
        for byte in first14 {
            let digit = byte &- 0x30
            guard digit < 10 else { return nil }
            let sum = (product + Int(digit)) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return UInt8(0x30 + (11 - product) % 10)
    }
}

extension RegistrationNumber: CustomStringConvertible {
    /// The number as it is written.
    public var description: String { text }
}
