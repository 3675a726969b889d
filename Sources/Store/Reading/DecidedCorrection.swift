import Credit

/// 已决更正: what a decision on an objection made of a record. It binds whoever hands the record in again (R6).
public struct DecidedCorrection: Sendable, Hashable {
    /// Id of the case.
    public let objection: String
    /// The day it was decided.
    public let day: Day
    /// What becomes of the record.
    public let correction: ObjectionDecision.Correction
    /// Place of the decision in the log; the corrected version comes after it.
    let position: Int
}

extension CaseHistory {
    /// The corrections decided of a record, earliest first.
    func corrections(of record: String) throws -> [DecidedCorrection] {
        let cases = try transaction.rows("SELECT id FROM objection WHERE record = \(record)") { $0.text(0) }
        return try cases.flatMap { id in
            try steps(ofObjection: id).compactMap { step in
                guard case .decided(_, let decision, _) = step.event, let correction = decision.correction else {
                    return nil
                }
                return DecidedCorrection(objection: id, day: step.day, correction: correction, position: step.position)
            }
        }.sorted { $0.position < $1.position }
    }
}

extension Reader {
    /// Ids of the records to which somebody ever objected: few, so that an import looks for corrections of these alone.
    ///
    /// - Throws: `StoreProblem`.
    public func contestedRecords() throws -> Set<String> {
        Set(try transaction.rows("SELECT DISTINCT record FROM objection") { $0.text(0) })
    }

    /// The decided correction that a row contradicts which is handed in for a record again: one that withdrew the record,
    /// or one of fields that the row fills otherwise than the corrected record does; nil where it contradicts none. The
    /// field is nil where the record as a whole was withdrawn.
    ///
    /// - Parameter fields: the fields of the row as a canonical object.
    /// - Throws: `StoreProblem`, `CanonicalFault`.
    public func contradicted(
        by fields: [UInt8], in record: String
    ) throws -> (decided: DecidedCorrection, field: String?)? {
        let corrections = try history.corrections(of: record)
        guard !corrections.isEmpty else { return nil }
        let row = try values(of: fields)
        var judged: Set<String> = []
        for decided in corrections.reversed() {
            switch decided.correction {
            case .withdrawal: return (decided, nil)
            case .end: continue
            case .fields(let claims):
                // What stands in the corrected version, in the very bytes, and not what the decision called it.
                let position = try transaction.first(
                    "SELECT MIN(position) FROM record WHERE id = \(record) AND position > \(decided.position)"
                ) { $0.optionalInteger(0) }
                guard let position = position ?? nil, case .record(let entry)? = try event(at: position) else {
                    continue
                }
                let right = try values(of: entry.fields)
                for field in claims.map(\.field) where judged.insert(field).inserted && row[field] != right[field] {
                    return (decided, field)
                }
            }
        }
        return nil
    }

    private func values(of fields: [UInt8]) throws -> [String: CanonicalReader.Value] {
        Dictionary(try CanonicalReader(fields).members) { $1 }
    }
}
