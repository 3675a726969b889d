/// 日志瓦片地址: which part of the log an address names; only the one canonical writing of each is known.
///
/// - Source: C2SP tlog-tiles
struct TilePath: Equatable {
    /// Tree level of hashes; nil for a bundle of entries.
    let level: Int?
    let index: Int
    /// 1 to 256; 256 is a full tile, which never changes.
    let width: Int

    /// Reads what follows `/log/tile/`; nil where it is not canonical.
    init?(_ parts: [String]) {
        var parts = parts[...]
        guard let first = parts.popFirst() else { return nil }
        if first == "entries" {
            level = nil
        } else {
            guard let number = TilePath.number(first, upTo: 63) else { return nil }
            level = number
        }
        if let last = parts.last, parts.count >= 2, parts[parts.endIndex - 2].hasSuffix(".p") {
            guard let width = TilePath.number(last, upTo: 255), width > 0 else { return nil }
            self.width = width
            parts.removeLast()
            let index = parts.endIndex - 1
            parts[index] = String(parts[index].dropLast(2))
        } else {
            width = 256
        }
        // Five groups reach 10^15, beyond any log.
        guard let last = parts.popLast(), parts.count < 5, var index = TilePath.threeDigits(last) else { return nil }
        var unit = 1_000
        for (place, group) in parts.reversed().enumerated() {
            guard group.first == "x", let digits = TilePath.threeDigits(String(group.dropFirst())) else { return nil }
            // A leading group of zeros would be a second writing of the same number.
            if place == parts.count - 1, digits == 0 { return nil }
            index += digits * unit
            unit *= 1_000
        }
        self.index = index
    }

    private static func threeDigits(_ text: String) -> Int? {
        guard text.utf8.count == 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func number(_ text: String, upTo most: Int) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            text == "0" || text.first != "0", let number = Int(text), number <= most
        else { return nil }
        return number
    }
}
