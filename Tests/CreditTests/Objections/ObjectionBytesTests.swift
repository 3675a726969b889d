import Credit
import Testing

@Suite struct ObjectionBytesTests {
    static let by = #""by":{"account":"window","name":"window","organ":"development-reform"},"case":"OBJ-1","#
    static let pair = OfficerPair(ObjectionTests.first, ObjectionTests.second)!
    static let decision = ObjectionTests.decision(.upheld, .fields([.init(field: "fine", says: "100")]))

    static let golden: [(ObjectionEvent, String)] = [
        (
            .filed(ObjectionTests.filing()),
            #"{"applicant":"agent",\#(by)"claims":["fine","100"],"department":"market-regulation","event":"objection.filed","evidence":["ab"],"freezes":true,"ground":"wrong-content","office":"development-reform","papers":"营业执照、授权委托书","reason":"金额有误","record":"r1","subject":"reg:640500100000016","version":1,"way":"window"}"#
        ),
        (
            .returned("OBJ-1", missing: ["授权委托书"], by: ObjectionTests.window),
            #"{\#(by)"event":"objection.returned","missing":["授权委托书"]}"#
        ),
        (
            .completed("OBJ-1", papers: "已补", evidence: ["cd"], by: ObjectionTests.window),
            #"{\#(by)"event":"objection.completed","evidence":["cd"],"papers":"已补"}"#
        ),
        (.accepted("OBJ-1", by: ObjectionTests.window), #"{\#(by)"event":"objection.accepted"}"#),
        (
            .routed("OBJ-1", to: "court", question: "是否有误", by: ObjectionTests.window),
            #"{\#(by)"event":"objection.routed","question":"是否有误","to":"court"}"#
        ),
        (
            .answered("OBJ-1", ObjectionTests.answer(.right, by: ObjectionTests.window)),
            #"{\#(by)"event":"objection.answered","finding":"right","words":"核查了决定书"}"#
        ),
        (
            .proposed("OBJ-1", decision, by: ObjectionTests.window),
            #"{\#(by)"decision":{"fields":["fine","100"],"outcome":"upheld","reasons":"经核查","remedy":"可以要求复核一次"},"event":"objection.proposed"}"#
        ),
        (
            .proposed("OBJ-1", ObjectionTests.upheld, by: ObjectionTests.window),
            #"{\#(by)"decision":{"outcome":"upheld","reasons":"经核查","remedy":"可以要求复核一次","withdrawal":true},"event":"objection.proposed"}"#
        ),
        (
            .proposed(
                "OBJ-1", ObjectionTests.decision(.partly, .end(lastDay: ObjectionTests.day)), by: ObjectionTests.window),
            #"{\#(by)"decision":{"end":"2026-05-06","outcome":"partly","reasons":"经核查","remedy":"可以要求复核一次"},"event":"objection.proposed"}"#
        ),
        (
            .sentBack("OBJ-1", reason: "理由不足", by: ObjectionTests.window),
            #"{\#(by)"event":"objection.sent-back","reason":"理由不足"}"#
        ),
        (
            .decided("OBJ-1", ObjectionTests.decision(.rejected, nil), by: pair),
            #"{"by":{"first":{"account":"first","name":"first","organ":"development-reform"},"second":{"account":"second","name":"second","organ":"development-reform"}},"case":"OBJ-1","decision":{"outcome":"rejected","reasons":"经核查","remedy":"可以要求复核一次"},"event":"objection.decided"}"#
        ),
        (
            .served(
                "OBJ-1", Delivery(way: .post, begun: ObjectionTests.day, served: ObjectionTests.day + 2, proof: "ef")!,
                by: ObjectionTests.window),
            #"{"begun":"2026-05-06",\#(by)"event":"objection.served","proof":"ef","served":"2026-05-08","way":"post"}"#
        ),
        (
            .askedAgain("OBJ-1", reason: "不服", by: ObjectionTests.window),
            #"{\#(by)"event":"objection.asked-again","reason":"不服"}"#
        ),
        (
            .withdrawn("OBJ-1", reason: "已更正", by: ObjectionTests.window),
            #"{\#(by)"event":"objection.withdrawn","reason":"已更正"}"#
        ),
        (
            .closed("OBJ-1", reason: "已送达", keepsNote: true, by: ObjectionTests.window),
            #"{\#(by)"event":"objection.closed","keepsNote":true,"reason":"已送达"}"#
        ),
    ]

    @Test func `the bytes of every step are those of its release, and are read again`() throws {
        for (event, bytes) in Self.golden {
            #expect(String(decoding: Event.objection(event).body, as: UTF8.self) == bytes)
            #expect(try Event(body: Array(bytes.utf8)) == .objection(event))
        }
    }

    @Test func `what is unknown in a step is refused`() {
        for (_, bytes) in Self.golden {
            for (old, new) in [
                ("\"event\":\"objection.", "\"event\":\"objection.x"), ("\"ground\":\"", "\"ground\":\"x"),
                ("\"outcome\":\"", "\"outcome\":\"x"), ("\"way\":\"", "\"way\":\"x"),
                ("\"finding\":\"", "\"finding\":\"x"), ("\"account\":\"second\"", "\"account\":\"first\""),
            ] where bytes.contains(old) {
                #expect(throws: CanonicalFault.self, "\(new)") {
                    try Event(body: Array(bytes.replacing(old, with: new, maxReplacements: 1).utf8))
                }
            }
        }
    }
}
