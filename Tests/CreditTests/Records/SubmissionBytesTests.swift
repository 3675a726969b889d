import Credit
import Testing

@Suite struct SubmissionBytesTests {
    static let officer = Officer(account: "a", name: "甲", organ: "market-regulation", standingInFor: "b")

    static func submission(by officer: Officer?) -> Event {
        .submission(
            .received(
                Submission(
                    batch: "b1", kind: "administrative-penalty", department: "market-regulation", file: "f.csv",
                    digest: "00", size: 9, received: Day("2026-05-06")!, isDeclared: false, by: officer)))
    }

    static let golden: [(Event, String)] = [
        (
            submission(by: nil),
            #"{"batch":"b1","department":"market-regulation","digest":"00","event":"submission.received","file":"f.csv","kind":"administrative-penalty","received":"2026-05-06","size":9}"#
        ),
        (
            submission(by: officer),
            #"{"batch":"b1","by":{"account":"a","name":"甲","organ":"market-regulation","standingInFor":"b"},"department":"market-regulation","digest":"00","event":"submission.received","file":"f.csv","kind":"administrative-penalty","received":"2026-05-06","size":9}"#
        ),
        (
            .submission(.undone(batch: "b1", reason: "误报")),
            #"{"batch":"b1","event":"submission.undone","reason":"误报"}"#
        ),
        (
            .submission(.undone(batch: "b1", reason: "误报", by: officer)),
            #"{"batch":"b1","by":{"account":"a","name":"甲","organ":"market-regulation","standingInFor":"b"},"event":"submission.undone","reason":"误报"}"#
        ),
    ]

    @Test func `the bytes of a batch with and without its officer are those of its release, and are read again`() throws
    {
        for (event, bytes) in Self.golden {
            #expect(String(decoding: event.body, as: UTF8.self) == bytes)
            #expect(try Event(body: Array(bytes.utf8)) == event)
        }
    }
}
