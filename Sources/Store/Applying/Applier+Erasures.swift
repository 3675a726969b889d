import Credit

extension Applier {
    /// 依法删除: everything that follows from the entries whose content went is gone; while the log is replayed it was never
    /// there, and both come to the same tables. What remains of the subject is what its other records make it.
    func apply(_ erasure: Erasure, at position: Int, on day: Day) throws {
        let record = erasure.record
        let subjects = try transaction.rows("SELECT DISTINCT subject FROM record WHERE id = \(record)") { $0.text(0) }
        for id in try Reader.cases(of: record, in: transaction) { try eraseLetters(of: id, by: erasure) }
        for (table, steps, key) in Applier.casesOfRecords {
            let ids = try transaction.rows(
                SQL(text: "SELECT id FROM \(table) WHERE record = ?", values: [.text(record)])
            ) { $0.text(0) }
            for id in ids {
                for clocks in ["case_clock", "clock_step", "clock_notice"] {
                    try transaction.run(SQL(text: "DELETE FROM \(clocks) WHERE case_id = ?", values: [.text(id)]))
                }
                try transaction.run(SQL(text: "DELETE FROM \(steps) WHERE \(key) = ?", values: [.text(id)]))
                try transaction.run(SQL(text: "DELETE FROM \(table) WHERE id = ?", values: [.text(id)]))
            }
        }
        for table in ["revision", "publication_end", "zero_conflict"] {
            try transaction.run(SQL(text: "DELETE FROM \(table) WHERE record = ?", values: [.text(record)]))
        }
        try transaction.run("DELETE FROM record WHERE id = \(record)")
        for subject in subjects.sorted() { try self.subjects.retrace(subject) }
        let paper = erasure.paper
        try transaction.run(
            """
            INSERT INTO erasure (record, id, kind, department, ground, was_public, organ, number, paper_day, basis, \
            reason, day, position)
            VALUES (\(record), \(erasure.id), \(erasure.kind), \(erasure.department), \(erasure.ground.rawValue), \
            \(.truth(erasure.wasPublic)), \(paper.organ), \(paper.number), \(paper.date.description), \(paper.basis), \
            \(erasure.reason), \(day.description), \(position))
            """)
        for place in erasure.positions {
            try transaction.run("INSERT INTO erased_entry (place, position) VALUES (\(place), \(position))")
        }
        try keepNumbers(of: erasure.letters, at: position)
    }

    /// The cases that are about one record: table, table of steps and the key in it.
    static let casesOfRecords = [
        ("objection", "objection_step", "id"), ("repair", "repair_step", "repair"),
        ("rectification", "rectification_step", "id"),
    ]
}
