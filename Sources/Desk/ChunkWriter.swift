import Credit
import Proofs
import Store
import Synchronization

/// 分块写入: writes the prepared rows of one batch into the ledger, some thousand in one transaction. While a chunk is
/// written the next one is collected; there are never two on their way.
struct ChunkWriter {
    let batch: Submission
    let wasResumed: Bool
    /// Rows of the file that have passed, written in this run or an earlier one.
    private(set) var seen = 0
    /// How far the batch has come, as far as it is written.
    private(set) var state: ChunkState
    private let ledger: Ledger
    private let now: @Sendable () -> Instant
    /// Whether this very file has been taken in before: then it changes nothing, even where it contradicts itself.
    private let isRepeat: Bool
    private var pending = PendingRows()
    /// How many rows the next transaction holds at least.
    private var chunk = 2_000
    private static let largestChunk = 16_000
    private let entered = EnteredKeys()
    private var writing: Task<ChunkState, any Error>?

    /// - Throws: `CanonicalFault` where what an earlier run left cannot be read.
    init(
        ledger: Ledger, batch: Submission, progress: ImportProgress?, isRepeat: Bool,
        now: @escaping @Sendable () -> Instant
    ) throws {
        self.ledger = ledger
        self.batch = batch
        self.now = now
        self.isRepeat = isRepeat
        wasResumed = progress != nil
        state = try progress.map { try ChunkState($0) } ?? ChunkState()
    }

    /// Takes in what is new of a block; what an earlier run has written is passed over.
    mutating func write(_ block: PreparedBlock) async throws {
        let written = max(0, state.rowsBefore - seen)
        seen += block.rows.count
        guard written < block.rows.count else { return }
        for row in block.rows.dropFirst(written) { pending.add(row) }
        if pending.count >= chunk { try await flush() }
    }

    /// Begins to write what has been taken in and not been written yet, in one transaction.
    mutating func flush() async throws {
        try await settle()
        guard pending.count > 0 else { return }
        let chunk = pending
        pending = PendingRows()
        // The first rows are to be seen at once; later ones share the pages of the indexes they touch.
        self.chunk = min(self.chunk * 2, ChunkWriter.largestChunk)
        let (state, rows, now, ledger) = (state, seen, now, ledger)
        let decision = ChunkDecision(
            ledger: ledger, batch: batch.batch, isRepeat: isRepeat, entered: entered, chunk: chunk, rows: rows)
        writing = Task.detached {
            try ledger.record(at: now()) { reader in try decision.decide(reader, after: state) }.outcome
        }
    }

    /// Waits until what was begun is written.
    mutating func settle() async throws {
        guard let writing else { return }
        self.writing = nil
        state = try await writing.value
    }
}

/// 分块进度: how far a batch has come.
struct ChunkState: Sendable {
    var counts = RowCounts()
    /// Rows written, in this run or an earlier one.
    var rows = 0
    /// Rows an earlier run had written when this one began.
    let rowsBefore: Int
    var refusals = 0
    /// The digest over what has been refused.
    var digest = RefusalDigest()
    /// What was wrong with them, counted.
    var faults = FaultCounts()
    var repeatedKeys = 0

    init() { rowsBefore = 0 }

    init(_ progress: ImportProgress) throws {
        counts = progress.counts
        rows = progress.rowsDone
        rowsBefore = progress.rowsDone
        refusals = progress.refusalsDone
        digest = progress.refusalDigest
        faults = try FaultCounts(bytes: progress.state)
    }
}

/// Rows that have been prepared and not been written yet.
struct PendingRows: Sendable {
    var rows: [PreparedRow] = []
    /// What was refused before the store was looked into, each with the number of rows before it.
    var refusals: [(refusal: Refusal, before: Int)] = []
    var refused = 0
    var persons = 0

    var count: Int { rows.count + refused }

    mutating func add(_ row: PreparedBlock.Row) {
        switch row {
        case .entry(let row): rows.append(row)
        case .refused(let refusal, let isPerson):
            refused += 1
            if isPerson { persons += 1 }
            if let refusal { refusals.append((refusal, rows.count)) }
        }
    }
}

/// Keys entered by this run, to tell a key repeated in one file from one that was held before.
final class EnteredKeys: Sendable {
    private let keys = Mutex<Set<HalfDigest>>([])

    func add(_ more: some Collection<HalfDigest>) {
        keys.withLock { keys in
            keys.reserveCapacity(keys.count + more.count)
            for key in more { keys.insert(key) }
        }
    }

    /// Which of these keys have been entered.
    func known(_ asked: [HalfDigest]) -> [Bool] { keys.withLock { keys in asked.map { keys.contains($0) } } }
}
