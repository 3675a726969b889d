import Credit

extension Applier {
    /// Something that happened to a clock of a case.
    func apply(_ event: ClockEvent, at position: Int) throws {
        let key = event.key
        var timer: CaseTimer
        if case .started(let start) = event {
            timer = CaseTimer(start)
        } else {
            guard let known = try CaseHistory(transaction, entries: entries).timer(key) else {
                throw StoreProblem.impossibleEvent(detail: "clock \(key.caseID) \(key.code)")
            }
            timer = known
            do {
                try timer.take(event)
            } catch {
                throw StoreProblem.impossibleEvent(detail: "clock \(key.caseID) \(key.code): \(error.code)")
            }
        }
        try transaction.run(
            "INSERT INTO clock_step (case_id, code, position) VALUES (\(key.caseID), \(key.code), \(position))")
        let state = timer.clock.finished != nil ? "finished" : timer.clock.isStopped ? "stopped" : "running"
        var missing: Int?
        if case .unknown(_, let year) = timer.told { missing = year }
        try transaction.run("DELETE FROM case_clock WHERE case_id = \(key.caseID) AND code = \(key.code)")
        try transaction.run(
            """
            INSERT INTO case_clock (case_id, code, organ, state, deadline, missing, is_of_party, position)
            VALUES (\(key.caseID), \(key.code), \(timer.organ), \(state), \(timer.told.earliest.description), \
            \(missing), \(.truth(timer.isOfParty)), \(position))
            """)
        switch event {
        case .redated, .extended:
            try transaction.run(
                """
                INSERT INTO clock_notice (position, case_id, code, organ)
                VALUES (\(position), \(key.caseID), \(key.code), \(timer.organ))
                """)
        case .told(_, let notice, _):
            let told = try transaction.run(
                "UPDATE clock_notice SET told = \(position) WHERE position = \(notice) AND told IS NULL")
            guard told == 1 else { throw StoreProblem.impossibleEvent(detail: "notice \(notice)") }
        default: break
        }
    }
}

/// 办理记录: puts cases and clocks together again from the entries that made them.
struct CaseHistory {
    let transaction: any Transaction
    private let entries: any Transaction

    /// - Parameter entries: where the entries of the log can be read; elsewhere while the log is replayed.
    init(_ transaction: any Transaction, entries: any Transaction) {
        (self.transaction, self.entries) = (transaction, entries)
    }

    /// A clock; nil where it never started.
    ///
    /// - Parameter position: as it was before the entry there; nil for as it is.
    func timer(_ key: ClockKey, before position: Int? = nil) throws -> CaseTimer? {
        let steps = try transaction.rows(
            """
            SELECT position FROM clock_step WHERE case_id = \(key.caseID) AND code = \(key.code) \
            AND position < \(position ?? .max) ORDER BY position
            """
        ) { $0.integer(0) }
        var timer: CaseTimer?
        for step in try events(at: steps) {
            guard case .clock(let event) = step.event else { throw StoreProblem.unknownEvent(position: step.position) }
            if case .started(let start) = event { timer = CaseTimer(start) } else { try timer?.take(event) }
        }
        return timer
    }

    /// The steps of an objection.
    func steps(ofObjection id: String) throws -> [(position: Int, day: Day, event: ObjectionEvent)] {
        let steps = try transaction.rows("SELECT position FROM objection_step WHERE id = \(id) ORDER BY position") {
            $0.integer(0)
        }
        return try events(at: steps).map { step in
            guard case .objection(let event) = step.event else {
                throw StoreProblem.unknownEvent(position: step.position)
            }
            return (step.position, step.day, event)
        }
    }

    /// The steps of an order to mend or a warning talk.
    func steps(ofRectification id: String) throws -> [(position: Int, day: Day, event: RectificationEvent)] {
        let steps = try transaction.rows("SELECT position FROM rectification_step WHERE id = \(id) ORDER BY position") {
            $0.integer(0)
        }
        return try events(at: steps).map { step in
            guard case .rectification(let event) = step.event else {
                throw StoreProblem.unknownEvent(position: step.position)
            }
            return (step.position, step.day, event)
        }
    }

    /// The steps of a formal notice.
    func steps(ofNotice id: String) throws -> [(position: Int, day: Day, event: NoticeEvent)] {
        let steps = try transaction.rows("SELECT position FROM notice_step WHERE id = \(id) ORDER BY position") {
            $0.integer(0)
        }
        return try events(at: steps).map { step in
            guard case .notice(let event) = step.event else {
                throw StoreProblem.unknownEvent(position: step.position)
            }
            return (step.position, step.day, event)
        }
    }

    func events(at positions: [Int]) throws -> [(position: Int, day: Day, event: Event)] {
        let content = try entries.statement("SELECT instant, body FROM entry WHERE position = ?")
        return try positions.map { position in
            let found = try content.first([.integer(position)]) { (Instant($0.text(0)), try? Event(body: $0.bytes(1))) }
            guard case (let instant?, let event?)? = found else { throw StoreProblem.unknownEvent(position: position) }
            return (position, instant.day, event)
        }
    }
}
