/// 工作表名称: what Excel allows as the name of a sheet.
public struct SheetName: Hashable, Sendable {
    /// The name as it may stand in a workbook.
    public let text: String

    /// A name that Excel accepts, as near to `wanted` as may be and unlike those in `taken`.
    ///
    /// Forbidden characters become `_`, more than 31 UTF-16 units are cut, equal names (whatever the letter case) are
    /// numbered.
    public init(_ wanted: String, taken: some Sequence<SheetName> = []) {
        var clean = ""
        for scalar in wanted.unicodeScalars {
            let isForbidden = "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 0x20
            clean.unicodeScalars.append(isForbidden ? "_" : scalar)
        }
        clean = SheetName.withoutApostrophes(SheetName.cut(clean, to: 31))
        // Excel keeps this name for itself.
        if clean.isEmpty || clean.lowercased() == "history" { clean += "_" }
        let used = Set(taken.map { $0.text.lowercased() })
        var candidate = clean
        var number = 2
        while used.contains(candidate.lowercased()) {
            let suffix = " (\(number))"
            candidate = SheetName.cut(clean, to: 31 - suffix.utf16.count) + suffix
            number += 1
        }
        text = candidate
    }

    private static func cut(_ text: String, to units: Int) -> String {
        var cut = ""
        var used = 0
        for scalar in text.unicodeScalars {
            used += UTF16.width(scalar)
            guard used <= units else { break }
            cut.unicodeScalars.append(scalar)
        }
        return cut
    }

    private static func withoutApostrophes(_ text: String) -> String {
        var text = Substring(text)
        while text.first == "'" { text.removeFirst() }
        while text.last == "'" { text.removeLast() }
        return String(text)
    }
}
