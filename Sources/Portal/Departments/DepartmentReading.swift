import Credit

/// 部门报送读取: what may be read of what departments handed in; it tells of files and rules, never of subjects.
public protocol DepartmentReading: Sendable {
    /// What the departments handed in, by department, month of receipt and kind.
    func submissions(from first: Month, through last: Month, department: String?) throws -> [SubmittedMonth]

    /// The earliest day on which a file came in; nil before the first.
    func firstReceived() throws -> Day?

    /// 零报告: what departments said they had nothing of, by department and month.
    func zeroReports(from first: Month, through last: Month, department: String?) throws -> [StandingZeroReport]

    /// The files that came in in a month, in the order of the log, after a position of it.
    func batches(in month: Month, department: String?, after position: Int, limit: Int) throws -> [BatchLine]

    /// What was wrong with the rows of a month, by kind, rule and field, the most frequent first.
    func faults(in month: Month, department: String?) throws -> [FaultTally]

    /// What was wrong, cell by cell.
    func refusedCells(_ question: RefusedQuestion) throws -> RefusedAnswer
}

/// 退回明细查询: which refused cells are asked for.
public struct RefusedQuestion: Sendable, Equatable {
    /// Code of the department.
    public let department: String
    /// The month of receipt.
    public let month: Month
    /// Only of this kind; nil for all.
    public let kind: String?
    /// Only those that broke this rule; nil for all.
    public let rule: String?
    /// Only those of this field; empty for rows as a whole; nil for all.
    public let field: String?
    /// Only those after this row.
    public let after: RefusedPlace?
    /// How many rows at most.
    public let limit: Int

    /// Which refused cells are asked for.
    public init(
        department: String, month: Month, kind: String? = nil, rule: String? = nil, field: String? = nil,
        after: RefusedPlace? = nil, limit: Int
    ) {
        self.department = department
        self.month = month
        self.kind = kind
        self.rule = rule
        self.field = field
        self.after = after
        self.limit = limit
    }
}

/// 退回行位置: where a list of refused rows goes on: the log position of the batch and the row's number in it.
public struct RefusedPlace: Sendable, Hashable, CustomStringConvertible {
    /// Position of the entry that opened the batch.
    public let position: Int
    /// Number of the refused row in the batch.
    public let ordinal: Int

    /// A place in the list.
    public init(position: Int, ordinal: Int) {
        self.position = position
        self.ordinal = ordinal
    }

    /// The place written `123.45`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let position = Int(parts[0]), let ordinal = Int(parts[1]), position >= 0, ordinal >= 0
        else { return nil }
        self.init(position: position, ordinal: ordinal)
    }

    /// `123.45`.
    public var description: String { "\(position).\(ordinal)" }
}

/// 退回明细: some refused cells, and where the list goes on.
public struct RefusedAnswer: Sendable, Equatable {
    /// The cells, in the order of the log and of the file.
    public let lines: [RefusedLine]
    /// The last row that was read; nil where nothing follows.
    public let next: RefusedPlace?

    /// Some refused cells.
    public init(lines: [RefusedLine], next: RefusedPlace?) {
        self.lines = lines
        self.next = next
    }
}
