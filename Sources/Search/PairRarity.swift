/// 双字稀有度: how much each pair of characters of what is asked tells a name from others.
///
/// Where nothing else is found, names that share the rarest pairs are shown: `特神网络` finds `上海特神文化传播有限公司`. What a
/// pair weighs is taken from the first segment for all of them, that the order does not depend on where an entry stands.
struct PairRarity {
    /// The pairs of what is asked, and how rare each is: about the binary logarithm of one name in how many holds it.
    let keys: [UInt32]
    let weights: [Int]

    /// The least share of the whole weight that a name must have, in thousandths.
    static let least = 333

    var sum: Int { weights.reduce(0, +) }
}

extension Segment {
    /// How rare the pairs of a text are here; no pairs for a text that is too short or too long.
    func rarity(of whole: [UInt16]) -> PairRarity {
        guard (SegmentView.shortest...TypoMeasure.longest).contains(whole.count) else {
            return PairRarity(keys: [], weights: [])
        }
        let keys = GramTable.keys(of: whole)
        return grams.withView { view in
            let weights = keys.map { key in
                Int.bitWidth - (texts.count / ((view.list(key)?.weight ?? 0) + 1)).leadingZeroBitCount
            }
            return PairRarity(keys: keys, weights: weights)
        }
    }
}

extension SegmentView {
    /// The names that share most of the rarer pairs, best first.
    func related(_ rarity: PairRarity, limit: Int) -> [Found] {
        let sum = rarity.sum
        guard sum > 0 else { return [] }
        var finds: [Found] = []
        for candidate in candidates(rarity.keys, atLeast: { _, _ in 1 }) {
            let share = shared(rarity, by: texts.text(candidate.rank)) * 1_000 / sum
            guard share >= PairRarity.least, var find = found(.similar, rank: candidate.rank) else { continue }
            find.distance = max(3, 1_000 - share)
            finds.append(find)
        }
        finds.sort(by: Found.precedes)
        var findings = Findings(limit: limit)
        for find in finds { findings.add(find) }
        return findings.found
    }

    /// The weight of the pairs that a name shares.
    private func shared(_ rarity: PairRarity, by name: UnsafeBufferPointer<UInt16>) -> Int {
        var seen: UInt64 = 0
        var weight = 0
        for place in name.indices.dropLast() {
            let key = GramTable.key(name[place], name[place + 1])
            guard let index = rarity.keys.firstIndex(of: key), seen & 1 << UInt64(index) == 0 else { continue }
            seen |= 1 << UInt64(index)
            weight += rarity.weights[index]
        }
        return weight
    }
}
