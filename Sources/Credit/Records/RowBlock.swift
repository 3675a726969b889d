/// 原始行块: some thousand rows of a handed-in file as cells of bytes, in the order of the file.
///
/// Every reader (CSV, workbook, JSON) makes blocks, the checks read them; no cell becomes a `String` on the way.
public struct RowBlock: Sendable {
    /// What the cells point into: UTF-8, already unquoted.
    public var bytes: [UInt8] = []
    /// All cells, row after row.
    public var cells: [Cell] = []
    /// The rows, in order.
    public var rows: [Row] = []
    /// Name of the sheet the rows stand in; empty for a file that has no sheets.
    public var sheet: String = ""
    /// Whether a new table begins with this block (a new sheet, another member of an archive).
    public var startsTable = false
    /// Names of the columns where the format itself carries them (JSON objects); nil where a heading row must be found.
    public var columns: [String]?

    /// A block without rows.
    public init() {}

    /// One cell: where its bytes lie and what the file said it is.
    public struct Cell: Sendable, Equatable {
        /// Where the cell begins in `bytes`.
        public let offset: UInt32
        private let packed: UInt32

        /// A cell of `length` bytes at `offset`.
        @inlinable public init(offset: Int, length: Int, form: CellForm = .text) {
            self.init(offset: UInt32(truncatingIfNeeded: offset), packed: UInt32(length) << 3 | UInt32(form.rawValue))
        }

        @usableFromInline init(offset: UInt32, packed: UInt32) {
            self.offset = offset
            self.packed = packed
        }

        /// How many bytes the cell has; at most 2^29 - 1.
        public var length: Int { Int(packed >> 3) }
        /// What the file said the cell is.
        public var form: CellForm { CellForm(rawValue: UInt8(packed & 7))! }
    }

    /// One row: its cells and the place where a person finds it.
    public struct Row: Sendable, Equatable {
        /// Index of the row's first cell in `cells`.
        public let firstCell: Int
        /// How many cells the row has.
        public let cellCount: Int
        /// Row number of the sheet, or line of the text on which the row begins; from 1.
        public let line: Int
        /// What made the row unreadable, if anything did.
        public let fault: RowFault?

        /// A row of `cellCount` cells from `firstCell` on.
        public init(firstCell: Int, cellCount: Int, line: Int, fault: RowFault? = nil) {
            self.firstCell = firstCell
            self.cellCount = cellCount
            self.line = line
            self.fault = fault
        }
    }
}

/// 单元格类型: what the file itself said a cell is; the checks decide what it means.
public enum CellForm: UInt8, Sendable {
    /// Characters.
    case text
    /// A number, written with a point and without grouping.
    case number
    /// A day the workbook stored as a date, already `YYYY-MM-DD`.
    case day
    /// `TRUE` or `FALSE`.
    case boolean
    /// An error value such as `#N/A`.
    case error
    /// A formula without a stored result; the bytes are the formula.
    case formula
}

/// 行错误: what makes a whole row unreadable, before any cell is looked at.
public enum RowFault: UInt8, Sendable, CaseIterable {
    /// A quoted cell that never ends.
    case unclosedQuote
    /// Characters after the closing quote of a cell.
    case textAfterQuote
    /// Bytes that are no character in the file's encoding.
    case badEncoding
    /// A row longer than a row may be (16 MiB).
    case tooLong
    /// A JSON value that is not an object, or broken JSON.
    case notAnObject
    /// The file ends in the middle of the row.
    case truncated
}

/// 行来源: a file as a stream of row blocks; one file is read once, from its beginning to its end.
public protocol RowSource {
    /// The next rows, or nil at the end of the file.
    ///
    /// - Throws: `FileProblem` where the file as a whole cannot be read on.
    mutating func next() throws -> RowBlock?
    /// How many bytes of the file have been read.
    var bytesRead: Int64 { get }
}
