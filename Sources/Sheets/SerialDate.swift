/// 日期序列值: a number of the workbook that is shown as a date becomes the day it stands for.
enum SerialDate {
    /// What a serial number is once written out.
    enum Written: Equatable {
        case day(length: Int)
        case text(length: Int)
        case number
    }

    /// Writes the day (and time) of a serial number to `out`, which has room for 24 bytes.
    ///
    /// Excel counts a 29 February 1900 that never was (serial 60): it is given as text, so that the checks say no such
    /// day exists. A time without a day is text too. Numbers outside the calendar of Excel stay numbers.
    static func write(_ serial: Double, is1904: Bool, to out: UnsafeMutablePointer<UInt8>) -> Written {
        guard serial >= 0, serial < 2_958_466 else { return .number }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 {
            days += 1
            seconds = 0
        }
        if days == 0, !is1904 || seconds > 0 {
            guard seconds > 0 else { return .number }
            writeTime(seconds, to: out)
            return .text(length: 8)
        }
        if days == 60, !is1904 {
            writeDate(1900, 2, 29, to: out)
        } else {
            let number = is1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569)
            let (year, month, day) = civil(number)
            guard year <= 9999 else { return .number }
            writeDate(year, month, day, to: out)
        }
        var length = 10
        if seconds > 0 {
            out[10] = 0x20
            writeTime(seconds, to: out + 11)
            length = 19
        }
        return days == 60 && !is1904 ? .text(length: length) : .day(length: length)
    }

    /// Year, month and day of the day that lies so many days after 1970-01-01.
    static func civil(_ number: Int) -> (Int, Int, Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func writeDate(_ year: Int, _ month: Int, _ day: Int, to out: UnsafeMutablePointer<UInt8>) {
        writePair(year / 100, to: out)
        writePair(year % 100, to: out + 2)
        out[4] = 0x2D
        writePair(month, to: out + 5)
        out[7] = 0x2D
        writePair(day, to: out + 8)
    }

    private static func writeTime(_ seconds: Int, to out: UnsafeMutablePointer<UInt8>) {
        writePair(seconds / 3_600, to: out)
        out[2] = 0x3A
        writePair(seconds / 60 % 60, to: out + 3)
        out[5] = 0x3A
        writePair(seconds % 60, to: out + 6)
    }

    private static func writePair(_ value: Int, to out: UnsafeMutablePointer<UInt8>) {
        out[0] = UInt8(0x30 + value / 10)
        out[1] = UInt8(0x30 + value % 10)
    }
}

extension SerialDate {
    /// The serial of `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`; nil for anything else and before 1900-03-01, where Excel
    /// counts a day that never was.
    static func serial(_ bytes: UnsafeRawBufferPointer) -> Double? {
        guard bytes.count == 10 || bytes.count == 19, let year = number(bytes, 0, 4), let month = number(bytes, 5, 2),
            let day = number(bytes, 8, 2), 1...12 ~= month, 1...31 ~= day
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = (shifted / 400, shifted % 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        guard days + 25_569 > 60, civil(days) == (year, month, day) else { return nil }
        guard bytes.count == 19 else { return Double(days + 25_569) }
        guard let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2),
            hour < 24, minute < 60, second < 60
        else { return nil }
        return Double(days + 25_569) + Double(hour * 3_600 + minute * 60 + second) / 86_400
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<start + count {
            guard bytes[index] &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(bytes[index] - 0x30)
        }
        return value
    }
}
