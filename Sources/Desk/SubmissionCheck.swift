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
            let contradicting = try forecast.count(result, of: bound, ledger)
            // In the order of the file: what is wrong with a row itself, and what only the store shows.
            let refusals = (writer.refusals(batch: "") + contradicting).sorted { $0.row < $1.row }
            for (_, refusal) in refusals { refused(refusal) }
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

    /// The rows, each by its index, that contradict what was decided of their record.
    mutating func count(
        _ checked: CheckedBlock, of bound: BoundBlock, _ ledger: Ledger?
    ) throws -> [(row: Int, refusal: Refusal)] {
        var drafts: [(key: HalfDigest, content: HalfDigest, draft: Draft, row: Int, fields: [UInt8])] = []
        for row in checked.rows {
            switch row.outcome {
            case .refused: counts.refused += 1
            case .person:
                counts.refused += 1
                counts.persons += 1
            case .draft(let draft):
                let fields = Array(checked.arena[draft.fields.start..<draft.fields.end])
                let key = checked.arena[draft.key.start..<draft.key.end]
                drafts.append((RecordHead.key(of: key), RecordHead.content(of: fields), draft, row.row, fields))
            }
        }
        let isRepeat = isRepeat
        let held = try ledger?.read { reader in
            let contested = try reader.contestedRecords()
            return try zip(drafts, try reader.heads(keys: drafts.map(\.key))).map { row, head in
                let isLookedAt = head.map { !isRepeat && contested.contains($0.id) } ?? false
                let found = isLookedAt ? try reader.contradicted(by: row.fields, in: head?.id ?? "") : nil
                return (content: head?.content, contradiction: found)
            }
        }
        var refusals: [(row: Int, refusal: Refusal)] = []
        for (index, row) in drafts.enumerated() {
            if let found = held?[index].contradiction {
                let line = bound.block.rows[row.row].line
                refusals.append(
                    (row.row, RefusedCell.refusal(for: found, batch: "", sheet: bound.block.sheet, line: line)))
                counts.refused += 1
                continue
            }
            let before = inFile[row.key] ?? held?[index].content
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
        return refusals
    }
}
