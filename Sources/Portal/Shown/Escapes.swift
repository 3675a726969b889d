/// 转义: what stands for a byte where it could not stand itself; once, for every way in which text is written.
enum Escapes {
    /// Inside a JSON string: what JSON demands, and `<`, which is legal as it is, so that no answer of any form says markup
    /// again.
    @inline(__always) static func json(_ byte: UInt8) -> StaticString? {
        switch byte {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x3C: "\\u003c"
        case 0..<0x20: controls[Int(byte)]
        default: nil
        }
    }

    /// Inside HTML, in element and attribute alike: every byte that could end either.
    @inline(__always) static func html(_ byte: UInt8) -> StaticString? {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        default: nil
        }
    }

    private static let controls: [StaticString] = [
        "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\b", "\\t", "\\n",
        "\\u000b", "\\f", "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014",
        "\\u0015", "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e",
        "\\u001f",
    ]
}
