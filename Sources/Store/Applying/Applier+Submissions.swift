import Credit

extension Applier {
    /// A file taken, taken in to its end, or undone.
    func apply(_ event: SubmissionEvent, at position: Int, on day: Day) throws {
        switch event {
        case .received(let submission): try open(submission, at: position, on: day)
        case .completed(let result): try close(result, at: position)
        case .undone(let batch, let reason, let officer):
            try undo(batch: batch, reason: reason, by: officer, at: position, on: day)
        }
    }

    private func open(_ submission: Submission, at position: Int, on day: Day) throws {
        try transaction.run(
            """
            INSERT INTO batch (id, kind, department, file, digest, size, received, is_declared, account, person, organ, \
            standing_in_for, recorded_day, state, first_position)
            VALUES (\(submission.batch), \(submission.kind), \(submission.department), \(submission.file), \
            \(submission.digest), \(submission.size), \(submission.received.description), \
            \(.truth(submission.isDeclared)), \(submission.by?.account), \(submission.by?.name), \
            \(submission.by?.organ), \(submission.by?.standingInFor), \(day.description), 'open', \(position))
            """)
    }

    private func close(_ result: SubmissionResult, at position: Int) throws {
        let counts = result.counts
        let closed = try transaction.run(
            """
            UPDATE batch SET state = 'complete', accepted = \(counts.accepted), changed = \(counts.changed), \
            known = \(counts.known), refused = \(counts.refused), persons = \(counts.persons), late = \(counts.late), \
            unknown_timeliness = \(counts.unknownTimeliness), refusals = \(result.refusals), \
            last_position = \(position)
            WHERE id = \(result.batch) AND state = 'open'
            """)
        guard closed == 1 else { throw StoreProblem.impossibleEvent(detail: "batch \(result.batch)") }
        try transaction.run("DELETE FROM import_progress WHERE batch = \(result.batch)")
        for (fault, cells) in result.faults.all {
            try transaction.run(
                """
                INSERT INTO batch_fault (batch, rule, field, cells, position)
                VALUES (\(result.batch), \(fault.rule), \(fault.field), \(cells), \(position))
                """)
        }
    }
}
