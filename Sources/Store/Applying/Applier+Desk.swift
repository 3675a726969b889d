import Credit

extension Applier {
    /// What a department did to its own records.
    func apply(_ event: DeskEvent, at position: Int, on day: Day) throws {
        switch event {
        case .revised(let revision):
            var ground: String?
            if case .withdrawal(let why) = revision.change { ground = why.rawValue }
            try transaction.run(
                """
                INSERT INTO revision (id, record, version, ground, day, position)
                VALUES (\(revision.id), \(revision.record), \(revision.version), \(ground), \(day.description), \
                \(position))
                """)
        case .sampled(let sample):
            try transaction.run(
                """
                INSERT INTO batch_sample (id, batch, department, first_position, last_position)
                VALUES (\(sample.id), \(sample.batch), \(sample.department), \(position), NULL)
                """)
        case .found(let id, _, _):
            let found = try transaction.run(
                "UPDATE batch_sample SET last_position = \(position) WHERE id = \(id) AND last_position IS NULL")
            guard found == 1 else { throw StoreProblem.impossibleEvent(detail: "sample \(id)") }
        }
    }
}
