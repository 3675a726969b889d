/// 索引段视图: a segment lent out for the time of one search, with the numbers of the entries that still count.
struct SegmentView {
    let segment: Segment
    let texts: TextView
    let grams: GramView
    let heads: GramView
    /// Whether the segment's entry of a document still counts.
    let isLive: (UInt32) -> Bool

    /// What is found for a query but for similar names, in the order of the answer, at most `limit`.
    func parts(_ query: Query, limit: Int) -> [Found] {
        var findings = Findings(limit: limit)
        let code = PackedCode(query.whole)
        if let code, query.whole.count > 1 { exactCodes(code, &findings) }
        exactNames(query.whole, &findings)
        if code != nil, query.whole.count > 1 { codePrefixes(query.whole, &findings) }
        namePrefixes(query.whole, &findings)
        namesContaining(query.words, &findings)
        return findings.found
    }

    /// Entries whose name, present or former, is the given one.
    func exactNames(_ whole: [UInt16], _ findings: inout Findings) {
        guard !findings.areFull else { return }
        var formers: [Found] = []
        segment.exact.visit(whole, in: texts) { rank in
            if segment.owners[Int(rank)] & Segment.mark == 0 {
                findings.add(found(.exactName, rank: rank))
            } else if formers.count < 2 * findings.limit, let former = found(.exactFormer, rank: rank) {
                formers.append(former)
            }
            return !findings.areFull
        }
        for former in formers { findings.add(former) }
    }

    private func exactCodes(_ code: PackedCode, _ findings: inout Findings) {
        visitCodes(code...code) { ordinal, code in
            findings.add(found(.exactCode, ordinal: ordinal, code: code))
            return !findings.areFull
        }
    }

    private func codePrefixes(_ prefix: [UInt16], _ findings: inout Findings) {
        guard !findings.areFull, let range = PackedCode.range(prefix: prefix) else { return }
        visitCodes(range) { ordinal, code in
            if !segment.isRestricted(ordinal) { findings.add(found(.codePrefix, ordinal: ordinal, code: code)) }
            return !findings.areFull
        }
    }

    private func namePrefixes(_ whole: [UInt16], _ findings: inout Findings) {
        guard !findings.areFull else { return }
        var scan: GramScan
        if whole.count == 1 {
            scan = GramScan([GramScan.Source(cursors: heads.lists(beginningWith: whole[0]))])
        } else {
            guard let list = heads.list(GramTable.key(whole[0], whole[1])), let sources = sources(of: whole) else {
                return
            }
            scan = GramScan(sources + [GramScan.Source(cursors: [list])])
        }
        scan.visit { rank in
            if segment.owners[Int(rank)] & Segment.mark == 0, texts.begins(rank, with: whole) {
                findings.add(found(.namePrefix, rank: rank))
            }
            return !findings.areFull
        }
    }

    /// Present names that contain every word and, behind them, former names that do.
    func namesContaining(_ words: [[UInt16]], _ findings: inout Findings) {
        guard !findings.areFull else { return }
        var all: [GramScan.Source] = []
        for word in words {
            guard let sources = sources(of: word) else { return }
            all += sources
        }
        let isCertain = words.count == 1 && words[0].count < 3
        var formers: [Found] = []
        var scan = GramScan(all)
        scan.visit { rank in
            guard isCertain || words.allSatisfy({ texts.contains(rank, $0) }) else { return true }
            if segment.owners[Int(rank)] & Segment.mark == 0 {
                findings.add(found(.nameContains, rank: rank))
            } else if formers.count < 2 * findings.limit, let former = found(.formerPart, rank: rank) {
                // Twice the limit: fewer than the limit of them can still be entries whose present name contains it too.
                formers.append(former)
            }
            return !findings.areFull
        }
        for former in formers { findings.add(former) }
    }

    /// The lists in which every name that contains the word stands; nil where one of them does not exist.
    private func sources(of word: [UInt16]) -> [GramScan.Source]? {
        if word.count == 1 {
            let lists = grams.lists(beginningWith: word[0])
            return lists.isEmpty ? nil : [GramScan.Source(cursors: lists)]
        }
        var sources: [GramScan.Source] = []
        for place in 0..<word.count - 1 {
            guard let list = grams.list(GramTable.key(word[place], word[place + 1])) else { return nil }
            sources.append(GramScan.Source(cursors: [list]))
        }
        return sources
    }

    /// A find by a name; nil where the entry does not count any more.
    func found(_ step: Found.Step, rank: UInt32) -> Found? {
        let ordinal = Int(segment.owners[Int(rank)] & ~Segment.mark)
        guard isLive(segment.documents[ordinal]) else { return nil }
        return Found(
            step: step, length: texts.length(rank), code: segment.code(ordinal),
            document: segment.documents[ordinal], ordinal: ordinal, matched: .name(rank: rank))
    }

    private func found(_ step: Found.Step, ordinal: Int, code: PackedCode) -> Found? {
        guard isLive(segment.documents[ordinal]) else { return nil }
        return Found(
            step: step, length: 0, code: code, document: segment.documents[ordinal], ordinal: ordinal,
            matched: .code(code))
    }

    /// Visits entries with a code in the range by ascending code, as long as `visit` wants more.
    private func visitCodes(_ range: ClosedRange<PackedCode>, _ visit: (Int, PackedCode) -> Bool) {
        var own = firstIndex(segment.count) { segment.code($0) < range.lowerBound }
        var other = firstIndex(segment.otherCodes.count) { segment.otherCodes[$0].code < range.lowerBound }
        while true {
            let ownCode = own < segment.count ? segment.code(own) : .none
            let otherCode = other < segment.otherCodes.count ? segment.otherCodes[other].code : .none
            guard min(ownCode, otherCode) <= range.upperBound else { return }
            let ordinal = otherCode == .none ? own : Int(segment.otherCodes[other].ordinal)
            let isOwn =
                ownCode == otherCode
                ? segment.documents[own] <= segment.documents[ordinal] : ownCode < otherCode
            guard isOwn ? visit(own, ownCode) : visit(ordinal, otherCode) else { return }
            if isOwn { own += 1 } else { other += 1 }
        }
    }

    private func firstIndex(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Segment {
    /// Lends the segment out.
    func withView<Result>(isLive: @escaping (UInt32) -> Bool, _ body: (SegmentView) -> Result) -> Result {
        texts.withView { texts in
            grams.withView { grams in
                heads.withView { heads in
                    body(SegmentView(segment: self, texts: texts, grams: grams, heads: heads, isLive: isLive))
                }
            }
        }
    }
}
