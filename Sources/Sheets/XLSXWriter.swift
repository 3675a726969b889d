import CXlsxWriter
import Glibc

/// 写出工作簿: writes an XLSX workbook sheet by sheet and row by row, in memory that does not grow with the rows.
///
/// No text ever becomes a formula. The file appears under its name only when it is whole.
public final class XLSXWriter {
    /// 工作表版式: columns and choices of one sheet.
    public struct Layout: Sendable {
        /// Widths of the columns from the first on, in characters.
        public var widths: [Double] = []
        /// How many rows stay in sight.
        public var frozenRows = 0
        /// Whether what is typed into empty cells stays text.
        public var isText = false
        /// Values offered in a column, by its place from 0.
        public var choices: [Int: [String]] = [:]
        /// The rows in which the choices are offered.
        public var choiceRows = 2...10_000

        /// Columns of usual width, nothing frozen, no choices.
        public init() {}
    }

    private let path: String
    private let partPath: String
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var formats: XLSXFormats
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    private var row = 0
    private var names: [SheetName] = []
    /// Lists too long to stand in a rule; they get a hidden sheet, a column each.
    private var lists: [[String]] = []
    private let listName: SheetName

    /// - Parameters:
    ///   - path: where the workbook is to be.
    ///   - temporaryFolder: where the sheets are kept meanwhile; that of the system if nil.
    /// - Throws: `SheetProblem.unwritable`.
    public init(path: String, temporaryFolder: String? = nil, listName: String = "选项") throws {
        self.path = path
        partPath = path + ".part"
        self.listName = SheetName(listName)
        let folder = temporaryFolder.map { strdup($0) } ?? nil
        defer { free(folder) }
        var options = lxw_workbook_options()
        options.constant_memory = 1
        options.tmpdir = folder
        // A folder that cannot be written to is to be known before hours of rows.
        let part = open(partPath, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        guard part >= 0 else { throw SheetProblem.unwritable(systemReason()) }
        Glibc.close(part)
        guard let workbook = workbook_new_opt(partPath, &options) else { throw SheetProblem.outOfMemory }
        self.workbook = workbook
        formats = XLSXFormats(workbook)
    }

    deinit {
        guard let workbook else { return }
        // The library closes the temporary files of its sheets only where the workbook is completed.
        for sheet in sheets where sheet.pointee.optimize_tmpfile != nil { fclose(sheet.pointee.optimize_tmpfile) }
        lxw_workbook_free(workbook)
        unlink(partPath)
    }

    /// Begins the next sheet. Returns the name it could be given.
    ///
    /// - Throws: `SheetProblem.unwritable`.
    @discardableResult
    public func sheet(_ name: String, layout: Layout = Layout()) throws -> SheetName {
        let name = SheetName(name, taken: names + [listName])
        let sheet = try addSheet(name)
        self.sheet = sheet
        row = 0
        let format = layout.isText ? formats.format(.plain, .text) : nil
        for (column, width) in layout.widths.prefix(16_384).enumerated() {
            try check(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, format))
        }
        if layout.frozenRows > 0 { worksheet_freeze_panes(sheet, UInt32(layout.frozenRows), 0) }
        for (column, values) in layout.choices.sorted(by: { $0.key < $1.key }) where !values.isEmpty {
            try offer(values, column, layout.choiceRows, on: sheet)
        }
        return name
    }

    /// Writes a cell; rows must come in order. `row` counts from 1, `column` from 0, as in `SheetSink`.
    ///
    /// Numbers and days are written as such where the workbook keeps every digit of them, else as text.
    /// - Throws: `SheetProblem.unwritable`.
    public func cell(
        row: Int, column: Int, form: SheetForm = .text, bytes: UnsafeRawBufferPointer, style: XLSXStyle = .plain,
        comment: String? = nil
    ) throws {
        guard let sheet else { throw SheetProblem.unwritable("sheet") }
        guard row >= self.row, 1...1_048_576 ~= row, 0..<16_384 ~= column else {
            throw SheetProblem.unwritable("row \(row), column \(column)")
        }
        self.row = row
        let (line, place) = (UInt32(row - 1), UInt16(column))
        switch XLSXValue(form, bytes) {
        case .number(let number):
            try check(worksheet_write_number(sheet, line, place, number, formats.format(style, .general)))
        case .day(let serial):
            let shown: XLSXFormats.Shown = serial.rounded(.down) == serial ? .day : .time
            try check(worksheet_write_number(sheet, line, place, serial, formats.format(style, shown)))
        case .truth(let truth):
            try check(worksheet_write_boolean(sheet, line, place, truth ? 1 : 0, formats.format(style, .general)))
        case .text:
            let text = XLSXText.writable(bytes)
            try check(worksheet_write_string(sheet, line, place, text, formats.format(style, .text)))
        }
        if let comment, !comment.isEmpty {
            let text = comment.utf8.withContiguousStorageIfAvailable { XLSXText.writable(UnsafeRawBufferPointer($0)) }
            try check(worksheet_write_comment(sheet, line, place, text ?? comment))
        }
    }

    /// Writes a cell of text.
    public func cell(
        row: Int, column: Int, _ text: String, style: XLSXStyle = .plain, comment: String? = nil
    ) throws {
        var text = text
        try text.withUTF8 {
            try cell(row: row, column: column, bytes: UnsafeRawBufferPointer($0), style: style, comment: comment)
        }
    }

    /// Completes the workbook and puts it under its name.
    ///
    /// - Throws: `SheetProblem.unwritable`; the file of that name is then as it was.
    public func close() throws {
        guard let workbook else { return }
        if names.isEmpty { try sheet("Sheet1") }
        if !lists.isEmpty { try writeLists() }
        self.workbook = nil
        sheet = nil
        sheets = []
        let failure = workbook_close(workbook)
        guard failure == LXW_NO_ERROR, rename(partPath, path) == 0 else {
            let reason = failure == LXW_NO_ERROR ? systemReason() : XLSXWriter.reason(failure)
            unlink(partPath)
            throw SheetProblem.unwritable(reason)
        }
    }

    private func addSheet(_ name: SheetName) throws -> UnsafeMutablePointer<lxw_worksheet> {
        guard let workbook else { throw SheetProblem.unwritable("closed") }
        guard let sheet = workbook_add_worksheet(workbook, name.text) else {
            throw SheetProblem.unwritable(name.text)
        }
        names.append(name)
        sheets.append(sheet)
        return sheet
    }

    private func offer(
        _ values: [String], _ column: Int, _ rows: ClosedRange<Int>, on sheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws {
        var rule = lxw_data_validation()
        let length = values.reduce(values.count) { $0 + $1.utf16.count }
        var words: [UnsafeMutablePointer<CChar>?] = []
        defer { words.forEach { free($0) } }
        let (first, last) = (UInt32(rows.lowerBound - 1), UInt32(rows.upperBound - 1))
        func lay() throws {
            try check(worksheet_data_validation_range(sheet, first, UInt16(column), last, UInt16(column), &rule))
        }
        if length <= 255, !values.contains(where: { $0.utf8.contains(0x2C) || $0.utf8.contains(0x22) }) {
            words = values.map { strdup($0) } + [nil]
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            try words.withUnsafeMutableBufferPointer {
                rule.value_list = $0.baseAddress
                try lay()
            }
        } else {
            let letters = XLSXWriter.letters(lists.count)
            let place = "='\(listName.text)'!$\(letters)$1:$\(letters)$\(values.count)"
            lists.append(values)
            words = [strdup(place)]
            rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            rule.value_formula = words[0]
            try lay()
        }
    }

    private func writeLists() throws {
        let sheet = try addSheet(listName)
        self.sheet = sheet
        row = 0
        let longest = lists.map(\.count).max() ?? 0
        for line in 0..<longest {
            for (column, list) in lists.enumerated() where line < list.count {
                try cell(row: line + 1, column: column, list[line])
            }
        }
        worksheet_hide(sheet)
    }

    /// The letters of a column: 0 is A, 26 is AA.
    static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    private func check(_ failure: lxw_error) throws {
        guard failure == LXW_NO_ERROR else { throw SheetProblem.unwritable(XLSXWriter.reason(failure)) }
    }

    private static func reason(_ failure: lxw_error) -> String {
        lxw_strerror(failure).map { String(cString: $0) } ?? "\(failure.rawValue)"
    }
}
