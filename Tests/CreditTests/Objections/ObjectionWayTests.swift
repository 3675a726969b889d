import Testing

@testable import Credit

/// 异议的申请途径.
struct ObjectionWayTests {
    private static let own = FilingWay.page(.init(account: "c7", subject: "reg:640500100000016"))

    private func filed(_ way: FilingWay, _ applicant: ObjectionFiling.Applicant = .company) throws -> ObjectionEvent {
        try Objection.filing(ObjectionTests.filing(applicant: applicant, by: way), fields: ["fine"])
    }

    @Test func `信息主体可以自行提出异议，只能对自己的信息提出，其他利害关系人到窗口办理`() throws {
        let other = FilingWay.page(.init(account: "c7", subject: "reg:640500100000017"))
        #expect(throws: ObjectionProblem.notOwn) { try filed(other) }
        #expect(throws: ObjectionProblem.notOwn) { try filed(Self.own, .entitled) }
        _ = try filed(.window(ObjectionTests.window), .entitled)
        let event = try filed(Self.own)
        #expect(event.by == nil)
        guard case .filed(let filing) = event else { return #expect(Bool(false)) }
        // From the filing on it is marked, whoever filed it (R7).
        #expect(Objection(filing, on: ObjectionTests.day).mark(on: ObjectionTests.day) == .open)
    }

    @Test func `the bytes of an objection filed by page name its way and its account`() throws {
        let bytes =
            #"{"account":{"account":"c7","subject":"reg:640500100000016"},"applicant":"company","case":"OBJ-1","claims":["fine","100"],"department":"market-regulation","event":"objection.filed","evidence":["ab"],"freezes":true,"ground":"wrong-content","office":"development-reform","papers":"营业执照、授权委托书","reason":"金额有误","record":"r1","subject":"reg:640500100000016","version":1,"way":"page"}"#
        let event = Event.objection(try filed(Self.own))
        #expect(String(decoding: event.body, as: UTF8.self) == bytes)
        #expect(try Event(body: Array(bytes.utf8)) == event)
        for wrong in [#""way":"page""#: #""way":"window""#, #","way":"page""#: ""] {
            #expect(throws: CanonicalFault.self) {
                try Event(body: Array(bytes.replacing(wrong.key, with: wrong.value).utf8))
            }
        }
    }
}
