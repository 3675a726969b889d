import Credit
import Testing

@Suite struct RectificationBytesTests {
    typealias Story = RectificationStory
    static let by = #"{"by":{"account":"chen","name":"陈承办","organ":"market-regulation"},"case":"RCT-1","content":"#
    static let paper =
        #""paper":{"basis":"行政处罚法第二十八条","date":"2026-05-06","number":"卫演责改〔2026〕1号","organ":"中卫市市场监督管理局"}"#

    static func golden() throws -> [(RectificationEvent.Step, String)] {
        [
            (
                .opened(try Story.opening(Story.mend)),
                #"{"demand":"mend","items":["补报年度报告"],\#(paper),"record":"r1","subject":"91640500MA7T033465","workingDays":10},"event":"rectification.opened"}"#
            ),
            (
                .opened(try Story.opening(.mend(["x"], within: .days(3)))),
                #"{"days":3,"demand":"mend","items":["x"],\#(paper),"record":"r1","subject":"91640500MA7T033465"},"event":"rectification.opened"}"#
            ),
            (
                .opened(try Story.opening(Story.talk)),
                #"{"demand":"talk","items":["未按规定公示年度报告"],"meeting":"2026-05-13",\#(paper),"place":"市局三楼","record":"r1","subject":"91640500MA7T033465"},"event":"rectification.opened"}"#
            ),
            (
                .served(Story.served),
                #"{"begun":"2026-05-06","proof":"aa","served":"2026-05-07","way":"direct"},"event":"rectification.served"}"#
            ),
            (
                .shown(words: "回执", files: ["bb"]),
                #"{"files":["bb"],"words":"回执"},"event":"rectification.shown"}"#
            ),
            (
                .extended(count: 5, reason: "设备未到"),
                #"{"count":5,"reason":"设备未到"},"event":"rectification.extended"}"#
            ),
            (.mended(words: "属实"), #"{"words":"属实"},"event":"rectification.mended"}"#),
            (.notMended(reason: "未补报"), #"{"reason":"未补报"},"event":"rectification.not-mended"}"#),
            (
                .held(minutes: "cc", undertaking: .init(words: "补报", until: Story.day)),
                #"{"minutes":"cc","undertaken":"补报","until":"2026-05-06"},"event":"rectification.held"}"#
            ),
            (.held(minutes: "cc", undertaking: nil), #"{"minutes":"cc"},"event":"rectification.held"}"#),
            (.notAppeared(reason: nil), #"{},"event":"rectification.not-appeared"}"#),
            (.notAppeared(reason: "因病"), #"{"reason":"因病"},"event":"rectification.not-appeared"}"#),
            (.withdrawn(reason: "误发"), #"{"reason":"误发"},"event":"rectification.withdrawn"}"#),
        ]
    }

    @Test func `the bytes of every step are those of its release, and are read again`() throws {
        for (step, tail) in try Self.golden() {
            let event = Event.rectification(RectificationEvent("RCT-1", by: Story.drawer, step))
            #expect(String(decoding: event.body, as: UTF8.self) == Self.by + tail)
            #expect(try Event(body: Array((Self.by + tail).utf8)) == event)
            #expect(event.eventClass == "rectification")
        }
    }

    @Test func `what is unknown in a step is refused`() throws {
        for (_, tail) in try Self.golden() {
            let bytes = Self.by + tail
            for (old, new) in [
                ("rectification.", "rectification.x"), (#""demand":"mend""#, #""demand":"list""#),
                (#""workingDays":10"#, #""workingDayz":10"#), ("91640500MA7T033465", "91640500MA7T033466"),
                (#""way":"direct""#, #""way":"pigeon""#), (#""minutes""#, #""minutez""#),
            ] where bytes.contains(old) {
                let changed = Array(bytes.replacing(old, with: new).utf8)
                #expect(throws: CanonicalFault.self, "\(new)") { try Event(body: changed) }
            }
        }
    }
}
