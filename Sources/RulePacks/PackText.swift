/// 规则包文本: a file's bytes looked at before any YAML is read, so that nothing hostile reaches the parser.
///
/// Anchors and aliases are refused here and not after parsing, because comparing nodes that are built from aliases
/// can take exponential time. The test is meant to be strict and not clever: `&` or `*` directly before a letter and
/// after a space, a bracket, a comma or a colon is refused even inside quotes.
struct PackText {
    static let largestFile = 256 * 1024

    /// The text, if it is proper; what is wrong with it goes to the collector.
    static func read(_ file: PackFile, into reading: Reading) -> String? {
        guard file.bytes.count <= largestFile else {
            reading.add(.tooBig(limit: "256 KiB"), at: PackPlace(file: file.path))
            return nil
        }
        var scan = Scan()
        guard scan.run(file, reading) else { return nil }
        return String(decoding: file.bytes, as: UTF8.self)
    }

    private struct Scan {
        var line = 1
        var column = 0
        var before: Unicode.Scalar = "\n"
        var sign: PackPlace?

        mutating func run(_ file: PackFile, _ reading: Reading) -> Bool {
            var decoder = UTF8()
            var bytes = file.bytes.makeIterator()
            while true {
                let scalar: Unicode.Scalar
                switch decoder.decode(&bytes) {
                case .emptyInput: return true
                case .error:
                    let place = PackPlace(file: file.path, line: line, column: column + 1)
                    reading.add(.notText("第 \(line) 行 / line \(line)"), at: place)
                    return false
                case .scalarValue(let value): scalar = value
                }
                advance(scalar)
                let place = PackPlace(file: file.path, line: line, column: max(column, 1))
                if let sign, Scan.isName(scalar) {
                    reading.add(.anchor, at: sign)
                    return false
                }
                sign = (scalar == "&" || scalar == "*") && Scan.opens(before) ? place : nil
                if !Scan.isPrintable(scalar) {
                    reading.add(.notText("U+" + String(scalar.value, radix: 16, uppercase: true)), at: place)
                    return false
                }
                before = scalar
            }
        }

        private mutating func advance(_ scalar: Unicode.Scalar) {
            if scalar == "\n" {
                line += 1
                column = 0
            } else {
                column += 1
            }
        }

        /// Whether a token may begin after this character.
        private static func opens(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case " ", "\t", "\n", "\r", "[", "]", "{", "}", ",", ":", "-", "?", "\"", "'", "\u{85}", "\u{2028}",
                "\u{2029}", "\u{FEFF}":
                true
            default: false
            }
        }

        private static func isName(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
            default: false
            }
        }

        /// The characters YAML allows.
        private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
            default: false
            }
        }
    }
}
