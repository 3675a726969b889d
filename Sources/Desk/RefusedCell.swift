import Credit
import Store

/// 退回单元格: one thing that is wrong with a refused row, as it is kept and given back.
public struct RefusedCell: Sendable, Equatable {
    /// `REC-101` and on.
    public let rule: String
    /// Name of the field; empty for the row as a whole.
    public let field: String
    /// The column as the file names it: letters in a sheet, a number elsewhere; empty for the row as a whole.
    public let place: String
    /// What stands in the cell; persons' numbers masked, values of dropped fields left out.
    public let value: String

    private static let separator: Character = "\u{1F}"

    /// The canonical bytes of all that is wrong with a row.
    static func body(of cells: [RefusedCell]) -> [UInt8] {
        CanonicalWriter.object { writer in
            writer.put(
                "problems",
                cells.map { "\($0.rule)\(separator)\($0.field)\(separator)\($0.place)\(separator)\($0.value)" })
        }
    }

    /// 退回: a row that contradicts a decided correction, with the case that decided it.
    ///
    /// It is refused, not kept as a version that lies beside the corrected one: a version that does not hold would have to
    /// be told apart wherever versions are read, and whoever handed it in would not hear that it was decided otherwise.
    static func refusal(
        for contradiction: (decided: DecidedCorrection, field: String?), batch: String, sheet: String, line: Int
    ) -> Refusal {
        let cell = RefusedCell(
            rule: RowRule.againstCorrection.code, field: contradiction.field ?? "", place: "",
            value: "\(contradiction.decided.objection)（\(contradiction.decided.day)）")
        return Refusal(batch: batch, ordinal: 0, sheet: sheet, line: line, body: body(of: [cell]))
    }

    /// All that is wrong with a refused row.
    ///
    /// - Throws: `CanonicalFault` where the kept bytes are none of ours.
    public static func all(in refusal: Refusal) throws(CanonicalFault) -> [RefusedCell] {
        var cells: [RefusedCell] = []
        for text in try CanonicalReader(refusal.body).texts("problems") {
            let parts = text.split(separator: separator, maxSplits: 3, omittingEmptySubsequences: false).map(
                String.init)
            guard parts.count == 4 else { throw CanonicalFault(missing: "problems") }
            cells.append(RefusedCell(rule: parts[0], field: parts[1], place: parts[2], value: parts[3]))
        }
        return cells
    }
}

extension FaultCounts {
    /// These and what is wrong with some more refused rows.
    ///
    /// - Throws: `CanonicalFault` where the kept bytes are none of ours.
    func adding(_ refusals: [Refusal]) throws(CanonicalFault) -> FaultCounts {
        var counts = self
        for refusal in refusals {
            for cell in try RefusedCell.all(in: refusal) { counts.add(rule: cell.rule, field: cell.field) }
        }
        return counts
    }
}
