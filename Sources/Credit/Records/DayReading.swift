/// 日期识别: the ways in which departments write a day, read from bytes.
enum DayReading {
    /// Why a day could not be read.
    enum Fault: Error {
        /// Nothing like a day.
        case unreadable
        /// Written like a day that the calendar does not have, such as 2026-02-30.
        case noSuchDay
    }

    /// Reads `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, each with or without a time behind it,
    /// and a workbook's serial number.
    @inline(__always)
    static func read(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, form: CellForm
    ) -> Result<Day, Fault> {
        if end - start == 10,
            let day = Day(iso: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        {
            return .success(day)
        }
        return readSlowly(bytes, start, end, form: form)
    }

    private static func readSlowly(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, form: CellForm
    ) -> Result<Day, Fault> {
        var index = start
        let first = digits(bytes, &index, end)
        guard let first, first.count > 0 else { return .failure(.unreadable) }
        if index == end || isTime(bytes, index, end) {
            switch first.count {
            case 8: return made(first.value / 10_000, first.value / 100 % 100, first.value % 100)
            case 5 where form == .number || index == end: return serial(first.value)
            case 14:
                return made(
                    first.value / 10_000_000_000, first.value / 100_000_000 % 100, first.value / 1_000_000 % 100)
            default: return .failure(.unreadable)
            }
        }
        if form == .number, bytes[index] == 0x2E, first.count == 5 { return serial(first.value) }
        guard first.count == 4, separator(bytes, &index, end) else { return .failure(.unreadable) }
        guard let month = digits(bytes, &index, end), (1...2).contains(month.count),
            separator(bytes, &index, end),
            let day = digits(bytes, &index, end), (1...2).contains(day.count)
        else { return .failure(.unreadable) }
        if index + 2 < end, bytes[index] == 0xE6, bytes[index + 1] == 0x97, bytes[index + 2] == 0xA5 { index += 3 }
        guard index == end || isTime(bytes, index, end) else { return .failure(.unreadable) }
        return made(first.value, month.value, day.value)
    }

    private static func made(_ year: Int, _ month: Int, _ day: Int) -> Result<Day, Fault> {
        Day(year: year, month: month, day: day).map { .success($0) } ?? .failure(.noSuchDay)
    }

    /// A serial number of the 1900 date system, for days from 1954 to 2119.
    private static func serial(_ number: Int) -> Result<Day, Fault> {
        (20_000...80_000).contains(number) ? .success(Day(number: Int32(number - 25_569))) : .failure(.unreadable)
    }

    private static func digits(
        _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int
    ) -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        while index < end, bytes[index] &- 0x30 < 10 {
            guard count < 15 else { return nil }
            value = value * 10 + Int(bytes[index] - 0x30)
            count += 1
            index += 1
        }
        return (value, count)
    }

    /// Steps over one of `- / . 年 月`.
    private static func separator(_ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        switch bytes[index] {
        case 0x2D, 0x2F, 0x2E:
            index += 1
            return true
        case 0xE5 where index + 2 < end && bytes[index + 1] == 0xB9 && bytes[index + 2] == 0xB4,
            0xE6 where index + 2 < end && bytes[index + 1] == 0x9C && bytes[index + 2] == 0x88:
            index += 3
            return true
        default: return false
        }
    }

    /// Whether what follows is a time of day, which is left out: `T` or a space, then digits, colons and points.
    private static func isTime(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ end: Int) -> Bool {
        guard index + 1 < end, bytes[index] == 0x20 || bytes[index] == 0x54 else { return false }
        for byte in bytes[(index + 1)..<end] {
            switch byte {
            case 0x30...0x3A, 0x2E, 0x20, 0x2B, 0x2D, 0x5A: continue
            default: return false
            }
        }
        return true
    }
}
