import Testing

@testable import Credit

/// 零报告: when it may be handed in, and the bytes the log commits to.
@Suite struct ZeroReportTests {
    private let may = Month("2026-05")!
    private let clerk = Officer(account: "a-7", name: "演示经办", organ: "water", standingInFor: "a-3")
    private let june = Day("2026-06-02")!

    private func report(
        _ month: Month? = nil, signer: String? = "演示负责人", of department: String = "water", known: Bool = false,
        held: Int = 0
    ) throws(ZeroReportProblem) -> ZeroReport {
        try ZeroReport(
            id: "ZERO-1", of: department, month: month ?? may, signer: signer, by: clerk, on: june, known: known,
            held: held)
    }

    @Test func `零报告由负责人签发，月末之后为本单位而报`() throws {
        let report = try report()
        #expect(report.month == may && report.signer == "演示负责人" && report.officer == clerk)
        #expect(throws: ZeroReportProblem.noSigner) { try self.report(signer: nil) }
        #expect(throws: ZeroReportProblem.monthNotOver(may + 1)) { try self.report(may + 1) }
        #expect(throws: ZeroReportProblem.otherDepartment) { try self.report(of: "tax") }
        #expect(throws: ZeroReportProblem.known(may)) { try self.report(known: true) }
    }

    @Test func `当月有决定报送的不得作零报告`() {
        #expect(throws: ZeroReportProblem.notZero(may, held: 2)) { try self.report(held: 2) }
    }

    @Test func `its bytes are those the log commits to, and come back`() throws {
        let event = Event.zero(try report())
        let text =
            #"{"account":"a-7","day":"2026-06-02","department":"water","event":"zero.reported","for":"a-3","#
            + #""id":"ZERO-1","month":"2026-05","officer":"演示经办","signer":"演示负责人"}"#
        #expect(String(decoding: event.body, as: UTF8.self) == text)
        #expect(try Event(body: event.body) == event)
        #expect(throws: CanonicalFault.self) {
            try Event(body: Array(text.replacing("2026-05\"", with: "2026-13\"").utf8))
        }
    }
}
