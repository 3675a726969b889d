/// 单元格形式: what the workbook itself said a cell is; the intake decides what it means.
public enum SheetForm: UInt8, Sendable, CaseIterable {
    /// Characters.
    case text
    /// A number, with a point, without grouping, without the noise of binary fractions.
    case number
    /// A number the workbook shows as a date: `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM:SS` where it has a time part.
    case day
    /// `TRUE` or `FALSE`.
    case boolean
    /// An error value such as `#N/A`.
    case error
    /// A formula whose result the workbook does not hold; the bytes are the formula, beginning with `=`.
    case formula
}

/// 工作表接收者: who takes the cells of a workbook, in the order of its sheets and rows, as bytes of UTF-8.
///
/// Cells without a value are never reported, nor rows without a cell. Each method returns whether to go on.
public protocol SheetSink: AnyObject {
    /// A sheet begins; a hidden one too, and it is said.
    func sheet(_ name: String, hidden: Bool) -> Bool
    /// A cell that has a value. `row` is the number the sheet shows (from 1), `column` the place from 0 (A is 0).
    /// `isFormula`: the value is the stored result of a formula. The bytes live until the method returns.
    func cell(row: Int, column: Int, form: SheetForm, isFormula: Bool, bytes: UnsafeRawBufferPointer) -> Bool
    /// All cells of this row have been reported.
    func endRow(_ row: Int) -> Bool
}

extension SheetSink {
    /// A cell whose bytes are an array of ours.
    func cell(row: Int, column: Int, form: SheetForm, isFormula: Bool, array: [UInt8]) -> Bool {
        array.withUnsafeBytes { cell(row: row, column: column, form: form, isFormula: isFormula, bytes: $0) }
    }
}
