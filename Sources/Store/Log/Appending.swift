import Credit
import Proofs

/// One write to the log, inside its transaction: entries, tiles and tables grow together.
struct Appending {
    let reader: Reader
    private(set) var size: Int
    let lastInstant: Instant?
    private let instant: Instant
    private let instantText: SQLValue
    private let leaves: LeafEnvelope.Writer
    private let salts: () -> Salt
    private let transaction: any Transaction
    private let insertEntry: any Statement
    private var tiles: TileAppender
    private var applier: Applier

    /// The tree's right edge is read here, inside the transaction: another process may have appended since we last did.
    init(_ transaction: any Transaction, at instant: Instant, salts: @escaping () -> Salt) throws {
        self.transaction = transaction
        self.instant = instant
        instantText = .text(instant.text)
        leaves = try LeafEnvelope.Writer(instant: instant.text)
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

    mutating func append(_ sealed: SealedEvent) throws {
        try write(sealed.body, salt: sealed.salt, commitment: sealed.commitment, as: sealed.event.eventClass)
        if case .erasure(let erasure) = sealed.event {
            try ErasingEntries(transaction: transaction).run(erasure, at: size)
        }
        if case .transit(.deleted(let rows)) = sealed.event { try forget(rows) }
        try applier.apply(.event(sealed.event), content: sealed.content, at: size, on: instant.day)
        size += 1
    }

    mutating func append(_ opening: LogOpening) throws {
        let (event, salt) = (LoggedEvent.opening(opening), salts())
        let body = event.body
        try write(body, salt: salt, commitment: Commitment.digest(salt: salt, body: body), as: event.eventClass)
        try applier.apply(event, content: nil, at: size, on: instant.day)
        size += 1
    }

    private mutating func write(
        _ body: [UInt8], salt: Salt, commitment: Digest, as eventClass: String
    ) throws {
        try insertEntry.run([
            .integer(size), instantText, .text(eventClass), .bytes(commitment.bytes), .bytes(salt.bytes), .bytes(body),
        ])
        tiles.append(try leaves.leafHash(eventClass: eventClass, commitment: commitment))
    }

    /// Keeps what is sealed beside the log.
    func keep(_ row: SealedRow) throws {
        try transaction.run(
            """
            INSERT INTO sealed_content (id, salt, content, likeness)
            VALUES (\(row.mark.id), \(row.salt.bytes), \(row.content), \(row.likeness))
            """)
    }

    /// Deletes what was sealed; the bytes leave the file with the next cleaning.
    private func forget(_ rows: [String]) throws {
        var names: Set<String> = [""]
        for id in rows {
            try transaction.run("DELETE FROM sealed_content WHERE id = \(id)")
            let batch = try transaction.first("SELECT batch FROM sealed_row WHERE id = \(id)") { $0.text(0) }
            // What went back to the sender holds every row of the file, in the clear.
            if let batch { names.insert("batches/\(batch).marked.xlsx") }
        }
        for name in names.sorted() {
            try transaction.run("INSERT INTO erasure_cleanup (position, name) VALUES (\(size), \(name))")
        }
    }

    /// Writes what accompanies the events.
    func write(_ change: Change) throws {
        if !change.refusals.isEmpty {
            let insert = try transaction.statement(
                "INSERT INTO refusal (batch, ordinal, sheet, line, body) VALUES (?, ?, ?, ?, ?)")
            for refusal in change.refusals {
                try insert.run([
                    .text(refusal.batch), .integer(refusal.ordinal), .text(refusal.sheet), .integer(refusal.line),
                    .bytes(refusal.body),
                ])
            }
        }
        if let progress = change.progress { try write(progress) }
        try AccessRecord(transaction: transaction).append(change.access)
        for credential in change.credentials { try Credentials(transaction: transaction).apply(credential) }
        for choice in change.headings {
            try transaction.run(
                """
                INSERT INTO heading_map (department, kind, heading, field)
                VALUES (\(choice.department), \(choice.kind), \(choice.heading), \(choice.field))
                ON CONFLICT (department, kind, heading) DO UPDATE SET field = excluded.field
                """)
        }
    }

    private func write(_ progress: ImportProgress) throws {
        let counts = progress.counts
        try transaction.run("DELETE FROM import_progress WHERE batch = \(progress.batch)")
        try transaction.run(
            """
            INSERT INTO import_progress (batch, rows_done, refusals_done, refusal_digest, accepted, changed, known, \
            refused, persons, late, unknown_timeliness, state)
            VALUES (\(progress.batch), \(progress.rowsDone), \(progress.refusalsDone), \
            \(progress.refusalDigest.bytes), \(counts.accepted), \(counts.changed), \(counts.known), \
            \(counts.refused), \(counts.persons), \(counts.late), \(counts.unknownTimeliness), \(progress.state))
            """)
    }

    /// Writes the tiles that changed; the root of the tree with all that was appended.
    mutating func finish() throws -> Digest {
        try applier.finish()
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
