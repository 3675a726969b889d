import Credit
import Testing

@Suite struct CandidateRowTests {
    private static let golden =
        #"{"event":"candidate.handed-in","list":"wage-arrears","organ":"human-resources","row":{"batch":"b1","decided":"2026-05-06","department":"human-resources","event":"record.entered","family":"listing","fields":{"organ":"中卫市人力资源和社会保障局"},"id":"LST-r1","key":"00","kind":"wage-arrears","line":2,"name":"甲（演示）","publication":{"until":"2029-05-05"},"received":"2026-06-30","subject":"91640500MA7T033465","version":1}}"#

    @Test func `the bytes of a candidate are read again and say what they are`() throws {
        let event = try Event(body: Array(Self.golden.utf8))
        guard case .candidate(let candidate) = event else {
            Issue.record("no candidate")
            return
        }
        #expect(event.eventClass == "candidate")
        #expect(String(decoding: event.body, as: UTF8.self) == Self.golden)
        #expect(candidate.id == "LST-r1")
        #expect(candidate.list == "wage-arrears")
        #expect(candidate.organ == "human-resources")
        #expect(CandidateRow.batch(ofSource: candidate.source) == "b1")
    }

    @Test(arguments: ["list", "organ", "row"])
    func `a candidate that lacks anything is refused`(member: String) {
        let bytes = Self.golden.replacing("\"\(member)\":", with: "\"x\(member)\":")
        #expect(throws: CanonicalFault.self) { try Event(body: Array(bytes.utf8)) }
    }

    @Test func `the result of a file says how many candidates it brought, and nothing where there are none`() throws {
        var counts = RowCounts()
        counts.accepted = 3
        let none = Event.submission(.completed(SubmissionResult(batch: "b", counts: counts, refusals: "")))
        #expect(!String(decoding: none.body, as: UTF8.self).contains("candidates"))
        counts.candidates = 2
        let some = Event.submission(.completed(SubmissionResult(batch: "b", counts: counts, refusals: "")))
        #expect(String(decoding: some.body, as: UTF8.self).contains(#""candidates":2,"#))
        #expect(try Event(body: some.body) == some)
        #expect(try Event(body: none.body) == none)
    }
}
