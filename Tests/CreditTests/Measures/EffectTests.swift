import Testing

@testable import Credit

@Suite struct EffectTests {
    /// Made-up chance that can be repeated (SplitMix64).
    struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private func apply(
        _ measure: Measure, on entry: ListingStanding, footing: EffectEdge.Footing = .validity,
        basis: String = "某令第三条", until: Day? = nil, isPublished: Bool = true,
        bases: ListingBases = ListingStory.sound, officer: Officer = ListingStory.handler, day: Day? = nil
    ) throws(MeasureProblem) -> EffectEvent {
        try Effect.apply(
            measure, resting: footing, on: entry, basis: basis, by: "finance", until: until,
            in: ListingStory.measures, isPublished: isPublished, bases: bases, officer: officer, id: "EFF-1",
            day: day ?? entry.service.served)
    }

    private func problem(_ body: () throws -> EffectEvent) -> MeasureProblem? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? MeasureProblem
        }
    }

    @Test func `清单以外、决定书未写明的措施不得采取`() throws {
        var story = ListingStory()
        let entry = try story.stand()
        let awards = ListingStory.measure("limit-awards", .management)
        #expect(problem { try apply(awards, on: entry) } == nil)
        #expect(problem { try apply(ListingStory.measure("other", .management), on: entry) } == .notListed)
        #expect(
            problem { try apply(ListingStory.measure("market-credit-reports", .voluntary), on: entry) } == .voluntary)
        #expect(problem { try apply(awards, on: entry, basis: "") } == .noBasis)
        #expect(problem { try apply(awards, on: entry, officer: ListingStory.stranger) } == .otherOrgan)
        let last = entry.end.certainUntil
        #expect(problem { try apply(awards, on: entry, until: last + 1) } == .endsAfterEntry(last))
        #expect(problem { try apply(awards, on: entry, day: last + 1) } == .entryOver)
        #expect(problem { try apply(awards, on: entry, footing: .publication, isPublished: false) } == .notPublished)
    }

    @Test func `异议期间不得采取新的裁量性措施，法定措施照常`() throws {
        var story = ListingStory()
        let entry = try story.stand()
        let awards = ListingStory.measure("limit-awards", .management)
        let contested = ListingBases(fallen: [], contested: ["r1"])
        #expect(problem { try apply(awards, on: entry, bases: contested) } == .contested)
        #expect(problem { try apply(awards, on: entry, basis: ListingStory.binding, bases: contested) } == nil)
    }

    @Test func `措施是法定还是裁量，依规则包所载条文，不由经办人选择`() throws {
        var story = ListingStory()
        let entry = try story.stand()
        func nature(_ basis: String) throws -> Measure.Effect? {
            // What the officer brings is not asked: a measure of the same code that calls itself bound.
            let own = Measure(
                code: "limit-awards", order: 1, category: .management, name: Label("限", "limit"),
                listed: .init(from: ListingStory.day, source: ListingStory.source), targets: nil,
                bases: [.init(source: Source(document: "自拟"), effect: .bound, words: Label("自拟", "own"))], note: nil)
            guard case .applied(let effect) = try apply(own, on: entry, basis: basis).step else { return nil }
            return effect.nature
        }
        #expect(try nature(ListingStory.binding) == .bound)
        #expect(try nature("自拟") == .discretionary)
        #expect(try nature("某法 第二十三条") == .discretionary)
    }

    @Test func `所依托的记录被撤回的，不得据此采取措施`() throws {
        var story = ListingStory()
        let entry = try story.stand()
        let awards = ListingStory.measure("limit-awards", .management)
        let fallen = ListingBases(fallen: ["r1"], contested: [])
        #expect(
            problem { try apply(awards, on: entry, basis: ListingStory.binding, bases: fallen) } == .baseFallen("r1"))
    }

    @Test func `实施单位反馈执行结果，未执行须写明理由`() throws {
        var story = ListingStory()
        let entry = try story.stand()
        let day = entry.service.served
        guard case .applied(let effect) = try apply(ListingStory.measure("limit-awards", .management), on: entry).step
        else { return }
        let finance = Officer(account: "f1", name: "庚", organ: "finance")
        func told(_ outcome: EffectReport.Outcome, by officer: Officer, isLive: Bool = true, on at: Day)
            -> MeasureProblem?
        {
            problem {
                try effect.report(
                    EffectReport(day: at, outcome: outcome, amount: nil), isLive: isLive, by: officer, on: at)
            }
        }
        let done = EffectReport.Outcome.executed(matter: "评优〔2026〕1号", result: "未推荐")
        #expect(told(done, by: ListingStory.handler, on: day) == .notExecutor)
        #expect(told(done, by: finance, on: day + -1) == .reportDay(day))
        #expect(told(.notExecuted(reason: ""), by: finance, on: day) == .reportIncomplete)
        #expect(told(.executed(matter: "", result: "x"), by: finance, on: day) == .reportIncomplete)
        #expect(told(done, by: finance, isLive: false, on: day) == .fallen)
        #expect(told(done, by: finance, on: day) == nil)
        #expect(told(.notExecuted(reason: "没有办理事项"), by: finance, isLive: false, on: day) == nil)
    }

    @Test(arguments: [1 as UInt64, 2, 3, 20_260_701])
    func `no live effect stands under a base that is dead in the way it rests on`(seed: UInt64) {
        var chance = Chance(state: seed)
        var (lived, fell) = (0, 0)
        for _ in 0..<2_000 {
            let count = Int.random(in: 2...9, using: &chance)
            var edges: [EffectEdge] = []
            var standings: [String: EffectGraph.Standing] = [:]
            for node in 0..<count {
                if Int.random(in: 0..<12, using: &chance) > 0 {
                    standings["n\(node)"] = EffectGraph.Standing(
                        isValid: Int.random(in: 0..<8, using: &chance) > 0,
                        isPublished: Int.random(in: 0..<4, using: &chance) > 0)
                }
                for base in 0..<count where base != node && Int.random(in: 0..<count, using: &chance) == 0 {
                    edges.append(
                        EffectEdge(
                            node: "n\(node)", base: "n\(base)",
                            footing: Bool.random(using: &chance) ? .validity : .publication))
                }
            }
            let graph = EffectGraph(edges: edges, standings: standings)
            for edge in edges where graph.isLive(edge.node) {
                let base = standings[edge.base]
                #expect(edge.footing == .validity ? base?.isValid == true : base?.isPublished == true)
                // Alive, everything under it is alive too: what rests on validity fell with no mere publication.
                #expect(graph.isLive(edge.base))
            }
            for node in 0..<count where standings["n\(node)"]?.isValid == true {
                if graph.isLive("n\(node)") { lived += 1 } else { fell += 1 }
            }
            // Where every base is valid, only an edge on a publication can have felled anything.
            let valid = EffectGraph(
                edges: edges.filter { $0.footing == .validity },
                standings: Dictionary(
                    uniqueKeysWithValues: (0..<count).map {
                        ("n\($0)", EffectGraph.Standing(isValid: true, isPublished: false))
                    }))
            for node in 0..<count { #expect(valid.isLive("n\(node)")) }
        }
        #expect(lived > 1_000 && fell > 1_000)
    }
}
