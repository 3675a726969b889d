/// 金额识别: the ways in which departments write an amount, read from bytes into fen.
enum AmountReading {
    /// Why an amount could not be read.
    enum Fault: Error {
        /// Nothing like an amount.
        case unreadable
        /// Finer than a fen.
        case finerThanFen
        /// Below zero.
        case negative
        /// Beyond ten quadrillion fen.
        case tooLarge
    }

    /// Reads `0.2`, `2,000`, `2000元`, `0.2万元`, `¥2000`, `壹万贰仟元整`; a unit in the cell goes before the column's.
    static func fen(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, unit: MoneyUnit
    ) -> Result<Int64, Fault> {
        var index = start
        if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA5 { index += 2 }  // ¥
        guard index < end else { return .failure(.unreadable) }
        if bytes[index] == 0x2D { return .failure(.negative) }
        guard bytes[index] &- 0x30 < 10 else { return CapitalNumerals.fen(bytes, index, end) }
        var digits: Int64 = 0
        var decimals = 0
        var seenPoint = false
        scan: while index < end {
            switch bytes[index] {
            case 0x30...0x39:
                guard digits < 1_000_000_000_000_000 else { return .failure(.tooLarge) }
                digits = digits * 10 + Int64(bytes[index] - 0x30)
                if seenPoint { decimals += 1 }
            case 0x2E where !seenPoint: seenPoint = true
            case 0x2C where !seenPoint: break
            default: break scan
            }
            index += 1
        }
        guard let unit = unitWritten(bytes, index, end, otherwise: unit) else { return .failure(.unreadable) }
        // 万元 has six decimal places down to the fen, 元 two.
        let places = unit == .wan ? 6 : 2
        while decimals > places {
            guard digits % 10 == 0 else { return .failure(.finerThanFen) }
            digits /= 10
            decimals -= 1
        }
        for _ in decimals..<places {
            let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
            if overflow { return .failure(.tooLarge) }
            digits = product
        }
        return digits <= 10_000_000_000_000_000 ? .success(digits) : .failure(.tooLarge)
    }

    private static func unitWritten(
        _ bytes: UnsafeRawBufferPointer, _ index: Int, _ end: Int, otherwise unit: MoneyUnit
    ) -> MoneyUnit? {
        if index == end { return unit }
        switch String(decoding: bytes[index..<end], as: UTF8.self) {
        case "元", "元整", "人民币", "元人民币": return .yuan
        case "万元", "万", "万元整", "万人民币", "万元人民币": return .wan
        default: return nil
        }
    }
}

/// 大写数字: amounts in capital numerals, such as 壹万贰仟叁佰元整.
enum CapitalNumerals {
    /// The amount in fen.
    static func fen(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int
    ) -> Result<Int64, AmountReading.Fault> {
        guard end - start <= 120 else { return .failure(.unreadable) }
        var text = String(decoding: bytes[start..<end], as: UTF8.self)[...]
        if text.hasPrefix("人民币") { text = text.dropFirst(3) }
        var (total, section, digit) = (Int64(0), Int64(0), Int64(0))
        var (fen, seen) = (Int64(0), false)
        for scalar in text.unicodeScalars {
            if let value = digits[scalar] {
                digit = value
                seen = true
                continue
            }
            switch scalar {
            case "拾", "十": section += max(digit, 1) * 10
            case "佰", "百": section += digit * 100
            case "仟", "千": section += digit * 1_000
            case "万", "萬":
                total = (total + section + digit) * 10_000
                section = 0
            case "亿", "億":
                total = (total + section + digit) * 100_000_000
                section = 0
            case "元", "圆":
                fen = (total + section + digit) * 100
                (total, section) = (0, 0)
            case "角": fen += digit * 10
            case "分": fen += digit
            case "整", "正": break
            default: return .failure(.unreadable)
            }
            digit = 0
        }
        guard seen, fen > 0, total == 0, section == 0, digit == 0 else { return .failure(.unreadable) }
        return .success(fen)
    }

    private static let digits: [Unicode.Scalar: Int64] = [
        "零": 0, "〇": 0, "壹": 1, "一": 1, "贰": 2, "貳": 2, "二": 2, "叁": 3, "參": 3, "三": 3, "肆": 4, "四": 4,
        "伍": 5, "五": 5, "陆": 6, "陸": 6, "六": 6, "柒": 7, "七": 7, "捌": 8, "八": 8, "玖": 9, "九": 9,
    ]
}
