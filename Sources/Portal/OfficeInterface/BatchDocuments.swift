import Credit

/// 本单位批次, for programs.
struct HandedBatches: Shown {
    let lines: [BatchLine]
    let following: Int?
    let rules: Rules

    func show(on tape: inout Tape) {
        tape.put("batches", lines.map { Line(line: $0, rules: rules) })
        tape.put("next", following.map { InterfaceRoute.batches.path + "?before=\($0)" })
    }

    struct Line: Shown {
        let line: BatchLine
        let rules: Rules

        func show(on tape: inout Tape) {
            tape.put("id", line.id)
            tape.put("path", InterfaceRoute.batch(line.id).path)
            tape.put("file", line.file)
            tape.put("kind", line.kind)
            tape.put("department", line.department)
            tape.put("received", line.received)
            tape.put("declared", line.isDeclared)
            tape.put("state", line.state == .complete ? "complete" : line.state == .open ? "open" : "undone")
            tape.put("position", line.position)
            BatchCounts(counts: line.counts).show(on: &tape)
        }
    }
}

/// 行数, for programs.
private struct BatchCounts: Shown {
    let counts: RowCounts

    func show(on tape: inout Tape) {
        tape.put("rows", counts.rows)
        tape.put("accepted", counts.accepted)
        tape.put("changed", counts.changed)
        tape.put("known", counts.known)
        tape.put("refused", counts.refused)
        tape.put("persons", counts.persons)
        tape.put("late", counts.late)
    }
}

/// 批次, for programs.
struct HandedBatch: Shown {
    let batch: OfficeBatch
    let rules: Rules

    func show(on tape: inout Tape) {
        HandedBatches.Line(line: batch.line, rules: rules).show(on: &tape)
        tape.put("digest", batch.digest)
        tape.put("reason", batch.reason)
        tape.put("faults", batch.faults.map { Fault(fault: $0) })
        tape.put("moreFaults", batch.hasMoreFaults)
        tape.put("files", batch.files.map { InterfaceRoute.file($0, of: batch.line.id).path })
    }

    struct Fault: Shown {
        let fault: HandIn.Fault

        func show(on tape: inout Tape) {
            tape.put("sheet", fault.sheet)
            tape.put("line", fault.line)
            tape.put("column", fault.place)
            tape.put("rule", fault.rule)
            tape.put("value", fault.value)
            tape.put("message", fault.message)
            tape.put("remedy", fault.remedy)
        }
    }
}

/// 报送件, for programs: how far a file has come.
struct HandInDocument: Shown {
    let handIn: HandIn

    func show(on tape: inout Tape) {
        tape.put("id", handIn.id)
        tape.put("path", InterfaceRoute.batch(handIn.id).path)
        tape.put("file", handIn.file)
        tape.put("received", handIn.received)
        tape.put("declared", handIn.isDeclared)
        tape.put("size", handIn.size)
        switch handIn.state {
        case .checking(let rows, let percent):
            tape.put("state", "checking")
            tape.put("rowsSoFar", rows)
            tape.put("percent", percent)
        case .submitting(let rows, let percent):
            tape.put("state", "submitting")
            tape.put("rowsSoFar", rows)
            tape.put("percent", percent)
        case .checked(let forecast):
            tape.put("state", "checked")
            tape.put("forecast", Forecast(forecast: forecast))
            tape.put("submission", InterfaceRoute.submission(handIn.id).path)
        case .submitted(let batch):
            tape.put("state", "submitted")
            tape.put("batch", InterfaceRoute.batch(batch).path)
        case .failed(let refusal):
            tape.put("state", "failed")
            tape.put("problem", OfficeProblemDocument(refusal: refusal, faults: []))
        }
    }

    private struct Forecast: Shown {
        let forecast: HandIn.Forecast

        func show(on tape: inout Tape) {
            BatchCounts(counts: forecast.counts).show(on: &tape)
            tape.put("faultCount", forecast.faultCount)
            tape.put("faults", forecast.faults.map { HandedBatch.Fault(fault: $0) })
            tape.put("remarks", forecast.remarks.map { tape.language.words(of: $0) })
        }
    }
}
