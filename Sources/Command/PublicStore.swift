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
                return try reader.withdrawal(of: id, on: day).map { .withdrawn(on: $0.day, ground: $0.ground) }
                    ?? .unknown
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

/// 名称索引跟进: the index of names and how far in the log it is.
struct FollowedNames {
    private(set) var index: NameIndex
    private var position: Int
    private var nextDocument: UInt32
    /// Keys of the subjects that no code finds.
    private var uncoded: [UInt32: String] = [:]
    /// Sole traders, however they are known as such.
    private var traders: Set<UInt32> = []

    init(_ reader: Reader) throws {
        position = try reader.treeSize()
        let subjects = SubjectNames(reader)
        index = NameIndex(subjects, expecting: try reader.subjectCount())
        if let fault = subjects.fault { throw fault }
        uncoded = subjects.uncoded
        traders = subjects.traders
        nextDocument = subjects.document
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
            if subject.isSoleTrader { traders.insert(entry.document) }
            changes.append(subject.isWithdrawn ? .remove(document: entry.document) : .put(entry))
        }
        index.apply(changes)
    }

    /// Searches, and says of each hit by what key the store knows it.
    func search(_ text: String, limit: Int) -> PublicSearchAnswer {
        switch index.search(text, limit: limit) {
        case .refusedIdentityNumber: .refusedIdentityNumber
        case .nothingAsked: .hits([])
        case .hits(let hits):
            .hits(
                hits.map { SearchHit($0, key: key(of: $0), isSoleTrader: traders.contains($0.document)) })
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

/// 主体名称: the entries of all subjects, read a few at a time: a million of them at once would take more memory than the
/// index itself.
private final class SubjectNames: Sequence, IteratorProtocol {
    private let reader: Reader
    private var read: [NameEntry] = []
    private var at = 0
    private var last = ""
    private var isOver = false
    /// Number of the next entry.
    private(set) var document: UInt32 = 0
    /// Keys of the subjects that no code finds.
    private(set) var uncoded: [UInt32: String] = [:]
    /// Sole traders, however they are known as such.
    private(set) var traders: Set<UInt32> = []
    /// What kept the subjects from being read to their end.
    private(set) var fault: (any Error)?
    private static let atOnce = 2_048

    init(_ reader: Reader) { self.reader = reader }

    func next() -> NameEntry? {
        while at == read.count {
            if isOver { return nil }
            readOn()
        }
        defer { at += 1 }
        return read[at]
    }

    private func readOn() {
        read.removeAll(keepingCapacity: true)
        at = 0
        var count = 0
        do {
            try reader.subjects(after: last, limit: SubjectNames.atOnce) { subject in
                count += 1
                last = subject.key
                if subject.isWithdrawn { return }
                let entry = NameEntry(subject, document: document)
                if entry.code.isEmpty { uncoded[document] = subject.key }
                if subject.isSoleTrader { traders.insert(document) }
                document += 1
                read.append(entry)
            }
        } catch {
            fault = error
        }
        isOver = fault != nil || count < SubjectNames.atOnce
    }
}

extension SearchHit {
    init(_ hit: Hit, key: String, isSoleTrader: Bool) {
        let kind: Kind =
            switch hit.kind {
            case .exactCode, .codePrefix: .code
            case .exactName, .namePrefix, .nameContains: .name
            case .formerName: .formerName
            case .similar: .similar
            }
        self.init(
            key: key, code: SubjectKey(text: key)?.creditCode?.text, name: hit.name, matched: hit.matched, kind: kind,
            isSoleTrader: isSoleTrader)
    }
}

extension NameEntry {
    init(_ subject: StoredSubject, document: UInt32) {
        self.init(
            document: document, name: subject.name ?? subject.key, formerNames: subject.formerNames,
            code: NameEntry.searchableCode(of: subject.key),
            isRestricted: subject.isSoleTrader || subject.isSoleProprietorship)
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
