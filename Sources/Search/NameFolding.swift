/// 名称归一: writes a name the way it is compared: full width as half width, lower case, simplified, without brackets,
/// dots and spaces.
///
/// `宁夏（中卫）腾达貿易有限公司` and `宁夏(中卫) 腾达贸易有限公司` become the same text; digits stay as they are.
public enum NameFolding {
    /// The most UTF-16 units of a folded name that are compared; what lies behind is kept for show only.
    public static let longest = 255

    /// The folded form of a name given as UTF-8, again as UTF-8.
    public static func fold(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        append(bytes, to: &units, limit: .max)
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The folded form of a name.
    public static func fold(_ text: String) -> String {
        String(decoding: units(of: text, limit: .max), as: UTF16.self)
    }

    /// The folded form of a text as UTF-16 units, at most `limit` of them.
    static func units(of text: String, limit: Int = longest) -> [UInt16] {
        var units: [UInt16] = []
        append(text, to: &units, limit: limit)
        return units
    }

    /// Appends the folded form of a text; true where it is the text itself, unit for unit.
    @discardableResult
    static func append(_ text: String, to units: inout [UInt16], limit: Int = longest) -> Bool {
        var text = text
        return text.withUTF8 { append(UnsafeRawBufferPointer($0), to: &units, limit: limit) }
    }

    /// Appends the folded form of UTF-8 bytes; true where it is the text itself, unit for unit.
    ///
    /// Bytes that are no UTF-8 are left out.
    @discardableResult
    static func append(_ bytes: UnsafeRawBufferPointer, to units: inout [UInt16], limit: Int) -> Bool {
        let table = FoldingTable.units
        return table.withUnsafeBufferPointer { table in
            var isSame = true
            var room = limit
            var place = 0
            while place < bytes.count {
                guard room > 0 else { return false }
                let scalar = scalar(in: bytes, at: &place)
                if scalar < 0x1_0000 {
                    let unit = table[Int(scalar)]
                    if unit != UInt16(truncatingIfNeeded: scalar) { isSame = false }
                    if unit != 0 {
                        units.append(unit)
                        room -= 1
                    }
                } else if scalar < 0xE_0000 {
                    guard room > 1 else { return false }
                    units.append(UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10)))
                    units.append(UInt16(truncatingIfNeeded: 0xDC00 + (scalar & 0x3FF)))
                    room -= 2
                } else {
                    isSame = false
                }
            }
            return isSame
        }
    }

    /// The scalar that begins at `place`, which moves behind it; zero for bytes that are no UTF-8.
    @inline(__always)
    private static func scalar(in bytes: UnsafeRawBufferPointer, at place: inout Int) -> UInt32 {
        let first = UInt32(bytes[place])
        place += 1
        if first < 0x80 { return first }
        let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
        guard more > 0, first < 0xF5, place + more <= bytes.count else { return 0 }
        var scalar = first & (0x3F >> UInt32(more))
        for offset in 0..<more {
            let next = UInt32(bytes[place + offset])
            guard next & 0xC0 == 0x80 else { return 0 }
            scalar = scalar << 6 | next & 0x3F
        }
        let least: UInt32 = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x1_0000
        guard scalar >= least, scalar <= 0x10_FFFF, scalar & 0xFFFF_F800 != 0xD800 else { return 0 }
        place += more
        return scalar
    }
}
