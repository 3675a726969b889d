import Credit
import Testing

@Suite struct ScoreTests {
    @Test func `months follow each other over the end of a year`() throws {
        let month = try #require(Month("2025-12"))
        #expect((month + 1).description == "2026-01" && (month + -12).description == "2024-12")
        #expect(month.first.description == "2025-12-01" && month.last.description == "2025-12-31")
        #expect(Month("2024-02")?.last.description == "2024-02-29")
        #expect(Month.span(month, month + 2).map(\.description) == ["2025-12", "2026-01", "2026-02"])
        #expect(Month.span(month, month + -1).isEmpty)
        #expect(Month(of: Day("2026-06-30")!).description == "2026-06")
        for bad in ["", "2026", "2026-13", "2026-00", "2026-1", "2026-001", "0001-01", "９９９９-01", "2026-06-01"] {
            #expect(Month(bad) == nil, "\(bad)")
        }
    }

    @Test func `a rate that is not whole never reads as whole, and nothing to divide by is unknown`() {
        #expect(Rate(0, of: 0).text == nil)
        #expect(Rate(0, of: 7).text == "0.00%")
        #expect(Rate(7, of: 7).text == "100.00%")
        #expect(Rate(999_999, of: 1_000_000).text == "99.99%")
        #expect(Rate(1, of: 1_000_000).text == "0.01%")
        #expect(Rate(2, of: 3).text == "66.67%")
        #expect(Rate(1, of: 8).basisPoints == 1_250)
        #expect(Rate(2, of: 3).isHigher(than: Rate(1, of: 2)) && !Rate(1, of: 2).isHigher(than: Rate(2, of: 4)))
        #expect(!Rate(1, of: 0).isHigher(than: Rate(0, of: 1)))
        #expect(Rate.text(basisPoints: -5) == "-0.05")
    }

    private func month(_ counts: RowCounts, files: Int = 1, open: Int = 0, undone: Int = 0) -> SubmittedMonth {
        SubmittedMonth(
            department: "a", month: Month("2026-06")!, kind: "k", files: files, openFiles: open, undoneFiles: undone,
            counts: counts)
    }

    @Test func `the two rates are worked out from the rows alone`() {
        var tally = SubmissionTally()
        tally.add(
            month(.init(accepted: 60, changed: 20, known: 10, refused: 10, persons: 3, late: 8, unknownTimeliness: 5)),
            isClocked: true)
        // A kind without a clock counts for the first rate only.
        tally.add(
            month(.init(accepted: 100, changed: 0, known: 0, refused: 0, persons: 0, late: 0, unknownTimeliness: 0)),
            isClocked: false)
        #expect(tally.compliance == Rate(190, of: 200))
        #expect(tally.timeliness == Rate(67, of: 75))
        #expect(tally.timing == .known && tally.files == 2 && tally.clocked == 80)
    }

    @Test func `no clock and no calendar are two reasons for no rate`() {
        var without = SubmissionTally()
        without.add(
            month(.init(accepted: 3, changed: 0, known: 0, refused: 0, persons: 0, late: 0, unknownTimeliness: 0)),
            isClocked: false)
        #expect(without.timing == .noClock && without.timeliness.text == nil)
        var unknown = SubmissionTally()
        unknown.add(
            month(.init(accepted: 3, changed: 0, known: 0, refused: 0, persons: 0, late: 0, unknownTimeliness: 3)),
            isClocked: true)
        #expect(unknown.timing == .unknownCalendar && unknown.timeliness.text == nil)
    }

    @Test func `零与没有报送与未知是三回事`() {
        let (june, today, first) = (Month("2026-06")!, Day("2026-06-30")!, Day("2026-03-09")!)
        func state(_ entry: SubmittedMonth?, _ month: Month) -> MonthState {
            var tally = SubmissionTally()
            if let entry { tally.add(entry, isClocked: true) }
            return MonthState(tally, in: month, since: first, today: today)
        }
        #expect(state(nil, june) == .nothing)
        #expect(state(month(RowCounts()), june) == .zeroRows)
        #expect(state(month(RowCounts(), files: 0, open: 1), june) == .underway)
        #expect(state(month(RowCounts(), files: 0, undone: 2), june) == .nothing)
        #expect(state(nil, june + 1) == .future)
        #expect(state(nil, Month("2026-02")!) == .unknown && state(nil, Month("2026-03")!) == .nothing)
        #expect(MonthState(SubmissionTally(), in: june, since: nil, today: today) == .unknown)
        var rows = RowCounts()
        rows.refused = 1
        #expect(state(month(rows), june) == .rows)
        let may = june + -1
        func zero(_ concealed: Int) -> MonthState {
            let report = ZeroReport(
                id: "ZERO-1", department: "tax", month: may, signer: "演示负责人",
                officer: Officer(account: "a-1", name: "演示经办", organ: "tax"), day: today)
            return MonthState(
                SubmissionTally(), in: may, since: first, today: today,
                zero: StandingZeroReport(report: report, position: 9, concealed: concealed))
        }
        #expect(zero(0) == .zeroReported && zero(1) == .concealed)
    }

    @Test func `the event that closes a batch says what was wrong, and only when something was`() throws {
        var faults = FaultCounts()
        let old = SubmissionResult(batch: "b", counts: RowCounts(), refusals: "")
        let oldBytes =
            #"{"accepted":0,"batch":"b","changed":0,"event":"submission.completed","known":0,"late":0,"persons":0,"#
            + #""refusals":"","refused":0,"unknownTimeliness":0}"#
        #expect(String(decoding: Event.submission(.completed(old)).body, as: UTF8.self) == oldBytes)
        #expect(try Event(body: Array(oldBytes.utf8)) == .submission(.completed(old)))
        for _ in 0..<3 { faults.add(rule: "REC-106", field: "status") }
        faults.add(rule: "REC-122", field: "")
        faults.add(rule: "REC-101", field: "name")
        let result = SubmissionResult(batch: "b", counts: RowCounts(), refusals: "", faults: faults)
        let bytes = Event.submission(.completed(result)).body
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == oldBytes.split(separator: #""known""#).joined(
                    separator: #""faults":["REC-101:name:1","REC-106:status:3","REC-122::1"],"known""#))
        #expect(try Event(body: bytes) == .submission(.completed(result)))
        #expect(try FaultCounts(bytes: faults.bytes) == faults && FaultCounts().bytes.isEmpty)
        for bad in ["REC-101:name", "REC-101:name:0", "REC-101:name:x", ":name:1", "a:b:c:1"] {
            #expect(throws: CanonicalFault.self) { try FaultCounts(texts: [bad]) }
        }
    }

    @Test func `every rule has words that repeat no value`() {
        for rule in RowRule.allCases {
            #expect(RowRule(code: rule.code) == rule)
            #expect(!rule.title.chinese.isEmpty && !rule.title.english.isEmpty)
        }
        #expect(RowRule(code: "REC-999") == nil)
    }

    @Test func `a person's number in a file's name is masked`() {
        let line = RefusedLine(
            batch: "b", kind: "k", file: "张某11010519491231002X.xlsx", sheet: "11010519491231002X", line: 3, column: "A",
            fault: .init(rule: "REC-101", field: ""))
        #expect(!line.file.contains("11010519491231002X") && !line.sheet.contains("11010519491231002X"))
    }
}
