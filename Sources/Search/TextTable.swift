/// 名称表: the folded names one after the other, by length and then by code; the place in this order is a name's rank.
///
/// Because names of one length stand together, neither their lengths nor their places need be kept for each.
struct TextTable: Sendable {
    /// The units of all names.
    let units: [UInt16]
    /// The first rank of each length 0…255, and the number of names.
    let firstRanks: [UInt32]
    /// Where the names of each length begin in `units`.
    let firstUnits: [UInt32]

    init(units: [UInt16], countByLength: [UInt32]) {
        self.units = units
        var firstRanks: [UInt32] = [0]
        var firstUnits: [UInt32] = [0]
        for (length, count) in countByLength.enumerated() {
            firstRanks.append(firstRanks[length] + count)
            firstUnits.append(firstUnits[length] + count * UInt32(length))
        }
        self.firstRanks = firstRanks
        self.firstUnits = firstUnits
    }

    /// How many names there are.
    var count: Int { Int(firstRanks[NameFolding.longest + 1]) }

    /// Lends the names out.
    func withView<Result>(_ body: (TextView) -> Result) -> Result {
        units.withUnsafeBufferPointer { units in
            firstRanks.withUnsafeBufferPointer { firstRanks in
                firstUnits.withUnsafeBufferPointer { firstUnits in
                    body(TextView(units: units, firstRanks: firstRanks, firstUnits: firstUnits))
                }
            }
        }
    }
}

/// 名称表视图: the names lent out for the time of one search.
struct TextView {
    let units: UnsafeBufferPointer<UInt16>
    let firstRanks: UnsafeBufferPointer<UInt32>
    let firstUnits: UnsafeBufferPointer<UInt32>

    /// The ranks of the names of a length.
    func ranks(ofLength length: Int) -> Range<UInt32> { firstRanks[length]..<firstRanks[length + 1] }

    /// How many units the name has.
    @inline(__always)
    func length(_ rank: UInt32) -> Int {
        var (low, high) = (0, NameFolding.longest)
        while low < high {
            let middle = (low + high + 1) / 2
            if firstRanks[middle] <= rank { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The units of the name.
    @inline(__always)
    func text(_ rank: UInt32) -> UnsafeBufferPointer<UInt16> {
        let length = length(rank)
        let start = Int(firstUnits[length]) + Int(rank - firstRanks[length]) * length
        return UnsafeBufferPointer(rebasing: units[start..<start + length])
    }

    /// Whether the name has the units at its beginning.
    func begins(_ rank: UInt32, with part: [UInt16]) -> Bool {
        let text = text(rank)
        return text.count >= part.count && text.prefix(part.count).elementsEqual(part)
    }

    /// Whether the name is made of exactly these units.
    func equals(_ rank: UInt32, _ whole: [UInt16]) -> Bool { text(rank).elementsEqual(whole) }

    /// Whether the name has the units somewhere.
    func contains(_ rank: UInt32, _ part: [UInt16]) -> Bool {
        let text = text(rank)
        guard let first = part.first, text.count >= part.count else { return part.isEmpty }
        return part.withUnsafeBufferPointer { part in
            for start in 0...(text.count - part.count) where text[start] == first {
                var offset = 1
                while offset < part.count, text[start + offset] == part[offset] { offset += 1 }
                if offset == part.count { return true }
            }
            return false
        }
    }
}
