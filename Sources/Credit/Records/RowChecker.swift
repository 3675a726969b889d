/// 逐行校验: checks the rows of a block against a plan, says everything that is wrong, and drafts the good ones.
public struct RowChecker: Sendable {
    /// What the file was bound to.
    public let plan: CheckPlan
    /// What the rows are checked against.
    public let context: CheckContext

    /// A checker of one file.
    public init(plan: CheckPlan, context: CheckContext) {
        self.plan = plan
        self.context = context
    }

    /// Checks some rows of a block.
    ///
    /// - Parameters:
    ///   - rows: indices of the rows, the heading left out.
    ///   - drafting: whether drafts are made; without them only problems are found, which is all a check needs.
    public func check(_ block: RowBlock, rows: Range<Int>, drafting: Bool = true) -> CheckedBlock {
        var result = CheckedBlock()
        result.rows.reserveCapacity(rows.count)
        if drafting { result.arena.reserveCapacity(block.bytes.count + rows.count * 200) }
        let blank = CheckedValue.absent
        withUnsafeTemporaryAllocation(of: CheckedValue.self, capacity: max(plan.fields.count, 1)) { values in
            values.initialize(repeating: blank)
            block.bytes.withUnsafeBytes { bytes in
                block.cells.withUnsafeBufferPointer { cells in
                    plan.fields.withUnsafeBufferPointer { fields in
                        var pass = RowPass(
                            plan: plan, context: context, drafting: drafting, bytes: bytes, cells: cells,
                            fields: fields, values: values, result: result)
                        result = CheckedBlock()
                        for index in rows { pass.check(block.rows[index], index: index) }
                        result = pass.result
                    }
                }
            }
        }
        return result
    }
}

/// The value of a field in the row being checked.
struct CheckedValue {
    /// Where its bytes lie, in the block or in the arena.
    var start: Int32
    var end: Int32
    /// Its number: a day's number, fen, a year, a mask of words.
    var number: Int64
    var state: State
    var inArena: Bool

    enum State: UInt8 { case absent, good, bad, sentinel }

    static var absent: CheckedValue { CheckedValue(start: 0, end: 0, number: 0, state: .absent, inArena: false) }
}

/// One pass over the rows of a block.
struct RowPass {
    let plan: CheckPlan
    let context: CheckContext
    let drafting: Bool
    let bytes: UnsafeRawBufferPointer
    let cells: UnsafeBufferPointer<RowBlock.Cell>
    let fields: UnsafeBufferPointer<FieldPlan>
    let values: UnsafeMutableBufferPointer<CheckedValue>
    var result: CheckedBlock
    var row = 0
    var sawPerson = false

    mutating func check(_ row: RowBlock.Row, index: Int) {
        self.row = index
        if let fault = row.fault {
            result.problems.append(CellProblem(row: index, column: -1, field: -1, rule: fault.rule))
            result.rows.append(CheckedRow(row: index, outcome: .refused))
            return
        }
        let problemsBefore = result.problems.count
        let arenaBefore = result.arena.count
        sawPerson = false
        guard readCells(row) else {
            result.blank += 1
            return
        }
        if row.cellCount > plan.width { checkBeyondHeading(row) }
        checkNeeds()
        checkSubject()
        if sawPerson {
            refusePerson(from: problemsBefore)
            result.arena.removeLast(result.arena.count - arenaBefore)
            return
        }
        guard result.problems.count == problemsBefore else {
            result.arena.removeLast(result.arena.count - arenaBefore)
            result.rows.append(CheckedRow(row: index, outcome: .refused))
            return
        }
        guard let publication = publication() else {
            note(.notCollected, field: plan.roles.procedure)
            result.rows.append(CheckedRow(row: index, outcome: .refused))
            return
        }
        if drafting { result.rows.append(CheckedRow(row: index, outcome: .draft(draft(publication)))) }
    }

    /// Reads every bound cell; false for a row without any content.
    private mutating func readCells(_ row: RowBlock.Row) -> Bool {
        var filled = false
        for index in 0..<fields.count {
            let column = Int(fields[index].column)
            guard column >= 0, column < row.cellCount else {
                values[index].state = .absent
                continue
            }
            let cell = cells[row.firstCell + column]
            let length = cell.length
            guard length > 0 else {
                values[index].state = .absent
                continue
            }
            let offset = Int(cell.offset)
            let (start, end) = ByteFolding.trimmed(bytes, offset, offset + length)
            if start == end || meansNothing(start, end) {
                values[index].state = .absent
                continue
            }
            filled = true
            values[index] = CheckedValue(
                start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), number: 0,
                state: .good, inArena: false)
            read(index, form: cell.form)
        }
        return filled || hasForeignContent(row)
    }

    /// `N/A` and `null`, which exports write for nothing.
    @inline(__always)
    private func meansNothing(_ start: Int, _ end: Int) -> Bool {
        switch end - start {
        case 3: bytes[start] == 0x4E && bytes[start + 1] == 0x2F && bytes[start + 2] == 0x41
        case 4:
            bytes[start] | 0x20 == 0x6E && bytes[start + 1] | 0x20 == 0x75 && bytes[start + 2] | 0x20 == 0x6C
                && bytes[start + 3] | 0x20 == 0x6C
        default: false
        }
    }

    /// Whether a row that has nothing in its known columns has something in others.
    private func hasForeignContent(_ row: RowBlock.Row) -> Bool {
        for column in 0..<row.cellCount {
            let cell = cells[row.firstCell + column]
            let (start, end) = ByteFolding.trimmed(bytes, Int(cell.offset), Int(cell.offset) + cell.length)
            if start < end { return true }
        }
        return false
    }

    private mutating func checkBeyondHeading(_ row: RowBlock.Row) {
        for column in plan.width..<row.cellCount {
            let cell = cells[row.firstCell + column]
            let (start, end) = ByteFolding.trimmed(bytes, Int(cell.offset), Int(cell.offset) + cell.length)
            if start < end {
                result.problems.append(CellProblem(row: self.row, column: column, field: -1, rule: .cellBeyondHeading))
                return
            }
        }
    }

    private mutating func checkNeeds() {
        for index in 0..<fields.count {
            let isAbsent = values[index].state == .absent
            let need = fields[index].need
            if isAbsent, need != 0 {
                switch need {
                case 1: note(.required, field: index)
                case 2 where holds(Int(fields[index].needCondition)): note(.requiredHere, field: index)
                case 3: checkGroup(Int(fields[index].needCondition), field: index)
                default: break
                }
            }
            if !isAbsent, fields[index].emptyCondition >= 0, holds(Int(fields[index].emptyCondition)) {
                note(.mustBeEmpty, field: index)
            }
            let other = Int(fields[index].notBefore)
            if other >= 0, values[index].state == .good, values[other].state == .good,
                values[index].number < values[other].number
            {
                note(.beforeOther, field: index, detail: other)
            }
        }
    }

    /// Notes a group without any filled field once, at its first field.
    private mutating func checkGroup(_ group: Int, field: Int) {
        let members = plan.groups[group]
        if members[0] == field, members.allSatisfy({ values[$0].state == .absent }) {
            note(.oneOfRequired, field: field)
        }
    }

    /// Whether a condition holds for the row as read so far.
    func holds(_ condition: Int) -> Bool {
        switch plan.conditions[condition] {
        case .holds(let field, let mask):
            values[field].state == .good && UInt64(bitPattern: values[field].number) & mask != 0
        case .given(let field): values[field].state != .absent
        case .sentinel(let field): values[field].state == .sentinel
        case .not(let inner): !holds(inner)
        case .all(let inner): inner.allSatisfy { holds($0) }
        }
    }

    /// Notes a problem at the cell of a field.
    mutating func note(_ rule: RowRule, field: Int, detail: Int = -1) {
        if field >= 0 { values[field].state = values[field].state == .absent ? .absent : .bad }
        let column = field >= 0 ? Int(fields[field].column) : -1
        result.problems.append(CellProblem(row: row, column: column, field: field, rule: rule, detail: detail))
    }

    /// A row about a person says only that: none of its other values may be repeated (R10).
    private mutating func refusePerson(from first: Int) {
        let rule: RowRule = isMinor() ? .minor : .person
        result.problems.removeLast(result.problems.count - first)
        result.problems.append(CellProblem(row: row, column: -1, field: -1, rule: rule))
        result.rows.append(CheckedRow(row: row, outcome: .person))
    }
}

extension RowFault {
    /// What a fault of a whole row is called.
    var rule: RowRule {
        switch self {
        case .unclosedQuote, .textAfterQuote: .brokenQuotes
        case .badEncoding: .badEncoding
        case .tooLong: .rowTooLong
        case .notAnObject, .truncated: .unreadableRow
        }
    }
}
