/// 数据库值: one value of a column or parameter, in the four forms that both engines have.
public enum SQLValue: Hashable, Sendable {
    /// Characters.
    case text(String)
    /// A whole number; truths are 0 and 1, money is fen.
    case integer(Int)
    /// Bytes as they are.
    case bytes([UInt8])
    /// Nothing.
    case null

    /// A text, or nothing.
    public static func text(orNull text: String?) -> SQLValue { text.map { .text($0) } ?? .null }

    /// A whole number, or nothing.
    public static func integer(orNull number: Int?) -> SQLValue { number.map { .integer($0) } ?? .null }

    /// A truth as 0 or 1.
    public static func truth(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
}

extension SQLValue: CustomStringConvertible {
    /// As a finding shows it: short, bytes in hexadecimal.
    public var description: String {
        switch self {
        case .text(let text): "'\(text.count > 60 ? text.prefix(60) + "…" : text)'"
        case .integer(let number): String(number)
        case .bytes(let bytes):
            "x" + bytes.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                + (bytes.count > 16 ? "…" : "")
        case .null: "NULL"
        }
    }
}
