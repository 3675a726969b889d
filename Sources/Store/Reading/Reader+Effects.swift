import Credit

/// 待执行措施: a measure as a queue needs it, without its steps.
public struct OpenEffect: Sendable, Hashable {
    /// Id of the effect.
    public let id: String
    /// Code of the measure.
    public let measure: String
    /// Key text of the subject.
    public let subject: String
    /// Its last day; nil where it ends with what it rests on.
    public let until: Day?
}

/// 措施: a measure that rests on an entry, with what came of it.
public struct StoredEffect: Sendable, Equatable {
    /// The measure as it was bound.
    public let effect: Effect
    /// The organ that bound it.
    public let by: Officer
    /// 提前解除之日; nil where it was not lifted.
    public let lifted: Day?
    /// What the executing department told last; nil while it told nothing.
    public let report: EffectReport?
    /// What happened, earliest first, with the place of each in the log.
    public let steps: [(event: EffectEvent, position: Int)]

    /// Equal where all that happened is.
    public static func == (left: StoredEffect, right: StoredEffect) -> Bool {
        left.steps.map(\.position) == right.steps.map(\.position)
    }
}

extension Reader {
    /// An effect; nil where there is none under the id.
    ///
    /// - Throws: `StoreProblem`.
    public func effect(_ id: String) throws -> StoredEffect? {
        var steps: [(event: EffectEvent, position: Int)] = []
        let statement = try transaction.statement(
            "SELECT entry.position, entry.body FROM effect_step JOIN entry ON entry.position = effect_step.position "
                + "WHERE effect_step.effect = ? ORDER BY effect_step.position")
        try statement.each([.text(id)]) { row in
            guard case .effect(let event)? = try? Event(body: row.bytes(1)) else {
                throw StoreProblem.unknownEvent(position: row.integer(0))
            }
            steps.append((event, row.integer(0)))
        }
        guard let first = steps.first, case .applied(let effect) = first.event.step else { return nil }
        var (lifted, report): (Day?, EffectReport?)
        for step in steps {
            switch step.event.step {
            case .applied: break
            case .reported(let told): report = told
            case .lifted: lifted = step.event.day
            }
        }
        return StoredEffect(effect: effect, by: first.event.by, lifted: lifted, report: report, steps: steps)
    }

    /// The effects that a department executes, that are alive on a day and of which nothing was told yet, oldest first.
    ///
    /// - Throws: `StoreProblem`.
    public func openEffects(of department: String, on day: Day) throws -> [OpenEffect] {
        let condition = "effect.department = ? AND effect.outcome IS NULL"
        let live = Set(try Reader.liveEffects(condition, [.text(department)], on: day, in: transaction))
        return try transaction.rows(
            """
            SELECT id, measure, subject, until_day FROM effect
            WHERE department = \(department) AND outcome IS NULL AND lifted_day IS NULL ORDER BY first_position
            """
        ) {
            OpenEffect(
                id: $0.text(0), measure: $0.text(1), subject: $0.text(2),
                until: $0.optionalText(3).flatMap { Day($0) })
        }.filter { live.contains($0.id) }
    }

    /// Ids of everything that rests on a base, at first or second hand, in the order of their ids.
    ///
    /// - Throws: `StoreProblem`.
    public func resting(on base: String) throws -> [String] {
        try transaction.rows(Reader.restingQuery(on: base)) { $0.text(0) }
    }

    static func restingQuery(on base: String) -> SQL {
        """
        WITH RECURSIVE resting (node) AS (
            SELECT node FROM edge WHERE base = \(base)
            UNION SELECT edge.node FROM edge JOIN resting ON edge.base = resting.node
        )
        SELECT node FROM resting ORDER BY node
        """
    }

    /// Ids of the effects that are alive on a day: not begun later, not lifted, not over, and everything that they rest
    /// on carries them in the way in which they rest on it (R5). Of one subject, or of all.
    ///
    /// - Throws: `StoreProblem`.
    public func liveEffects(of subject: String? = nil, on day: Day) throws -> [String] {
        try Reader.liveEffects(of: subject, on: day, in: transaction)
    }

    static func liveEffects(of subject: String?, on day: Day, in transaction: any Transaction) throws -> [String] {
        guard let subject else { return try liveEffects("1 = 1", [], on: day, in: transaction) }
        return try liveEffects("effect.subject = ?", [.text(subject)], on: day, in: transaction)
    }

    private static func liveEffects(
        _ condition: String, _ values: [SQLValue], on day: Day, in transaction: any Transaction
    ) throws -> [String] {
        try transaction.rows(
            SQL(
                text: Reader.liveQuery(condition),
                values: values + Array(repeating: .text(day.description), count: 13))
        ) { $0.text(0) }
    }

    /// The effects that are alive on a day and would end with the publication of a record: those that rest on it, or on the
    /// publication of the entry that it shows.
    ///
    /// - Throws: `StoreProblem`.
    public func effects(onPublicationOf record: String, on day: Day) throws -> [String] {
        let live = Set(try liveEffects(on: day))
        let publication = EffectEdge.Footing.publication.rawValue
        return try transaction.rows(
            """
            SELECT node FROM edge WHERE footing = \(publication)
            AND (base = \(record) OR base IN (SELECT id FROM listing WHERE record = \(record))) ORDER BY node
            """
        ) { $0.text(0) }.filter { live.contains($0) }
    }

    /// Whether an effect is alive on a day.
    ///
    /// - Throws: `StoreProblem`.
    public func isLive(_ effect: StoredEffect, on day: Day) throws -> Bool {
        try liveEffects(of: effect.effect.subject.text, on: day).contains(effect.effect.id)
    }

    /// Climbs from every effect to all it rests on and leaves out those of which one base does not carry the edge. An
    /// entry is published where its record is; a record is valid while it is held and was not withdrawn after an
    /// objection. What an act has ended stays ended.
    private static func liveQuery(_ condition: String) -> String {
        """
        WITH RECURSIVE climb (effect, base, footing) AS (
            SELECT effect.id, edge.base, edge.footing FROM effect JOIN edge ON edge.node = effect.id
            WHERE \(condition) AND effect.from_day <= ?
            AND (effect.lifted_day IS NULL OR effect.lifted_day > ?)
            AND (effect.ended_day IS NULL OR effect.ended_day > ?)
            AND (effect.until_day IS NULL OR effect.until_day >= ?)
            UNION
            SELECT climb.effect, edge.base, edge.footing FROM climb JOIN edge ON edge.node = climb.base
        )
        SELECT DISTINCT climb.effect FROM climb WHERE climb.effect NOT IN (
            SELECT other.effect FROM climb AS other WHERE NOT EXISTS (
                SELECT 1 FROM listing WHERE listing.id = other.base AND listing.listed_from <= ?
                AND (listing.left_day IS NULL OR listing.left_day > ?)
                AND (listing.last_day IS NULL OR listing.last_day >= ?)
                AND (other.footing = 'validity' OR EXISTS (
                    SELECT 1 FROM record WHERE record.id = listing.record AND record.from_day <= ?
                    AND record.until_day > ? AND record.published_until >= ?))
            ) AND NOT EXISTS (
                SELECT 1 FROM record WHERE record.id = other.base AND record.from_day <= ? AND record.until_day > ?
                AND (record.reason IS NULL OR record.reason <> 'withdrawn')
                AND (other.footing = 'validity' OR record.published_until >= ?)
            )
        ) ORDER BY climb.effect
        """
    }
}
