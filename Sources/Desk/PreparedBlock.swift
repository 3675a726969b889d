import Credit
import Intake
import Proofs
import Store

/// 备妥块: the checked rows of one block with everything worked out that needs no look into the store.
struct PreparedBlock: Sendable {
    /// What came of a row.
    enum Row: Sendable {
        case entry(PreparedRow)
        case refused(Refusal?, isPerson: Bool)
    }

    /// The rows that are not blank, in order.
    let rows: [Row]
    /// At least how many bytes of the file had been read when they came.
    let bytesRead: Int64
}

/// 备妥行: a row as the record it becomes if nobody has handed it in before.
struct PreparedRow: Sendable {
    let key: HalfDigest
    let content: HalfDigest
    let timeliness: Timeliness?
    let sealed: SealedEvent
    /// Sheet and line it stood in, as a refusal names them.
    let sheet: String
    let line: Int

    /// The row as one that contradicts a decided correction.
    func refused(for contradiction: (decided: DecidedCorrection, field: String?), batch: String) -> Refusal {
        RefusedCell.refusal(for: contradiction, batch: batch, sheet: sheet, line: line)
    }
}

extension Reader {
    /// The decided correction that a row contradicts which would become a version of a record.
    func contradiction(
        _ row: PreparedRow, in record: String
    ) throws -> (decided: DecidedCorrection, field: String?)? {
        guard case .record(let entry) = row.sealed.event else { return nil }
        return try contradicted(by: entry.fields, in: record)
    }
}

/// 备妥: turns checked blocks into prepared ones, on whatever thread checked them.
struct BlockPreparation: Sendable {
    let ledger: Ledger
    let file: SubmittedFile
    let batch: String
    let newID: @Sendable () -> String

    func prepare(_ bound: BoundBlock, _ checked: CheckedBlock) -> PreparedBlock {
        var refusals = RefusalWriter(file: file, bound: bound, checked: checked).refusals(batch: batch)[...]
        var rows: [PreparedBlock.Row] = []
        rows.reserveCapacity(checked.rows.count)
        for row in checked.rows {
            let isPerson: Bool
            switch row.outcome {
            case .draft(let draft):
                rows.append(.entry(prepare(draft, of: bound.block, line: bound.block.rows[row.row].line, in: checked)))
                continue
            case .refused: isPerson = false
            case .person: isPerson = true
            }
            let isOwn = refusals.first?.row == row.row
            rows.append(.refused(isOwn ? refusals.removeFirst().refusal : nil, isPerson: isPerson))
        }
        return PreparedBlock(rows: rows, bytesRead: bound.bytesRead)
    }

    private func prepare(_ draft: Draft, of block: RowBlock, line: Int, in checked: CheckedBlock) -> PreparedRow {
        let key = RecordHead.key(of: checked.arena[draft.key.start..<draft.key.end])
        let entry = RecordEntry(
            draft, in: checked, key: key, id: newID(), kind: file.kind, batch: batch, line: line,
            department: file.department,
            received: file.received)
        let sealed = ledger.seal(.record(entry))
        return PreparedRow(
            key: key, content: sealed.content ?? RecordHead.content(of: entry.fields), timeliness: draft.timeliness,
            sealed: sealed, sheet: block.sheet, line: line)
    }
}
