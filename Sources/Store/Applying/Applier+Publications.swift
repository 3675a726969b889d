import Credit

extension Applier {
    /// Publications shortened by a rule, or all looked through.
    func apply(_ event: PublicationEvent, at position: Int, on day: Day) throws {
        switch event {
        case .shortened(let shortening): try shorten(shortening, at: position, on: day)
        case .reviewed(let review):
            try transaction.run(
                """
                INSERT INTO publication_review (position, pack, version, digest, looked, ended_earlier, recorded_day)
                VALUES (\(position), \(review.rules.pack), \(review.rules.version), \(review.rules.digest), \
                \(review.looked), \(review.shortened), \(day.description))
                """)
        }
    }

    /// Each version ends on its new day. One that would end later, or that is not published, is none of ours: an event
    /// that lengthens a publication cannot be applied (R6).
    private func shorten(_ event: PublicationShortening, at position: Int, on day: Day) throws {
        let source = event.source
        try transaction.run(
            """
            INSERT INTO publication_shortening (position, kind, rule, from_day, document, clause, is_unverified, \
            recorded_day, records)
            VALUES (\(position), \(event.kind), \(event.rule), \(event.from.description), \(source.document), \
            \(source.clause), \(.truth(source.mark == .unverified)), \(day.description), \(event.ends.count))
            """)
        let shorten = try transaction.statement(
            "UPDATE record SET published_until = ?, shortened = ? WHERE id = ? AND version = ? AND published_until > ?")
        for end in event.ends where !told.records.contains(end.id) {
            let last = SQLValue.text(end.last.description)
            let changed = try shorten.run([last, .integer(position), .text(end.id), .integer(end.version), last])
            guard changed == 1 else { throw StoreProblem.impossibleEvent(detail: "publication of record \(end.id)") }
        }
    }
}
