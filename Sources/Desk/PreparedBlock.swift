import Credit
import Intake
import Proofs
import Store

/// 备妥块: the checked rows of one block with everything worked out that needs no look into the store.
struct PreparedBlock: Sendable {
    /// What came of a row.
    enum Row: Sendable {
        case entry(PreparedRow)
        case refused(Refusal?, isPerson: Bool, SealedRow? = nil)
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

    /// The row as one that a case of our own list contradicts.
    func refused(againstCase id: String, batch: String) -> Refusal {
        RefusedCell.refusal(againstCase: id, batch: batch, sheet: sheet, line: line)
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
    /// The list of our own whose entries the kind holds; its rows become candidates, not entries (R4).
    let own: OwnList?
    /// What seals rows about natural persons, and the day such a row is deleted on; nil where no higher platform takes
    /// them, so that they are counted and refused only.
    let transit: Transit?

    /// 过境: how rows about natural persons are kept until they have gone on.
    struct Transit: Sendable {
        let seal: RowSeal
        let deleteOn: Day
    }

    func prepare(_ bound: BoundBlock, _ checked: CheckedBlock) -> PreparedBlock {
        var refusals = RefusalWriter(file: file, bound: bound, checked: checked).refusals(batch: batch)[...]
        // A minor's row is refused and nothing of it is kept, not even sealed (R16).
        let sealable = Set(checked.problems.lazy.filter { $0.rule == .person }.map { Int($0.row) })
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
            rows.append(
                .refused(
                    isOwn ? refusals.removeFirst().refusal : nil, isPerson: isPerson,
                    isPerson && sealable.contains(row.row) ? seal(row.row, of: bound) : nil))
        }
        return PreparedBlock(rows: rows, bytesRead: bound.bytesRead)
    }

    /// The row as it goes on to the region: what stood in the columns of the template, and no other.
    private func seal(_ row: Int, of bound: BoundBlock) -> SealedRow? {
        guard let transit else { return nil }
        let (block, place) = (bound.block, bound.block.rows[row])
        var fields: [String: String] = [:]
        for (field, column) in zip(bound.plan.template.fields, bound.plan.columns)
        where column >= 0 && column < place.cellCount {
            let cell = block.cells[place.firstCell + column]
            guard cell.length > 0 else { continue }
            let text = String(
                decoding: block.bytes[Int(cell.offset)..<Int(cell.offset) + cell.length], as: UTF8.self)
            (fields[field.name], fields[field.title]) = (text, text)
        }
        return transit.seal.seal(
            fields, id: newID(), batch: batch, kind: file.kind.code, department: file.department,
            deleteOn: transit.deleteOn)
    }

    private func prepare(_ draft: Draft, of block: RowBlock, line: Int, in checked: CheckedBlock) -> PreparedRow {
        let key = RecordHead.key(of: checked.arena[draft.key.start..<draft.key.end])
        let entry = RecordEntry(
            draft, in: checked, key: key, id: newID(), kind: file.kind, batch: batch, line: line,
            department: file.department,
            received: file.received)
        let sealed = ledger.seal(
            own.flatMap { $0.decides(entry.fields) ? .candidate(CandidateRow(entry, for: $0)) : nil } ?? .record(entry))
        return PreparedRow(
            key: key, content: sealed.content ?? RecordHead.content(of: entry.fields), timeliness: draft.timeliness,
            sealed: sealed, sheet: block.sheet, line: line)
    }
}
