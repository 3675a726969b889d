/// 主体检索: finds subjects by name, part of a name, former name or code, in memory, whatever database keeps them.
///
/// A value: readers keep the one they have, whoever follows the log makes the next one from it and hands that out. Copies
/// share all that did not change. It consists of a large frozen segment and, behind it, few small ones with what changed
/// since; `merged` makes one of them again.
public struct NameIndex: Sendable {
    /// Oldest first; an entry in a later one replaces that of the same document in an earlier one.
    private var segments: [Segment] = []
    /// The number of the segment whose entry counts, for each document changed since the first segment; zero for one
    /// that is not found any more.
    private var changed: [UInt32: UInt32] = [:]
    private var lastNumber: UInt32 = 0

    /// The largest segment that a change is melted into at once; about 50 ms.
    private static let meltable = 16_384
    /// The most hits that an answer holds.
    public static let longestAnswer = 1_000
    /// With fewer hits than these, none of them exact, similar names are looked for.
    private static let fewHits = 5

    /// An index without entries.
    public init() {}

    /// The index of all entries; of several with one document number the last counts.
    ///
    /// - Parameter count: how many entries are expected, if that is known: saves memory while building.
    public init(_ entries: some Sequence<NameEntry>, expecting count: Int = 0) {
        var builder = SegmentBuilder(expecting: max(count, entries.underestimatedCount))
        for entry in entries { builder.add(entry) }
        if builder.count > 0 {
            lastNumber = 1
            segments = [builder.freeze(number: 1)]
        }
    }

    /// Takes in changes in their order; many at once cost little more than one.
    ///
    /// Taking in the same changes again changes nothing, so a follower that lost its place may begin earlier.
    public mutating func apply(_ changes: some Sequence<NameChange>) {
        var latest: [UInt32: NameChange] = [:]
        for change in changes { latest[change.document] = change }
        guard !latest.isEmpty else { return }
        lastNumber += 1
        var entries: [NameEntry] = []
        for document in latest.keys.sorted() {
            if case .put(let entry)? = latest[document] { entries.append(entry) }
            changed[document] = 0
        }
        // Later segments are melted in while they are not much larger than what comes, so that each entry is built anew
        // a few times only and the segments stay few.
        var builder = SegmentBuilder(expecting: entries.count)
        while let last = segments.last, last.count <= Self.meltable, last.count < 8 * (builder.count + entries.count) {
            builder.add(last, where: isLive(in: last))
            segments.removeLast()
        }
        for entry in entries { builder.add(entry) }
        guard builder.count > 0 else { return }
        let segment = builder.freeze(number: lastNumber)
        if segments.isEmpty {
            changed = [:]
        } else {
            for document in segment.documents { changed[document] = lastNumber }
        }
        segments.append(segment)
    }

    /// Takes in a new subject.
    public mutating func insert(_ entry: NameEntry) { apply(CollectionOfOne(.put(entry))) }

    /// Takes in what a subject is called and coded from now on; names borne before are found only if the entry says so.
    public mutating func update(_ entry: NameEntry) { apply(CollectionOfOne(.put(entry))) }

    /// Takes a subject out.
    public mutating func remove(document: UInt32) { apply(CollectionOfOne(.remove(document: document))) }

    /// The same entries in one segment: as fast and as small as built anew.
    ///
    /// Takes seconds for a million entries and, while it runs, the memory of a second index; meanwhile the old value
    /// answers. Changes that come in between are taken in again by `apply`.
    public func merged() -> NameIndex {
        guard segments.count > 1 || !changed.isEmpty else { return self }
        var builder = SegmentBuilder(expecting: segments.reduce(0) { $0 + $1.count })
        for segment in segments { builder.add(segment, where: isLive(in: segment)) }
        var index = NameIndex()
        if builder.count > 0 {
            index.lastNumber = 1
            index.segments = [builder.freeze(number: 1)]
        }
        return index
    }

    /// How many documents changed since the index was built or merged; from a tenth of all on merging is worth it.
    public var changedCount: Int { changed.count }

    /// How many entries count; looks through all of them once there were changes.
    public var count: Int {
        segments.reduce(0) { sum, segment in
            changed.isEmpty ? sum + segment.count : sum + segment.documents.count(where: isLive(in: segment))
        }
    }

    /// How many segments there are; few, whatever was changed.
    public var segmentCount: Int { segments.count }

    /// How many bytes the segments hold.
    public var size: Int { segments.reduce(0) { $0 + $1.size } }

    /// Answers what somebody typed.
    public func search(_ text: String, limit: Int = 20) -> SearchAnswer {
        switch Query.read(text) {
        case .query(let query): .hits(search(query, limit: limit))
        case .nothingAsked: .nothingAsked
        case .refusedIdentityNumber: .refusedIdentityNumber
        }
    }

    /// The subjects that answer a query, best first.
    public func search(_ query: Query, limit: Int = 20) -> [Hit] {
        let limit = min(max(limit, 0), Self.longestAnswer)
        var finds = gather(limit) { $0.parts(query, limit: limit) }
        let hasExact = finds.first.map { $0.find.step.rawValue <= Found.Step.exactFormer.rawValue } ?? false
        if finds.count < min(limit, Self.fewHits), !hasExact {
            let known = Set(finds.map(\.find.document))
            finds += gather(limit + known.count) { $0.similar(query.whole, limit: limit + known.count) }
                .filter { !known.contains($0.find.document) }
        }
        if finds.isEmpty, query.isOneText, let base = segments.first {
            let rarity = base.rarity(of: query.whole)
            finds = gather(limit) { $0.related(rarity, limit: limit) }
        }
        return finds.prefix(limit).map { hit($0.segment, $0.find, asked: query.whole.count) }
    }

    /// The subjects whose name, or else former name, is the given one but for width, brackets and variants.
    ///
    /// For a row that names its subject by name alone: one hit is a proposal, several are a choice, none is none.
    public func find(name: String, limit: Int = 3) -> [Hit] {
        guard let query = Query(name: name) else { return [] }
        let limit = min(max(limit, 0), Self.longestAnswer)
        let finds = gather(limit) { view in
            var findings = Findings(limit: limit)
            view.exactNames(query.whole, &findings)
            return findings.found
        }
        return finds.map { hit($0.segment, $0.find, asked: query.whole.count) }
    }

    /// What the segments find, put together in the order of the answer.
    private func gather(
        _ limit: Int, _ body: (SegmentView) -> [Found]
    ) -> [(segment: Segment, find: Found)] {
        var finds: [(segment: Segment, find: Found)] = []
        for segment in segments {
            finds += segment.withView(isLive: isLive(in: segment), body).map { (segment, $0) }
        }
        if segments.count > 1 { finds.sort { Found.precedes($0.find, $1.find) } }
        return Array(finds.prefix(limit))
    }

    private func isLive(in segment: Segment) -> (UInt32) -> Bool {
        if changed.isEmpty { return { _ in true } }
        let number = segment.number
        let isFirst = segments.first.map { $0.number == number } ?? false
        return { [changed] document in
            guard let counting = changed[document] else { return isFirst }
            return counting == number
        }
    }

    private func hit(_ segment: Segment, _ find: Found, asked: Int) -> Hit {
        let name = segment.presentName(find.ordinal)
        let matched =
            switch find.matched {
            case .code(let code): code.text
            case .name(let rank): segment.isPresentName(rank, find.ordinal) ? name : segment.name(rank)
            }
        return Hit(
            document: find.document, name: name, code: segment.code(find.ordinal).text,
            matched: matched, kind: find.kind, score: find.score(asked: asked))
    }
}
