extension ResidentNumber {
    /// The text with the numbers of persons in it masked (R10): every right one of eighteen characters, also inside a
    /// longer run of letters and digits, and every fifteen digits that read as a number from before 1999 and are no
    /// registration number; whether the digits are half or full width, and whatever spaces and hyphens stand between.
    public static func masking(_ text: String) -> String {
        var text = text
        let isSafe = text.withUTF8 { !mayHold(UnsafeRawBufferPointer($0)) }
        return isSafe ? text : NumberMask(text).masked
    }

    /// Whether there are enough digits for a number at all; most texts have not.
    private static func mayHold(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var digits = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39: digits += 1
            // The first bytes of all digits beyond ASCII: full width and of other scripts.
            case 0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0: digits += 1
            default: break
            }
            if digits >= 15 { return true }
        }
        return false
    }
}

/// 号码遮盖: finds the numbers of persons in a text, however they are written, and hides what is between their first six
/// and their last characters.
private struct NumberMask {
    /// A letter or digit of the text: what it is in ASCII, where it stands, and whether something stands before it that
    /// people put between digits.
    private struct Unit {
        let value: UInt8
        let bytes: Range<Int>
        let isApart: Bool

        var isDigit: Bool { value &- 0x30 < 10 }
    }

    private let text: [UInt8]
    private var hidden: [Range<Int>] = []

    init(_ text: String) {
        self.text = Array(text.utf8)
        var units: [Unit] = []
        var (place, gap) = (0, 0)
        for scalar in text.unicodeScalars {
            let end = place + UTF8.width(scalar)
            if let value = NumberMask.value(scalar) {
                units.append(Unit(value: value, bytes: place..<end, isApart: gap > 0))
                gap = 0
            } else if NumberMask.isSeparator(scalar), gap < 3 {
                gap += 1
            } else {
                search(units)
                units.removeAll(keepingCapacity: true)
                gap = 0
            }
            place = end
        }
        search(units)
    }

    var masked: String {
        var out: [UInt8] = []
        var place = 0
        for range in hidden.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= place {
            out += text[place..<range.lowerBound]
            out.append(0x2A)
            place = range.upperBound
        }
        out += text[place...]
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func search(_ units: [Unit]) {
        guard units.count >= 15 else { return }
        let values = units.map(\.value)
        var taken = 0
        var first = 0
        var rest: [Range<Int>] = []
        while first + 18 <= units.count {
            let isNumber = values[first..<first + 18].withUnsafeBytes { ResidentNumber.isRight($0) }
            guard isNumber else {
                first += 1
                continue
            }
            for unit in units[first + 6..<first + 14] { hidden.append(unit.bytes) }
            rest.append(taken..<first)
            first += 18
            taken = first
        }
        rest.append(taken..<units.count)
        for range in rest { searchLegacy(units, in: range) }
    }

    /// Fifteen digits that begin and end where a group of digits does.
    private mutating func searchLegacy(_ units: [Unit], in range: Range<Int>) {
        func begins(_ index: Int) -> Bool {
            units[index].isDigit && (index == range.lowerBound || units[index].isApart || !units[index - 1].isDigit)
        }
        func ends(_ index: Int) -> Bool {
            index == range.upperBound || units[index].isApart || !units[index].isDigit
        }
        var first = range.lowerBound
        while first + 15 <= range.upperBound {
            let window = units[first..<first + 15]
            if begins(first), ends(first + 15), window.allSatisfy(\.isDigit), !isInCode(units, first..<first + 15),
                window.map(\.value).withUnsafeBytes({ RegistrationNumber.isRatherPerson($0) })
            {
                for unit in units[first + 6..<first + 12] { hidden.append(unit.bytes) }
                first += 15
            } else {
                first += 1
            }
        }
    }

    /// Whether fifteen digits without a gap are part of a right credit code.
    private func isInCode(_ units: [Unit], _ window: Range<Int>) -> Bool {
        var (start, end) = (window.lowerBound, window.upperBound)
        while start > 0, !units[start].isApart { start -= 1 }
        while end < units.count, !units[end].isApart { end += 1 }
        guard end - start == 18 else { return false }
        return CreditCode(String(decoding: units[start..<end].map(\.value), as: UTF8.self)) != nil
    }

    /// A letter or digit as ASCII has it; nil for everything else.
    private static func value(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A: UInt8(scalar.value)
        case 0x61...0x7A: UInt8(scalar.value - 0x20)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
        case 0xFF21...0xFF3A: UInt8(scalar.value - 0xFF21 + 0x41)
        case 0xFF41...0xFF5A: UInt8(scalar.value - 0xFF41 + 0x41)
        // What people write for the last X: the Roman ten, the Cyrillic letter, the sign of multiplication.
        case 0x2169, 0x2179, 0x0425, 0x0445, 0x00D7: 0x58
        case ..<0x0660: nil
        default: scalar.properties.numericType == .decimal ? decimal(scalar) : nil
        }
    }

    private static func decimal(_ scalar: Unicode.Scalar) -> UInt8? {
        scalar.properties.numericValue.map { 0x30 + UInt8($0) }
    }

    /// What people put between digits: spaces, hyphens, and what nobody sees.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20, 0xA0, 0xAD, 0x2000...0x200D, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }
}
