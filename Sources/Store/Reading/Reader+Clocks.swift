import Credit

/// 改期告知: a last day that another calendar or a lengthening moved and of which those concerned are still to be told.
public struct ClockNotice: Sendable, Equatable {
    /// Which clock.
    public let key: ClockKey
    /// 承办单位.
    public let organ: String
    /// The last day told before.
    public let from: Deadline
    /// The last day now.
    public let to: Deadline
    /// The day on which it was moved.
    public let day: Day
    /// Position of the event in the log.
    public let position: Int
}

extension Reader {
    /// A clock of a case; nil where it never started.
    ///
    /// - Throws: `StoreProblem`.
    public func timer(_ key: ClockKey) throws -> CaseTimer? { try history.timer(key) }

    /// The clocks of a case, in the order in which they started.
    ///
    /// - Throws: `StoreProblem`.
    public func timers(of caseID: String) throws -> [CaseTimer] {
        let codes = try transaction.rows(
            """
            SELECT code FROM clock_step WHERE case_id = \(caseID) GROUP BY code ORDER BY MIN(position)
            """
        ) { $0.text(0) }
        return try codes.compactMap { try timer(ClockKey(caseID: caseID, code: $0)) }
    }

    /// What happened to the clocks of a case, in order.
    ///
    /// - Throws: `StoreProblem`.
    public func clockSteps(of caseID: String) throws -> [(position: Int, day: Day, event: ClockEvent)] {
        let positions = try transaction.rows(
            "SELECT position FROM clock_step WHERE case_id = \(caseID) ORDER BY position"
        ) { $0.integer(0) }
        var steps: [(position: Int, day: Day, event: ClockEvent)] = []
        for position in positions {
            try events(from: position, limit: 1) { at, day, event in
                if at == position, case .clock(let event) = event { steps.append((position, day, event)) }
            }
        }
        return steps
    }

    /// Every clock that runs, the one that ends first before the others.
    ///
    /// - Parameter organ: only those of this organ; nil for all.
    /// - Throws: `StoreProblem`.
    public func runningTimers(of organ: String? = nil) throws -> [CaseTimer] {
        let keys = try transaction.rows(
            """
            SELECT case_id, code, organ FROM case_clock WHERE state = 'running' AND state <> 'finished'
            ORDER BY deadline, case_id, code
            """
        ) { (ClockKey(caseID: $0.text(0), code: $0.text(1)), $0.text(2)) }
        return try keys.filter { organ == nil || $0.1 == organ }.compactMap { try timer($0.0) }
    }

    /// Last days that were moved and of which those concerned are still to be told, oldest first.
    ///
    /// - Parameters:
    ///   - organ: only those of this organ; nil for all.
    ///   - caseID: only those of this case; nil for all.
    /// - Throws: `StoreProblem`.
    public func clockNotices(of organ: String? = nil, in caseID: String? = nil) throws -> [ClockNotice] {
        let rows = try transaction.rows(
            SQL(
                text: "SELECT position, case_id, code, organ FROM clock_notice WHERE told IS NULL"
                    + (caseID == nil ? "" : " AND case_id = ?") + " ORDER BY position",
                values: caseID.map { [.text($0)] } ?? [])
        ) { (position: $0.integer(0), key: ClockKey(caseID: $0.text(1), code: $0.text(2)), organ: $0.text(3)) }
        return try rows.filter { organ == nil || $0.organ == organ }.map { row in
            var notice: ClockNotice?
            try events(from: row.position, limit: 1) { position, day, event in
                guard position == row.position, case .clock(let event) = event else { return }
                let moved: (from: Deadline, to: Deadline)? =
                    switch event {
                    case .redated(_, let from, let to): (from, to)
                    case .extended(let key, _, let to):
                        try history.timer(key, before: position).map { ($0.told, to) }
                    default: nil
                    }
                notice = moved.map {
                    ClockNotice(
                        key: event.key, organ: row.organ, from: $0.from, to: $0.to, day: day, position: position)
                }
            }
            guard let notice else { throw StoreProblem.unknownEvent(position: row.position) }
            return notice
        }
    }

    /// Whether an organ is still to tell of a last day that was moved in a case.
    ///
    /// - Throws: `StoreProblem`.
    public func isToBeTold(ofClocksIn caseID: String, by organ: String) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM clock_notice WHERE told IS NULL AND case_id = \(caseID) AND organ = \(organ) LIMIT 1"
        ) { _ in true } ?? false
    }

    /// 规则启用: the events by which other rules come into use, with every last day that their calendar moves; none where
    /// they are in use already.
    ///
    /// - Throws: `StoreProblem`.
    public func adopting(_ rules: Rules, on day: Day) throws -> [Event] {
        guard try !isInUse(rules) else { return [] }
        let calendar = WorkingCalendar(rules.calendar)
        let moved = try runningTimers().compactMap { $0.redating(in: calendar, on: day) }
        return [.rules(RulesAdoption(rules))] + moved.map { .clock($0) }
    }

    /// Whether these are the rules taken into use last, so that every last day in the tables is of their calendar.
    ///
    /// - Throws: `StoreProblem`.
    public func isInUse(_ rules: Rules) throws -> Bool { try rulesInUse() == RulesAdoption(rules) }

    var history: CaseHistory { CaseHistory(transaction, entries: transaction) }
}

extension RulesAdoption {
    /// The rules as the log names them.
    fileprivate init(_ rules: Rules) {
        self.init(pack: rules.code, version: rules.version, digest: rules.digest)
    }
}
