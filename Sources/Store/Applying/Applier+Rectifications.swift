import Credit

extension Applier {
    /// A step of an order to mend or a warning talk: the case as its entries make it, in one row.
    func apply(_ event: RectificationEvent, at position: Int, on day: Day) throws {
        let before = try CaseHistory(transaction, entries: entries).steps(ofRectification: event.id)
        let steps = before.map { (day: $0.day, event: $0.event) } + [(day: day, event: event)]
        guard let made = Rectification(steps) else {
            throw StoreProblem.impossibleEvent(detail: "rectification \(event.id)")
        }
        let opening = made.opening
        var meeting: Day?
        if case .talk(_, let day, _) = opening.demand { meeting = day }
        try transaction.run("INSERT INTO rectification_step (id, position) VALUES (\(event.id), \(position))")
        try transaction.run("DELETE FROM rectification WHERE id = \(event.id)")
        try transaction.run(
            """
            INSERT INTO rectification (id, demand, record, subject, organ, stage, opened_day, closed_day, \
            meeting, position)
            VALUES (\(event.id), \(opening.demand.word), \(opening.record), \(opening.entity.key.text), \
            \(opening.by.organ), \(made.stage.word), \(made.openedOn.description), \(made.closedOn?.description), \
            \(meeting?.description), \(position))
            """)
    }

    /// A step of a formal notice; its tables say whose it is and where it stands, and nothing of what it says.
    func apply(_ event: NoticeEvent, at position: Int, on day: Day) throws {
        let before = try CaseHistory(transaction, entries: entries).steps(ofNotice: event.id)
        let steps = before.map { (day: $0.day, event: $0.event) } + [(day: day, event: event)]
        guard let made = FormalNotice(steps) else { throw StoreProblem.impossibleEvent(detail: "notice \(event.id)") }
        try transaction.run("INSERT INTO notice_step (id, position) VALUES (\(event.id), \(position))")
        try transaction.run("DELETE FROM notice WHERE id = \(event.id)")
        try transaction.run(
            """
            INSERT INTO notice (id, organ, stage, is_open, position)
            VALUES (\(event.id), \(made.draft.by.organ), \(made.stage.word), \(.truth(!made.stage.isClosed)), \
            \(position))
            """)
    }
}
