/// 有编码的事物: whatever a pack declares under a code that is for ever.
public protocol Coded: Sendable {
    /// 编码: the code, unique among its like.
    var code: String { get }
}

/// 登记册: the things of one sort that a pack declares, in the pack's order and found by code.
public struct Register<Entry: Coded>: Sendable {
    private let entries: [Entry]
    private let positions: [String: Int]

    /// The entries in their order; of two with one code the first counts.
    public init(_ entries: [Entry] = []) {
        self.entries = entries
        positions = Dictionary(entries.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    /// The entry of a code; nil where the pack has none.
    public subscript(code: String) -> Entry? { positions[code].map { entries[$0] } }

    /// All codes, in the pack's order.
    public var codes: [String] { entries.map(\.code) }
}

extension Register: RandomAccessCollection {
    /// The first position.
    public var startIndex: Int { entries.startIndex }
    /// The position after the last.
    public var endIndex: Int { entries.endIndex }
    /// The entry at a position of the pack's order.
    public subscript(position: Int) -> Entry { entries[position] }
}
