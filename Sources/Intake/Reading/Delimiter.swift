/// 分隔符: what stands between the cells of a delimited text.
public enum Delimiter: Sendable, Equatable, CaseIterable {
    case comma, tab, semicolon, bar
    /// `，`, as some people type the whole file by hand.
    case wideComma

    /// Its bytes in UTF-8.
    var bytes: [UInt8] {
        switch self {
        case .comma: [0x2C]
        case .tab: [0x09]
        case .semicolon: [0x3B]
        case .bar: [0x7C]
        case .wideComma: [0xEF, 0xBC, 0x8C]
        }
    }

    /// The delimiter that the beginning of a text (UTF-8) shows, by content alone.
    ///
    /// The one wins that cuts most lines into the same number of cells. `，` and `|` occur inside cells, so they only
    /// count where none of the others occurs in any line.
    static func detect(_ text: [UInt8]) -> Delimiter {
        var counts: [[Int]] = []
        var line = [Int](repeating: 0, count: allCases.count)
        var quoted = false
        var isBlank = true
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x22: quoted.toggle()
            case 0x0A where !quoted, 0x0D where !quoted:
                if !isBlank { counts.append(line) }
                line = [Int](repeating: 0, count: allCases.count)
                isBlank = true
                continue
            case 0x2C where !quoted: line[0] += 1
            case 0x09 where !quoted: line[1] += 1
            case 0x3B where !quoted: line[2] += 1
            case 0x7C where !quoted: line[3] += 1
            case 0x8C where !quoted && index > 1 && text[index - 1] == 0xBC && text[index - 2] == 0xEF: line[4] += 1
            default: break
            }
            isBlank = false
            if counts.count == 40 { break }
        }
        if !isBlank, counts.count < 40 { counts.append(line) }
        func weight(_ kind: Int) -> (lines: Int, cells: Int) {
            var lines: [Int: Int] = [:]
            for line in counts where line[kind] > 0 { lines[line[kind], default: 0] += 1 }
            let best = lines.max { ($0.value, $0.key) < ($1.value, $1.key) }
            return (best?.value ?? 0, best?.key ?? 0)
        }
        for kinds in [0..<3, 3..<5] {
            let best = kinds.map { (weight($0), $0) }.max { ($0.0.lines, $0.0.cells) < ($1.0.lines, $1.0.cells) }
            if let best, best.0.lines > 0 { return allCases[best.1] }
        }
        return .comma
    }

    /// The delimiter that Excel's own first line `sep=;` declares, and how long that line is.
    static func declared(in text: [UInt8]) -> (delimiter: Delimiter, length: Int)? {
        for delimiter in allCases {
            let line = Array("sep=".utf8) + delimiter.bytes
            guard text.starts(with: line) else { continue }
            for lineBreak: [UInt8] in [[0x0D, 0x0A], [0x0A], [0x0D]]
            where text.dropFirst(line.count).starts(with: lineBreak) {
                return (delimiter, line.count + lineBreak.count)
            }
        }
        return nil
    }
}
