import Credit
import Proofs

/// 日志所载的删除: what the log itself says was erased. Only an entry whose content is what was committed to counts: whoever
/// empties an entry and writes into a table that this was lawful has not made it so.
struct ToldErasures {
    private(set) var positions: Set<Int> = []
    private(set) var records: Set<String> = []
    /// The numbers of letters that went.
    private(set) var letters: [ErasedLetter] = []

    /// None: while the log is written, all that was erased stands in the tables.
    init() {}

    init(_ stored: any Transaction) {
        let rows = try? stored.rows(
            """
            SELECT entry.position, entry.class, entry.leaf, entry.salt, entry.body FROM erasure
            JOIN entry ON entry.position = erasure.position WHERE entry.body IS NOT NULL
            """
        ) {
            (
                position: $0.integer(0), class: $0.text(1), leaf: $0.withBytes(2) { Digest($0) },
                salt: $0.withBytes(3) { Salt($0) }, body: $0.bytes(4)
            )
        }
        for row in rows ?? [] where row.class == Erasure.eventClass {
            guard let salt = row.salt, Commitment.digest(salt: salt, body: row.body) == row.leaf,
                case .erasure(let erasure)? = try? Event(body: row.body)
            else { continue }
            positions.formUnion(erasure.positions.filter { $0 < row.position })
            records.insert(erasure.record)
            letters += erasure.letters.filter { $0.place < row.position }
        }
    }
}
