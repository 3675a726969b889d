/// 翻页位置: where a record stands in a list, newest decision first; a list goes on behind it even after the record itself
/// has gone.
public struct RecordPlace: Hashable, Sendable, Comparable {
    /// Day of the decision; of receipt where none is named.
    public let day: Day
    /// Id of the record.
    public let id: String

    /// The place of a record.
    public init(day: Day, id: String) {
        self.day = day
        self.id = id
    }

    /// What stands earlier in a list is less: the later day, and of one day the greater id.
    public static func < (left: RecordPlace, right: RecordPlace) -> Bool {
        left.day == right.day ? left.id > right.id : left.day > right.day
    }

    /// The place as it is handed out: to be given back as it is, and known again if it was.
    public var text: String {
        let name = Array("\(RecordPlace.letters(UInt(Int(day.number) + RecordPlace.zero), count: 5))\(id)".utf8)
        return RecordPlace.letters(UInt(RecordPlace.mark(name)), count: 6) + String(decoding: name, as: UTF8.self)
    }

    /// The place handed out as this text; nil for any other.
    public init?(text: String) {
        let bytes = Array(text.utf8)
        guard (12...80).contains(bytes.count),
            bytes.allSatisfy({ RecordPlace.value($0) != nil || $0 == 0x2D }),
            let number = bytes[6..<11].reduce(
                Int?.some(0),
                { sum, byte in
                    sum.flatMap { sum in RecordPlace.value(byte).map { sum * 36 + $0 } }
                })
        else { return nil }
        let day = Day(number: Int32(number - RecordPlace.zero))
        self.init(day: day, id: String(decoding: bytes[11...], as: UTF8.self))
        guard self.text == text else { return nil }
    }

    /// Days before 1970 are numbered below nothing.
    private static let zero = 1_000_000

    /// FNV-1a, folded to what six letters hold: a slip of the hand is noticed; nothing is protected by it.
    private static func mark(_ bytes: [UInt8]) -> UInt32 {
        bytes.reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 } & 0x7FFF_FFFF
    }

    private static func letters(_ number: UInt, count: Int) -> String {
        var (rest, bytes) = (number, [UInt8](repeating: 0x30, count: count))
        for place in bytes.indices.reversed() {
            let digit = UInt8(rest % 36)
            bytes[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
            rest /= 36
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x61...0x7A: Int(byte) - 0x57
        default: nil
        }
    }
}
