import Testing

@testable import Credit

/// 公示期重新计算: what rules that come into use later make of publications that run.
struct PublicationReviewTests {
    private static let source = Source(document: "规则", clause: "第三十条")
    private static let old = [
        PublicationRule.GradeStep(
            version: "R2019", from: Day("2019-07-01")!, source: source, light: nil, general: 12, serious: 36,
            summary: .byKind),
        PublicationRule.GradeStep(
            version: "R2023", from: Day("2023-05-01")!, source: source, light: nil, general: 36, serious: 36,
            summary: .notCollected),
    ]
    private static let new =
        old + [
            PublicationRule.GradeStep(
                version: "R2026", from: Day("2026-04-01")!, source: source, light: nil, general: 12, serious: 36,
                summary: .light)
        ]
    private static let today = Day("2026-06-30")!

    private static func running(
        _ decided: String, until: String, grade: OffenceGrade? = .general
    ) -> RunningPublication {
        RunningPublication(
            id: "r", version: 1, decided: Day(decided), received: Day(decided)! + 5, grade: grade, until: Day(until)!)
    }

    private static func facts(_ decided: Day, _ received: Day, _ grade: OffenceGrade) -> PublicationFacts {
        PublicationFacts(
            decided: decided, received: received, validUntil: nil, reviewBy: nil, wishedUntil: nil, givenGrade: grade,
            derivedGrade: nil, summaryProcedure: false)
    }

    @Test func `新规则启用后，仍在公示的一般失信信息自决定之日起公示满一年为止`() throws {
        let rule = PublicationRule.byGrade(Self.new)
        let found = try #require(rule.shortening(of: Self.running("2025-09-10", until: "2028-09-10"), on: Self.today))
        #expect(found.last == Day("2026-09-10") && found.by.version == "R2026")
        let over = try #require(rule.shortening(of: Self.running("2024-05-29", until: "2027-05-29"), on: Self.today))
        #expect(over.last == Day("2026-03-31"))
    }

    @Test func `重新计算不延长公示期，也不猜测程度`() {
        let rule = PublicationRule.byGrade(Self.new)
        #expect(rule.shortening(of: Self.running("2025-09-10", until: "2026-08-01"), on: Self.today) == nil)
        #expect(rule.shortening(of: Self.running("2025-09-10", until: "2026-09-10"), on: Self.today) == nil)
        let serious = Self.running("2025-09-10", until: "2028-09-10", grade: .serious)
        #expect(rule.shortening(of: serious, on: Self.today) == nil)
        let unknown = Self.running("2025-09-10", until: "2028-09-10", grade: nil)
        #expect(rule.shortening(of: unknown, on: Self.today) == nil)
        #expect(rule.shortening(of: Self.running("2018-01-02", until: "2028-09-10"), on: Self.today) == nil)
        let running = Self.running("2025-09-10", until: "2028-09-10")
        #expect(PublicationRule.whileValid.shortening(of: running, on: Self.today) == nil)
    }

    @Test func `启用前已入库的与启用后才报送的，公示到同一天，从不更长`() throws {
        var dice = Dice(state: 11)
        let (before, after) = (PublicationRule.byGrade(Self.old), PublicationRule.byGrade(Self.new))
        var shortened = 0
        for _ in 0..<20_000 {
            let decided = Day("2019-07-01")! + Int(dice.next() % 2_700)
            let received = decided + Int(dice.next() % 400)
            let grade = OffenceGrade.allCases[Int(dice.next() % 3)]
            let stored = try #require(before.publication(of: Self.facts(decided, received, grade)))
            let known = try #require(after.publication(of: Self.facts(decided, received, grade)))
            guard case .until(let until) = stored.period, received < Day("2026-04-01")! else { continue }
            let found = after.shortening(
                of: RunningPublication(
                    id: "r", version: 1, decided: decided, received: received, grade: grade, until: until),
                on: Self.today)
            #expect((found?.last ?? until) <= until)
            #expect(known.period == .until(found?.last ?? until))
            if let found {
                shortened += 1
                let again = RunningPublication(
                    id: "r", version: 1, decided: decided, received: received, grade: grade, until: found.last)
                #expect(after.shortening(of: again, on: Self.today) == nil)
            }
        }
        #expect(shortened > 1_000)
    }

    @Test func `不再公示的程度，自启用之日的前一日起终止公示`() throws {
        let none = PublicationRule.GradeStep(
            version: "R2019", from: Day("2019-07-01")!, source: Self.source, light: nil, general: nil, serious: 36,
            summary: .byKind)
        let found = try #require(
            PublicationRule.byGrade([none]).shortening(
                of: Self.running("2025-09-10", until: "2028-09-10"), on: Self.today))
        #expect(found.last == Self.today + -1 && found.by.version == "R2019")
    }

    @Test func `缩短只缩短`() {
        let stored = Publication(
            period: .until(Day("2027-05-29")!), grade: .general, gradeDerived: true, rule: "R2023",
            lastDayByRule: Day("2027-05-29"))
        let by = Publication.Shortening(
            rule: "R2026", from: Day("2026-04-01")!, source: Self.source, recorded: Self.today, position: 7)
        #expect(stored.shortened(to: Day("2028-01-01")!, by: by) == stored)
        let shortened = stored.shortened(to: Day("2026-03-31")!, by: by)
        #expect(shortened.period == .until(Day("2026-03-31")!) && shortened.shortening == by)
        #expect(!shortened.isPublished(on: Day("2026-04-01")!) && shortened.isPublished(on: Day("2026-03-31")!))
        // What was entered stays what was entered.
        #expect(shortened.lastDayByRule == Day("2027-05-29"))
    }

    @Test func `the bytes of the events are these`() throws {
        let shortening = Event.publication(
            .shortened(
                PublicationShortening(
                    kind: "administrative-penalty", rule: "R2026", from: Day("2026-04-01")!, source: Self.source,
                    ends: [
                        .init(id: "01a", version: 1, last: Day("2026-03-31")!),
                        .init(id: "01b", version: 12, last: Day("2026-09-10")!),
                    ])))
        let text =
            #"{"clause":"第三十条","document":"规则","ends":["01a 1 2026-03-31","01b 12 2026-09-10"],"#
            + #""event":"publication.shortened","from":"2026-04-01","kind":"administrative-penalty","rule":"R2026"}"#
        #expect(String(decoding: shortening.body, as: UTF8.self) == text)
        #expect(try Event(body: shortening.body) == shortening && shortening.eventClass == "publication")
        let review = Event.publication(
            .reviewed(
                PublicationReview(
                    rules: RulesAdoption(pack: "zhongwei", version: "2", digest: "ab"), looked: 30, shortened: 2)))
        #expect(
            String(decoding: review.body, as: UTF8.self)
                == #"{"digest":"ab","event":"publication.reviewed","looked":30,"pack":"zhongwei","shortened":2,"version":"2"}"#
        )
        #expect(try Event(body: review.body) == review)
        for broken in [
            text.replacingOnce("01a 1 2026-03-31", "01a 1"), text.replacingOnce("2026-03-31", "2026-02-30"),
            text.replacingOnce("01b 12", "01b x"), text.replacingOnce(#""rule":"R2026""#, #""rulx":"R2026""#),
        ] {
            #expect(throws: CanonicalFault.self) { try Event(body: Array(broken.utf8)) }
        }
    }
}

extension String {
    fileprivate func replacingOnce(_ old: String, _ new: String) -> String {
        guard let range = self.firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func firstRange(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }

    private func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
