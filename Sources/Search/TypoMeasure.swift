/// 错字距离: by how many wrong, missing, extra or swapped characters a text differs from the nearest part of a name.
///
/// Bit-parallel dynamic programming, one step a unit of the name, so at most 64 units of what is asked. Two neighbours
/// in the wrong order count as one mistake.
/// - Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
struct TypoMeasure {
    /// The most units that can be asked.
    static let longest = 64

    private let count: Int
    private let last: UInt64
    /// Where each unit stands in what is asked: open addressing with 128 places.
    private var keys = [UInt16](repeating: 0, count: 128)
    private var masks = [UInt64](repeating: 0, count: 128)

    init?(_ asked: [UInt16]) {
        guard (1...TypoMeasure.longest).contains(asked.count) else { return nil }
        count = asked.count
        last = 1 << UInt64(asked.count - 1)
        for (index, unit) in asked.enumerated() {
            var place = Int(unit) & 127
            while keys[place] != 0, keys[place] != unit { place = (place + 1) & 127 }
            keys[place] = unit
            masks[place] |= 1 << UInt64(index)
        }
    }

    /// The distance to the part of the name that is nearest.
    func distance(toPartOf name: UnsafeBufferPointer<UInt16>) -> Int {
        keys.withUnsafeBufferPointer { keys in
            masks.withUnsafeBufferPointer { masks in
                var (plus, minus, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
                var score = count
                var best = count
                for unit in name {
                    var place = Int(unit) & 127
                    while keys[place] != 0, keys[place] != unit { place = (place + 1) & 127 }
                    let mask = keys[place] == unit ? masks[place] : 0
                    let swapped = ((~diagonal & mask) << 1) & before
                    diagonal = (((mask & plus) &+ plus) ^ plus) | mask | minus | swapped
                    let up = minus | ~(diagonal | plus)
                    let down = diagonal & plus
                    if up & last != 0 { score += 1 } else if down & last != 0 { score -= 1 }
                    plus = down << 1 | ~(diagonal | up << 1)
                    minus = up << 1 & diagonal
                    before = mask
                    best = min(best, score)
                }
                return best
            }
        }
    }
}
