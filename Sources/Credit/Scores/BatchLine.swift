/// 批次清单项: a file that a department handed in and what came of it, as a public list says it: the name of the file,
/// never where it lay, and nothing of what stands in it.
public struct BatchLine: Sendable, Equatable {
    /// How far a batch has come.
    public enum State: String, Sendable, CaseIterable {
        /// Being taken in.
        case open
        /// Taken in to its end.
        case complete
        /// Taken back as a whole.
        case undone

        /// In words.
        public var words: Label {
            switch self {
            case .open: Label("正在入库", "being taken in")
            case .complete: Label("已入库", "taken in")
            case .undone: Label("已整批撤回", "taken back")
            }
        }
    }

    /// Id of the batch.
    public let id: String
    /// Code of the department.
    public let department: String
    /// Code of the kind.
    public let kind: String
    /// Name of the file, a person's number in it masked.
    public let file: String
    /// The day it came in.
    public let received: Day
    /// Whether that day was declared and is not the day it was taken.
    public let isDeclared: Bool
    /// How far it has come.
    public let state: State
    /// What came of its rows.
    public let counts: RowCounts
    /// Position in the log of the entry that opened it.
    public let position: Int

    /// A file and what came of it.
    public init(
        id: String, department: String, kind: String, file: String, received: Day, isDeclared: Bool, state: State,
        counts: RowCounts, position: Int
    ) {
        self.id = id
        self.department = department
        self.kind = kind
        self.file = ResidentNumber.masking(file)
        self.received = received
        self.isDeclared = isDeclared
        self.state = state
        self.counts = counts
        self.position = position
    }
}

/// 退回明细: one thing that was wrong with a refused row: where it stands and which rule it broke; never the value, never
/// whom the row is about.
public struct RefusedLine: Sendable, Equatable {
    /// Id of the batch.
    public let batch: String
    /// Code of the kind.
    public let kind: String
    /// Name of the file, a person's number in it masked.
    public let file: String
    /// Name of the sheet, masked alike; empty where the file has none.
    public let sheet: String
    /// Row or line.
    public let line: Int
    /// The column as the file names it; empty for the row as a whole.
    public let column: String
    /// The rule and the field.
    public let fault: FaultCounts.Fault

    /// One thing that was wrong.
    public init(
        batch: String, kind: String, file: String, sheet: String, line: Int, column: String, fault: FaultCounts.Fault
    ) {
        self.batch = batch
        self.kind = kind
        self.file = ResidentNumber.masking(file)
        self.sheet = ResidentNumber.masking(sheet)
        self.line = line
        self.column = column
        self.fault = fault
    }
}
