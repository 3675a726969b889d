/// 原名表: how the names were written, kept only where the folded form is another text.
///
/// What is kept is where a name differs from its folded form, which stands in the table of texts already: a pair of
/// brackets takes eight bytes, and not the whole name again.
struct OriginalNames: Sendable {
    /// The numbers of these names, ascending: their ranks in a segment, their places in a builder.
    private(set) var numbers: [UInt32] = []
    /// Where each one's differences begin in `changes`; one more than there are names.
    private var starts: [UInt32] = [0]
    /// Two units a difference: how many folded units stand as they are before it, doubled, and one more where it takes the
    /// place of the next folded unit; then the unit that was written.
    private var changes: [UInt16] = []

    /// Takes in a name that is greater in number than all before.
    mutating func append(_ number: UInt32, name: String, folded: ArraySlice<UInt16>) {
        var (at, since) = (folded.startIndex, folded.startIndex)
        for unit in name.utf16 {
            let isLeft = at < folded.endIndex
            if isLeft, unit == folded[at] {
                at += 1
                continue
            }
            let replaces = isLeft && FoldingTable.units[Int(unit)] == folded[at]
            changes.append(UInt16(at - since) << 1 | (replaces ? 1 : 0))
            changes.append(unit)
            if replaces { at += 1 }
            since = at
        }
        end(number)
    }

    /// Takes in a name of another table under a number of this one, greater than all before.
    mutating func append(_ number: UInt32, of index: Int, in other: OriginalNames) {
        changes.append(contentsOf: other.changes[Int(other.starts[index])..<Int(other.starts[index + 1])])
        end(number)
    }

    private mutating func end(_ number: UInt32) {
        numbers.append(number)
        starts.append(UInt32(changes.count))
    }

    /// Where the name of this number stands; nil where the folded form is the name.
    func index(of number: UInt32) -> Int? {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number ? low : nil
    }

    /// The name of this number as it was written.
    func name(_ number: UInt32, folded: UnsafeBufferPointer<UInt16>) -> String {
        guard let index = index(of: number) else { return String(decoding: folded, as: UTF16.self) }
        var units: [UInt16] = []
        var at = 0
        for place in stride(from: Int(starts[index]), to: Int(starts[index + 1]), by: 2) {
            let next = at + Int(changes[place] >> 1)
            units.append(contentsOf: folded[at..<next])
            units.append(changes[place + 1])
            at = next + Int(changes[place] & 1)
        }
        units.append(contentsOf: folded[at...])
        return String(decoding: units, as: UTF16.self)
    }

    /// How many bytes the table takes.
    var size: Int { (numbers.count + starts.count) * 4 + changes.count * 2 }
}
