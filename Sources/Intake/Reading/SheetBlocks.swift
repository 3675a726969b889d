import Credit
import Sheets

/// 工作表行块: gathers the cells of a workbook into row blocks.
final class SheetBlocks: SheetSink {
    private static let wantedBytes = 1 << 20
    private static let mostCells = 1 << 20

    private(set) var hiddenSheets: [String] = []
    private(set) var bytesTaken: Int64 = 0
    private var ready: [RowBlock] = []
    private var block = RowBlock()
    private var isHidden = false
    private var startsTable = true
    private var sheetName = ""
    private var firstCell = 0

    /// The oldest block that is full.
    func takeReady() -> RowBlock? { ready.isEmpty ? nil : ready.removeFirst() }

    /// What is left when the workbook has ended.
    func takeRest() -> RowBlock? {
        cut()
        return takeReady()
    }

    func sheet(_ name: String, hidden: Bool) -> Bool {
        cut()
        (sheetName, isHidden, startsTable) = (name, hidden, true)
        if hidden { hiddenSheets.append(name) }
        return true
    }

    func cell(row: Int, column: Int, form: SheetForm, isFormula: Bool, bytes: UnsafeRawBufferPointer) -> Bool {
        guard !isHidden else { return true }
        // The readers refuse workbooks whose cells are out of order; here it could only be a damaged stream.
        guard column >= block.cells.count - firstCell else { return true }
        while block.cells.count - firstCell < column { block.cells.append(RowBlock.Cell(offset: 0, length: 0)) }
        let offset = block.bytes.count
        block.bytes.append(contentsOf: bytes)
        block.cells.append(RowBlock.Cell(offset: offset, length: bytes.count, form: cellForm(form, bytes.count)))
        bytesTaken += Int64(bytes.count)
        return true
    }

    func endRow(_ row: Int) -> Bool {
        guard !isHidden else { return true }
        let count = block.cells.count - firstCell
        block.rows.append(RowBlock.Row(firstCell: firstCell, cellCount: count, line: row))
        firstCell = block.cells.count
        if block.bytes.count >= SheetBlocks.wantedBytes || block.cells.count >= SheetBlocks.mostCells
            || block.rows.count >= DelimitedReader.mostRows
        {
            cut()
        }
        return true
    }

    /// Closes the block in hand; cells of a row that was never ended are dropped.
    private func cut() {
        defer {
            block = RowBlock()
            firstCell = 0
        }
        guard !block.rows.isEmpty else { return }
        block.cells.removeSubrange(firstCell...)
        block.sheet = sheetName
        block.startsTable = startsTable
        startsTable = false
        ready.append(block)
    }

    private func cellForm(_ form: SheetForm, _ length: Int) -> CellForm {
        switch form {
        case .text: .text
        case .number: .number
        // With a time behind it, it is no longer a plain day: read like the same written as text.
        case .day: length == 10 ? .day : .text
        case .boolean: .boolean
        case .error: .error
        case .formula: .formula
        }
    }
}
