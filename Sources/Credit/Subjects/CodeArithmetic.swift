/// 校验算法: the arithmetic of the codes, and the table that does most of it in one addition a character.
///
/// - Source: GB 32100-2015 (position 18, MOD 31), GB 11714 (position 17, MOD 11).
enum CodeArithmetic {
    /// The 31 characters of the code in the order of their values: no I, O, Z, S, V.
    static let alphabet: [UInt8] = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    /// 3^(i-1) mod 31 for positions 1–17; position 18 is added as it is, so that a right code sums to 0 mod 31.
    private static let creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1]
    private static let organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// Value of a character in the code, or nil where the code does not use it.
    static func value(_ byte: UInt8) -> Int? { alphabet.firstIndex(of: byte) }

    /// Value of a character in an organisation code: digits, then all letters from A = 10 on.
    @inline(__always)
    static func organisationValue(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x5A: Int(byte) - 0x41 + 10
        default: nil
        }
    }

    /// The check character of the eight characters of an organisation code; nil where one of them is none.
    static func organisationCheck(_ body: UnsafeRawBufferPointer) -> UInt8? {
        guard body.count == 8 else { return nil }
        var sum = 0
        for index in 0..<8 {
            guard let value = organisationValue(body[index]) else { return nil }
            sum += value * organisationWeights[index]
        }
        let check = (11 - sum % 11) % 11
        return check == 10 ? 0x58 : UInt8(0x30 + check)
    }

    /// The check character of the first seventeen characters of a code; nil where one of them is none.
    static func creditCheck(_ first17: UnsafeRawBufferPointer) -> UInt8? {
        guard first17.count == 17 else { return nil }
        var sum = 0
        for index in 0..<17 {
            guard let value = value(first17[index]) else { return nil }
            sum += value * creditWeights[index]
        }
        return alphabet[(31 - sum % 31) % 31]
    }

    /// What every character adds at every position, 256 words a position: `CodeSum` reads the fields of the total.
    static let table: [UInt64] = {
        var table = [UInt64](repeating: 0, count: 18 * 256)
        for position in 0..<18 {
            for byte in 0..<256 {
                table[position * 256 + byte] = word(UInt8(byte), at: position)
            }
        }
        return table
    }()

    private static func word(_ byte: UInt8, at position: Int) -> UInt64 {
        guard let value = value(byte) else { return CodeSum.illegal }
        let digit = value < 10 ? UInt64(value) : nil
        var word = UInt64(value * creditWeights[position] % 31)
        switch position {
        case 0:
            if !"123456789ANY".utf8.contains(byte) { word += CodeSum.badDepartment }
        case 2...7:
            guard let digit else { return word + CodeSum.badRegion }
            if position == 2 { word += digit * 10 << CodeSum.provinceShift }
            if position == 3 { word += digit << CodeSum.provinceShift }
        case 8...15:
            let weighted = (organisationValue(byte) ?? 0) * organisationWeights[position - 8] % 11
            word += UInt64(weighted) << CodeSum.organisationShift
        case 16:
            if byte == 0x58 {
                word += 10 << CodeSum.organisationShift
            } else if let digit {
                word += digit << CodeSum.organisationShift
            } else {
                word += CodeSum.badOrganisationCheck
            }
        default: break
        }
        return word
    }
}

/// 校验和: the sum of the eighteen table words of a value; every check of the code is a look at one of its fields.
struct CodeSum {
    /// Bits 0–9: weighted sum of all characters. Bits 10–19: weighted sum of positions 9–17. Bits 20–26: province.
    /// From bit 32 on only what must not be.
    let word: UInt64

    static let organisationShift: UInt64 = 10
    static let provinceShift: UInt64 = 20
    static let illegal: UInt64 = 1 << 32
    static let badDepartment: UInt64 = 1 << 40
    static let badRegion: UInt64 = 1 << 44
    static let badOrganisationCheck: UInt64 = 1 << 48

    /// The first two digits of the administrative divisions of GB/T 2260, as bits 0–63 and 64–127.
    ///
    /// 11–15, 21–23, 31–37, 41–46, 50–54, 61–65, 71, 81, 82.
    private static let lowProvinces: UInt64 =
        0b11111 << 11 | 0b111 << 21 | 0b111_1111 << 31 | 0b11_1111 << 41 | 0b1_1111 << 50 | 0b111 << 61
    private static let highProvinces: UInt64 = 0b11 | 1 << 7 | 1 << 17 | 1 << 18

    /// Sums the eighteen bytes at `bytes`.
    @inline(__always)
    init(_ bytes: UnsafeRawPointer, _ table: UnsafePointer<UInt64>) {
        var sum: UInt64 = 0
        for position in 0..<18 {
            sum &+= table[position &* 256 &+ Int(bytes.load(fromByteOffset: position, as: UInt8.self))]
        }
        word = sum
    }

    /// Whether two digits begin the code of a province.
    @inline(__always)
    static func isProvince(_ number: UInt64) -> Bool {
        let bits = number < 64 ? lowProvinces : highProvinces
        return number < 128 && bits &>> (number & 63) & 1 == 1
    }

    /// Whether all is right; a code of the national organ (region 100000) is told by the slower way.
    @inline(__always) var isSound: Bool {
        word < CodeSum.illegal && isRightCheck && isRightOrganisation && isKnownProvince
    }

    @inline(__always) var isKnownProvince: Bool { CodeSum.isProvince(word &>> CodeSum.provinceShift & 127) }
    @inline(__always) var isRightCheck: Bool { UInt32(truncatingIfNeeded: word & 1023) % 31 == 0 }
    @inline(__always) var isRightOrganisation: Bool {
        UInt32(truncatingIfNeeded: word &>> CodeSum.organisationShift & 1023) % 11 == 0
            && word & CodeSum.badOrganisationCheck == 0
    }
    var hasIllegal: Bool { word & (0x1F << 32) != 0 }
    var hasBadDepartment: Bool { word & CodeSum.badDepartment != 0 }
    var hasBadRegion: Bool { word & (0xF << 44) != 0 }
}
