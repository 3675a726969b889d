import Credit
import Intake
import Sheets
import Store

/// 标注表: the sender's own table, same sheets, order, headings and values, with the bad cells coloured and commented
/// and one column of reasons.
struct MarkedWorkbook {
    let file: SubmittedFile
    let kind: RecordKind
    let isEnglish: Bool

    /// With more things wrong than these, marking cells helps nobody: the list of errors does.
    static let mostRefusals = 100_000
    private static let lastRow = 1_048_576

    /// Writes the workbook; false where the table does not fit into one or too much is wrong with it.
    ///
    /// - Throws: `SheetProblem`, `FileProblem`.
    func write(_ refusals: [Refusal], to path: String) throws -> Bool {
        guard refusals.count <= MarkedWorkbook.mostRefusals else { return false }
        var byRow: [Place: [Refusal]] = [:]
        for refusal in refusals { byRow[Place(sheet: refusal.sheet, line: refusal.line), default: []].append(refusal) }
        var source = try OpenedFile.open(path: file.path, options: file.options)
        let writer = try XLSXWriter(path: path)
        var sheet = OpenSheet()
        while let block = try source.next() {
            if block.startsTable || sheet.isNew {
                sheet = OpenSheet(keepsLines: !block.sheet.isEmpty)
                try writer.sheet(block.sheet.isEmpty ? "Sheet1" : block.sheet)
            }
            if let columns = block.columns, sheet.columns != columns {
                sheet.columns = columns
                sheet.row += 1
                for (column, title) in columns.enumerated() {
                    try writer.cell(row: sheet.row, column: column, title, style: .heading)
                }
            }
            for row in block.rows {
                sheet.row = sheet.keepsLines ? max(row.line, sheet.row + 1) : sheet.row + 1
                guard sheet.row <= MarkedWorkbook.lastRow else { return false }
                let wrong = byRow[Place(sheet: block.sheet, line: row.line)] ?? []
                try write(row, of: block, wrong, at: sheet.row, with: writer)
            }
        }
        try writer.close()
        return true
    }

    private func write(
        _ row: RowBlock.Row, of block: RowBlock, _ wrong: [Refusal], at line: Int, with writer: XLSXWriter
    ) throws {
        var comments: [Int: String] = [:]
        var reasons: [String] = []
        for cell in try wrong.flatMap({ try RefusedCell.all(in: $0) }) {
            let words = ProblemText(rule: cell.rule, field: cell.field, value: cell.value, kind: kind)
            let message = isEnglish ? words.message.english : words.message.chinese
            let remedy = isEnglish ? words.remedy.english : words.remedy.chinese
            reasons.append("\(cell.rule) \(message)")
            if let column = ColumnName.column(cell.place) {
                comments[column] = (comments[column].map { $0 + "\n" } ?? "") + "\(message)。\(remedy)"
            }
        }
        let width = max(row.cellCount, (comments.keys.max() ?? -1) + 1)
        for column in 0..<width {
            let comment = comments[column]
            let style: XLSXStyle = comment == nil ? .plain : .bad
            if column < row.cellCount {
                let cell = block.cells[row.firstCell + column]
                try block.bytes.withUnsafeBytes { bytes in
                    let offset = Int(cell.offset)
                    try writer.cell(
                        row: line, column: column, form: cell.form.sheetForm,
                        bytes: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + cell.length]), style: style,
                        comment: comment)
                }
            } else if comment != nil {
                try writer.cell(row: line, column: column, "", style: style, comment: comment)
            }
        }
        if !reasons.isEmpty {
            try writer.cell(row: line, column: width, reasons.joined(separator: "；"), style: .reason)
        }
    }

    private struct Place: Hashable {
        let sheet: String
        let line: Int
    }

    private struct OpenSheet {
        var isNew = true
        var keepsLines = false
        var row = 0
        var columns: [String]?

        init() {}

        init(keepsLines: Bool) {
            isNew = false
            self.keepsLines = keepsLines
        }
    }
}

extension CellForm {
    fileprivate var sheetForm: SheetForm {
        switch self {
        case .text, .formula: .text
        case .number: .number
        case .day: .day
        case .boolean: .boolean
        case .error: .error
        }
    }
}
