/// 公民身份号码: the number of a natural person, known here only to be refused, masked and asked for an age.
///
/// The number itself is not kept: what is not there cannot leak (R10).
///
/// - Source: GB 11643-1999.
public struct ResidentNumber: Sendable, Equatable {
    /// Day of birth that the number carries.
    public let birthDay: Day
    /// The number with its birth day and half of what follows hidden: first six, eight stars, last four.
    public let masked: String
    /// Whether it is a number of fifteen digits as issued before 1999, which carries no check.
    public let isLegacy: Bool

    /// The number in eighteen characters with a right check (a small x counts as X), or in fifteen digits.
    ///
    /// Nil where the province is unknown, the day of birth does not exist, or the check is wrong.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 15 || ResidentNumber.isRight(bytes), let born = ResidentNumber.birth(bytes) else {
            return nil
        }
        birthDay = born
        isLegacy = bytes.count == 15
        masked = ResidentNumber.mask(bytes)
    }

    /// The number written as text.
    public init?(_ text: String) {
        var text = text
        guard let number = text.withUTF8({ ResidentNumber(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = number
    }

    /// Whether the person is a minor on a day; the eighteenth birthday itself still counts, on the safe side.
    ///
    /// - Source: 民法典 第十七条; full years are counted from the day after the birthday.
    public func isMinor(on day: Day) -> Bool { day <= birthDay.adding(months: 18 * 12) }

    /// Whether eighteen bytes are a right number; makes nothing.
    static func isRight(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == 18, birth(bytes) != nil else { return false }
        let last = bytes[17] == 0x78 ? 0x58 : bytes[17]
        return checkCharacter(bytes) == last
    }

    /// The check character of the first seventeen digits; nil where they are not all digits.
    ///
    /// - Source: GB 11643-1999, ISO 7064 MOD 11-2.
    public static func checkCharacter(_ bytes: UnsafeRawBufferPointer) -> UInt8? {
        guard bytes.count >= 17 else { return nil }
        // MOD 11-2 in its recursive form: no table of weights to get wrong.
        var rest = 0
        for index in 0..<17 {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            rest = (rest + Int(digit)) * 2 % 11
        }
        let check = (12 - rest) % 11
        return check == 10 ? 0x58 : UInt8(0x30 + check)
    }

    private static func birth(_ bytes: UnsafeRawBufferPointer) -> Day? {
        let digits = bytes.count == 18 ? 17 : 15
        for index in 0..<digits where bytes[index] &- 0x30 >= 10 { return nil }
        func number(_ start: Int, _ count: Int) -> Int {
            bytes[start..<start + count].reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        // Cards of foreigners with permanent residence (2023) begin 9, then the province, then the country.
        let province = bytes[0] == 0x39 && bytes.count == 18 ? number(1, 2) : number(0, 2)
        guard CodeSum.isProvince(UInt64(province)) || province == 83 else { return nil }
        if bytes.count == 15 { return Day(year: 1900 + number(6, 2), month: number(8, 2), day: number(10, 2)) }
        let year = number(6, 4)
        guard (1800...2099).contains(year) else { return nil }
        return Day(year: year, month: number(10, 2), day: number(12, 2))
    }

    private static func mask(_ bytes: UnsafeRawBufferPointer) -> String {
        let head = String(decoding: bytes.prefix(6), as: UTF8.self)
        let tail = String(decoding: bytes.suffix(bytes.count == 18 ? 4 : 3), as: UTF8.self)
        return head + String(repeating: "*", count: bytes.count == 18 ? 8 : 6) + tail
    }
}
