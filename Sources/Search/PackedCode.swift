/// 代码: a credit code, registration number or the beginning of one, packed into 96 bits that sort as the text does.
///
/// Up to 18 characters of `0-9A-Z`; each is a digit to the base 37, where zero stands for "ended".
struct PackedCode: Hashable, Comparable, Sendable {
    /// The first twelve characters.
    let head: UInt64
    /// The last six.
    let tail: UInt32

    /// The most characters a code has.
    static let longest = 18

    /// What an entry without code carries: it sorts behind every code.
    static let none = PackedCode(head: .max, tail: .max)

    init(head: UInt64, tail: UInt32) {
        self.head = head
        self.tail = tail
    }

    /// The code written in folded units (`0-9a-z`); nil for anything else.
    init?(_ units: [UInt16]) {
        self.init(units, filler: 0)
    }

    /// The first and the last code that begin with the units; nil where no code can.
    static func range(prefix units: [UInt16]) -> ClosedRange<PackedCode>? {
        guard let low = PackedCode(units, filler: 0), let high = PackedCode(units, filler: 36) else { return nil }
        return low...high
    }

    private init?(_ units: [UInt16], filler: UInt64) {
        guard (1...PackedCode.longest).contains(units.count) else { return nil }
        var head: UInt64 = 0
        var tail: UInt64 = 0
        for index in 0..<PackedCode.longest {
            var value = filler
            if index < units.count {
                switch units[index] {
                case 0x30...0x39: value = UInt64(units[index]) - 0x2F
                case 0x61...0x7A: value = UInt64(units[index]) - 0x56
                default: return nil
                }
            }
            if index < 12 { head = head * 37 + value } else { tail = tail * 37 + value }
        }
        self.init(head: head, tail: UInt32(tail))
    }

    static func < (left: PackedCode, right: PackedCode) -> Bool {
        left.head != right.head ? left.head < right.head : left.tail < right.tail
    }

    /// The code as it is written, in capital letters; empty for none.
    var text: String {
        guard self != .none else { return "" }
        var characters = [UInt8](repeating: 0, count: PackedCode.longest)
        var (head, tail) = (self.head, UInt64(self.tail))
        for index in stride(from: PackedCode.longest - 1, through: 0, by: -1) {
            let value = index < 12 ? head % 37 : tail % 37
            if index < 12 { head /= 37 } else { tail /= 37 }
            characters[index] = UInt8(value == 0 ? 0 : value < 11 ? value + 0x2F : value + 0x36)
        }
        return String(decoding: characters.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Whether the code is one of a sole trader (个体工商户, 92…): eighteen characters that begin so.
    var isSoleTrader: Bool {
        guard self != .none, tail % 37 != 0 else { return false }
        return head / PackedCode.belowTwo == 10 * 37 + 3
    }

    /// 37 to the power of ten: what stands in `head` behind its first two characters.
    private static let belowTwo: UInt64 = 4_808_584_372_417_849
}
