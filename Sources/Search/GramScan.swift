/// 倒排扫描: walks by ascending rank over the names that stand in every one of some sources.
///
/// The ranks are taken window by window, each source as bits of the window; windows begin small, so that what many names
/// hold is answered from the first of them, and grow, so that what few hold is answered in one run.
struct GramScan {
    /// The names that hold one part of what is asked: the union of some lists.
    struct Source {
        var cursors: [GramCursor]

        /// How many bytes the lists take: a measure of how many names there are.
        var weight: Int { cursors.reduce(0) { $0 + $1.weight } }
    }

    private var sources: [Source]

    private static let firstWindow: UInt32 = 1_024
    private static let longestWindow: UInt32 = 65_536

    /// A scan of the names that stand in all the sources; the caller checks the names themselves.
    ///
    /// Only sources worth reading are read: a list is left out where checking the names of the rarest is cheaper.
    init(_ sources: [Source]) {
        let sorted = sources.map { ($0, $0.weight) }.sorted { $0.1 < $1.1 }
        guard let rarest = sorted.first?.1 else {
            self.sources = []
            return
        }
        self.sources = sorted.prefix(4).prefix { $0.1 == rarest || $0.1 < rarest * 16 }.map(\.0)
    }

    /// Visits the ranks as long as `body` wants more.
    mutating func visit(_ body: (UInt32) -> Bool) {
        guard !sources.isEmpty else { return }
        if sources.count == 1, sources[0].cursors.count == 1 { return visitList(body) }
        var size = Self.firstWindow
        var window = [UInt64](repeating: 0, count: Int(Self.longestWindow / 64))
        var other = window
        while true {
            let start = sources[0].cursors.reduce(UInt32.max) { min($0, $1.rank) }
            guard start != .max else { return }
            let used = Int(size / 64)
            Self.fill(&window, used, from: start, &sources[0].cursors)
            for index in sources.indices.dropFirst() {
                Self.fill(&other, used, from: start, &sources[index].cursors)
                for word in 0..<used { window[word] &= other[word] }
            }
            for word in 0..<used {
                var bits = window[word]
                while bits != 0 {
                    guard body(start + UInt32(word * 64 + bits.trailingZeroBitCount)) else { return }
                    bits &= bits - 1
                }
            }
            size = min(size * 2, Self.longestWindow)
        }
    }

    private mutating func visitList(_ body: (UInt32) -> Bool) {
        var cursor = sources[0].cursors[0]
        while cursor.rank != .max {
            guard body(cursor.rank) else { return }
            cursor.advance()
        }
    }

    /// Marks the ranks of one window that stand in any of the lists, and moves these behind the window.
    private static func fill(
        _ window: inout [UInt64], _ used: Int, from start: UInt32, _ cursors: inout [GramCursor]
    ) {
        let end = start + UInt32(used * 64)
        window.withUnsafeMutableBufferPointer { window in
            for word in 0..<used { window[word] = 0 }
            cursors.withUnsafeMutableBufferPointer { cursors in
                for index in cursors.indices where cursors[index].rank < end {
                    var cursor = cursors[index]
                    while cursor.rank < start { cursor.advance() }
                    while cursor.rank < end {
                        let place = cursor.rank - start
                        window[Int(place / 64)] |= 1 << UInt64(place % 64)
                        cursor.advance()
                    }
                    cursors[index] = cursor
                }
            }
        }
    }
}
