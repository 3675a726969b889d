import Credit
import Proofs

/// One write to the log, inside its transaction: entries, tiles and tables grow together.
struct Appending {
    let reader: Reader
    private(set) var size: Int
    let lastInstant: Instant?
    private let instant: Instant
    private let salts: () -> Salt
    private let transaction: any Transaction
    private let insertEntry: any Statement
    private var tiles: TileAppender
    private var applier: Applier

    /// The tree's right edge is read here, inside the transaction: another process may have appended since we last did.
    init(_ transaction: any Transaction, at instant: Instant, salts: @escaping () -> Salt) throws {
        self.transaction = transaction
        self.instant = instant
        self.salts = salts
        reader = Reader(transaction)
        let last = try transaction.first("SELECT position, instant FROM entry ORDER BY position DESC LIMIT 1") {
            (position: $0.integer(0), instant: Instant($0.text(1)))
        }
        size = last.map { $0.position + 1 } ?? 0
        lastInstant = last?.instant
        do {
            tiles = try TileAppender(size: size, tiles: try StoredTiles(transaction))
        } catch let problem as ProofProblem {
            throw StoreProblem.brokenLog(position: size, detail: problem.english)
        }
        insertEntry = try transaction.statement(
            "INSERT INTO entry (position, instant, class, leaf, salt, body) VALUES (?, ?, ?, ?, ?, ?)")
        applier = try Applier(transaction)
    }

    /// The root before anything was appended, or after all that was.
    var root: Digest { tiles.root() }

    mutating func append(_ event: LoggedEvent) throws {
        let body = event.body
        let salt = salts()
        let envelope = try LeafEnvelope(
            instant: instant.text, eventClass: event.eventClass,
            commitment: Commitment.digest(salt: salt, body: body))
        try insertEntry.run([
            .integer(size), .text(envelope.instant), .text(envelope.eventClass), .bytes(envelope.commitment.bytes),
            .bytes(salt.bytes), .bytes(body),
        ])
        tiles.append(envelope.leafHash)
        try applier.apply(event, at: size, on: instant.day)
        size += 1
    }

    func write(_ refusals: [Refusal]) throws {
        guard !refusals.isEmpty else { return }
        let insert = try transaction.statement(
            "INSERT INTO refusal (batch, number, sheet, line, place, field, rule, value) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        for refusal in refusals {
            try insert.run([
                .text(refusal.batch), .integer(refusal.number), .text(refusal.sheet), .integer(refusal.line),
                .text(refusal.place), .text(refusal.field), .text(refusal.rule), .text(refusal.value),
            ])
        }
    }

    func write(_ progress: ImportProgress) throws {
        try transaction.run(
            """
            INSERT INTO import_progress (batch, rows, refusals, state)
            VALUES (\(progress.batch), \(progress.rows), \(progress.refusals), \(progress.state))
            ON CONFLICT (batch) DO UPDATE SET rows = excluded.rows, refusals = excluded.refusals, state = excluded.state
            """)
    }

    /// Writes the tiles that changed; the root of the tree with all that was appended.
    mutating func finish() throws -> Digest {
        let root = tiles.root()
        let upsert = try transaction.statement(
            "INSERT INTO tile (level, number, hashes) VALUES (?, ?, ?) "
                + "ON CONFLICT (level, number) DO UPDATE SET hashes = excluded.hashes")
        for tile in tiles.takeTiles() {
            try upsert.run([.integer(tile.level), .integer(tile.index), .bytes(tile.hashes)])
        }
        return root
    }
}
