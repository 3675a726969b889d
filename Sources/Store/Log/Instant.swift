import Credit

/// 时刻: when something was recorded, to the second, in China Standard Time: `2026-11-22T09:00:00+08:00`.
public struct Instant: Hashable, Comparable, Sendable {
    /// - Unit: seconds since 1970-01-01T00:00:00Z
    public let seconds: Int

    /// The instant so many seconds after 1970-01-01T00:00:00Z.
    public init(secondsSince1970 seconds: Int) { self.seconds = seconds }

    /// A time of day of a day, in China Standard Time.
    public init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        seconds = Int(day.number) * 86_400 + hour * 3_600 + minute * 60 + second - Instant.offset
    }

    /// The instant written as `text` writes it; nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 25, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
            bytes[19...].elementsEqual("+08:00".utf8), let day = Day(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Instant.number(bytes[11...12]), let minute = Instant.number(bytes[14...15]),
            let second = Instant.number(bytes[17...18]), hour < 24, minute < 60, second < 60
        else { return nil }
        self.init(day: day, hour: hour, minute: minute, second: second)
    }

    /// The day on which it is, in China Standard Time.
    public var day: Day { Day(number: Int32(Instant.floorDivide(seconds + Instant.offset, 86_400))) }

    /// ISO 8601 with `+08:00`.
    public var text: String {
        let ofDay = seconds + Instant.offset - Int(day.number) * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(day)T\(two(ofDay / 3_600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))+08:00"
    }

    /// Whether one instant is before the other.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// China has had no summer time since 1991, and no instant of ours is older.
    private static let offset = 8 * 3_600

    private static func floorDivide(_ number: Int, _ by: Int) -> Int {
        number >= 0 ? number / by : -((-number + by - 1) / by)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
