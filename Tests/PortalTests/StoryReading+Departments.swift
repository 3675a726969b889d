import Credit
import Portal

/// What departments of the story handed in: some with faults, one a file without rows, one only an open file, most
/// nothing at all.
extension StoryReading {
    static let november = Month("2026-11")!

    static func counts(
        _ accepted: Int, changed: Int = 0, known: Int = 0, refused: Int = 0, persons: Int = 0, late: Int = 0,
        unknown: Int = 0
    ) -> RowCounts {
        RowCounts(
            accepted: accepted, changed: changed, known: known, refused: refused, persons: persons, late: late,
            unknownTimeliness: unknown)
    }

    static func entry(
        _ department: String, _ month: Month, _ kind: String, files: Int = 1, open: Int = 0, undone: Int = 0,
        _ counts: RowCounts
    ) -> SubmittedMonth {
        SubmittedMonth(
            department: department, month: month, kind: kind, files: files, openFiles: open, undoneFiles: undone,
            counts: counts)
    }

    static let submitted: [SubmittedMonth] = [
        entry(
            "market-regulation", november, "administrative-penalty", files: 2, open: 1, undone: 1,
            counts(60, changed: 20, known: 10, refused: 10, persons: 3, late: 8, unknown: 5)),
        entry("market-regulation", november, "registry-entry", counts(1_200)),
        entry("market-regulation", november + -1, "administrative-penalty", counts(70, refused: 30, late: 2)),
        entry("market-regulation", november + -3, "administrative-penalty", counts(5)),
        entry("emergency", november, "administrative-penalty", counts(10, refused: 5)),
        entry("emergency", november + -1, "administrative-penalty", counts(9, refused: 1, late: 9)),
        entry("approval-services", november + -1, "administrative-permit", counts(40, late: 3)),
        entry("transport", november, "administrative-permit", counts(4, unknown: 4)),
        entry("court", november, "dishonest-judgment-debtor", counts(0)),
        entry("tax", november, "tax-a-grade", files: 0, open: 1, counts(0)),
        entry("finance", november, "contract-performance", counts(7, refused: 1)),
    ]

    func submissions(from first: Month, through last: Month, department: String?) throws -> [SubmittedMonth] {
        _ = try reading()
        return Self.submitted.filter {
            (first...last).contains($0.month) && (department ?? $0.department) == $0.department
        }
    }

    func zeroReports(from first: Month, through last: Month, department: String?) throws -> [StandingZeroReport] {
        StoryReading.zeroReports.filter {
            (first...last).contains($0.report.month) && department ?? $0.report.department == $0.report.department
        }
    }

    /// One department had nothing to hand in, another said so and had.
    static let zeroReports = [("approval-services", 0), ("water", 1)].map { department, concealed in
        StandingZeroReport(
            report: ZeroReport(
                id: "ZERO-\(department)", department: department, month: november + -2, signer: "演示负责人",
                officer: Officer(account: "a-1", name: "演示经办", organ: department), day: Day("2026-10-08")!),
            position: 900, concealed: concealed)
    }

    func firstReceived() throws -> Day? { Day("2026-02-09") }

    static let batchLines: [BatchLine] = [
        line(
            "b1", "market-regulation", "administrative-penalty", .complete,
            counts(40, refused: 10, persons: 3, late: 8, unknown: 5), 100),
        line("b2", "market-regulation", "administrative-penalty", .complete, counts(20, changed: 20, known: 10), 200),
        line("b3", "market-regulation", "administrative-penalty", .undone, counts(9), 300),
        line("b4", "market-regulation", "administrative-penalty", .open, counts(0), 400),
        line("b5", "market-regulation", "registry-entry", .complete, counts(1_200), 500),
        line("b6", "emergency", "administrative-penalty", .complete, counts(10, refused: 5), 600),
    ]

    private static func line(
        _ id: String, _ department: String, _ kind: String, _ state: BatchLine.State, _ counts: RowCounts,
        _ position: Int
    ) -> BatchLine {
        BatchLine(
            id: id, department: department, kind: kind, file: "\(id)=<b>'报送'\(identityNumber).csv",
            received: Day("2026-11-09")!, isDeclared: id == "b2", state: state, counts: counts, position: position)
    }

    func batches(in month: Month, department: String?, after position: Int, limit: Int) throws -> [BatchLine] {
        guard month == Self.november else { return [] }
        return Array(
            Self.batchLines.filter { (department ?? $0.department) == $0.department && $0.position > position }
                .prefix(limit))
    }

    static let faultTallies: [FaultTally] = [
        tally("administrative-penalty", "REC-101", "facts", 7), tally("administrative-penalty", "REC-122", "", 3),
        tally("administrative-penalty", "REC-115", "party-code", 1),
    ]

    private static func tally(_ kind: String, _ rule: String, _ field: String, _ cells: Int) -> FaultTally {
        FaultTally(kind: kind, fault: .init(rule: rule, field: field), cells: cells)
    }

    func faults(in month: Month, department: String?) throws -> [FaultTally] {
        guard month == Self.november, department ?? "market-regulation" == "market-regulation" else { return [] }
        return Self.faultTallies
    }

    static let refused: [RefusedLine] = [
        RefusedLine(
            batch: "b1", kind: "administrative-penalty", file: "b1.xlsx", sheet: "处罚", line: 5, column: "P",
            fault: .init(rule: "REC-101", field: "facts")),
        RefusedLine(
            batch: "b1", kind: "administrative-penalty", file: "b1.xlsx", sheet: "", line: 6, column: "",
            fault: .init(rule: "REC-122", field: "")),
    ]

    func refusedCells(_ question: RefusedQuestion) throws -> RefusedAnswer {
        guard question.month == Self.november, question.department == "market-regulation", question.after == nil else {
            return RefusedAnswer(lines: [], next: nil)
        }
        let lines = Self.refused.filter {
            (question.kind ?? $0.kind) == $0.kind && (question.rule ?? $0.fault.rule) == $0.fault.rule
                && (question.field ?? $0.fault.field) == $0.fault.field
        }
        return RefusedAnswer(lines: lines, next: question.rule == nil ? RefusedPlace(position: 100, ordinal: 6) : nil)
    }
}
