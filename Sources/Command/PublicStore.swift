import Credit
import Portal
import Proofs
import Search
import Store
import Synchronization

/// 公开读取: what the portal reads, over the ledger and an index of names that follows the log.
final class PublicStore: PublicReading {
    let ledger: Ledger
    private let rules: Rules
    private let files: SubjectFiles
    private let today: @Sendable () -> Day
    private let names: Mutex<FollowedNames>
    private let counted = Mutex<[RecordFamily: PublishedCounts]>([:])

    /// Builds the index of all subjects; about five seconds for a million.
    init(ledger: Ledger, rules: Rules, today: @escaping @Sendable () -> Day) throws {
        self.ledger = ledger
        self.rules = rules
        self.today = today
        files = SubjectFiles(rules: rules)
        names = Mutex(try ledger.read { try FollowedNames($0) })
    }

    func reading() throws -> Reading {
        try ledger.read { try files.reading(on: today(), in: $0) }
    }

    func search(_ text: String, limit: Int) throws -> PublicSearchAnswer {
        let found = try followed().search(text, limit: limit)
        return try ledger.read { try found.marked(on: today(), in: $0) }
    }

    private func followed() throws -> FollowedNames {
        try ledger.read { (reader: Reader) throws -> FollowedNames in
            try names.withLock { (known: inout sending FollowedNames) throws -> FollowedNames in
                try known.follow(reader)
                return known
            }
        }
    }

    func subject(key: String, on day: Day?) throws -> SubjectFile? {
        try ledger.read { try files.file(of: key, on: day ?? today(), in: $0) }
    }

    func record(_ id: String) throws -> RecordAnswer {
        try ledger.read { reader in
            let day = today()
            guard let view = try files.record(id, on: day, in: reader) else { return .unknown }
            switch view.publication.period {
            case .until(let last) where last >= day: return .shown(view, try files.reading(on: day, in: reader))
            case .until(let last): return .ended(on: last)
            case .none(.withdrawn):
                let told = try reader.withdrawal(of: id, on: day) ?? reader.ownWithdrawal(of: id, on: day)
                return told.map { .withdrawn(on: $0.day, ground: $0.ground) } ?? .unknown
            case .none: return .unknown
            }
        }
    }

    func measureTasks(in month: Month, department: String?) throws -> [MeasureTask] {
        try ledger.read { try $0.measureTasks(in: month, department: department, on: today()) }
    }

    func home() throws -> PublicCounts {
        try ledger.read { reader in
            let day = today()
            let currency = try files.currency(in: reader)
            return PublicCounts(
                subjects: try reader.subjectCount(),
                kinds: try currency.map { kind in
                    let family = rules.kinds[kind.kind]?.family
                    let counts = try family.map { try published($0, on: day, in: reader) }
                    return .init(currency: kind, published: counts?[kind.kind] ?? 0)
                },
                lastReceived: currency.compactMap(\.lastReceived).max(),
                reading: try files.reading(on: day, in: reader))
        }
    }

    func records(_ question: RecordQuestion) throws -> RecordList {
        try ledger.read { try files.list(question, on: today(), in: $0) }
    }

    func listedKinds(_ family: RecordQuestion.Family) throws -> [ListedKind] {
        try ledger.read { reader in
            let counts =
                try family == .permit || family == .penalty
                ? nil : published(family.family, on: today(), in: reader)
            return try files.listedKinds(family, published: counts, in: reader)
        }
    }

    /// Counting looks at every entry of a family, so a count is kept until the log or the day goes on.
    private func published(_ family: RecordFamily, on day: Day, in reader: Reader) throws -> [String: Int] {
        let size = try reader.treeSize()
        if let known = counted.withLock({ $0[family] }), known.day == day, known.size == size { return known.kinds }
        let kinds = try files.published(family, on: day, in: reader)
        counted.withLock { $0[family] = PublishedCounts(day: day, size: size, kinds: kinds) }
        return kinds
    }

    func commitments(
        inMatter matter: String, state: ShownCommitment.State?, after: String?, limit: Int
    ) throws -> CommitmentList {
        try ledger.read { reader in
            let day = today()
            let rows = try reader.shownCommitments(
                inMatter: matter, state: state, after: after, limit: limit + 1, on: day)
            return CommitmentList(
                rows: rows.prefix(limit).map { $0.titled(by: rules.commitments) },
                next: rows.count > limit ? rows[limit - 1].id : nil, reading: try files.reading(on: day, in: reader))
        }
    }

    func commitmentCounts() throws -> [CommitmentCount] {
        try ledger.read { try $0.shownCommitmentCounts(on: today()) }
    }

    func logKey() throws -> String { try ledger.verifierKey() ?? "" }

    func checkpoint() throws -> [UInt8]? { try ledger.checkpointNote().map { Array($0.utf8) } }

    func tile(level: Int, index: Int, width: Int) throws -> [UInt8]? {
        try ledger.read { try $0.tile(level: level, index: index, width: width) }
    }

    func entryBundle(index: Int, width: Int) throws -> [UInt8]? {
        try ledger.read { try $0.entryBundle(index: index, width: width) }
    }

    func proof(at position: Int) throws -> LogProof? {
        guard let checkpoint = try ledger.checkpoint() else { return nil }
        return try ledger.read { reader in
            try reader.inclusion(of: position, in: checkpoint).map { envelope, hashes in
                LogProof(position: position, envelope: envelope, inclusion: hashes, checkpoint: checkpoint)
            }
        }
    }

    func evidence(_ id: String) throws -> [UInt8]? {
        guard case .shown(let view, _) = try record(id),
            case .record(let entry)? = try ledger.read({ try $0.event(at: view.position) }), mayBeGivenOut(entry),
            var json = try ledger.evidence(at: view.position)?.json(contested: view.isContested)
        else { return nil }
        // The body is what was entered; by what rule its publication ends earlier now stands beside it (R6, R11).
        if let shortening = view.publication.shortening, case .until(let last) = view.publication.period {
            json.removeLast()
            json += Array(#","shortened":"#.utf8)
            json += CanonicalWriter.object { writer in
                writer.put("document", shortening.source.document)
                writer.put("position", shortening.position)
                writer.put("recorded", shortening.recorded)
                writer.put("rule", shortening.rule)
                writer.put("until", last)
            }
            json.append(0x7D)
        }
        return json
    }

    /// Whether the body of an entry may leave as it is. It can be proved only whole: one with a field that is not open to
    /// everybody is refused, and one into which somebody wrote a person's number (R10).
    private func mayBeGivenOut(_ entry: RecordEntry) -> Bool {
        guard let kind = rules.kinds[entry.kind], let fields = try? CanonicalReader(entry.fields) else { return false }
        for (name, value) in fields.members {
            guard kind.field(named: name)?.visibility == .open else { return false }
            let texts: [String] =
                switch value {
                case .text(let text): [text]
                case .texts(let texts): texts
                case .number(let number): [String(number)]
                case .truth, .object: []
                }
            guard texts.allSatisfy({ ResidentNumber.masking($0) == $0 }) else { return false }
        }
        return ([entry.subjectName].compactMap(\.self) + entry.formerNames).allSatisfy {
            ResidentNumber.masking($0) == $0
        }
    }
}

extension PublicSearchAnswer {
    /// The hits, each with how many of its published records bear a mark (R7).
    func marked(on day: Day, in reader: Reader) throws -> PublicSearchAnswer {
        guard case .hits(let hits) = self else { return self }
        return .hits(
            try hits.map { hit in
                SearchHit(
                    key: hit.key, code: hit.code, name: hit.name, matched: hit.matched, kind: hit.kind,
                    isSoleTrader: hit.isSoleTrader,
                    contested: try reader.contestedRecords(of: hit.key, on: day))
            })
    }
}

/// 公示计数: how much of each kind of a family is published, and at which day and size of the log that was.
private struct PublishedCounts {
    let day: Day
    let size: Int
    let kinds: [String: Int]
}
