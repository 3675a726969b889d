/// 演示用统一社会信用代码: right in both check digits, and given to nobody: its subject part begins with `DEM`.
///
/// - Source: GB 32100-2015, GB 11714
struct DemoCode {
    private(set) var bytes: InlineArray<18, UInt8>

    /// How many subject parts there are.
    static let capacity = 31 * 31 * 31 * 31 * 31

    /// The code of subject `number` under a prefix of department and category, two characters, and a region.
    init(prefix: StaticString, region: [UInt8], number: Int) {
        bytes = InlineArray(repeating: 0x30)
        (bytes[0], bytes[1]) = (prefix.utf8Start[0], prefix.utf8Start[1])
        for index in 0..<6 { bytes[2 + index] = region[index] }
        (bytes[8], bytes[9], bytes[10]) = (0x44, 0x45, 0x4D)
        var rest = number
        for index in stride(from: 15, through: 11, by: -1) {
            bytes[index] = DemoCode.alphabet.utf8Start[rest % 31]
            rest /= 31
        }
        bytes[16] = DemoCode.organisationDigit(bytes)
        bytes[17] = DemoCode.alphabet.utf8Start[DemoCode.checkValue(bytes)]
    }

    /// The same code with a wrong last character.
    func withWrongCheckDigit(_ choice: Int) -> DemoCode {
        var wrong = self
        wrong.bytes[17] = DemoCode.alphabet.utf8Start[(DemoCode.checkValue(bytes) + 1 + choice % 30) % 31]
        return wrong
    }

    /// The code as bytes of text.
    var text: [UInt8] { (0..<18).map { bytes[$0] } }

    private static let alphabet: StaticString = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    private static let organisationWeights: InlineArray<8, Int> = [3, 7, 9, 10, 5, 8, 4, 2]
    private static let weights: InlineArray<17, Int> = [
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
    ]

    private static func organisationDigit(_ bytes: InlineArray<18, UInt8>) -> UInt8 {
        var sum = 0
        for index in 0..<8 {
            let byte = bytes[8 + index]
            sum += Int(byte < 0x41 ? byte - 0x30 : byte - 0x37) * organisationWeights[index]
        }
        let check = 11 - sum % 11
        return check == 10 ? 0x58 : check == 11 ? 0x30 : 0x30 + UInt8(check)
    }

    private static func checkValue(_ bytes: InlineArray<18, UInt8>) -> Int {
        var sum = 0
        for index in 0..<17 { sum += value(of: bytes[index]) * weights[index] }
        return (31 - sum % 31) % 31
    }

    /// I, O, S, V and Z are left out of the alphabet, so letters behind them count less.
    private static func value(of byte: UInt8) -> Int {
        if byte < 0x41 { return Int(byte - 0x30) }
        var value = Int(byte - 0x37)
        for skipped: UInt8 in [0x49, 0x4F, 0x53, 0x56] where byte > skipped { value -= 1 }
        return value
    }
}

/// 演示用工商注册号: 15 digits with a right check digit, from the top of the sequence, where no organ has counted to.
///
/// - Source: GS15-2006
struct DemoRegistration {
    private(set) var bytes: InlineArray<15, UInt8>

    /// The number of subject `number`; sole traders have sequences of their own.
    init(region: [UInt8], number: Int, isSoleTrader: Bool) {
        bytes = InlineArray(repeating: 0x30)
        for index in 0..<6 { bytes[index] = region[index] }
        bytes[6] = isSoleTrader ? 0x39 : 0x33
        var rest = 9_999_999 - number
        for index in stride(from: 13, through: 7, by: -1) {
            bytes[index] = 0x30 + UInt8(rest % 10)
            rest /= 10
        }
        var product = 10
        for index in 0..<14 {
            let sum = (product + Int(bytes[index] - 0x30)) % 10
            product = (sum == 0 ? 10 : sum) * 2 % 11
        }
        bytes[14] = 0x30 + UInt8((11 - product) % 10)
    }
}
