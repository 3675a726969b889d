import Credit
import Proofs

/// 候选: a row for a list of our own, as a queue needs it.
public struct CandidateLine: Sendable, Equatable {
    /// Id of the candidate.
    public let id: String
    /// Code of the list.
    public let list: String
    /// 主体名称.
    public let name: String
    /// Place of the row in the log.
    public let position: Int
    /// Key text of the subject.
    public let subject: String
}

/// 候选现状: the last row of a key that was handed in for a list of our own and not undone.
public struct CandidateHead: Sendable, Equatable {
    /// Id of the candidate, and of its case.
    public let id: String
    /// What its fields are told from others by.
    public let content: HalfDigest
    /// Whether a case that came of it is open or its entry stands.
    public let isInCase: Bool
}

extension Reader {
    /// The candidates with these keys, in their order; those of batches that were undone do not count.
    ///
    /// - Throws: `StoreProblem`.
    public func candidates(keys: [HalfDigest]) throws -> [CandidateHead?] {
        let statement = try transaction.statement(
            """
            SELECT candidate_row.id, candidate_row.content, COALESCE(listing.is_open, 0)
            FROM candidate_row JOIN batch ON batch.id = candidate_row.batch
            LEFT JOIN listing ON listing.id = candidate_row.id
            WHERE candidate_row.key = ? AND batch.state <> 'undone'
            ORDER BY candidate_row.position DESC LIMIT 1
            """)
        return try keys.map { key in
            try statement.first([.bytes(key.bytes)]) { row in
                guard let content = row.withBytes(1, { HalfDigest($0) }) else {
                    throw StoreProblem.refused(detail: "candidate \(row.text(0))")
                }
                return CandidateHead(id: row.text(0), content: content, isInCase: row.truth(2))
            }
        }
    }

    /// The candidates of an organ at which no officer has looked yet, oldest first: neither taken up into a case, nor
    /// undone with their batch, nor replaced by a later row of the same key.
    ///
    /// - Throws: `StoreProblem`.
    public func waitingCandidates(of organ: String) throws -> [CandidateLine] {
        var lines: [CandidateLine] = []
        try transaction.statement(Reader.waiting + "AND candidate_row.organ = ? ORDER BY candidate_row.position")
            .each([.text(organ)]) { row in
                lines.append(
                    CandidateLine(
                        id: row.text(0), list: row.text(1), name: row.text(2), position: row.integer(3),
                        subject: row.text(4)))
            }
        return lines
    }

    /// A candidate that waits for an officer, with its place in the log; nil where none does under the id.
    ///
    /// - Throws: `StoreProblem`.
    public func waitingCandidate(_ id: String) throws -> (candidate: CandidateRow, position: Int)? {
        let found = try transaction.statement(Reader.waiting + "AND candidate_row.id = ?")
            .first([.text(id)]) { $0.integer(3) }
        guard let position = found else { return nil }
        let event = try transaction.first("SELECT body FROM entry WHERE position = \(position)") {
            try? Event(body: $0.bytes(0))
        }
        guard case .candidate(let candidate)?? = event else { throw StoreProblem.unknownEvent(position: position) }
        return (candidate, position)
    }

    private static let waiting =
        "SELECT candidate_row.id, candidate_row.list, candidate_row.name, candidate_row.position, "
        + "candidate_row.subject "
        + "FROM candidate_row JOIN batch ON batch.id = candidate_row.batch WHERE batch.state <> 'undone' "
        + "AND NOT EXISTS (SELECT 1 FROM listing WHERE listing.id = candidate_row.id) "
        + "AND NOT EXISTS (SELECT 1 FROM candidate_row AS later JOIN batch AS other ON other.id = later.batch "
        + "WHERE later.key = candidate_row.key AND later.position > candidate_row.position "
        + "AND other.state <> 'undone') "
}
