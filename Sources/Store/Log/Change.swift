import Credit
import Proofs

/// 变更: what one decision writes: events into the log, and beside them what only accompanies them.
public struct Change: Sendable {
    /// What happened, in order; each becomes an entry of the log.
    public var events: [Event]
    /// What happened besides, made ready beforehand; these become entries after the events.
    public var sealed: [SealedEvent]
    /// 封存行: rows about natural persons; each becomes an entry of the log that says so, and its content stands beside it.
    public var sealedRows: [SealedRow]
    /// Rows that were refused; the event that closes their batch carries the digest over them.
    public var refusals: [Refusal]
    /// How far an import has come.
    public var progress: ImportProgress?
    /// What a department means by headings of its own.
    public var headings: [HeadingChoice]
    /// 访问记录: who did it, and what came of it.
    public var access: [AccessLine]
    /// Set-up secrets that are handed out, and credentials that end.
    public var credentials: [CredentialChange]

    /// What a decision writes.
    public init(
        events: [Event] = [], sealed: [SealedEvent] = [], refusals: [Refusal] = [], progress: ImportProgress? = nil,
        headings: [HeadingChoice] = [], access: [AccessLine] = [], credentials: [CredentialChange] = [],
        sealedRows: [SealedRow] = []
    ) {
        self.sealedRows = sealedRows
        self.events = events
        self.sealed = sealed
        self.refusals = refusals
        self.progress = progress
        self.headings = headings
        self.access = access
        self.credentials = credentials
    }
}

/// 回执: where in the log a decision stands.
public struct Receipt: Hashable, Sendable {
    /// The positions of its events; empty where it had none.
    public let positions: Range<Int>
    /// Size of the log after it.
    public let treeSize: Int
    /// Root of the log after it.
    public let root: Digest
}

/// 导入进度: how far an import has come, so that it can go on after a stop; forgotten when its batch is closed.
public struct ImportProgress: Sendable, Equatable {
    /// Id of the batch.
    public let batch: String
    /// How many rows have been dealt with.
    public let rowsDone: Int
    /// How many refusals have been written.
    public let refusalsDone: Int
    /// The digest over them.
    public let refusalDigest: RefusalDigest
    /// What came of the rows so far.
    public let counts: RowCounts
    /// What else the import wants to find again.
    public let state: [UInt8]

    /// How far an import has come.
    public init(
        batch: String, rowsDone: Int, refusalsDone: Int, refusalDigest: RefusalDigest, counts: RowCounts,
        state: [UInt8] = []
    ) {
        self.batch = batch
        self.rowsDone = rowsDone
        self.refusalsDone = refusalsDone
        self.refusalDigest = refusalDigest
        self.counts = counts
        self.state = state
    }
}

/// 表头对应: which field a department means by a heading of its own.
public struct HeadingChoice: Hashable, Sendable {
    /// Code of the department.
    public let department: String
    /// Code of the kind of record.
    public let kind: String
    /// The heading as the department writes it.
    public let heading: String
    /// Name of the field.
    public let field: String

    /// Which field a department means by a heading.
    public init(department: String, kind: String, heading: String, field: String) {
        self.department = department
        self.kind = kind
        self.heading = heading
        self.field = field
    }
}
