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
        try followed().search(text, limit: limit)
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
            case .none: return .unknown
            }
        }
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
        guard case .shown(let view, _) = try record(id) else { return nil }
        guard let evidence = try ledger.evidence(at: view.position) else { return nil }
        // A body into which somebody wrote a person's number cannot be masked and still be proved: it is not given out.
        let body = String(decoding: evidence.body, as: UTF8.self)
        return ResidentNumber.masking(body) == body ? evidence.json : nil
    }
}

/// 公示计数: how much of each kind of a family is published, and at which day and size of the log that was.
private struct PublishedCounts {
    let day: Day
    let size: Int
    let kinds: [String: Int]
}

/// 名称索引跟进: the index of names and how far in the log it is.
struct FollowedNames {
    private(set) var index: NameIndex
    private var position: Int
    private var nextDocument: UInt32
    /// Keys of the subjects that no code finds.
    private var uncoded: [UInt32: String] = [:]

    init(_ reader: Reader) throws {
        position = try reader.treeSize()
        var entries: [NameEntry] = []
        entries.reserveCapacity(try reader.subjectCount())
        var uncoded: [UInt32: String] = [:]
        try reader.subjects(limit: .max) { subject in
            if subject.isWithdrawn { return }
            let entry = NameEntry(subject, document: UInt32(entries.count))
            if entry.code.isEmpty { uncoded[entry.document] = subject.key }
            entries.append(entry)
        }
        self.uncoded = uncoded
        nextDocument = UInt32(entries.count)
        index = NameIndex(entries, expecting: entries.count)
    }

    /// Takes in what the log has said since.
    mutating func follow(_ reader: Reader) throws {
        let size = try reader.treeSize()
        guard size > position else { return }
        var keys: [String] = []
        var seen: Set<String> = []
        while position < size {
            try reader.events(from: position, limit: 10_000) { _, _, event in
                if case .record(let entry) = event, seen.insert(entry.subject).inserted { keys.append(entry.subject) }
            }
            position = min(size, position + 10_000)
        }
        var changes: [NameChange] = []
        for key in keys {
            guard let subject = try reader.subject(key) else { continue }
            let entry = NameEntry(subject, document: document(of: key))
            changes.append(subject.isWithdrawn ? .remove(document: entry.document) : .put(entry))
        }
        index.apply(changes)
    }

    /// Searches, and says of each hit by what key the store knows it.
    func search(_ text: String, limit: Int) -> PublicSearchAnswer {
        switch index.search(text, limit: limit) {
        case .refusedIdentityNumber: .refusedIdentityNumber
        case .nothingAsked: .hits([])
        case .hits(let hits): .hits(hits.map { SearchHit($0, key: key(of: $0)) })
        }
    }

    private func key(of hit: Hit) -> String {
        switch hit.code.utf8.count {
        case 18: hit.code
        case 0: uncoded[hit.document] ?? hit.name
        default: "reg:" + hit.code
        }
    }

    private mutating func document(of key: String) -> UInt32 {
        let code = NameEntry.searchableCode(of: key)
        if code.isEmpty {
            if let known = uncoded.first(where: { $0.value == key }) { return known.key }
            uncoded[nextDocument] = key
        } else if case .hits(let hits) = index.search(code, limit: 1), let hit = hits.first, hit.code == code {
            return hit.document
        }
        defer { nextDocument += 1 }
        return nextDocument
    }
}

extension SearchHit {
    init(_ hit: Hit, key: String) {
        let known = SubjectKey(text: key)
        let kind: Kind =
            switch hit.kind {
            case .exactCode, .codePrefix: .code
            case .exactName, .namePrefix, .nameContains: .name
            case .formerName: .formerName
            case .similar: .similar
            }
        self.init(
            key: key, code: known?.creditCode?.text, name: hit.name, matched: hit.matched, kind: kind,
            isSoleTrader: known?.isSoleTrader ?? false)
    }
}

extension NameEntry {
    init(_ subject: StoredSubject, document: UInt32) {
        self.init(
            document: document, name: subject.name ?? subject.key, formerNames: subject.formerNames,
            code: NameEntry.searchableCode(of: subject.key),
            isRestricted: SubjectKey(text: subject.key)?.isSoleTrader ?? false)
    }

    /// The code by which a subject is found: its credit code or registration number; empty for an uncoded object.
    static func searchableCode(of key: String) -> String {
        switch SubjectKey(text: key) {
        case .creditCode(let code)?: code.text
        case .registrationNumber(let number)?: number.text
        case .uncoded?, nil: ""
        }
    }
}
