import Credit

/// 演示主体群: all made-up subjects, none of them kept: each is worked out from the seed and its index when it is needed.
struct Population {
    let count: Int
    private let seed: UInt64
    private let until: Day
    private let regionSlots: [Int]
    private let kinds: [DemoKind]
    private let establishedPlaces: [Int]
    private let drawn: Shuffle
    private let graded: Shuffle

    /// How many enterprises are older than the data; they can have been graded by the tax office.
    let establishedEnterprises: Int

    init(order: SampleOrder) {
        (count, seed, until) = (order.subjects, order.seed, order.until)
        regionSlots = order.city.regions.enumerated().flatMap { Array(repeating: $0, count: min($1.weight, 1000)) }
        var kinds = DemoKind.allCases.flatMap { Array(repeating: $0, count: $0.perHundred) }
        var random = SampleRandom(seed: order.seed, purpose: 1, number: 0)
        // Place 0 stays an enterprise: the smallest city has one.
        for place in stride(from: 99, through: 2, by: -1) { kinds.swapAt(place, 1 + random.below(place)) }
        let places = (0..<100).filter { kinds[$0] == .enterprise && !Population.isNew(place: $0) }
        (self.kinds, establishedPlaces) = (kinds, places)
        let rest = order.subjects % 100
        establishedEnterprises = order.subjects / 100 * places.count + places.count(where: { $0 < rest })
        drawn = Shuffle(count: order.subjects, seed: random.next())
        graded = Shuffle(count: establishedEnterprises, seed: random.next())
    }

    /// The subject of an index.
    subscript(index: Int) -> DemoSubject {
        var random = SampleRandom(seed: seed, purpose: 2, number: index)
        let place = index % 100
        let newest = until.adding(months: -25)
        let founded: Day
        if Population.isNew(place: place) {
            founded = newest + 1 + random.below(until - newest)
        } else {
            // The later of two draws: more subjects are young than old.
            let span = newest - Population.oldest
            founded = Population.oldest + max(random.below(span), random.below(span))
        }
        return DemoSubject(
            index: index, kind: kinds[place], region: regionSlots[random.below(regionSlots.count)], founded: founded,
            until: until, random: random)
    }

    /// A subject of one of some kinds that was there on a day; a few have many records, most have few.
    func draw(_ random: inout SampleRandom, of allowed: [DemoKind], on day: Day) -> DemoSubject {
        for _ in 0..<24 {
            let subject = self[drawn[skewed(&random)]]
            guard allowed.contains(subject.kind), subject.isThere(on: day) else { continue }
            return subject
        }
        return establishedEnterprise(random.below(establishedEnterprises))
    }

    /// The enterprise of an ordinal below `establishedEnterprises`; each ordinal is another one.
    func establishedEnterprise(_ ordinal: Int) -> DemoSubject {
        let ordinal = graded[ordinal]
        return self[ordinal / establishedPlaces.count * 100 + establishedPlaces[ordinal % establishedPlaces.count]]
    }

    /// One in a hundred draws 12 of a hundred records, nine more draw 33, the rest the others.
    private func skewed(_ random: inout SampleRandom) -> Int {
        let large = max(1, count / 100)
        let busy = max(1, count / 10)
        let (from, to): (Int, Int)
        switch random.below(100) {
        case ..<12: (from, to) = (0, large)
        case ..<45: (from, to) = (min(large, count - 1), max(large + 1, busy))
        default: (from, to) = (min(busy, count - 1), max(busy + 1, count))
        }
        let span = min(to, count) - min(from, count - 1)
        return min(from, count - 1) + min(random.below(span), random.below(span))
    }

    private static func isNew(place: Int) -> Bool { place % 12 == 5 }
    private static let oldest = Day(number: 5_479)  // 1985-01-01
}
