/// 月度报送: what one department handed in of one kind in one month, counted.
public struct SubmittedMonth: Sendable, Equatable {
    /// Code of the department.
    public let department: String
    /// The month of the day of receipt.
    public let month: Month
    /// Code of the kind.
    public let kind: String
    /// Files taken in to their end and not undone; only these are counted row by row.
    public let files: Int
    /// Files begun and not taken in to their end: what comes of them is not known yet.
    public let openFiles: Int
    /// Files taken back as a whole.
    public let undoneFiles: Int
    /// The rows of the complete files.
    public let counts: RowCounts

    /// What was handed in, counted.
    public init(
        department: String, month: Month, kind: String, files: Int, openFiles: Int = 0, undoneFiles: Int = 0,
        counts: RowCounts
    ) {
        self.department = department
        self.month = month
        self.kind = kind
        self.files = files
        self.openFiles = openFiles
        self.undoneFiles = undoneFiles
        self.counts = counts
    }
}

/// 报送统计: what was handed in, added up, with the two rates by which the quality of a department's data is judged.
///
/// It counts how rows were handed in, never what they say of anybody: more penalties make no better figure (R15).
public struct SubmissionTally: Sendable, Equatable {
    /// Files taken in to their end.
    public private(set) var files = 0
    /// Files begun and not taken in to their end.
    public private(set) var openFiles = 0
    /// Files taken back.
    public private(set) var undoneFiles = 0
    /// The rows of the complete files.
    public private(set) var counts = RowCounts()
    /// New and changed rows of kinds for which a clock runs.
    public private(set) var clocked = 0

    /// Nothing.
    public init() {}

    /// Takes in some more; `isClocked` says whether the rules let a clock run for the kind.
    public mutating func add(_ more: SubmittedMonth, isClocked: Bool) {
        files += more.files
        openFiles += more.openFiles
        undoneFiles += more.undoneFiles
        counts.accepted += more.counts.accepted
        counts.changed += more.counts.changed
        counts.known += more.counts.known
        counts.refused += more.counts.refused
        counts.persons += more.counts.persons
        guard isClocked else { return }
        counts.late += more.counts.late
        counts.unknownTimeliness += more.counts.unknownTimeliness
        clocked += more.counts.accepted + more.counts.changed
    }

    /// The tally of a list.
    public init(_ list: some Sequence<SubmittedMonth>, under rules: Rules) {
        for entry in list { add(entry, isClocked: rules.kinds[entry.kind]?.dueWithin != nil) }
    }

    /// 合规率: rows that passed every rule, of the rows received.
    public var compliance: Rate { Rate(counts.rows - counts.refused, of: counts.rows) }

    /// 及时率: rows that came in within their working days, of those for which a clock runs and the calendar is known.
    public var timeliness: Rate {
        let told = clocked - counts.unknownTimeliness
        return Rate(told - counts.late, of: told)
    }

    /// Why there is no rate of timeliness, or that there is one.
    public var timing: Timing {
        if clocked == 0 { return .noClock }
        return clocked == counts.unknownTimeliness ? .unknownCalendar : .known
    }

    /// 计时情况: whether timeliness can be told.
    public enum Timing: String, Sendable, CaseIterable {
        /// There is a rate.
        case known
        /// No clock runs for any row that came in.
        case noClock = "no-clock"
        /// The calendars needed are not loaded.
        case unknownCalendar = "unknown-calendar"
    }
}

/// 报送状态: what is known of a department's month; having handed in nothing, a file without rows and not knowing are
/// three things (R13).
public enum MonthState: String, Sendable, CaseIterable {
    /// Rows came in.
    case rows
    /// A file came in that had no rows.
    case zeroRows = "zero-rows"
    /// Files are being taken in; what comes of them is not known yet.
    case underway
    /// Nothing came in, and the department said that there was nothing.
    case zeroReported = "zero-reported"
    /// 瞒报: the department said that there was nothing, and a decision of the month came in later.
    case concealed
    /// Nothing came in, or all that did was taken back.
    case nothing
    /// The platform was not in use yet: what was handed in then is not known here.
    case unknown
    /// The month has not begun.
    case future

    /// The state of a month.
    ///
    /// - Parameters:
    ///   - first: the day on which the platform took in its first file; nil before that.
    ///   - today: the day of reading.
    ///   - zero: the department's zero report of the month; nil where there is none.
    public init(
        _ tally: SubmissionTally, in month: Month, since first: Day?, today: Day, zero: StandingZeroReport? = nil
    ) {
        if let zero, zero.concealed > 0 {
            self = .concealed
        } else if tally.files > 0 {
            self = tally.counts.rows > 0 ? .rows : .zeroRows
        } else if tally.openFiles > 0 {
            self = .underway
        } else if zero != nil {
            self = .zeroReported
        } else if month > Month(of: today) {
            self = .future
        } else if let first, month >= Month(of: first) {
            self = .nothing
        } else {
            self = .unknown
        }
    }

    /// In words.
    public var words: Label {
        switch self {
        case .rows: Label("已报送", "handed in")
        case .zeroRows: Label("已报送文件，其中 0 行", "a file with 0 rows")
        case .underway: Label("正在入库", "being taken in")
        case .zeroReported: Label("零报告", "reported as zero")
        case .concealed: Label("零报告后又有当月决定（瞒报）", "reported as zero, and not so")
        case .nothing: Label("没有报送", "nothing handed in")
        case .unknown: Label("未知（平台尚未启用）", "unknown (before this platform)")
        case .future: Label("尚未到期", "not yet")
        }
    }
}
