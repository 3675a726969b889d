import Credit
import Intake
import Proofs
import Store

/// 分块写入: writes the checked rows of one batch into the ledger, some thousand in one transaction.
struct ChunkWriter {
    let batch: Submission
    private(set) var counts = RowCounts()
    /// Rows of the file that have passed, written in this run or an earlier one.
    private(set) var seen = 0
    private(set) var repeatedKeys = 0
    let wasResumed: Bool
    private let ledger: Ledger
    private let file: SubmittedFile
    private let newID: @Sendable () -> String
    private let now: @Sendable () -> Instant
    /// Whether this very file has been taken in before: then it changes nothing, even where it contradicts itself.
    private let isRepeat: Bool
    private var done = 0
    private var pending = PendingRows()
    /// How many rows the next transaction holds at least.
    private var chunk = 2_000
    private static let largestChunk = 32_000
    private var refusals = 0
    /// The digest over what has been refused.
    private(set) var refusalDigest = RefusalDigest()
    /// What was wrong with them, counted.
    private(set) var faults = FaultCounts()
    /// Keys entered by this run, to tell a key repeated in one file from one that was held before.
    private var entered: Set<String> = []

    init(
        ledger: Ledger, file: SubmittedFile, batch: Submission, progress: ImportProgress?, isRepeat: Bool,
        newID: @escaping @Sendable () -> String, now: @escaping @Sendable () -> Instant
    ) throws {
        self.ledger = ledger
        self.file = file
        self.batch = batch
        self.newID = newID
        self.now = now
        self.isRepeat = isRepeat
        wasResumed = progress != nil
        if let progress {
            done = progress.rowsDone
            refusals = progress.refusalsDone
            refusalDigest = progress.refusalDigest
            counts = progress.counts
            faults = try FaultCounts(bytes: progress.state)
        }
    }

    /// Takes in what is new of a block; what an earlier run has written is passed over.
    mutating func write(_ bound: BoundBlock, _ checked: CheckedBlock) throws {
        let before = seen
        seen += checked.rows.count
        guard seen > done else { return }
        let fresh = checked.rows.dropFirst(max(0, done - before))
        pending.refusals += RefusalWriter(file: file, bound: bound, checked: checked)
            .refusals(of: fresh, batch: batch.batch, from: refusals + pending.refusals.count)
        for row in fresh {
            switch row.outcome {
            case .draft(let draft):
                pending.rows.append(PreparedRow(draft, line: bound.block.rows[row.row].line, in: checked))
            case .refused: pending.refused += 1
            case .person:
                pending.refused += 1
                pending.persons += 1
            }
        }
        if pending.rows.count + pending.refused >= chunk { try flush() }
    }

    /// Writes what has been taken in and not been written yet, in one transaction.
    mutating func flush() throws {
        guard pending.rows.count + pending.refused > 0 else { return }
        let chunk = pending
        pending = PendingRows()
        // The first rows are to be seen at once; later ones share the pages of the indexes they touch.
        self.chunk = min(self.chunk * 2, ChunkWriter.largestChunk)
        let start = (counts: counts, repeated: repeatedKeys)
        let refusalCount = refusals + chunk.refusals.count
        var digest = refusalDigest
        for refusal in chunk.refusals { digest.add(refusal) }
        let newFaults = try faults.adding(chunk.refusals)
        let (rows, newDigest) = (seen, digest)
        let (_, outcome) = try ledger.record(at: now()) { reader -> (Change, ChunkOutcome) in
            var outcome = ChunkOutcome(counts: start.counts, repeated: start.repeated)
            outcome.counts.refused += chunk.refused
            outcome.counts.persons += chunk.persons
            let events = try entries(chunk.rows, reader, &outcome)
            let progress = ImportProgress(
                batch: batch.batch, rowsDone: rows, refusalsDone: refusalCount, refusalDigest: newDigest,
                counts: outcome.counts, state: newFaults.bytes)
            return (Change(events: events, refusals: chunk.refusals, progress: progress), outcome)
        }
        (counts, repeatedKeys) = (outcome.counts, outcome.repeated)
        entered.formUnion(outcome.entered)
        (done, refusals, refusalDigest, faults) = (rows, refusalCount, newDigest, newFaults)
    }

    /// Decides for each row whether it is new, changed or known.
    private func entries(
        _ rows: [PreparedRow], _ reader: Reader, _ outcome: inout ChunkOutcome
    ) throws -> [Event] {
        var events: [Event] = []
        events.reserveCapacity(rows.count)
        var inChunk: [String: RecordHead] = [:]
        let heads = try reader.heads(keys: rows.lazy.map(\.key))
        for (row, held) in zip(rows, heads) {
            let inFile = inChunk[row.key] != nil || entered.contains(row.key)
            let head = inChunk[row.key] ?? held
            if let head, isRepeat || head.content == row.content {
                outcome.counts.known += 1
                continue
            }
            let id = head?.id ?? newID()
            let version = (head?.lastVersion ?? 0) + 1
            if head?.content == nil { outcome.counts.accepted += 1 } else { outcome.counts.changed += 1 }
            if inFile { outcome.repeated += 1 }
            switch row.draft.timeliness {
            case .late: outcome.counts.late += 1
            case .unknown: outcome.counts.unknownTimeliness += 1
            case .inTime, nil: break
            }
            events.append(.record(row.entry(id: id, version: version, file: file, batch: batch.batch)))
            inChunk[row.key] = RecordHead(entered: id, version: version, content: row.content)
            outcome.entered.insert(row.key)
        }
        return events
    }
}

/// Rows that have been checked and not been written yet.
private struct PendingRows {
    var rows: [PreparedRow] = []
    var refusals: [Refusal] = []
    var refused = 0
    var persons = 0
}

/// What writing a chunk comes to.
private struct ChunkOutcome {
    var counts: RowCounts
    var repeated: Int
    var entered: Set<String> = []
}

/// A draft with everything worked out that needs no look into the store.
private struct PreparedRow {
    let draft: Draft
    let line: Int
    let key: String
    let content: [UInt8]
    let fields: [UInt8]
    let subject: String
    let name: String?
    let former: [String]

    init(_ draft: Draft, line: Int, in checked: CheckedBlock) {
        self.draft = draft
        self.line = line
        fields = Array(checked.arena[draft.fields.start..<draft.fields.end])
        key = RecordHead.key(of: checked.arena[draft.key.start..<draft.key.end])
        content = RecordHead.content(of: fields)
        subject = checked.text(draft.subject)
        name = draft.subjectName.isEmpty ? nil : checked.text(draft.subjectName)
        former =
            draft.formerNames.isEmpty ? [] : checked.text(draft.formerNames).split(separator: "\n").map(String.init)
    }

    func entry(id: String, version: Int, file: SubmittedFile, batch: String) -> RecordEntry {
        RecordEntry(
            id: id, version: version, kind: file.kind.code, family: file.kind.family, batch: batch, line: line,
            department: file.department, key: key, subject: subject, subjectName: name,
            formerNames: former, status: draft.status, decided: draft.decided, received: file.received,
            timeliness: draft.timeliness, publication: draft.publication, fields: fields)
    }
}
