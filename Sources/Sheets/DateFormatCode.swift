/// 数字格式: whether a number format of a workbook shows a number as a date.
enum DateFormatCode {
    /// Built-in formats that show a date or a time, those of Chinese Excel (27–36, 50–58) included.
    static func isDate(builtIn id: Int) -> Bool {
        switch id {
        case 14...22, 27...36, 45, 47, 50...58, 71...81: true
        default: false
        }
    }

    /// Whether a format code shows a date or a time of day: `yyyy"年"m"月"d"日"`, `[$-804]aaaa`, `h:mm`, not `0.00E+00`.
    ///
    /// Durations (`[h]:mm`) are amounts, not dates. Only the first section counts: the others are for negative
    /// numbers and text.
    static func isDate(_ code: some Sequence<UInt8>) -> Bool {
        let code = Array(code)
        var index = 0
        var (hasDay, hasTime, hasMonth, hasDigit) = (false, false, false, false)
        func lower(_ at: Int) -> UInt8 { at < code.count ? code[at] | 0x20 : 0 }
        if code.starts(with: "General".utf8) || code.starts(with: "GENERAL".utf8) || code.starts(with: "G/".utf8) {
            return false
        }
        while index < code.count {
            switch code[index] {
            case UInt8(ascii: ";"): index = code.count
            case UInt8(ascii: "\""):
                index += 1
                while index < code.count, code[index] != UInt8(ascii: "\"") { index += 1 }
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
            case UInt8(ascii: "["):
                let first = lower(index + 1)
                let isDuration = first == UInt8(ascii: "h") || first == UInt8(ascii: "m") || first == UInt8(ascii: "s")
                var end = index + 1
                while end < code.count, code[end] != UInt8(ascii: "]") { end += 1 }
                if isDuration, (index + 1..<end).allSatisfy({ lower($0) == first }) { return false }
                index = end
            case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "d"), UInt8(ascii: "D"): hasDay = true
            case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"): hasTime = true
            case UInt8(ascii: "m"), UInt8(ascii: "M"): hasMonth = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                let next = index + 1 < code.count ? code[index + 1] : 0
                if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { return false }
                hasDay = true
            case UInt8(ascii: "a"), UInt8(ascii: "A"):
                if lower(index + 1) == UInt8(ascii: "a"), lower(index + 2) == UInt8(ascii: "a") { hasDay = true }
                if lower(index + 1) == UInt8(ascii: "m") { index += 1 }
            case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
                if !hasTime { hasDigit = true }
            default: break
            }
            index += 1
        }
        return (hasDay || hasTime || hasMonth) && !hasDigit
    }
}
