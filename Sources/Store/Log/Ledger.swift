import Credit
import Proofs

/// 总账: the one way into the store. Every change is one `record`, every look one `read`.
///
/// Copies of it, in this process or another, may be used at the same time on the same database.
public struct Ledger: Sendable {
    /// What the database is.
    public let engine: any Engine
    let folder: LogFolder
    let settings: LogSettings
    let salts: @Sendable () -> Salt
    let checkpoints = Remembered<Checkpoint>()
    let tiles = TileMemory()
    private let signers = Remembered<Signer>()

    /// The ledger of a database, whose tables are brought to the form this program knows.
    ///
    /// - Parameter salts: hands out a random salt for each event.
    /// - Throws: `StoreProblem`; a missing key or a checkpoint that does not fit is met when something is recorded.
    public init(
        engine: any Engine, folder: LogFolder, settings: LogSettings, salts: @escaping @Sendable () -> Salt
    ) throws {
        self.engine = engine
        self.folder = folder
        self.settings = settings
        self.salts = salts
        try Migration.run(engine)
    }

    /// Looks at one consistent state.
    ///
    /// - Throws: `StoreProblem`, or what `look` throws.
    public func read<Result>(_ look: (Reader) throws -> Result) throws -> Result {
        try engine.read { try look(Reader($0)) }
    }

    /// Decides and writes: what `decide` returns is appended to the log and applied to the tables in one transaction;
    /// what it throws leaves no trace. Afterwards everything is durable and a checkpoint over it is signed and kept.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`, or what `decide` throws.
    @discardableResult public func record(at instant: Instant, decide: (Reader) throws -> [Event]) throws -> Receipt {
        try record(at: instant) { (Change(events: try decide($0)), ()) }.receipt
    }

    /// Decides and writes, and hands back what `decide` wants to tell.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`, or what `decide` throws.
    @discardableResult public func record<Outcome>(
        at instant: Instant, decide: (Reader) throws -> (Change, Outcome)
    ) throws -> (receipt: Receipt, outcome: Outcome) {
        let signer = try signer()
        let kept = try folder.note().map { note in
            try checkpoints.value(of: signer.verifier.text + note) { _ in try signer.verifier.checkpoint(in: note) }
        }
        let (receipt, outcome) = try engine.write { transaction in
            var appending = try Appending(transaction, at: instant, salts: salts)
            try check(appending, instant: instant, signer: signer, kept: kept)
            let (change, outcome) = try decide(Reader(transaction))
            if appending.size == 0, !(change.events.isEmpty && change.sealed.isEmpty && change.sealedRows.isEmpty) {
                try appending.append(opening(signer: signer, reason: nil))
            }
            let first = appending.size
            for event in change.events { try appending.append(seal(event)) }
            for event in change.sealed { try appending.append(event) }
            for row in change.sealedRows {
                try appending.append(seal(.transit(.sealed(row.mark))))
                try appending.keep(row)
            }
            try appending.write(change)
            let root = try appending.finish()
            return (Receipt(positions: first..<appending.size, treeSize: appending.size, root: root), outcome)
        }
        if !receipt.positions.isEmpty {
            let checkpoint = Checkpoint(origin: settings.origin, size: receipt.treeSize, root: receipt.root)
            if let note = try folder.keep(checkpoint, signedBy: signer) {
                checkpoints.keep(checkpoint, of: signer.verifier.text + note)
            }
        }
        return (receipt, outcome)
    }

    /// 签名: a text signed with the key of the log, as a note. Its first line must not be the log's name, so that nobody can
    /// take it for a checkpoint.
    ///
    /// - Throws: `StoreProblem`, `ProofProblem`.
    public func signed(_ text: String) throws -> String {
        precondition(text.hasSuffix("\n") && !text.hasPrefix(settings.origin + "\n"), "no text to be signed as a note")
        return try signer().note(text)
    }

    /// The key of the log; made on first use, and never made anew for a log that has entries.
    private func signer() throws -> Signer {
        let known = try folder.key.text().map { text in
            try signers.value(of: text) { text in
                guard let signer = Signer(text) else { throw ProofProblem.badPrivateKey(path: folder.key.path) }
                return signer
            }
        }
        if let signer = known {
            guard signer.verifier.name == settings.origin else {
                throw StoreProblem.otherOrigin(stored: signer.verifier.name, asked: settings.origin)
            }
            return signer
        }
        let isEmpty = try engine.read { try Reader($0).treeSize() == 0 }
        guard isEmpty, try folder.note() == nil else { throw StoreProblem.keyLost(path: folder.key.path) }
        return try folder.key.readOrMake(name: settings.origin, seed: settings.seed)
    }

    /// Whether this database may be appended to with this key on this day.
    private func check(_ appending: Appending, instant: Instant, signer: Signer, kept: Checkpoint?) throws {
        if let kept {
            guard appending.size >= kept.size else {
                throw StoreProblem.olderThanCheckpoint(size: appending.size, signed: kept.size)
            }
            if appending.size == kept.size, appending.root != kept.root {
                throw StoreProblem.otherThanCheckpoint(size: kept.size)
            }
        }
        guard appending.size > 0 else { return }
        guard let opening = try appending.reader.opening() else {
            throw StoreProblem.brokenLog(position: 0, detail: "log_opening")
        }
        guard opening.origin == settings.origin else {
            throw StoreProblem.otherOrigin(stored: opening.origin, asked: settings.origin)
        }
        guard opening.verifier == signer.verifier.text else { throw StoreProblem.otherKey(path: folder.key.path) }
        guard opening.isRehearsal == settings.isRehearsal else {
            throw StoreProblem.otherMode(isRehearsal: opening.isRehearsal)
        }
        if let last = appending.lastInstant, instant.day < last.day {
            throw StoreProblem.clockWentBack(last: last.day.description, now: instant.day.description)
        }
    }

    func opening(signer: Signer, reason: String?) -> LogOpening {
        LogOpening(
            origin: settings.origin, verifier: signer.verifier.text, isRehearsal: settings.isRehearsal, reason: reason)
    }
}

/// 日志设定: what the log is called and whether it is a rehearsal.
public struct LogSettings: Sendable {
    /// Name of the log and of its key, such as `credit.zhongwei.example/log`.
    public let origin: String
    /// Whether the store is a rehearsal, whose day is set and not read from a clock.
    public let isRehearsal: Bool
    /// Hands out 32 random bytes, asked only when a key is made.
    public let seed: @Sendable () -> [UInt8]

    /// What the log is called, whether it is a rehearsal, and where a new key's randomness comes from.
    public init(origin: String, isRehearsal: Bool, seed: @escaping @Sendable () -> [UInt8]) {
        self.origin = origin
        self.isRehearsal = isRehearsal
        self.seed = seed
    }
}
