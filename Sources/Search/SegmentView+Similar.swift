/// 相近名称: names that differ by one or two characters from what is asked.
///
/// A wrong, missing or extra character touches at most two of the pairs that what is asked consists of, two neighbours
/// swapped three. So a name within reach shares most of the pairs; the rarest of these are counted together, and what
/// shares enough is measured. Two mistakes of which one is a swap are found where they touch no more pairs than four.
extension SegmentView {
    /// From how many units on a similar name is looked for, and from how many on two mistakes are forgiven.
    static let shortest = 4
    private static let forgivesTwo = 7
    /// How many bytes of lists are read, beyond which only rarer pairs count; and how many names are measured.
    private static let longestReading = 40_000
    static let mostMeasured = 1_500

    struct Candidate {
        let rank: UInt32
        let shared: UInt8
    }

    /// The similar names, best first: fewest mistakes, then the order of all answers.
    func similar(_ whole: [UInt16], limit: Int) -> [Found] {
        guard whole.count >= Self.shortest, let measure = TypoMeasure(whole) else { return [] }
        let reach = whole.count < Self.forgivesTwo ? 1 : 2
        // Pairs that no name holds are touched for certain: they count among all pairs, but no name shares them.
        let candidates = candidates(GramTable.keys(of: whole)) { unread, all in all - unread - 2 * reach }
        var finds: [Found] = []
        for candidate in candidates {
            let distance = measure.distance(toPartOf: texts.text(candidate.rank))
            guard distance <= reach, var find = found(.similar, rank: candidate.rank) else { continue }
            find.distance = distance
            finds.append(find)
        }
        if reach == 1 { finds += swapped(whole, limit: limit) }
        finds.sort(by: Found.precedes)
        var findings = Findings(limit: limit)
        for find in finds { findings.add(find) }
        return findings.found
    }

    /// The names that contain what is asked with two neighbours in its middle swapped.
    ///
    /// Such a mistake touches three pairs, too many for so short a text to be found by the others.
    private func swapped(_ whole: [UInt16], limit: Int) -> [Found] {
        var finds: [Found] = []
        for place in 1..<whole.count - 2 where whole[place] != whole[place + 1] {
            var other = whole
            other.swapAt(place, place + 1)
            var findings = Findings(limit: limit)
            namesContaining([other], &findings)
            for find in findings.found {
                guard case .name(let rank) = find.matched, var find = found(.similar, rank: rank) else { continue }
                find.distance = 1
                finds.append(find)
            }
        }
        return finds
    }

    /// As many candidates as are measured: those that share the most, and among equals the first.
    static func mostShared(_ candidates: [Candidate]) -> [Candidate] {
        var counts = [Int](repeating: 0, count: TypoMeasure.longest + 1)
        for candidate in candidates { counts[Int(candidate.shared)] += 1 }
        var room = mostMeasured
        var rooms = counts
        for shared in counts.indices.reversed() {
            rooms[shared] = min(room, counts[shared])
            room -= rooms[shared]
        }
        return candidates.filter {
            rooms[Int($0.shared)] -= 1
            return rooms[Int($0.shared)] >= 0
        }
    }

    /// The names that share enough of the pairs, as many as are measured; `least` says how many are enough when of all
    /// pairs the most frequent are left unread.
    func candidates(_ keys: [UInt32], atLeast least: (_ unread: Int, _ all: Int) -> Int) -> [Candidate] {
        var lists = keys.compactMap { grams.list($0) }.sorted { $0.weight < $1.weight }
        var weight = 0
        let readable = lists.prefix {
            weight += $0.weight
            return weight <= Self.longestReading
        }
        let unread = lists.count - readable.count
        lists.removeSubrange(readable.count...)
        guard !lists.isEmpty else { return [] }
        let candidates = count(&lists, atLeast: max(1, least(unread, keys.count)))
        return candidates.count > Self.mostMeasured ? Self.mostShared(candidates) : candidates
    }

    /// The names that stand in at least so many of the lists, counted window by window.
    private func count(_ lists: inout [GramCursor], atLeast least: Int) -> [Candidate] {
        let size: UInt32 = 65_536
        var candidates: [Candidate] = []
        var counts = [UInt8](repeating: 0, count: Int(size))
        var window: [UInt32] = []
        while true {
            let start = lists.reduce(UInt32.max) { min($0, $1.rank) }
            guard start != .max else { return candidates }
            let end = start + size
            window.removeAll(keepingCapacity: true)
            counts.withUnsafeMutableBufferPointer { counts in
                for place in 0..<counts.count { counts[place] = 0 }
                for index in lists.indices {
                    var cursor = lists[index]
                    while cursor.rank < end {
                        let place = Int(cursor.rank - start)
                        counts[place] += 1
                        if counts[place] == least { window.append(cursor.rank) }
                        cursor.advance()
                    }
                    lists[index] = cursor
                }
                for rank in window { candidates.append(Candidate(rank: rank, shared: counts[Int(rank - start)])) }
            }
        }
    }
}
