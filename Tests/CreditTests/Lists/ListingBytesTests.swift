import Testing

@testable import Credit

/// The bytes of the events of listings and effects; once released they never change.
@Suite struct ListingBytesTests {
    private func text(_ event: Event) -> String { String(decoding: event.body, as: UTF8.self) }

    @Test func `the bytes of each step are these and no others`() throws {
        var story = ListingStory()
        let standing = try story.stand()
        let day = story.today
        story.take(try standing.publish(as: "rec-1", bases: ListingStory.sound, by: ListingStory.handler, on: day))
        guard let published = try story.listing().standing else { return }
        story.take(
            try published.review(
                ListingReview(reason: "仍应在列", end: .lastDay(day + 30)), under: story.list,
                bases: ListingStory.sound, by: ListingStory.section, on: day))
        guard let reviewed = try story.listing().standing else { return }
        story.take(
            try reviewed.leave(
                ListingExitDecision(
                    paper: ListingPaper(number: "卫市监移〔2026〕1号", day: day), ground: .repaired, reason: "已修复"),
                under: story.list, by: ListingStory.section, on: day))
        let found = story.events.map { text(.listing($0)) }
        for (line, right) in zip(found, Self.steps) { #expect(line == right) }
        #expect(found.count == Self.steps.count)
        for (event, line) in zip(story.events, Self.steps) {
            #expect(try Event(body: Array(line.utf8)) == .listing(event))
        }
    }

    @Test func `the bytes of a measure, of what came of it and of its lifting are these and no others`() throws {
        var story = ListingStory()
        let standing = try story.stand()
        let applied = try Effect.apply(
            ListingStory.measure("limit-awards", .management), resting: .validity, on: standing, basis: "某令第三条",
            by: "finance", until: nil, in: ListingStory.measures, isPublished: false, bases: ListingStory.sound,
            officer: ListingStory.handler, id: "EFF-1", day: story.today)
        guard case .applied(let effect) = applied.step else { return }
        let finance = Officer(account: "f1", name: "庚", organ: "finance", standingInFor: "f0")
        let report = EffectReport(
            day: story.today, outcome: .executed(matter: "评优1号", result: "未推荐"), amount: 100)
        let not = EffectReport(day: story.today, outcome: .notExecuted(reason: "没有办理事项"), amount: nil)
        let events = [
            applied, try effect.report(report, isLive: true, by: finance, on: story.today),
            try effect.report(not, isLive: true, by: finance, on: story.today),
            try effect.lift(reason: "已整改", entry: standing, by: ListingStory.handler, on: story.today),
        ]
        #expect(events.map { text(.effect($0)) } == Self.effects)
        for (event, line) in zip(events, Self.effects) {
            #expect(try Event(body: Array(line.utf8)) == .effect(event))
        }
    }

    @Test func `an answer, a hearing, a consent and a case ended early come back from their bytes`() throws {
        let day = ListingStory.day
        let consent = ListingConsent(organ: "自治区厅", paper: ListingPaper(number: "1号", day: day))
        let steps: [ListingEvent.Step] = [
            .answered(ListingAnswer(received: day, text: "不成立", wantsHearing: true, file: "ab")),
            .hearingHeld(ListingHearing(held: day, record: "笔录", file: nil)), .consented(consent),
            .dropped(reason: "证据不足"),
        ]
        for step in steps {
            let event = Event.listing(ListingEvent("LST-1", day, ListingStory.section, step))
            #expect(try Event(body: event.body) == event)
        }
    }

    @Test func `a step that this program does not know is refused`() throws {
        var story = ListingStory()
        try story.propose()
        let text = text(.listing(story.events[0]))
        for (known, unknown) in [
            ("listing.opened", "listing.opining"), ("\"enterprise\"", "\"minor\""), ("\"account\":\"a1\",", ""),
        ] {
            let altered = text.replacing(known, with: unknown)
            #expect(altered != text)
            #expect(throws: CanonicalFault.self) { _ = try Event(body: Array(altered.utf8)) }
        }
    }

    private static let steps = [
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"list":"trial","name":"中卫市某某有限公司","reason":"提供虚假材料取得许可","records":["r1"],"subject":"91640500MA75X0004E","target":"enterprise"},"day":"2026-03-02","event":"listing.opened","listing":"LST-1"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"answer":{"clause":"第三条","count":5,"document":"某令","unit":"working-days"},"basis":"某令第三条","facts":"事实","grounds":"理由","measures":["limit-awards"],"number":"卫市监告〔2026〕1号","paperDay":"2026-03-02","remedy":"可以陈述、申辩"},"day":"2026-03-02","event":"listing.notice-drawn","listing":"LST-1"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"begun":"2026-03-02","served":"2026-03-02","way":"direct"},"day":"2026-03-02","event":"listing.notice-served","listing":"LST-1"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"chain":["handler","section!","legal!"],"opinion":"意见不成立","titles":["承办","handler","科室","section","法制审核","legal"]},"day":"2026-03-10","event":"listing.weighed","listing":"LST-1"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"agrees":true,"opinion":"同意","step":"handler"},"day":"2026-03-10","event":"listing.signed","listing":"LST-1"}"#,
        #"{"by":{"account":"a2","name":"乙","organ":"market-regulation"},"content":{"agrees":true,"opinion":"同意","step":"section"},"day":"2026-03-10","event":"listing.signed","listing":"LST-1"}"#,
        #"{"by":{"account":"a3","name":"丙","organ":"market-regulation"},"content":{"agrees":true,"opinion":"同意","step":"legal"},"day":"2026-03-10","event":"listing.signed","listing":"LST-1"}"#,
        #"{"by":{"account":"a4","name":"丁","organ":"market-regulation"},"content":{"basis":"某令第三条","end":{"last":"2029-03-10"},"facts":"事实和理由","measures":["limit-awards"],"number":"卫市监列〔2026〕1号","paperDay":"2026-03-10","remedy":"六十日内申请行政复议"},"day":"2026-03-10","event":"listing.decided","listing":"LST-1"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"begun":"2026-03-10","served":"2026-03-10","way":"post"},"day":"2026-03-10","event":"listing.decision-served","listing":"LST-1"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"record":"rec-1"},"day":"2026-03-10","event":"listing.published","listing":"LST-1"}"#,
        #"{"by":{"account":"a2","name":"乙","organ":"market-regulation"},"content":{"end":{"last":"2026-04-09"},"reason":"仍应在列"},"day":"2026-03-10","event":"listing.reviewed","listing":"LST-1"}"#,
        #"{"by":{"account":"a2","name":"乙","organ":"market-regulation"},"content":{"ground":"repaired","number":"卫市监移〔2026〕1号","paperDay":"2026-03-10","reason":"已修复"},"day":"2026-03-10","event":"listing.left","listing":"LST-1"}"#,
    ]

    private static let effects = [
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"base":"LST-1","basis":"某令第三条","department":"finance","footing":"validity","from":"2026-03-10","measure":"limit-awards","nature":"discretionary","subject":"91640500MA75X0004E","target":"enterprise"},"day":"2026-03-10","effect":"EFF-1","event":"effect.applied"}"#,
        #"{"by":{"account":"f1","for":"f0","name":"庚","organ":"finance"},"content":{"amount":100,"day":"2026-03-10","matter":"评优1号","result":"未推荐"},"day":"2026-03-10","effect":"EFF-1","event":"effect.reported"}"#,
        #"{"by":{"account":"f1","for":"f0","name":"庚","organ":"finance"},"content":{"day":"2026-03-10","reason":"没有办理事项"},"day":"2026-03-10","effect":"EFF-1","event":"effect.reported"}"#,
        #"{"by":{"account":"a1","name":"甲","organ":"market-regulation"},"content":{"reason":"已整改"},"day":"2026-03-10","effect":"EFF-1","event":"effect.lifted"}"#,
    ]
}
