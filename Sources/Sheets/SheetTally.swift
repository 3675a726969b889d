/// 计数接收者: counts what a workbook has and keeps nothing.
public final class SheetTally: SheetSink {
    /// Sheets so far.
    public private(set) var sheets = 0
    /// Rows that have a cell.
    public private(set) var rows = 0
    /// Cells that have a value.
    public private(set) var cells = 0
    /// Bytes of all cells.
    public private(set) var bytes = 0

    /// Nothing counted yet.
    public init() {}

    /// Counts a sheet.
    public func sheet(_ name: String, hidden: Bool) -> Bool {
        sheets += 1
        return true
    }

    /// Counts a cell.
    public func cell(row: Int, column: Int, form: SheetForm, isFormula: Bool, bytes: UnsafeRawBufferPointer) -> Bool {
        cells += 1
        self.bytes += bytes.count
        return true
    }

    /// Counts a row.
    public func endRow(_ row: Int) -> Bool {
        rows += 1
        return true
    }
}
