import Testing

@testable import Credit

/// 守信、荣誉名单: who has something adverse against them stands on none, and no person in trade does (R1).
@Suite struct MeritTests {
    private static let tainted = ListingBases(fallen: [], contested: [], adverse: ["p1"])

    private func problem(_ body: () throws -> Void) -> ListingProblem? {
        do {
            try body()
            return nil
        } catch {
            return error as? ListingProblem
        }
    }

    private func propose(
        _ code: String = "91640500MA75X0000U", _ target: Target = .enterprise, isTrader: Bool = false,
        _ bases: ListingBases = ListingStory.sound, trader: Source? = nil
    ) -> ListingProblem? {
        problem {
            _ = try ListingCandidate.propose(
                ListingStory.opening(code, target: target),
                under: ListingStory.list(kind: .red, rank: .localDocument, term: nil, trader: trader), level: .city,
                isTrader: isTrader, bases: bases, by: ListingStory.handler, id: "LST-1", on: ListingStory.day)
        }
    }

    @Test func `在失信名单内或者有在效不良信息的，不得列入守信名单`() throws {
        #expect(propose("91640500MA75X0000U", .enterprise, isTrader: false, Self.tainted) == .notClean("p1"))
        #expect(propose() == nil)
        // What comes up on the way stops it there, and afterwards it can only be taken off.
        var story = ListingStory(
            list: ListingStory.list(kind: .red, rank: .localDocument, term: nil),
            procedure: ListingStory.procedure(notice: .notOwed))
        try story.propose()
        guard case .candidate(let candidate) = try story.listing().stage else { return }
        story.take(
            try candidate.weighWithoutNotice(
                story.weighing(), under: story.list, procedure: story.procedure, by: ListingStory.handler,
                on: story.today))
        for (step, officer) in [
            ("handler", ListingStory.handler), ("section", ListingStory.section), ("legal", ListingStory.legal),
        ] {
            guard case .weighed(let weighed) = try story.listing().stage else { return }
            story.take(try weighed.sign(.init(step: step, agrees: true, opinion: "同意"), by: officer, on: story.today))
        }
        guard case .cleared(let cleared) = try story.listing().stage else {
            Issue.record("not cleared")
            return
        }
        func decide(
            _ end: ListingEnd, measures: [String] = [], _ bases: ListingBases = ListingStory.sound
        ) throws -> ListingEvent {
            try cleared.decide(
                story.decision(end, measures: measures), under: story.list, measures: ListingStory.measures,
                bases: bases, isTrader: false, by: ListingStory.leader, on: story.today)
        }
        let longest = story.today.adding(months: ListingEnd.longestReview)
        #expect(problem { _ = try decide(.lastDay(longest), measures: [], Self.tainted) } == .notClean("p1"))
        #expect(problem { _ = try decide(.lastDay(longest + 1)) } == .endTooLong(longest))
        #expect(
            problem { _ = try decide(.lastDay(longest), measures: ["limit-awards"]) }
                == .measureNotListed("limit-awards"))
        story.take(try decide(.lastDay(longest)))
        guard case .decided(let decided) = try story.listing().stage else { return }
        let service = Delivery(way: .post, begun: story.today, served: story.today, proof: nil)
        #expect(
            problem { _ = try decided.serve(service, bases: Self.tainted, by: ListingStory.handler, on: story.today) }
                == .notClean("p1"))
        // A decision that was not served is dropped for it, and for nothing else.
        let listing = try story.listing()
        #expect(
            problem {
                _ = try listing.drop(
                    reason: "r", bases: ListingStory.sound, by: ListingStory.leader, on: story.today)
            } == .outOfOrder)
        _ = try listing.drop(reason: "出现不良信息", bases: Self.tainted, by: ListingStory.leader, on: story.today)
    }

    @Test func `个体工商户和个人独资企业不按守信程度列名单`() {
        #expect(propose("92640500MA75X0000U", .soleTrader, trader: ListingStory.source) == .traderByMerit)
        #expect(propose(isTrader: true) == .traderByMerit)
    }
}
