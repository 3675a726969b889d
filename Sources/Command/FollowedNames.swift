import Credit
import Portal
import Search
import Store

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
        let first = position
        var isUndone = false
        while position < size {
            try reader.events(from: position, limit: 10_000) { _, _, event in
                if case .record(let entry) = event, seen.insert(entry.subject).inserted { keys.append(entry.subject) }
                if case .submission(.undone) = event { isUndone = true }
            }
            position = min(size, position + 10_000)
        }
        // A batch that was taken back names none of its subjects, and they may bear their former names again.
        if isUndone { keys += try reader.subjectKeys(changedFrom: first).filter { seen.insert($0).inserted } }
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
