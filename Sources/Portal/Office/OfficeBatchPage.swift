import Credit

/// 批次页: what came of a file, what goes back to its sender, and how to correct it or take it back.
struct OfficeBatchPage: OfficePage {
    static let template = "office_batch"
    let bar: OfficeBar?
    let batch: OfficeBatch
    let rules: Rules

    var title: Label { .both("批次 \(batch.line.file)", "Batch \(batch.line.file)") }
    /// What is on its way is looked at again by itself.
    var refresh: Int? { batch.line.state == .open ? 5 : nil }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("figures", BatchFigures(line: batch.line, rules: rules))
        tape.put("digest", batch.digest)
        tape.put("reason", batch.reason)
        tape.put("opened", "/log/proof?of=\(batch.line.position)")
        tape.put("closed", batch.closed.map { "/log/proof?of=\($0)" })
        tape.put("closedAt", batch.closed.map { String($0) })
        tape.put("faults", batch.faults.map { FaultLine(fault: $0) })
        tape.put("hasFaults", !batch.faults.isEmpty)
        tape.put("hasFiles", !batch.files.isEmpty)
        tape.put("hasMore", batch.hasMoreFaults)
        tape.put("files", batch.files.map { File(file: $0, batch: batch.line.id) })
        let isComplete = batch.line.state == .complete
        tape.put("isComplete", isComplete)
        tape.put("undo", isComplete ? OfficeRoute.undo(batch.line.id).path : nil)
        tape.put("correct", isComplete ? OfficeRoute.upload.path : nil)
    }

    private struct File: Shown {
        let file: OfficeBatch.File
        let batch: String

        func show(on tape: inout Tape) {
            tape.put("title", file.title)
            tape.put("path", OfficeRoute.file(file, of: batch).path)
        }
    }

    /// 整批撤回: what is asked before a batch is taken back.
    static let undo = CaseAction(
        code: "undo", title: .both("整批撤回", "Take the whole batch back"),
        warning: .both(
            "撤回后，本批次写入的记录不再有效，被它替换的旧内容恢复；撤回和理由作为一条事件永久记入公开日志。",
            "What this batch entered no longer counts and what it replaced is back; the withdrawal and its reason stand in "
                + "the public log for ever."), duty: .submit,
        fields: [
            FormField(
                "reason", .both("撤回理由", "Reason"),
                hint: .both("说明错在哪里。理由会公开，不要写个人信息。", "Say what was wrong. The reason is public: no personal data."),
                .text(upTo: 500))
        ])
}

/// 报送件页: a file that is being checked, was checked, or is being taken in.
struct HandInPage: OfficePage {
    static let template = "office_hand_in"
    let bar: OfficeBar?
    let handIn: HandIn

    var title: Label { .both("报送 \(handIn.file)", "Handing in \(handIn.file)") }
    var refresh: Int? {
        switch handIn.state {
        case .checking, .submitting: 2
        case .checked, .submitted, .failed: nil
        }
    }

    func show(on tape: inout Tape) {
        tape.put("office", bar)
        tape.put("file", handIn.file)
        tape.put("kindTitle", handIn.kind)
        tape.put("received", handIn.received)
        tape.put("declared", handIn.isDeclared)
        tape.put("size", ByteWords.words(handIn.size))
        tape.put("path", OfficeRoute.handIn(handIn.id).path)
        tape.put("token", bar?.session.formToken ?? "")
        var work: Work?
        var forecast: Forecast?
        var refusal: OfficeRefusal?
        switch handIn.state {
        case .checking(let rows, let percent): work = Work(isWriting: false, rows: rows, percent: percent)
        case .submitting(let rows, let percent): work = Work(isWriting: true, rows: rows, percent: percent)
        case .checked(let found): forecast = Forecast(forecast: found)
        case .failed(let why): refusal = why
        case .submitted: break
        }
        tape.put("work", work)
        tape.put("forecast", forecast)
        tape.put("refusal", refusal.map { ShownRefusal(refusal: $0) })
    }

    private struct Work: Shown {
        let isWriting: Bool
        let rows: Int
        let percent: Int

        func show(on tape: inout Tape) {
            tape.put("isWriting", isWriting)
            tape.put("rows", rows)
            tape.put("percent", String(percent))
        }
    }

    private struct Forecast: Shown {
        let forecast: HandIn.Forecast

        func show(on tape: inout Tape) {
            RowFigures(counts: forecast.counts, hasClock: forecast.hasClock).show(on: &tape)
            tape.put("faultCount", forecast.faultCount)
            tape.put("faults", forecast.faults.map { FaultLine(fault: $0) })
            tape.put("hasFaults", !forecast.faults.isEmpty)
            tape.put("hasRemarks", !forecast.remarks.isEmpty)
            tape.put("hasMore", forecast.faultCount > forecast.faults.count)
            tape.put("shown", forecast.faults.count)
            tape.put("remarks", forecast.remarks)
            tape.put("isEmpty", forecast.counts.rows == 0)
        }
    }
}
