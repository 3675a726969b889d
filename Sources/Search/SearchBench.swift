/// 检索测评: asks an index a list of questions, takes the time of each and counts the right answers.
public struct SearchBench: Sendable {
    /// One question.
    public struct Question: Sendable {
        /// What kind of question it is; figures are given for each.
        public let group: String
        /// What is typed.
        public let text: String
        /// The documents of which each is a right answer; empty where only the time counts.
        public let right: [UInt32]

        /// A question with its right answers.
        public init(group: String, text: String, right: [UInt32]) {
            self.group = group
            self.text = text
            self.right = right
        }

        /// A question of a line `group <tab> text <tab> documents, comma-separated`; nil for any other line.
        public init?(line: some StringProtocol) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3 else { return nil }
            self.init(
                group: String(fields[0]), text: String(fields[1]),
                right: fields[2].split(separator: ",").compactMap { UInt32($0) })
        }
    }

    /// What came out for one group of questions.
    public struct Figure: Sendable {
        /// The group; `all` for the questions of all groups.
        public let group: String
        /// How many questions.
        public let count: Int
        /// Half of the answers took less, 99 of 100, and the slowest.
        /// - Unit: nanoseconds; each the median over the rounds.
        public let median, p99, slowest: UInt64
        /// Questions a second, one after the other: median over the rounds, lowest and highest round.
        public let perSecond, perSecondLow, perSecondHigh: Double
        /// How many of the questions that have a right answer got it as the first, among the first five, among the
        /// first twenty; and how many have one.
        public let first, firstFive, firstTwenty, judged: Int
    }

    /// The questions.
    public let questions: [Question]

    /// A bench for these questions.
    public init(questions: [Question]) { self.questions = questions }

    /// Asks all questions in several rounds, each one group after the other, and gives the figures by group.
    ///
    /// - Parameter now: a clock that only goes forward, in nanoseconds.
    public func run(_ index: NameIndex, rounds: Int = 5, now: () -> UInt64) -> [Figure] {
        var groups: [String] = []
        for question in questions where !groups.contains(question.group) { groups.append(question.group) }
        return groups.map { group in
            run(index, group, questions.filter { $0.group == group }, rounds: rounds, now: now)
        }
    }

    /// The figure of the questions of some groups taken together, as a visitor's mix.
    public func run(
        _ index: NameIndex, mix groups: Set<String>, rounds: Int = 5, now: () -> UInt64
    ) -> Figure {
        run(index, "all", questions.filter { groups.contains($0.group) }, rounds: rounds, now: now)
    }

    private func run(
        _ index: NameIndex, _ group: String, _ questions: [Question], rounds: Int, now: () -> UInt64
    ) -> Figure {
        var times: [[UInt64]] = []
        for _ in 0..<max(rounds, 1) {
            var round: [UInt64] = []
            round.reserveCapacity(questions.count)
            for question in questions {
                let start = now()
                _ = index.search(question.text)
                round.append(now() - start)
            }
            times.append(round.sorted())
        }
        let rates = times.map { round in
            Double(round.count) * 1e9 / Double(max(round.reduce(0, +), 1))
        }.sorted()
        var (first, firstFive, firstTwenty, judged) = (0, 0, 0, 0)
        for question in questions where !question.right.isEmpty {
            judged += 1
            guard case .hits(let hits) = index.search(question.text) else { continue }
            let right = Set(question.right)
            guard let place = hits.firstIndex(where: { right.contains($0.document) }) else { continue }
            first += place < 1 ? 1 : 0
            firstFive += place < 5 ? 1 : 0
            firstTwenty += place < 20 ? 1 : 0
        }
        func middle(_ share: Double) -> UInt64 {
            let values = times.map { $0.isEmpty ? 0 : $0[min($0.count - 1, Int(Double($0.count) * share))] }.sorted()
            return values[values.count / 2]
        }
        return Figure(
            group: group, count: questions.count, median: middle(0.5), p99: middle(0.99), slowest: middle(1),
            perSecond: rates[rates.count / 2], perSecondLow: rates[0], perSecondHigh: rates[rates.count - 1],
            first: first, firstFive: firstFive, firstTwenty: firstTwenty, judged: judged)
    }
}
