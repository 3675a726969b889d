import Credit

extension Applier {
    /// A step of an objection: the case as its entries make it, in one row.
    func apply(_ event: ObjectionEvent, at position: Int, on day: Day) throws {
        let before = try CaseHistory(transaction, entries: entries).steps(ofObjection: event.id)
        let steps = before.map { (day: $0.day, event: $0.event) } + [(day: day, event: event)]
        guard let objection = Objection(steps) else {
            throw StoreProblem.impossibleEvent(detail: "objection \(event.id)")
        }
        let filing = objection.filing
        if case .decided(_, let decision, _) = event, let lastDay = decision.endOfPublication(on: day) {
            // Of the record, not of a version of it: what is handed in again or comes back by undoing a batch stays
            // ended too (R6).
            try end(filing.record, ground: "\(event.id)/\(objection.decisions.count)", on: lastDay, at: position)
        }
        try transaction.run("INSERT INTO objection_step (id, position) VALUES (\(event.id), \(position))")
        try transaction.run("DELETE FROM objection WHERE id = \(event.id)")
        try transaction.run(
            """
            INSERT INTO objection (id, record, subject, ground, stage, turn, freezes, filed_day, closed_day, \
            keeps_note, position)
            VALUES (\(event.id), \(filing.record), \(filing.subject), \(filing.ground.rawValue), \
            \(objection.stage.word), \(objection.turn), \(.truth(filing.freezes)), \
            \(objection.filedOn.description), \(objection.closedOn?.description), \(.truth(objection.keepsNote)), \
            \(position))
            """)
        if case .decided(_, let decision, _) = event, let correction = decision.correction {
            try apply(correction, of: filing, at: position, on: day)
        }
    }
}
