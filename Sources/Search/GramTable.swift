/// 双字索引: for every pair of neighbouring units the ranks of the names that hold it, ascending.
///
/// A pair is a key `first << 16 | second`; a name's last unit stands alone with zero behind it, so that all pairs of one
/// first unit are the names that hold this unit. Ranks are written as gaps in base 128, low digits first.
struct GramTable: Sendable {
    /// The pairs, ascending.
    let keys: [UInt32]
    /// Where the ranks of a pair begin in `bytes`; one more than there are pairs.
    let starts: [UInt32]
    /// The gaps between the ranks.
    let bytes: [UInt8]

    init(keys: [UInt32], starts: [UInt32], bytes: [UInt8]) {
        self.keys = keys
        self.starts = starts
        self.bytes = bytes
    }

    /// The table of all pairs, or of the first pair only, of the names whose rank passes.
    init(texts: TextView, count: Int, headsOnly: Bool, where isPart: (UInt32) -> Bool) {
        var builder = GramTableBuilder(expecting: headsOnly ? count / 4 : count * 2)
        GramTable.walk(texts, headsOnly, isPart) { builder.measure($0, rank: $1) }
        let (keys, starts, byteCount) = builder.allot()
        let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { bytes, initialized in
            GramTable.walk(texts, headsOnly, isPart) { builder.write($0, rank: $1, into: bytes) }
            initialized = byteCount
        }
        self.init(keys: keys, starts: starts, bytes: bytes)
    }

    /// Visits the pairs of the names by ascending rank.
    @inline(__always)
    private static func walk(
        _ texts: TextView, _ headsOnly: Bool, _ isPart: (UInt32) -> Bool, _ visit: (UInt32, UInt32) -> Void
    ) {
        for length in 1...NameFolding.longest {
            var start = Int(texts.firstUnits[length])
            for rank in texts.ranks(ofLength: length) {
                defer { start += length }
                guard isPart(rank) else { continue }
                let last = headsOnly ? start : start + length - 1
                for place in start...last {
                    let second = place < start + length - 1 ? texts.units[place + 1] : 0
                    visit(key(texts.units[place], second), rank)
                }
            }
        }
    }

    /// Lends the table out.
    func withView<Result>(_ body: (GramView) -> Result) -> Result {
        keys.withUnsafeBufferPointer { keys in
            starts.withUnsafeBufferPointer { starts in
                bytes.withUnsafeBufferPointer { bytes in body(GramView(keys: keys, starts: starts, bytes: bytes)) }
            }
        }
    }

    /// The key of a pair.
    @inline(__always)
    static func key(_ first: UInt16, _ second: UInt16) -> UInt32 { UInt32(first) << 16 | UInt32(second) }

    /// The keys of a text's pairs, each once.
    static func keys(of text: [UInt16]) -> [UInt32] {
        var keys: [UInt32] = []
        for place in text.indices.dropLast() {
            let key = key(text[place], text[place + 1])
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// How many bytes the table takes.
    var size: Int { keys.count * 4 + starts.count * 4 + bytes.count }
}

/// 双字索引视图: a table lent out for the time of one search.
struct GramView {
    let keys: UnsafeBufferPointer<UInt32>
    let starts: UnsafeBufferPointer<UInt32>
    let bytes: UnsafeBufferPointer<UInt8>

    /// The ranks under one pair; nil where no name holds it.
    func list(_ key: UInt32) -> GramCursor? {
        let index = firstIndex(from: key)
        guard index < keys.count, keys[index] == key else { return nil }
        return cursor(at: index)
    }

    /// The ranks under every pair that begins with a unit.
    func lists(beginningWith unit: UInt16) -> [GramCursor] {
        var cursors: [GramCursor] = []
        var index = firstIndex(from: GramTable.key(unit, 0))
        while index < keys.count, keys[index] >> 16 == UInt32(unit) {
            cursors.append(cursor(at: index))
            index += 1
        }
        return cursors
    }

    private func cursor(at index: Int) -> GramCursor {
        GramCursor(bytes: bytes.baseAddress!, start: Int(starts[index]), end: Int(starts[index + 1]))
    }

    private func firstIndex(from key: UInt32) -> Int {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// 倒排游标: walks along the ranks under one pair.
struct GramCursor {
    private let bytes: UnsafePointer<UInt8>
    private var place: Int
    private let end: Int
    /// The rank the cursor stands on; `.max` behind the last.
    private(set) var rank: UInt32
    /// How many bytes the ranks take: a measure of how many there are.
    let weight: Int

    init(bytes: UnsafePointer<UInt8>, start: Int, end: Int) {
        self.bytes = bytes
        self.end = end
        place = start
        weight = end - start
        rank = .max
        advance()
    }

    /// Goes on to the next rank. `rank` is one below the first gap at the start, hence the wrapping sum.
    @inline(__always)
    mutating func advance() {
        guard place < end else {
            rank = .max
            return
        }
        var byte = bytes[place]
        place += 1
        var gap = UInt32(byte & 0x7F)
        var shift: UInt32 = 7
        while byte & 0x80 != 0 {
            byte = bytes[place]
            place += 1
            gap |= UInt32(byte & 0x7F) << shift
            shift += 7
        }
        rank = rank &+ gap &+ 1
    }
}
