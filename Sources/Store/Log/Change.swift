import Credit

/// 变更: what one decision writes: events into the log, and beside them what only accompanies them.
public struct Change: Sendable {
    /// What happened, in order; each becomes an entry of the log.
    public var events: [Event]
    /// Rows that were refused; the event that closes their batch carries the digest over them.
    public var refusals: [Refusal]
    /// How far an import has come.
    public var progress: ImportProgress?

    /// What a decision writes.
    public init(events: [Event] = [], refusals: [Refusal] = [], progress: ImportProgress? = nil) {
        self.events = events
        self.refusals = refusals
        self.progress = progress
    }
}

/// 回执: where in the log a decision stands.
public struct Receipt: Hashable, Sendable {
    /// The positions of its events; empty where it had none.
    public let positions: Range<Int>
    /// Size of the log after it.
    public let treeSize: Int
    /// Root of the log after it, in hexadecimal.
    public let root: String
}

/// 导入进度: how far an import has come, so that it can go on after a stop; forgotten when its batch is closed.
public struct ImportProgress: Hashable, Sendable {
    /// Id of the batch.
    public let batch: String
    /// How many rows have been dealt with.
    public let rows: Int
    /// How many refusals have been written.
    public let refusals: Int
    /// What else the import wants to find again.
    public let state: [UInt8]

    /// How far an import has come.
    public init(batch: String, rows: Int, refusals: Int, state: [UInt8]) {
        self.batch = batch
        self.rows = rows
        self.refusals = refusals
        self.state = state
    }
}
