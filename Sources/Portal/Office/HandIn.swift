import Credit

/// 报送件: a file on its way from a desk into the ledger: checked first, then taken in.
public struct HandIn: Sendable, Equatable {
    /// Id under which its progress is asked for.
    public let id: String
    /// Name of the file.
    public let file: String
    /// 信用信息类别.
    public let kind: Label
    /// 收到日期.
    public let received: Day
    /// Whether that day is another than the day of handing in.
    public let isDeclared: Bool
    /// - Unit: bytes
    public let size: Int
    /// How far it has come.
    public let state: State

    /// A file on its way.
    public init(
        id: String, file: String, kind: Label, received: Day, isDeclared: Bool, size: Int, state: State
    ) {
        self.id = id
        self.file = file
        self.kind = kind
        self.received = received
        self.isDeclared = isDeclared
        self.size = size
        self.state = state
    }

    /// 进展.
    public enum State: Sendable, Equatable {
        /// 核验中: so many rows looked at, and so much of the file read.
        /// - Unit: rows, percent
        case checking(rows: Int, percent: Int)
        /// 已核验: what would come of it.
        case checked(Forecast)
        /// 入库中.
        /// - Unit: rows, percent
        case submitting(rows: Int, percent: Int)
        /// 已入库, as this batch.
        case submitted(batch: String)
        /// Not taken; nothing, or a part that the same file goes on from.
        case failed(OfficeRefusal)
    }

    /// 预测: what would come of the rows of a file.
    public struct Forecast: Sendable, Equatable {
        /// What would come of the rows.
        public let counts: RowCounts
        /// Whether a clock runs for the kind, so that rows can be late.
        public let hasClock: Bool
        /// The first of what is wrong, in the order of the file.
        public let faults: [Fault]
        /// How many cells are wrong.
        public let faultCount: Int
        /// What else its sender should know.
        public let remarks: [Label]

        /// What would come of the rows of a file.
        public init(counts: RowCounts, hasClock: Bool, faults: [Fault], faultCount: Int, remarks: [Label]) {
            self.counts = counts
            self.hasClock = hasClock
            self.faults = faults
            self.faultCount = faultCount
            self.remarks = remarks
        }
    }

    /// 错误: one thing that is wrong with a row, as the list of errors tells it.
    public struct Fault: Sendable, Equatable {
        /// Name of the sheet; empty where the file has none.
        public let sheet: String
        /// Line of the file or row of the sheet.
        public let line: Int
        /// The column as the file names it; empty for the row as a whole.
        public let place: String
        /// Official name of the field; empty for the row as a whole.
        public let field: Label
        /// `REC-101` and on.
        public let rule: String
        /// What stands in the cell; persons' numbers masked.
        public let value: String
        /// What is wrong.
        public let message: Label
        /// How to mend it.
        public let remedy: Label

        /// One thing that is wrong with a row.
        public init(
            sheet: String, line: Int, place: String, field: Label, rule: String, value: String, message: Label,
            remedy: Label
        ) {
            self.sheet = sheet
            self.line = line
            self.place = place
            self.field = field
            self.rule = rule
            self.value = value
            self.message = message
            self.remedy = remedy
        }
    }

    /// How many things that are wrong a page shows; the file of errors has all.
    public static let mostShown = 100
}

/// 本单位批次: a batch as the desk that handed it in sees it.
public struct OfficeBatch: Sendable, Equatable {
    /// The batch as public lists say it.
    public let line: BatchLine
    /// Why it was taken back; nil where it was not.
    public let reason: String?
    /// Position of the entry that closed it; nil while it is open.
    public let closed: Int?
    /// SHA-256 of the file, in hexadecimal.
    public let digest: String
    /// The first of what was wrong.
    public let faults: [HandIn.Fault]
    /// Whether more was wrong than these.
    public let hasMoreFaults: Bool
    /// What may be downloaded.
    public let files: [File]

    /// A batch as the desk that handed it in sees it.
    public init(
        line: BatchLine, reason: String?, closed: Int?, digest: String, faults: [HandIn.Fault], hasMoreFaults: Bool,
        files: [File]
    ) {
        self.line = line
        self.reason = reason
        self.closed = closed
        self.digest = digest
        self.faults = faults
        self.hasMoreFaults = hasMoreFaults
        self.files = files
    }

    /// 退回文件.
    public enum File: String, Sendable, CaseIterable {
        /// 错误清单.
        case errors = "errors.csv"
        /// 标注表: the sender's own workbook, bad cells marked.
        case marked = "marked.xlsx"

        /// What it is called.
        public var title: Label {
            switch self {
            case .errors: Label("错误清单（CSV）", "List of errors (CSV)")
            case .marked: Label("标注了错误的原表（XLSX）", "Your workbook with the errors marked (XLSX)")
            }
        }
        /// Its media type.
        var type: String {
            switch self {
            case .errors: "text/csv; charset=utf-8"
            case .marked: AnswerForm.workbook.type
            }
        }
    }
}
