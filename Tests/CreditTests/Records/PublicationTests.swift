import Testing

@testable import Credit

/// 公示期限, by the sentences of the rules.
struct PublicationTests {
    private let source = Source(document: "规则")
    private var rule: PublicationRule {
        .byGrade([
            .init(
                version: "R2019", from: Day("2019-07-01")!, source: source, light: nil, general: 12, serious: 36,
                summary: .byKind),
            .init(
                version: "R2023", from: Day("2023-05-01")!, source: source, light: nil, general: 36, serious: 36,
                summary: .notCollected),
            .init(
                version: "R2026", from: Day("2026-04-01")!, source: source, light: nil, general: 12, serious: 36,
                summary: .light),
        ])
    }

    private func facts(
        decided: String, received: String, given: OffenceGrade? = nil, derived: OffenceGrade? = .general,
        wished: String? = nil, summary: Bool = false
    ) -> PublicationFacts {
        PublicationFacts(
            decided: Day(decided), received: Day(received)!, validUntil: nil, reviewBy: nil,
            wishedUntil: wished.flatMap { Day($0) }, givenGrade: given, derivedGrade: derived, summaryProcedure: summary
        )
    }

    @Test func `一般失信信息最长公示一年，自处罚决定之日起算`() {
        let publication = rule.publication(of: facts(decided: "2026-05-06", received: "2026-05-08"))
        #expect(publication?.period == .until(Day("2027-05-06")!))
        #expect(publication?.rule == "R2026")
        #expect(publication?.gradeDerived == true)
    }

    @Test func `严重失信信息最长公示三年`() {
        let publication = rule.publication(of: facts(decided: "2026-05-06", received: "2026-05-08", derived: .serious))
        #expect(publication?.period == .until(Day("2029-05-06")!))
    }

    @Test func `轻微失信信息不予公示`() {
        let publication = rule.publication(of: facts(decided: "2026-05-06", received: "2026-05-08", derived: .light))
        #expect(publication?.period == .none(.light))
    }

    @Test func `新规则缩短正在进行的公示期，从不延长`() {
        // Three years under R2023, of which R2026 leaves one.
        let shortened = rule.publication(of: facts(decided: "2025-06-06", received: "2026-05-08"))
        #expect(shortened?.period == .until(Day("2026-06-06")!))
        #expect(shortened?.lastDayByRule == Day("2028-06-06"))
        // One year under R2019 stays one year under R2023, which has three.
        let kept = rule.publication(of: facts(decided: "2023-01-10", received: "2023-06-01"))
        #expect(kept?.period == .until(Day("2024-01-10")!))
    }

    @Test func `新规则施行前已满新期限的，公示到施行前一日为止`() {
        let publication = rule.publication(of: facts(decided: "2024-06-06", received: "2026-05-08"))
        #expect(publication?.period == .until(Day("2026-03-31")!))
    }

    @Test func `新规则自施行之日起缩短仍在公示的，收到在先的也一样，施行前已满原期限的不受影响`() {
        let running = rule.publication(of: facts(decided: "2024-06-06", received: "2024-06-10"))
        #expect(running?.period == .until(Day("2026-03-31")!))
        #expect(running?.lastDayByRule == Day("2027-06-06"))
        let over = rule.publication(of: facts(decided: "2022-03-07", received: "2022-03-10"))
        #expect(over?.period == .until(Day("2023-03-07")!))
    }

    @Test func `报送的公示截止期更早的从其早，更晚的不从`() {
        let earlier = rule.publication(of: facts(decided: "2026-05-06", received: "2026-05-08", wished: "2026-12-31"))
        #expect(earlier?.period == .until(Day("2026-12-31")!))
        let later = rule.publication(of: facts(decided: "2026-05-06", received: "2026-05-08", wished: "2099-12-31"))
        #expect(later?.period == .until(Day("2027-05-06")!))
    }

    @Test func `适用简易程序的行政处罚信息不归集`() {
        #expect(rule.publication(of: facts(decided: "2024-06-06", received: "2024-06-10", summary: true)) == nil)
        let light = rule.publication(of: facts(decided: "2026-06-06", received: "2026-06-10", summary: true))
        #expect(light?.period == .none(.light))
    }

    @Test func `失信程度无法推定的不公示`() {
        let publication = rule.publication(of: facts(decided: "2026-05-06", received: "2026-05-08", derived: nil))
        #expect(publication?.period == .none(.gradeUnknown))
    }

    @Test func `没有可用规则的日子不猜测`() {
        let publication = rule.publication(of: facts(decided: "2018-05-06", received: "2018-05-08"))
        #expect(publication?.period == .none(.ruleUnknown))
    }

    @Test func `公示期从不超过任何已施行规则的最长期限`() {
        var source = Dice(state: 5)
        for _ in 0..<5_000 {
            let decided = Day("2019-07-01")! + Int(source.next() % 2_900)
            let received = decided + Int(source.next() % 900)
            let grade = OffenceGrade.allCases[Int(source.next() % 3)]
            let found = rule.publication(
                of: PublicationFacts(
                    decided: decided, received: received, validUntil: nil, reviewBy: nil, wishedUntil: nil,
                    givenGrade: grade, derivedGrade: nil, summaryProcedure: false))
            guard case .until(let last)? = found?.period, case .byGrade(let steps) = rule else { continue }
            #expect(last <= decided.adding(months: 36))
            for step in steps where step.from <= max(decided, received) && step.from > decided {
                let most = step.months(for: grade).map { decided.adding(months: $0) } ?? step.from
                #expect(last <= max(most, step.from + -1))
            }
        }
    }
}

/// Numbers for property tests, the same every time.
struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 17
    }
}
