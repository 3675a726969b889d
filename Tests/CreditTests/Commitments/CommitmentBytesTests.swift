import Testing

@testable import Credit

/// The bytes of each step of a commitment: they are in logs and must never change.
@Suite struct CommitmentBytesTests {
    typealias Story = CommitmentStory

    private func steps() throws -> [CommitmentEvent] {
        let letter = Story.letter(kind: "lenient", missing: ["环评批复"], term: Story.named)
        var story = try CommitmentStory(letter)
        try story.take { try $0.supplying(["环评批复"], papers: "原件", by: Story.handler, on: $1) }
        try story.supervise()
        try story.take { try $0.checking("没有安装", paper: Story.paper("查1号", $1), by: Story.handler, on: $1) }
        try story.tell()
        try story.take {
            try $0.answering(BreachAnswer(received: $1, text: "正在安装", file: "cd"), by: Story.handler, on: $1)
        }
        story.pass(10)
        try story.propose()
        try story.take { try $0.sendingBack("补充理由", by: Story.second, on: $1) }
        try story.propose()
        try story.decide()
        try story.take {
            try $0.releasing(
                "已安装", ground: .cured, endsPublication: true, paper: Story.paper("解1号", $1), exits: [.cured],
                by: Story.third, on: $1)
        }
        try story.take { try $0.annulling("复议撤销", paper: Story.paper("撤1号", $1), by: Story.third, on: $1) }
        let annulled = try story.made()
        let today = story.today
        var dropped = story
        try dropped.tell()
        try dropped.take { try $0.dropping("申辩成立", by: Story.handler, on: $1) }
        return story.events + [
            try #require(dropped.events.last),
            try annulled.fulfilling("已履行", paper: Story.paper("履1号", today), by: Story.handler, on: today),
            try annulled.withdrawing("不再申请", paper: Story.paper("回1号", today), by: Story.handler, on: today),
        ]
    }

    @Test func `every step has the bytes it had, and comes back from them`() throws {
        let events = try steps()
        let lines = events.map { String(decoding: Event.commitment($0).body, as: UTF8.self) }
        #expect(lines == Self.golden)
        for (event, line) in zip(events, lines) { #expect(try Event(body: Array(line.utf8)) == .commitment(event)) }
        #expect(Set(events.map(\.word)).count == 16)
        #expect(Event.commitment(events[0]).eventClass == "commitment")
    }

    @Test func `a step that this program does not know is refused`() throws {
        let text = String(decoding: Event.commitment(try steps()[0]).body, as: UTF8.self)
        for (known, unknown) in [
            ("commitment.signed", "commitment.sealed"), ("\"open\"", "\"ajar\""), ("\"account\":\"a1\",", ""),
            ("\"made\":\"2026-03-02\",", ""),
        ] {
            let altered = text.replacing(known, with: unknown)
            #expect(altered != text, "\(known)")
            #expect(throws: CanonicalFault.self) { _ = try Event(body: Array(altered.utf8)) }
        }
    }

    private static let golden = [
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"cause":"申请办理取水许可证","content":"按期安装计量设施","evidence":["ab"],"kind":"lenient","liability":"依法处理","made":"2026-03-02","matter":"free","missing":["环评批复"],"missingTerm":{"document":"承诺书第三条","mark":"verified","named":true,"workingDays":5},"name":"中卫市某某有限公司","number":"64050020260302000001","papers":"营业执照","publicity":"open","subject":"91640500MA75X0004E","validUntil":"2027-03-02"},"day":"2026-03-02","event":"commitment.signed"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"items":["环评批复"],"papers":"原件"},"day":"2026-03-02","event":"commitment.supplied"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"number":"卫水监1号","organ":"water","paperDay":"2026-03-02","plan":"现场核查","term":{"document":"承诺书第三条","mark":"verified","named":true,"workingDays":5}},"day":"2026-03-02","event":"commitment.supervised"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"finding":"没有安装","number":"查1号","paperDay":"2026-03-02"},"day":"2026-03-02","event":"commitment.checked"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"answer":{"document":"承诺书第三条","mark":"verified","named":true,"workingDays":5},"basis":"承诺书第二条","consequences":["key-supervision"],"degree":"partly","facts":"经核查没有安装","number":"卫水告1号","paperDay":"2026-03-02","remedy":"可以陈述、申辩","unfulfilled":"没有安装"},"day":"2026-03-02","event":"commitment.notice-drawn"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"begun":"2026-03-02","served":"2026-03-02","way":"direct"},"day":"2026-03-02","event":"commitment.notice-served"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"file":"cd","received":"2026-03-02","text":"正在安装"},"day":"2026-03-02","event":"commitment.answered"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"basis":"承诺书第二条","consequences":["key-supervision"],"degree":"partly","end":"2027-03-12","endBasis":"卫水发〔2026〕1号","number":"卫水违1号","paperDay":"2026-03-12","reasons":"申辩不成立","remedy":"六十日内申请行政复议","supervisedUntil":"2026-09-08","unfulfilled":"没有安装"},"day":"2026-03-12","event":"commitment.proposed"}"#,
        #"{"by":{"account":"a2","name":"乙","organ":"water"},"commitment":"CMT-1","content":{"reason":"补充理由"},"day":"2026-03-12","event":"commitment.sent-back"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"basis":"承诺书第二条","consequences":["key-supervision"],"degree":"partly","end":"2027-03-12","endBasis":"卫水发〔2026〕1号","number":"卫水违1号","paperDay":"2026-03-12","reasons":"申辩不成立","remedy":"六十日内申请行政复议","supervisedUntil":"2026-09-08","unfulfilled":"没有安装"},"day":"2026-03-12","event":"commitment.proposed"}"#,
        #"{"by":{"account":"a2","name":"乙","organ":"water"},"commitment":"CMT-1","content":{"basis":"承诺书第二条","consequences":["key-supervision"],"degree":"partly","end":"2027-03-12","endBasis":"卫水发〔2026〕1号","first":{"account":"a1","name":"甲","organ":"water"},"number":"卫水违1号","paperDay":"2026-03-12","reasons":"申辩不成立","remedy":"六十日内申请行政复议","supervisedUntil":"2026-09-08","unfulfilled":"没有安装"},"day":"2026-03-12","event":"commitment.decided"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"begun":"2026-03-12","record":"r-CMT-1-1","served":"2026-03-12","way":"direct"},"day":"2026-03-12","event":"commitment.decision-served"}"#,
        #"{"by":{"account":"a3","name":"丙","organ":"water"},"commitment":"CMT-1","content":{"endsPublication":true,"ground":"cured","number":"解1号","paperDay":"2026-03-12","reason":"已安装"},"day":"2026-03-12","event":"commitment.released"}"#,
        #"{"by":{"account":"a3","name":"丙","organ":"water"},"commitment":"CMT-1","content":{"number":"撤1号","paperDay":"2026-03-12","reason":"复议撤销"},"day":"2026-03-12","event":"commitment.annulled"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"reason":"申辩成立"},"day":"2026-03-12","event":"commitment.dropped"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"finding":"已履行","number":"履1号","paperDay":"2026-03-12"},"day":"2026-03-12","event":"commitment.fulfilled"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"water"},"commitment":"CMT-1","content":{"number":"回1号","paperDay":"2026-03-12","reason":"不再申请"},"day":"2026-03-12","event":"commitment.withdrawn"}"#,
    ]
}
