/// 时刻: a point in time as entries carry it; the rules count in days, only entries have an instant.
///
/// - Unit: milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// An hour of a day in China Standard Time.
    public init(day: Day, hour: Int) {
        milliseconds = Int64(day.number) * Instant.dayLength + Int64(hour) * 3_600_000 - Instant.offset
    }

    /// The instant written `2026-11-22T09:00:00.000+08:00`; nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 29, text.hasSuffix("+08:00"), let day = Day(String(text.prefix(10))), bytes[10] == 0x54,
            bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x2E,
            let hour = Int(text.dropFirst(11).prefix(2)), let minute = Int(text.dropFirst(14).prefix(2)),
            let second = Int(text.dropFirst(17).prefix(2)), let rest = Int(text.dropFirst(20).prefix(3)),
            (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second), rest >= 0
        else { return nil }
        let inDay = Int64(((hour * 60 + minute) * 60 + second) * 1_000 + rest)
        milliseconds = Int64(day.number) * Instant.dayLength + inDay - Instant.offset
    }

    /// The day in China Standard Time.
    public var day: Day { Day(number: Int32(shifted.quotient)) }

    /// `2026-11-22T09:00:00.000+08:00`.
    public var text: String {
        let inDay = Int(shifted.remainder)
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(day)T\(padded(inDay / 3_600_000, 2)):\(padded(inDay / 60_000 % 60, 2)):"
            + "\(padded(inDay / 1_000 % 60, 2)).\(padded(inDay % 1_000, 3))+08:00"
    }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    private static let dayLength: Int64 = 86_400_000
    /// China Standard Time is eight hours ahead; the summers of 1986–1991 do not matter to entries made today.
    private static let offset: Int64 = 8 * 3_600_000

    private var shifted: (quotient: Int64, remainder: Int64) {
        let local = milliseconds + Instant.offset
        let quotient = local >= 0 ? local / Instant.dayLength : (local - Instant.dayLength + 1) / Instant.dayLength
        return (quotient, local - quotient * Instant.dayLength)
    }
}
