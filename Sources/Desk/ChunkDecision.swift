import Credit
import Proofs
import Store

/// 新旧判定: decides for each row of a chunk whether it is new, changed or known.
struct ChunkDecision: Sendable {
    let ledger: Ledger
    let batch: String
    let isRepeat: Bool
    let entered: EnteredKeys
    let chunk: PendingRows
    /// Rows of the file that are dealt with when the chunk is written.
    let rows: Int

    func decide(_ reader: Reader, after state: ChunkState) throws -> (Change, ChunkState) {
        var state = state
        state.counts.refused += chunk.refused
        state.counts.persons += chunk.persons
        state.rows = rows
        let (events, contradicting) = try entries(reader, &state)
        // In the order of the file.
        let refusals = (chunk.refusals + contradicting).enumerated()
            .sorted { ($0.element.before, $0.offset) < ($1.element.before, $1.offset) }
            .enumerated().map { $1.element.refusal.numbered(state.refusals + $0) }
        state.refusals += refusals.count
        for refusal in refusals { state.digest.add(refusal) }
        state.faults = try state.faults.adding(refusals)
        let progress = ImportProgress(
            batch: batch, rowsDone: rows, refusalsDone: state.refusals, refusalDigest: state.digest,
            counts: state.counts, state: state.faults.bytes)
        return (Change(sealed: events, refusals: refusals, progress: progress), state)
    }

    /// The rows that are entered, and those that contradict what was decided of their record.
    private func entries(
        _ reader: Reader, _ state: inout ChunkState
    ) throws -> (entered: [SealedEvent], refused: [(refusal: Refusal, before: Int)]) {
        var events: [SealedEvent] = []
        var refused: [(refusal: Refusal, before: Int)] = []
        let contested = try reader.contestedRecords()
        events.reserveCapacity(chunk.rows.count)
        let keys = chunk.rows.map(\.key)
        let heads = try reader.heads(keys: keys)
        let before = entered.known(keys)
        var inChunk: [HalfDigest: RecordHead] = [:]
        inChunk.reserveCapacity(keys.count)
        for (index, row) in chunk.rows.enumerated() {
            let earlier = inChunk[row.key]
            let head = earlier ?? heads[index]
            if let head, !isRepeat, contested.contains(head.id),
                let contradiction = try reader.contradiction(row, in: head.id)
            {
                refused.append((row.refused(for: contradiction, batch: batch), index))
                state.counts.refused += 1
                continue
            }
            if let head, isRepeat || head.content == row.content {
                state.counts.known += 1
                continue
            }
            if head?.content == nil { state.counts.accepted += 1 } else { state.counts.changed += 1 }
            if earlier != nil || before[index] { state.repeatedKeys += 1 }
            switch row.timeliness {
            case .late: state.counts.late += 1
            case .unknown: state.counts.unknownTimeliness += 1
            case .inTime, nil: break
            }
            let sealed = head.map { ledger.seal(row.sealed, asVersion: $0.lastVersion + 1, of: $0.id) } ?? row.sealed
            events.append(sealed)
            inChunk[row.key] = RecordHead(
                entered: head?.id ?? sealed.recordID, version: (head?.lastVersion ?? 0) + 1, content: row.content)
        }
        entered.add(inChunk.keys)
        return (events, refused)
    }
}
