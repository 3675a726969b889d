import Credit
import Proofs

/// 待应用记录: first versions of records that wait to be written in the order of their subjects, so that those that lie
/// in one page of an index are written together; nothing else may pass them.
struct HeldBack {
    struct Item {
        let entry: RecordEntry
        let content: HalfDigest?
        let position: Int
        let day: Day
    }

    private(set) var items: [Item] = []
    /// Of each item the first sixteen bytes of its subject's key, in the order of an index, and where it stands.
    private var order: [(high: UInt64, low: UInt64, place: Int)] = []

    mutating func add(_ entry: RecordEntry, content: HalfDigest?, at position: Int, on day: Day) {
        var (high, low): (UInt64, UInt64) = (0, 0)
        for (index, byte) in entry.subject.utf8.prefix(16).enumerated() {
            if index < 8 {
                high |= UInt64(byte) << (56 - 8 * UInt64(index))
            } else {
                low |= UInt64(byte) << (120 - 8 * UInt64(index))
            }
        }
        order.append((high, low, items.count))
        items.append(Item(entry: entry, content: content, position: position, day: day))
    }

    /// Hands the items to `body` in the order of their subjects, those of one subject in the order of the log; none
    /// wait any more.
    mutating func take(_ body: (Item) throws -> Void) rethrows {
        guard !items.isEmpty else { return }
        let items = items
        var order = order
        (self.items, self.order) = ([], [])
        order.sort { left, right in
            if left.high != right.high { return left.high < right.high }
            return left.low == right.low ? left.place < right.place : left.low < right.low
        }
        for key in order { try body(items[key.place]) }
    }
}
