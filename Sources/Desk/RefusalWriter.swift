import Credit
import Intake
import Store

/// 退回登记: turns what is wrong with the rows of a block into the refusals that are kept and given back.
struct RefusalWriter {
    let file: SubmittedFile
    let bound: BoundBlock
    let checked: CheckedBlock

    /// The longest value that is kept; a cell of a thousand characters says what is wrong with it.
    private static let longestValue = 1_000

    /// The refusals of the block, each with the index of its row, numbered from 0.
    func refusals(batch: String) -> [(row: Int, refusal: Refusal)] {
        var refusals: [(row: Int, refusal: Refusal)] = []
        var problems = checked.problems[...]
        while let row = problems.first?.row {
            let own = problems.prefix { $0.row == row }
            problems = problems.dropFirst(own.count)
            let refusal = Refusal(
                batch: batch, ordinal: refusals.count, sheet: bound.block.sheet,
                line: bound.block.rows[Int(row)].line, body: RefusedCell.body(of: own.map(cell)))
            refusals.append((Int(row), refusal))
        }
        return refusals
    }

    private func cell(_ problem: CellProblem) -> RefusedCell {
        let field = problem.field >= 0 ? bound.plan.template.fields[Int(problem.field)] : nil
        return RefusedCell(
            rule: problem.rule.code, field: field?.name ?? "", place: place(Int(problem.column)),
            value: value(problem, bound.block.rows[Int(problem.row)], field))
    }

    /// The column as the file names it: letters in a sheet, its heading or number elsewhere.
    private func place(_ column: Int) -> String {
        guard column >= 0 else { return "" }
        return bound.block.sheet.isEmpty ? String(column + 1) : ColumnName.letters(column)
    }

    private func value(_ problem: CellProblem, _ row: RowBlock.Row, _ field: Field?) -> String {
        let column = Int(problem.column)
        guard column >= 0, column < row.cellCount, field?.visibility != .dropped else { return "" }
        let cell = bound.block.cells[row.firstCell + column]
        let text = String(
            decoding: bound.block.bytes[Int(cell.offset)..<Int(cell.offset) + cell.length], as: UTF8.self)
        return ResidentNumber.masking(String(text.prefix(RefusalWriter.longestValue)))
    }
}

/// 列名: names of columns of a sheet.
public enum ColumnName {
    /// The letters of a column: 0 is A, 26 is AA.
    public static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }

    /// The column that letters or a number name, from 0; nil where they name none.
    public static func column(_ name: String) -> Int? {
        if let number = Int(name) { return number > 0 ? number - 1 : nil }
        var column = 0
        for byte in name.utf8 {
            guard (0x41...0x5A).contains(byte), column < 100_000 else { return nil }
            column = column * 26 + Int(byte - 0x40)
        }
        return column > 0 ? column - 1 : nil
    }
}
