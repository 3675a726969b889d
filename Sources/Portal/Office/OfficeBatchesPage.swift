import Credit

/// 本单位批次页: what the desk has handed in, newest first.
struct OfficeBatchesPage: OfficePage {
    static let template = "office_batches"
    static let most = 50
    let bar: OfficeBar?
    let lines: [BatchLine]
    /// Where the list goes on: a position of the log; nil at its end.
    let following: Int?
    let rules: Rules
    let today: Day

    var title: Label { .both("本单位批次", "Batches of your organisation") }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("batches", lines.map { Line(line: $0, rules: rules, day: today) })
        tape.put("hasBatches", !lines.isEmpty)
        tape.put("next", following.map { "/office/batches?before=\($0)" })
    }

    private struct Line: Shown {
        let line: BatchLine
        let rules: Rules
        let day: Day

        func show(on tape: inout Tape) {
            tape.put("path", OfficeRoute.batch(line.id).path)
            BatchFigures(line: line, rules: rules).show(on: &tape)
        }
    }
}

/// 批次数字: what came of a batch, as the desk's pages show it.
struct BatchFigures: Shown {
    let line: BatchLine
    let rules: Rules

    func show(on tape: inout Tape) {
        let kind = rules.kinds[line.kind]
        tape.put("batch", line.id)
        tape.put("file", line.file)
        tape.put("kindTitle", kind?.title ?? .both(line.kind, line.kind))
        tape.put("received", line.received)
        tape.put("declared", line.isDeclared)
        tape.put("stateTitle", line.state.words)
        tape.put("mark", line.state == .complete ? "good" : line.state == .open ? "info" : "rest")
        tape.put("isOpen", line.state == .open)
        tape.put("position", line.position)
        RowFigures(counts: line.counts, hasClock: kind?.dueWithin != nil).show(on: &tape)
    }
}

/// 行数: what came of the rows of a file, or would come of them.
struct RowFigures: Shown {
    let counts: RowCounts
    /// Whether a clock runs for the kind, so that rows can be late.
    let hasClock: Bool

    func show(on tape: inout Tape) {
        tape.put("rows", counts.rows)
        tape.put("accepted", counts.accepted)
        tape.put("changed", counts.changed)
        tape.put("known", counts.known)
        tape.put("refused", counts.refused)
        tape.put("persons", counts.persons)
        tape.put("hasClock", hasClock)
        tape.put("late", counts.late)
        tape.put("unknownTimeliness", counts.unknownTimeliness)
        tape.put("compliance", RateView(Rate(counts.rows - counts.refused, of: counts.rows)))
    }
}

/// 错误, as the tables of the desk show it.
struct FaultLine: Shown {
    let fault: HandIn.Fault

    func show(on tape: inout Tape) {
        tape.put("sheet", fault.sheet)
        tape.put("line", String(fault.line))
        tape.put("place", fault.place)
        tape.put("field", fault.field)
        tape.put("rule", fault.rule)
        tape.put("value", fault.value)
        tape.put("message", fault.message)
        tape.put("remedy", fault.remedy)
    }
}
