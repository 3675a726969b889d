/// 公民身份号码: tells whether a text holds the identity number of a person, so that it is refused and not looked up.
///
/// - Source: GB 11643-1999; GB 32100-2015 for the credit codes that look alike.
enum PersonNumber {
    /// Whether eighteen characters in a row are an identity number; a longer row of letters and digits may hold one. So
    /// is a row of fifteen digits, as numbers had before 1999, that is no registration number by its check.
    static func stands(in units: [UInt16]) -> Bool {
        var start = 0
        while start < units.count {
            guard isLetterOrDigit(units[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < units.count, isLetterOrDigit(units[end]) { end += 1 }
            if holdsLegacyNumber(units[start..<end]) { return true }
            for first in start..<max(start, end - 17) where isIdentityNumber(units[first..<first + 18]) { return true }
            start = end
        }
        return false
    }

    /// Whether a row of letters and digits has fifteen digits in a row, no more, that are such a number; a row as long as
    /// a credit code may be one.
    private static func holdsLegacyNumber(_ row: ArraySlice<UInt16>) -> Bool {
        guard row.count >= 15, row.count != 18 else { return false }
        return row.split { !(0x30...0x39).contains($0) }.contains { isLegacyNumber($0) }
    }

    /// Whether fifteen digits name a province and a day of birth and lack the check digit of a registration number.
    ///
    /// - Source: GB 11643-1989; GS 15-2006 (ISO 7064 MOD 11,10) for registration numbers.
    static func isLegacyNumber(_ units: ArraySlice<UInt16>) -> Bool {
        guard units.count == 15, units.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        let digits = units.map { Int($0) - 0x30 }
        let provinces = [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83, 91...91]
        guard provinces.contains(where: { $0.contains(digits[0] * 10 + digits[1]) }),
            isDay(([1, 9] + digits[6..<12])[...])
        else { return false }
        var rest = 10
        for digit in digits[..<14] {
            let sum = (rest + digit) % 10
            rest = (sum == 0 ? 10 : sum) * 2 % 11
        }
        return (rest + digits[14]) % 10 != 1
    }

    private static func isLetterOrDigit(_ unit: UInt16) -> Bool {
        (0x30...0x39).contains(unit) || (0x61...0x7A).contains(unit)
    }

    /// Whether eighteen folded units are an identity number and no credit code.
    static func isIdentityNumber(_ units: ArraySlice<UInt16>) -> Bool {
        guard units.count == 18, units.prefix(17).allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return hasPersonCheck(Array(units)) && !hasCreditCheck(Array(units))
    }

    /// Whether seventeen digits and what follows name a day of birth and carry the check character of a person.
    static func hasPersonCheck(_ units: [UInt16]) -> Bool {
        let digits = units.prefix(17).map { Int($0) - 0x30 }
        guard (1...9).contains(digits[0]), isDay(digits[6..<14]) else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return units[17] == Array("10x98765432".utf16)[sum % 11]
    }

    private static func isDay(_ digits: ArraySlice<Int>) -> Bool {
        let number = digits.reduce(0) { $0 * 10 + $1 }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        guard (1850...2150).contains(year), (1...12).contains(month) else { return false }
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }

    /// Whether seventeen digits and what follows carry both check characters of a credit code.
    static func hasCreditCheck(_ units: [UInt16]) -> Bool {
        let digits = units.prefix(17).map { Int($0) - 0x30 }
        let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let alphabet = Array("0123456789abcdefghjklmnpqrtuwxy".utf16)
        guard alphabet[(31 - sum % 31) % 31] == units[17] else { return false }
        // The ninth to seventeenth characters check themselves as well.
        let organisation = zip(digits[8..<16], [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        return (11 - organisation % 11) % 11 == digits[16]
    }
}
