import Credit
import Desk
import Portal
import Store

/// 部门报送读取, over the ledger.
extension PublicStore {
    func submissions(from first: Month, through last: Month, department: String?) throws -> [SubmittedMonth] {
        try ledger.read { try $0.submittedMonths(from: first, through: last, department: department) }
    }

    func zeroReports(from first: Month, through last: Month, department: String?) throws -> [StandingZeroReport] {
        try ledger.read { try $0.zeroReports(from: first, through: last, department: department) }
    }

    func firstReceived() throws -> Day? { try ledger.read { try $0.firstReceived() } }

    func batches(in month: Month, department: String?, after position: Int, limit: Int) throws -> [BatchLine] {
        try ledger.read { try $0.batchLines(in: month, department: department, after: position, limit: limit) }
    }

    func faults(in month: Month, department: String?) throws -> [FaultTally] {
        try ledger.read { try $0.faultTallies(in: month, department: department) }
    }

    func refusedCells(_ question: RefusedQuestion) throws -> RefusedAnswer {
        try ledger.read { reader in
            var lines: [RefusedLine] = []
            var (rows, last) = (0, RefusedPlace?.none)
            // The batch in which the list goes on is read again from the row after the last one.
            var position = question.after.map { $0.position - 1 } ?? -1
            while true {
                let batches = try reader.batchLines(
                    in: question.month, department: question.department, after: position, limit: 200)
                for batch in batches {
                    var left = try expected(batch, question, reader)
                    var ordinal = question.after.flatMap { $0.position == batch.position ? $0.ordinal : nil } ?? -1
                    // Behind the last cell that the batch's closing event counted nothing is looked for.
                    while left > 0 {
                        let refusals = try reader.refusals(of: batch.id, after: ordinal, limit: 500)
                        for refusal in refusals {
                            let cells = try PublicStore.cells(of: refusal, in: batch, question)
                            if cells.isEmpty { continue }
                            if rows == question.limit { return RefusedAnswer(lines: lines, next: last) }
                            rows += 1
                            left -= cells.count
                            lines += cells
                            last = RefusedPlace(position: batch.position, ordinal: refusal.ordinal)
                        }
                        guard refusals.count == 500, let read = refusals.last else { break }
                        ordinal = read.ordinal
                    }
                }
                guard batches.count == 200, let read = batches.last else { break }
                position = read.position
            }
            return RefusedAnswer(lines: lines, next: nil)
        }
    }

    /// How many cells of a batch can be what is asked for, by what its closing event counted; any number where it
    /// counted none.
    private func expected(_ batch: BatchLine, _ question: RefusedQuestion, _ reader: Reader) throws -> Int {
        guard batch.state == .complete, batch.counts.refused > 0, question.kind ?? batch.kind == batch.kind else {
            return 0
        }
        let faults = try reader.faults(of: batch.id)
        return faults.isEmpty ? .max : faults.reduce(0) { $0 + (question.takes($1.fault) ? $1.cells : 0) }
    }

    private static func cells(
        of refusal: Store.Refusal, in batch: BatchLine, _ question: RefusedQuestion
    ) throws -> [RefusedLine] {
        try RefusedCell.all(in: refusal).compactMap { cell in
            let fault = FaultCounts.Fault(rule: cell.rule, field: cell.field)
            guard question.takes(fault) else { return nil }
            return RefusedLine(
                batch: batch.id, kind: batch.kind, file: batch.file, sheet: refusal.sheet, line: refusal.line,
                column: cell.place, fault: fault)
        }
    }
}

extension RefusedQuestion {
    /// Whether a fault is one of those asked for.
    fileprivate func takes(_ fault: FaultCounts.Fault) -> Bool {
        (rule ?? fault.rule) == fault.rule && (field ?? fault.field) == fault.field
    }
}
