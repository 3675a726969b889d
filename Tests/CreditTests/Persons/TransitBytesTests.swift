import Testing

@testable import Credit

@Suite struct TransitBytesTests {
    static let by =
        #"{"first":{"account":"a","name":"甲","organ":"o"},"second":{"account":"b","name":"乙","organ":"o"}}"#

    static func golden() throws -> [(TransitEvent, String)] {
        let pair = try #require(
            OfficerPair(
                Officer(account: "a", name: "甲", organ: "o"), Officer(account: "b", name: "乙", organ: "o")))
        return [
            (
                .sealed(
                    SealedMark(
                        id: "s1", batch: "b1", kind: "administrative-penalty", department: "tax",
                        deleteOn: Day("2026-09-28")!, commitment: "ab")),
                #"{"batch":"b1","commitment":"ab","deleteOn":"2026-09-28","department":"tax","event":"transit.sealed","id":"s1","kind":"administrative-penalty"}"#
            ),
            (
                .exported(
                    TransitExport(
                        id: "x1", kind: "administrative-penalty", layout: "penalty-2018", matter: "办2026-1",
                        rows: ["s1", "s2"], by: pair)),
                #"{"by":\#(by),"event":"transit.exported","export":"x1","kind":"administrative-penalty","layout":"penalty-2018","matter":"办2026-1","rows":["s1","s2"]}"#
            ),
            (.deleted(["s1"]), #"{"event":"transit.deleted","rows":["s1"]}"#),
        ]
    }

    @Test func `the bytes of each event are these, and are read again`() throws {
        for (event, bytes) in try Self.golden() {
            #expect(String(decoding: Event.transit(event).body, as: UTF8.self) == bytes)
            #expect(try Event(body: Array(bytes.utf8)) == .transit(event))
        }
    }

    @Test(arguments: [
        #"{"event":"transit.deleted","rows":[]}"#, #"{"event":"transit.opened","rows":["s1"]}"#,
        #"{"event":"transit.deleted"}"#,
    ])
    func `bytes that say nothing or something unknown are none`(bytes: String) {
        #expect(throws: CanonicalFault.self) { try Event(body: Array(bytes.utf8)) }
    }
}
