import Credit

/// 规则启用结果: what came of taking rules into use.
public struct RulesTakeover: Sendable, Equatable {
    /// Whether they are other rules than those in use before.
    public let isNew: Bool
    /// How many publications that ran were looked at; none where no look was due.
    public let looked: Int
    /// How many of them end earlier now.
    public let shortened: Int
    /// The clocks of cases whose last day their calendar moved.
    public let redated: [ClockEvent]
}

extension Ledger {
    /// 启用规则: takes rules into use. Where they are other ones than before, all publications that run are looked through,
    /// and those of which the rules known now leave less end earlier, each by an event (R6); clocks of cases that their calendar
    /// moves are dated anew.
    ///
    /// It writes a little at a time, so that others may write in between. Broken off, it goes on when it is called again:
    /// what was shortened already is found as short as it must be. Nothing is ever lengthened.
    ///
    /// - Parameters:
    ///   - now: the instant at which something is recorded.
    ///   - portion: how many publications are looked at in one write.
    ///   - watch: is told after each portion how many have been looked at and how many of them end earlier.
    /// - Throws: `StoreProblem`, `ProofProblem`, or what `watch` throws; what was recorded until then stays.
    @discardableResult public func adopt(
        _ rules: Rules, at now: () -> Instant, portion: Int = 4_000,
        watch: (_ looked: Int, _ shortened: Int) throws -> Void = { _, _ in }
    ) throws -> RulesTakeover {
        let adoption = RulesAdoption(pack: rules.code, version: rules.version, digest: rules.digest)
        let (isNew, wasPending) = try read { (try $0.rulesInUse() != adoption, try $0.isReviewPending()) }
        var redated: [ClockEvent] = []
        if isNew {
            let instant = now()
            try record(at: instant) { reader in
                let events = try reader.adopting(rules, on: instant.day)
                redated = events.compactMap { if case .clock(let event) = $0 { event } else { nil } }
                return events
            }
        }
        guard try wasPending || read({ try $0.isReviewPending() }) else {
            return RulesTakeover(isNew: isNew, looked: 0, shortened: 0, redated: redated)
        }
        var (looked, shortened) = (0, 0)
        for kind in rules.kinds {
            guard case .byGrade = kind.publication else { continue }
            var last: RunningPublication?
            repeat {
                let found = try shorten(kind, after: last, at: now(), portion: portion)
                last = found.last
                looked += found.looked
                shortened += found.shortened
                try watch(looked, shortened)
            } while last != nil
        }
        let review = PublicationReview(rules: adoption, looked: looked, shortened: shortened)
        try record(at: now()) { _ in [.publication(.reviewed(review))] }
        return RulesTakeover(isNew: isNew, looked: looked, shortened: shortened, redated: redated)
    }

    /// Looks through the next publications of a kind; `last` is nil after the last of them.
    private func shorten(
        _ kind: RecordKind, after place: RunningPublication?, at instant: Instant, portion: Int
    ) throws -> (last: RunningPublication?, looked: Int, shortened: Int) {
        try record(at: instant) { reader in
            let running = try reader.runningPublications(
                kind: kind.code, on: instant.day, after: place, limit: portion)
            let events = kind.shortenings(of: running, on: instant.day)
            let count = events.reduce(0) { $0 + $1.ends.count }
            return (
                Change(events: events.map { .publication(.shortened($0)) }),
                (running.count < portion ? nil : running.last, running.count, count)
            )
        }.outcome
    }
}
