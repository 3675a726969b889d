/// 全名表: finds the names that are, folded, exactly a given one.
///
/// Ranks stand in buckets by a hash of the name, ascending in each, so that any number of equal names costs nothing more.
struct ExactTable: Sendable {
    /// Where each bucket begins in `ranks`; one more than there are buckets, whose number is a power of two.
    let starts: [UInt32]
    let ranks: [UInt32]

    init(texts: TextView, count: Int) {
        var buckets = 1
        while buckets * 4 < count { buckets *= 2 }
        var starts = [UInt32](repeating: 0, count: buckets + 1)
        var ranks = [UInt32](repeating: 0, count: count)
        let mask = buckets - 1
        for rank in 0..<UInt32(count) { starts[(Self.hash(texts.text(rank)) & mask) + 1] += 1 }
        for bucket in 0..<buckets { starts[bucket + 1] += starts[bucket] }
        // Filling from the last rank down makes each start the place of its bucket's first rank again.
        for rank in (0..<UInt32(count)).reversed() {
            let bucket = Self.hash(texts.text(rank)) & mask
            starts[bucket + 1] -= 1
            ranks[Int(starts[bucket + 1])] = rank
        }
        for bucket in 0..<buckets { starts[bucket] = starts[bucket + 1] }
        starts[buckets] = UInt32(count)
        self.starts = starts
        self.ranks = ranks
    }

    /// The ranks of all names equal to `whole`, ascending, as long as `visit` wants more.
    func visit(_ whole: [UInt16], in texts: TextView, _ visit: (UInt32) -> Bool) {
        guard whole.count <= NameFolding.longest else { return }
        let possible = texts.ranks(ofLength: whole.count)
        let bucket = whole.withUnsafeBufferPointer { Self.hash($0) } & (starts.count - 2)
        for index in Int(starts[bucket])..<Int(starts[bucket + 1]) where possible.contains(ranks[index]) {
            if texts.equals(ranks[index], whole), !visit(ranks[index]) { return }
        }
    }

    private static func hash(_ units: UnsafeBufferPointer<UInt16>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for unit in units { hash = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15 }
        return Int(truncatingIfNeeded: hash >> 32)
    }
}
