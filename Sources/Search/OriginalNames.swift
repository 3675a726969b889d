/// 原名表: the names as they were handed in, kept only where the folded form is another text (about one in fifty).
struct OriginalNames: Sendable {
    /// The ranks of these names, ascending.
    let ranks: [UInt32]
    /// Where each begins in `bytes`; one more than there are.
    let starts: [UInt32]
    /// The names as UTF-8.
    let bytes: [UInt8]

    /// The name of this rank; nil where the folded form is the name.
    func name(_ rank: UInt32) -> String? {
        var (low, high) = (0, ranks.count)
        while low < high {
            let middle = (low + high) / 2
            if ranks[middle] < rank { low = middle + 1 } else { high = middle }
        }
        guard low < ranks.count, ranks[low] == rank else { return nil }
        return String(decoding: bytes[Int(starts[low])..<Int(starts[low + 1])], as: UTF8.self)
    }

    var size: Int { ranks.count * 8 + bytes.count }
}
