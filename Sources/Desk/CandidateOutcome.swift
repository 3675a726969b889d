import Credit
import Proofs
import Store

/// 候选判定: what comes of a row for a list of our own, which never becomes an entry by itself (R4).
enum CandidateOutcome: Equatable {
    /// It is held already with the same content, as a candidate or as the record that its case published.
    case known
    /// It says something else than a case that is open, an entry that stands, or the record that was published; its id.
    case againstCase(String)
    /// It is a candidate, new or with other content than one at which nobody has looked.
    case candidate(isNew: Bool)

    /// - Parameters:
    ///   - isRepeat: whether the very file was taken in before.
    ///   - inFile: the content of an earlier row of the same key that the store does not hold yet.
    ///   - held: the candidate of the key.
    ///   - record: the record of the key.
    init(
        _ content: HalfDigest, isRepeat: Bool, inFile: HalfDigest?, held: CandidateHead?, record: RecordHead?
    ) {
        let before = inFile ?? held?.content
        if before == content || record?.content == content {
            self = .known
        } else if isRepeat, before != nil || record?.content != nil {
            self = .known
        } else if let held, held.isInCase {
            self = .againstCase(held.id)
        } else if let record, record.content != nil {
            self = .againstCase(record.id)
        } else {
            self = .candidate(isNew: before == nil)
        }
    }
}

extension RefusedCell {
    /// 退回: a row that would change what a case of our own list decides.
    static func refusal(againstCase id: String, batch: String, sheet: String, line: Int) -> Refusal {
        let cell = RefusedCell(rule: RowRule.againstCase.code, field: "", place: "", value: id)
        return Refusal(batch: batch, ordinal: 0, sheet: sheet, line: line, body: body(of: [cell]))
    }
}
