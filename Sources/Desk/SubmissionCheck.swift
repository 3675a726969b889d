import Credit
import Intake
import Proofs
import Store

/// 试报: checks a file and predicts what would come of it, without writing anything.
public struct SubmissionCheck: Sendable {
    private let ledger: Ledger?
    private let rules: Rules

    /// - Parameter ledger: the store that tells known rows from new ones; nil where there is none yet.
    public init(ledger: Ledger?, rules: Rules) {
        self.ledger = ledger
        self.rules = rules
    }

    /// What would come of a file.
    ///
    /// - Parameter refused: is handed each thing that is wrong, in the order of the file.
    /// - Throws: `FileProblem`, `StoreProblem`, `CancellationError`.
    public func predict(
        _ file: SubmittedFile, refused: (Refusal) -> Void, watch: (SubmissionProgress) -> Void = { _ in }
    ) async throws -> SubmissionAnswer {
        let term = file.kind.dueWithin.map { WorkingTerm(days: $0, in: WorkingCalendar(rules.calendar)) }
        var checked = CheckedFile(
            feed: try file.feed(), context: CheckContext(received: file.received, term: term))
        let digest = try file.digest().digest
        var forecast = Forecast()
        forecast.isRepeat =
            try ledger?.read { try $0.batches(of: file, digest: digest).contains { $0.state == .complete } } ?? false
        let size = checked.feed.size
        try await checked.forEach { bound, result in
            let writer = RefusalWriter(file: file, bound: bound, checked: result)
            for (_, refusal) in writer.refusals(batch: "") { refused(refusal) }
            try forecast.count(result, ledger)
            watch(SubmissionProgress(rows: forecast.counts.rows, bytes: bound.bytesRead, size: size))
        }
        return SubmissionAnswer(
            batch: "", file: file.name, counts: forecast.counts, wasResumed: false,
            remarks: SubmissionRemarks(tables: checked.feed, repeatedKeys: forecast.repeatedKeys), receipt: nil)
    }
}

/// 预测: counts rows as an import would.
private struct Forecast {
    var counts = RowCounts()
    var repeatedKeys = 0
    var isRepeat = false
    private var inFile: [HalfDigest: HalfDigest] = [:]

    mutating func count(_ checked: CheckedBlock, _ ledger: Ledger?) throws {
        var drafts: [(key: HalfDigest, content: HalfDigest, draft: Draft)] = []
        for row in checked.rows {
            switch row.outcome {
            case .refused: counts.refused += 1
            case .person:
                counts.refused += 1
                counts.persons += 1
            case .draft(let draft):
                let fields = Array(checked.arena[draft.fields.start..<draft.fields.end])
                let key = checked.arena[draft.key.start..<draft.key.end]
                drafts.append((RecordHead.key(of: key), RecordHead.content(of: fields), draft))
            }
        }
        let held = try ledger?.read { reader in
            try reader.heads(keys: drafts.map(\.key)).map { $0?.content }
        }
        for (index, row) in drafts.enumerated() {
            let before = inFile[row.key] ?? held?[index]
            if let before, isRepeat || before == row.content {
                counts.known += 1
                continue
            }
            if inFile[row.key] != nil { repeatedKeys += 1 }
            if before == nil { counts.accepted += 1 } else { counts.changed += 1 }
            if row.draft.timeliness == .late { counts.late += 1 }
            if row.draft.timeliness == .unknown { counts.unknownTimeliness += 1 }
            inFile[row.key] = row.content
        }
    }
}
