/// 索引段构建: collects entries in any order and freezes them into a segment.
struct SegmentBuilder {
    private var documents: [UInt32] = []
    private var codes: [PackedCode] = []
    private var restricted: [Bool] = []
    private var others: [Segment.OtherCode] = []
    private var units: [UInt16] = []
    /// Where the next name begins in `units`, for each name.
    private var ends: [UInt32] = []
    /// The entry of each name; the top bit marks a former name.
    private var owners: [UInt32] = []
    /// The names whose folded form is another text, by their place in `ends`.
    private var originals = OriginalNames()

    init(expecting count: Int) {
        documents.reserveCapacity(count)
        codes.reserveCapacity(count)
        restricted.reserveCapacity(count)
        ends.reserveCapacity(count)
        owners.reserveCapacity(count)
        units.reserveCapacity(count * 16)
    }

    /// How many entries were added.
    var count: Int { documents.count }

    /// Adds an entry.
    mutating func add(_ entry: NameEntry) {
        let index = UInt32(documents.count)
        let code = PackedCode(NameFolding.units(of: entry.code)) ?? .none
        documents.append(entry.document)
        codes.append(code)
        restricted.append(entry.isRestricted || code.isSoleTrader)
        add(name: entry.name, owner: index)
        let first = ends.count - 1
        for name in entry.formerNames { addFormer(name, owner: index, since: first) }
        var known = [code]
        for other in entry.otherCodes {
            guard let other = PackedCode(NameFolding.units(of: other)), !known.contains(other) else { continue }
            known.append(other)
            others.append(Segment.OtherCode(code: other, ordinal: index))
            if other.isSoleTrader { restricted[Int(index)] = true }
        }
    }

    private mutating func add(name: String, owner: UInt32) {
        let first = units.count
        let isSame = NameFolding.append(name, to: &units)
        if !isSame { originals.append(UInt32(ends.count), name: name, folded: units[first...]) }
        ends.append(UInt32(units.count))
        owners.append(owner)
    }

    /// Adds a former name unless, folded, it is empty or one that the entry has already.
    private mutating func addFormer(_ name: String, owner: UInt32, since first: Int) {
        let folded = NameFolding.units(of: name)
        let isKnown = (first..<ends.count).contains { units[range(of: $0)].elementsEqual(folded) }
        if !folded.isEmpty, !isKnown { add(name: name, owner: owner | Segment.mark) }
    }

    private func range(of text: Int) -> Range<Int> { (text == 0 ? 0 : Int(ends[text - 1]))..<Int(ends[text]) }

    /// Adds the entries of a segment that still count.
    mutating func add(_ segment: Segment, where isLive: (UInt32) -> Bool) {
        var indices = [UInt32](repeating: .max, count: segment.count)
        for ordinal in 0..<segment.count where isLive(segment.documents[ordinal]) {
            indices[ordinal] = UInt32(documents.count)
            documents.append(segment.documents[ordinal])
            codes.append(segment.code(ordinal))
            restricted.append(segment.isRestricted(ordinal))
        }
        for other in segment.otherCodes where indices[Int(other.ordinal)] != .max {
            others.append(Segment.OtherCode(code: other.code, ordinal: indices[Int(other.ordinal)]))
        }
        segment.texts.withView { texts in
            for rank in 0..<UInt32(segment.texts.count) {
                let owner = segment.owners[Int(rank)]
                let index = indices[Int(owner & ~Segment.mark)]
                guard index != .max else { continue }
                if let original = segment.originals.index(of: rank) {
                    originals.append(UInt32(ends.count), of: original, in: segment.originals)
                }
                units.append(contentsOf: texts.text(rank))
                ends.append(UInt32(units.count))
                owners.append(index | owner & Segment.mark)
            }
        }
    }

    /// The segment of all that was added; of entries with one document number the last counts.
    consuming func freeze(number: UInt32) -> Segment {
        let order = entryOrder()
        var ordinals = [UInt32](repeating: .max, count: documents.count)
        for (ordinal, index) in order.enumerated() { ordinals[Int(index)] = UInt32(ordinal) }
        let placed = placeTexts(ordinals)
        var present = [UInt32](repeating: 0, count: order.count)
        for (rank, owner) in placed.owners.enumerated() where owner & Segment.mark == 0 {
            present[Int(owner)] = UInt32(rank) | (restricted[Int(order[Int(owner)])] ? Segment.mark : 0)
        }
        var others = self.others.compactMap { other -> Segment.OtherCode? in
            let ordinal = ordinals[Int(other.ordinal)]
            return ordinal == .max ? nil : Segment.OtherCode(code: other.code, ordinal: ordinal)
        }
        let documents = order.map { self.documents[Int($0)] }
        others.sort {
            $0.code != $1.code
                ? $0.code < $1.code : documents[Int($0.ordinal)] < documents[Int($1.ordinal)]
        }
        let heads = order.map { codes[Int($0)].head }
        let tails = order.map { codes[Int($0)].tail }
        self = SegmentBuilder(expecting: 0)
        return Segment(
            number: number, documents: documents, codeHeads: heads, codeTails: tails, present: present,
            otherCodes: others, owners: placed.owners, texts: placed.texts, originals: placed.originals)
    }

    /// The entries by code and then by document, without those that a later one of the same document replaces.
    ///
    /// Here and below the numbers alone are sorted: what they stand for would take four times as much room, twice.
    private func entryOrder() -> [UInt32] {
        var order = Array(0..<UInt32(documents.count))
        order.sort { (documents[Int($0)], $0) < (documents[Int($1)], $1) }
        var kept = 0
        for place in order.indices {
            let next = place + 1
            if next < order.count, documents[Int(order[next])] == documents[Int(order[place])] { continue }
            order[kept] = order[place]
            kept += 1
        }
        order.removeSubrange(kept...)
        order.sort {
            let (left, right) = (codes[Int($0)], codes[Int($1)])
            return left != right ? left < right : documents[Int($0)] < documents[Int($1)]
        }
        return order
    }

    /// Puts the names in the order of their ranks: by length, then by entry, then as they were added.
    private func placeTexts(
        _ ordinals: [UInt32]
    ) -> (texts: TextTable, owners: [UInt32], originals: OriginalNames) {
        let (order, counts) = textOrder(ordinals)
        var units: [UInt16] = []
        units.reserveCapacity(self.units.count)
        var owners: [UInt32] = []
        owners.reserveCapacity(order.count)
        var originals = OriginalNames()
        for (rank, text) in order.enumerated() {
            units.append(contentsOf: self.units[range(of: Int(text))])
            let owner = self.owners[Int(text)]
            owners.append(ordinals[Int(owner & ~Segment.mark)] | owner & Segment.mark)
            if let original = self.originals.index(of: text) {
                originals.append(UInt32(rank), of: original, in: self.originals)
            }
        }
        return (TextTable(units: units, countByLength: counts), owners, originals)
    }

    /// The places of the names that count, in the order of their ranks, and how many there are of each length.
    private func textOrder(_ ordinals: [UInt32]) -> (order: [UInt32], counts: [UInt32]) {
        let ordinal = { (text: UInt32) in ordinals[Int(owners[Int(text)] & ~Segment.mark)] }
        var byEntry = (0..<UInt32(ends.count)).filter { ordinal($0) != .max }
        byEntry.sort { (ordinal($0), $0) < (ordinal($1), $1) }
        var counts = [UInt32](repeating: 0, count: NameFolding.longest + 1)
        for text in byEntry { counts[range(of: Int(text)).count] += 1 }
        // Laid out by length without being compared again; what is equal in length stays in its order.
        var places: [Int] = []
        var sum = 0
        for count in counts {
            places.append(sum)
            sum += Int(count)
        }
        var order = [UInt32](repeating: 0, count: byEntry.count)
        for text in byEntry {
            let length = range(of: Int(text)).count
            order[places[length]] = text
            places[length] += 1
        }
        return (order, counts)
    }
}
