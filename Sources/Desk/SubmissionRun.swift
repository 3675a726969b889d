import Credit
import Intake
import Proofs
import Store

/// 入库: takes a handed-in file into the ledger, chunk by chunk, from where it was left if it was begun before.
public struct SubmissionRun: Sendable {
    private let ledger: Ledger
    private let rules: Rules
    private let newID: @Sendable () -> String
    private let now: @Sendable () -> Instant

    /// - Parameters:
    ///   - newID: makes ids of batches and records, ordered by time.
    ///   - now: the instant at which something is recorded.
    public init(
        ledger: Ledger, rules: Rules, newID: @escaping @Sendable () -> String,
        now: @escaping @Sendable () -> Instant
    ) {
        self.ledger = ledger
        self.rules = rules
        self.newID = newID
        self.now = now
    }

    /// Takes a file in to its end.
    ///
    /// - Parameters:
    ///   - watch: is told now and then how far it has come.
    ///   - deliver: gives the sender back what goes back, before the batch is closed: a stop in between is made good by
    ///     the next call.
    ///   - review: is told how many running publications have been looked at and shortened, where other rules than
    ///     before come into use with this file (R6).
    /// - Throws: `FileProblem`, `StoreProblem`, `CancellationError`; what was recorded until then stays, and the same
    ///   call goes on from there.
    public func take(
        _ file: SubmittedFile, watch: (SubmissionProgress) -> Void = { _ in },
        deliver: (SubmissionAnswer) throws -> Void = { _ in },
        review: (_ looked: Int, _ shortened: Int) throws -> Void = { _, _ in }
    ) async throws -> SubmissionAnswer {
        let (digest, size) = try file.digest()
        // A file that cannot be read at all leaves no trace.
        let feed = try file.feed()
        try ledger.adopt(rules, at: now, watch: review)
        var writer = try begin(file, digest: digest, size: size)
        let context = CheckContext(received: file.received, term: term(of: file.kind))
        var checked = CheckedFile(feed: feed, context: context)
        let preparation = BlockPreparation(ledger: ledger, file: file, batch: writer.batch.batch, newID: newID)
        do {
            try await checked.forEach(preparing: { preparation.prepare($0, $1) }) { block in
                try await writer.write(block)
                watch(SubmissionProgress(rows: writer.seen, bytes: block.bytesRead, size: Int64(size)))
            }
            try await writer.flush()
            try await writer.settle()
        } catch {
            // What is on its way is written to its end, so that nothing goes on behind the caller's back.
            _ = try? await writer.settle()
            throw error
        }
        let answer = SubmissionAnswer(
            batch: writer.batch.batch, file: file.name, counts: writer.state.counts, wasResumed: writer.wasResumed,
            remarks: SubmissionRemarks(tables: checked.feed, repeatedKeys: writer.state.repeatedKeys), receipt: nil)
        try deliver(answer)
        return try close(writer, answer, digest: digest)
    }

    private func term(of kind: RecordKind) -> WorkingTerm? {
        kind.dueWithin.map { WorkingTerm(days: $0, in: WorkingCalendar(rules.calendar)) }
    }

    /// Finds the batch that was begun with this file, or begins one.
    private func begin(_ file: SubmittedFile, digest: String, size: Int) throws -> ChunkWriter {
        let (open, progress, isRepeat) = try ledger.read { reader -> (StoredBatch?, ImportProgress?, Bool) in
            let batches = try reader.batches(of: file, digest: digest)
            let begun = batches.last { $0.state == .open }
            let progress = try begun.flatMap { try reader.progress(of: $0.submission.batch) }
            return (begun, progress, batches.contains { $0.state == .complete })
        }
        if let open {
            return try ChunkWriter(
                ledger: ledger, batch: open.submission, progress: progress, isRepeat: isRepeat, now: now)
        }
        let submission = Submission(
            batch: newID(), kind: file.kind.code, department: file.department, file: file.name, digest: digest,
            size: size, received: file.received, isDeclared: file.isDeclared, by: file.officer)
        try ledger.record(at: now()) { _ in [.submission(.received(submission))] }
        return try ChunkWriter(ledger: ledger, batch: submission, progress: nil, isRepeat: isRepeat, now: now)
    }

    private func close(
        _ writer: ChunkWriter, _ answer: SubmissionAnswer, digest: String
    ) throws -> SubmissionAnswer {
        let (receipt, first) = try ledger.record(at: now()) { reader -> (Change, Int) in
            let result = SubmissionResult(
                batch: answer.batch, counts: writer.state.counts, refusals: writer.state.digest.text,
                faults: writer.state.faults)
            let opened = try reader.batch(answer.batch)?.firstPosition ?? 0
            return (Change(events: [.submission(.completed(result))]), opened)
        }
        return SubmissionAnswer(
            batch: answer.batch, file: answer.file, counts: answer.counts, wasResumed: answer.wasResumed,
            remarks: answer.remarks,
            receipt: SubmissionReceipt(
                digest: digest, first: first, last: receipt.positions.upperBound - 1, treeSize: receipt.treeSize,
                root: receipt.root.hex))
    }
}

extension Reader {
    /// The batches in which this very file was handed in before, for the same kind by the same department.
    func batches(of file: SubmittedFile, digest: String) throws -> [StoredBatch] {
        try batches(digest: digest).filter {
            $0.submission.kind == file.kind.code && $0.submission.department == file.department
        }
    }
}

/// 入库答复: what came of a file.
public struct SubmissionAnswer: Sendable {
    /// Id of the batch.
    public let batch: String
    /// Name of the file.
    public let file: String
    /// What came of the rows.
    public let counts: RowCounts
    /// Whether it went on from where an earlier run was stopped.
    public let wasResumed: Bool
    /// What else its sender should know.
    public let remarks: SubmissionRemarks
    /// 回执: its place in the log; nil where nothing was recorded.
    public let receipt: SubmissionReceipt?
}

/// 批次回执: the digest of a file and its place in the public log.
public struct SubmissionReceipt: Sendable {
    /// SHA-256 of the file, in hexadecimal.
    public let digest: String
    /// Position of the entry that opened the batch.
    public let first: Int
    /// Position of the entry that closed it.
    public let last: Int
    /// Size of the log after it.
    public let treeSize: Int
    /// Root of the log after it, in hexadecimal.
    public let root: String
}

/// 提示: what the sender of a file should know beside the refusals.
public struct SubmissionRemarks: Sendable {
    /// Columns that no field has: named, never stored.
    public let unknownColumns: [Heading.UnknownColumn]
    /// Tables in which no heading was found.
    public let unread: [UnreadTable]
    /// The templates that the headings were recognised as.
    public let templates: [RecordTemplate]
    /// Rows whose key had come before in the same file with other content.
    public let repeatedKeys: Int

    init(tables: TableFeed, repeatedKeys: Int) {
        var unknown: [Heading.UnknownColumn] = []
        for (_, heading) in tables.headings {
            for column in heading.unknown where !unknown.contains(column) { unknown.append(column) }
        }
        unknownColumns = unknown
        unread = tables.unread
        templates = tables.headings.map(\.heading.template)
        self.repeatedKeys = repeatedKeys
    }
}
