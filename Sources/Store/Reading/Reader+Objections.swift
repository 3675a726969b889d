import Credit

/// 异议情况: an objection as it stands, with its steps and their places in the log.
public struct StoredObjection: Sendable {
    /// The case.
    public let objection: Objection
    /// Its steps, earliest first.
    public let steps: [(position: Int, day: Day, event: ObjectionEvent)]
}

extension Reader {
    /// An objection by the id of its case.
    ///
    /// - Throws: `StoreProblem`.
    public func objection(_ id: String) throws -> StoredObjection? {
        let steps = try history.steps(ofObjection: id)
        guard !steps.isEmpty else { return nil }
        guard let objection = Objection(steps.map { (day: $0.day, event: $0.event) }) else {
            throw StoreProblem.unknownEvent(position: steps[0].position)
        }
        return StoredObjection(objection: objection, steps: steps)
    }

    /// 异议标注: what a record says of the objections to it on a day: the one place in which that is decided (R7).
    ///
    /// - Throws: `StoreProblem`.
    public func contest(of record: String, on day: Day) throws -> ContestMark {
        let today = SQLValue.text(day.description)
        return try transaction.statement(Reader.contestQuery + "record = ?")
            .first([today, today, .text(record)]) { Reader.mark($0.optionalInteger(0)) } ?? .none
    }

    /// 异议标注: how many of the records of a subject that are published on a day bear a mark then.
    ///
    /// - Throws: `StoreProblem`.
    public func contestedRecords(of subject: String, on day: Day) throws -> Int {
        let statement = try transaction.statement(
            """
            SELECT COUNT(DISTINCT objection.record) FROM objection JOIN record ON record.id = objection.record
            WHERE objection.subject = ? AND filed_day <= ? AND (closed_day IS NULL OR closed_day > ? OR keeps_note = 1) \
            AND record.from_day <= ? AND record.until_day > ? AND record.published_until >= ?
            """)
        let today = SQLValue.text(day.description)
        return try statement.first([.text(subject), today, today, today, today, today]) { $0.integer(0) } ?? 0
    }

    /// 2 for an open objection, 1 for a note that stays.
    private static let contestQuery =
        "SELECT MAX(CASE WHEN closed_day IS NULL OR closed_day > ? THEN 2 WHEN keeps_note = 1 THEN 1 ELSE 0 END) "
        + "FROM objection WHERE filed_day <= ? AND "

    private static func mark(_ rank: Int?) -> ContestMark {
        switch rank {
        case 2?: .open
        case 1?: .noted
        default: .none
        }
    }

    /// Whether an objection to this record on this ground was ever filed: then another does not begin a freeze anew.
    ///
    /// - Throws: `StoreProblem`.
    public func wasContested(_ record: String, on ground: ObjectionGround) throws -> Bool {
        try transaction.first(
            "SELECT 1 FROM objection WHERE record = \(record) AND ground = \(ground.rawValue) LIMIT 1"
        ) { _ in true } ?? false
    }

    /// 冻结: the times in which the city rests no new discretionary effect on a record.
    ///
    /// - Throws: `StoreProblem`.
    public func freezes(of record: String) throws -> [FreezeGround] {
        try transaction.rows("SELECT id FROM objection WHERE record = \(record) AND freezes = 1 ORDER BY id") {
            $0.text(0)
        }.compactMap { id in
            guard let objection = try objection(id)?.objection else { return nil }
            let answer = try timers(of: id).first {
                $0.key.code == (objection.filing.isOwn ? "objection-own" : "objection-checked")
            }
            return answer.map {
                FreezeGround(
                    record: record, ground: objection.filing.ground, caseID: id, from: objection.filedOn,
                    closedOn: objection.closedOn, clock: $0.clock)
            }
        }
    }

    /// Whether the city may rest no new discretionary effect on a record on a day (R7).
    ///
    /// - Throws: `StoreProblem`.
    public func isFrozen(_ record: String, on day: Day, in calendar: WorkingCalendar) throws -> Bool {
        try freezes(of: record).contains { $0.isInForce(on: day, in: calendar) }
    }

    /// 撤回说明: the ground of the objection by which a record was withdrawn, and the day; nil where none was. Nothing of
    /// what the record said is in it.
    ///
    /// - Throws: `StoreProblem`.
    public func withdrawal(of record: String, on day: Day) throws -> (day: Day, ground: ObjectionGround)? {
        for id in try transaction.rows(
            "SELECT id FROM objection WHERE record = \(record) ORDER BY position DESC",
            {
                $0.text(0)
            })
        {
            guard let objection = try objection(id)?.objection else { continue }
            if let made = objection.decisions.last(where: { $0.decision.correction == .withdrawal && $0.day <= day }) {
                return (made.day, objection.filing.ground)
            }
        }
        return nil
    }

    /// The number that the next version of a record takes; 1 where there was none.
    ///
    /// - Throws: `StoreProblem`.
    public func nextVersion(of record: String) throws -> Int {
        try transaction.first("SELECT MAX(version) FROM record WHERE id = \(record)") { $0.integer(0) + 1 } ?? 1
    }
}
