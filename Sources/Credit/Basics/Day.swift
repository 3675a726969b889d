/// 日: a civil day of the Gregorian calendar as China Standard Time counts it; everything the rules count is a day.
///
/// - Unit: days since 1970-01-01.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before it.
    public let number: Int32

    /// The day that lies `number` days after 1970-01-01.
    public init(number: Int32) { self.number = number }

    /// The day of a year, month and day of month; nil where the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Day.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        number = Day.number(year: year, month: month, day: day)
    }

    /// The day written `YYYY-MM-DD`; nil for anything else.
    public init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ Day(iso: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = day
    }

    /// The day written `YYYY-MM-DD` in ten bytes; nil for anything else.
    public init?(iso bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let high = Day.twoDigits(bytes, at: 0), let low = Day.twoDigits(bytes, at: 2),
            let month = Day.twoDigits(bytes, at: 5), let day = Day.twoDigits(bytes, at: 8)
        else { return nil }
        self.init(year: high * 100 + low, month: month, day: day)
    }

    /// The last day that a stored value can name: what has no end yet is stored as ending on it.
    public static let endless = Day(number: 2_932_896)

    /// Earlier comes first.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The first day that can be written.
    private static let first = Day(number: -719_162)

    /// The day so many days later; earlier for a negative count. It stays within the days that can be written,
    /// 0001-01-01 to 9999-12-31, whatever count a stored figure brings.
    public static func + (day: Day, count: Int) -> Day {
        let (sum, isOver) = Int(day.number).addingReportingOverflow(count)
        return Day(clamping: isOver ? (count > 0 ? .max : .min) : sum)
    }

    private init(clamping number: Int) {
        self.number = Int32(min(max(number, Int(Day.first.number)), Int(Day.endless.number)))
    }

    /// How many days lie from `right` to `left`.
    public static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

    /// Year, month and day of month.
    public var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The year this day lies in.
    public var year: Int { civil.year }

    /// Day of the week, Monday 1 to Sunday 7.
    public var weekday: Int { (Int(number) % 7 + 10) % 7 + 1 }

    /// The same day number so many months later, clipped to the month's end: 2020-11-30 + 3 months = 2021-02-28.
    public func adding(months: Int) -> Day {
        let (year, month, day) = civil
        // As many as lead from one end of the calendar beyond the other.
        let months = min(max(months, -120_000), 120_000)
        let count = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
        let (targetYear, targetMonth) = (count / 12, count % 12 + 1)
        let clipped = min(day, Day.length(ofMonth: targetMonth, year: targetYear))
        return Day(number: Day.number(year: targetYear, month: targetMonth, day: clipped))
    }

    /// How many days a month of a year has.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(year: Int, month: Int, day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }

    private static func twoDigits(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int? {
        let (tens, ones) = (bytes[index] &- 0x30, bytes[index + 1] &- 0x30)
        guard tens < 10, ones < 10 else { return nil }
        return Int(tens) * 10 + Int(ones)
    }
}

extension Day: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = civil
        return String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ value: Int, at index: Int) {
                bytes[index] = UInt8(0x30 + value / 10)
                bytes[index + 1] = UInt8(0x30 + value % 10)
            }
            put(year / 100, at: 0)
            put(year % 100, at: 2)
            bytes[4] = 0x2D
            put(month, at: 5)
            bytes[7] = 0x2D
            put(day, at: 8)
            return 10
        }
    }
}
