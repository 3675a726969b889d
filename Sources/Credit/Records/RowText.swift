/// 行文字: the stored values of a record as a sheet has them: text, words by their title, money in the unit of the column.
/// What it writes, intake reads again to the same values.
public struct RowText: Sendable {
    private let reader: CanonicalReader

    /// The texts of a record's fields.
    ///
    /// - Throws: `CanonicalFault` where the stored bytes are none of ours.
    public init(_ entry: RecordEntry) throws(CanonicalFault) { reader = try CanonicalReader(entry.fields) }

    /// The names of the fields that have a value.
    public var names: [String] { reader.members.map(\.key) }

    /// The text of a field; nil where it has no value.
    public func text(of field: Field) -> String? {
        switch field.type {
        case .choice(let list): return reader.text(field.name).map { RowText.title($0, list) }
        case .choices(let list):
            let words = reader.texts(field.name).map { RowText.title($0, list) }
            return words.isEmpty ? nil : words.joined(separator: ";")
        case .money(let unit): return reader.number(field.name).map { RowText.amount($0, unit) }
        default: return reader.text(field.name) ?? reader.number(field.name).map { "\($0)" }
        }
    }

    /// What a field of a name says, in the words of the template that the record was handed in by.
    public func text(of name: String, _ kind: RecordKind) -> String? {
        kind.templates.lazy.compactMap { $0.fields.first { $0.name == name } }.compactMap(text).first
    }

    private static func title(_ stored: String, _ list: Vocabulary) -> String {
        let parts = stored.split(separator: "|", maxSplits: 1).map(String.init)
        if parts.count == 2 { return parts[1] }
        return list.words.first { $0.code == stored }?.title ?? stored
    }

    private static func amount(_ fen: Int, _ unit: MoneyUnit) -> String {
        let (whole, places) = unit == .wan ? (1_000_000, 6) : (100, 2)
        let rest = String(fen % whole)
        var decimals = String(repeating: "0", count: places - rest.utf8.count) + rest
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return decimals.isEmpty ? "\(fen / whole)" : "\(fen / whole).\(decimals)"
    }
}
