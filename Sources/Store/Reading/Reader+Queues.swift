import Credit

/// 待办案件: an open case as the tables hold it: what a queue is ordered, counted and searched by, without its steps.
public struct QueuedCase: Sendable, Equatable {
    /// Id of the case.
    public let id: String
    /// Key text of the subject.
    public let subject: String
    /// Its name, where the case itself has one.
    public let name: String?
    /// 约谈之日; nil for a case that no meeting is called in.
    public let meeting: Day?
    /// 时限, those that are done left out.
    public internal(set) var clocks: [QueuedClock]
}

/// 待办时限: a clock as the tables hold it.
public struct QueuedClock: Sendable, Equatable {
    /// Which clock.
    public let key: ClockKey
    /// 承办单位.
    public let organ: String
    /// Where it stands.
    public let state: State
    /// The last day that was told last.
    public let told: Deadline
    /// 当事人期限: whether it is the time of whoever the case concerns.
    public let isOfParty: Bool

    /// 状态.
    public enum State: String, Sendable {
        /// 计算中.
        case running
        /// 中止.
        case stopped
        /// 已办结.
        case finished
    }
}

/// 待办的读取: each queue in one statement along an index, however many cases wait.
extension Reader {
    /// The open objections whose turn it is at an organ, in the order of their ids.
    ///
    /// - Throws: `StoreProblem`.
    public func queuedObjections(at organ: String) throws -> [QueuedCase] {
        try queued(
            """
            SELECT objection.id, objection.subject, NULL, NULL, \(Reader.clockColumns) FROM objection
            \(Reader.openClocks) objection.id WHERE objection.turn = ? ORDER BY objection.id
            """, [.text(organ)])
    }

    /// The open objections that wait for another organ of which a clock under `base` may be over on a day, in the order of
    /// their ids, each with all its clocks.
    ///
    /// - Parameter isCertain: whether the days told are those of the calendar in use; else all that wait elsewhere.
    /// - Throws: `StoreProblem`.
    public func queuedObjections(
        elsewhereThan organ: String, pastClock base: String, on day: Day, isCertain: Bool
    ) throws -> [QueuedCase] {
        let late = """
            AND objection.id IN (SELECT case_id FROM case_clock WHERE state IN ('running', 'stopped')
            AND state <> 'finished' AND deadline < ? AND code >= ? AND code < ?)
            """
        // Codes of a clock that was started again follow its own: `objection-source`, `objection-source-2`.
        let values: [SQLValue] = [.text(day.description), .text(base), .text(base + ".")]
        return try queued(
            """
            SELECT objection.id, objection.subject, NULL, NULL, \(Reader.clockColumns) FROM objection
            JOIN case_clock ON case_clock.case_id = objection.id
            WHERE objection.turn IS NOT NULL AND objection.turn <> ? \(isCertain ? late : "") ORDER BY objection.id
            """, [.text(organ)] + (isCertain ? values : []))
    }

    /// The open orders to mend and warning talks of an organ, in the order of their ids.
    ///
    /// - Throws: `StoreProblem`.
    public func queuedRectifications(of organ: String) throws -> [QueuedCase] {
        try queued(
            """
            SELECT rectification.id, rectification.subject, NULL, rectification.meeting, \(Reader.clockColumns)
            FROM rectification \(Reader.openClocks) rectification.id
            WHERE rectification.organ = ? AND rectification.closed_day IS NULL ORDER BY rectification.id
            """, [.text(organ)])
    }

    /// The commitments that an organ has and that are neither fulfilled, withdrawn nor broken, in the order of their ids.
    ///
    /// - Throws: `StoreProblem`.
    public func queuedCommitments(of organ: String) throws -> [QueuedCase] {
        try queued(
            """
            SELECT commitment.id, commitment.subject, commitment.name, NULL, \(Reader.clockColumns) FROM commitment
            \(Reader.openClocks) commitment.id WHERE commitment.organ = ?
            AND commitment.stage NOT IN ('fulfilled', 'withdrawn', 'breached') ORDER BY commitment.id
            """, [.text(organ)])
    }

    /// The clocks of the open repairs that wait for an organ, those that are done too, by the ids of their cases.
    ///
    /// - Throws: `StoreProblem`.
    public func queuedClocks(ofRepairsAt organ: String) throws -> [String: [QueuedClock]] {
        let cases = try queued(
            """
            SELECT repair.id, repair.subject, NULL, NULL, \(Reader.clockColumns) FROM repair
            JOIN case_clock ON case_clock.case_id = repair.id
            WHERE repair.is_open = 1 AND (repair.turn = ? OR repair.recogniser = ?) ORDER BY repair.id
            """, [.text(organ), .text(organ)])
        return Dictionary(uniqueKeysWithValues: cases.map { ($0.id, $0.clocks) })
    }

    /// 检索用名称: the present name of a subject, and whether it is found by its full name only (R10); nil where nothing
    /// is known under the key.
    ///
    /// - Throws: `StoreProblem`.
    public func searchedName(of key: String) throws -> (name: String?, isWholeOnly: Bool)? {
        try transaction.first("SELECT name, is_trader FROM subject WHERE key = \(key)") {
            ($0.optionalText(0).map { ResidentNumber.masking($0) }, $0.truth(1))
        }
    }

    private static let clockColumns =
        "case_clock.code, case_clock.organ, case_clock.state, case_clock.deadline, case_clock.missing, "
        + "case_clock.is_of_party"

    private static let openClocks = "LEFT JOIN case_clock ON case_clock.state <> 'finished' AND case_clock.case_id ="

    /// Rows of cases, each with one of its clocks, put together by case.
    private func queued(_ text: String, _ values: [SQLValue]) throws -> [QueuedCase] {
        var cases: [QueuedCase] = []
        try transaction.statement(text).each(values) { row in
            let id = row.text(0)
            if cases.last?.id != id {
                cases.append(
                    QueuedCase(
                        id: id, subject: row.text(1), name: row.optionalText(2),
                        meeting: row.optionalText(3).flatMap { Day($0) }, clocks: []))
            }
            guard !row.isNull(4) else { return }
            guard let state = QueuedClock.State(rawValue: row.text(6)), let day = Day(row.text(7)) else {
                throw StoreProblem.refused(detail: "clock \(id)")
            }
            cases[cases.count - 1].clocks.append(
                QueuedClock(
                    key: ClockKey(caseID: id, code: row.text(4)), organ: row.text(5), state: state,
                    told: row.optionalInteger(8).map { .unknown(atEarliest: day, missingYear: $0) } ?? .on(day),
                    isOfParty: row.truth(9)))
        }
        return cases
    }
}
