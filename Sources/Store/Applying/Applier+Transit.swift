import Credit

extension Applier {
    /// Rows about natural persons were sealed, left, or were deleted; a table of marks without content.
    func apply(_ event: TransitEvent, at position: Int, on day: Day) throws {
        switch event {
        case .sealed(let mark):
            try transaction.run(
                """
                INSERT INTO sealed_row (id, batch, kind, department, commitment, sealed_day, delete_on, position)
                VALUES (\(mark.id), \(mark.batch), \(mark.kind), \(mark.department), \(mark.commitment), \
                \(day.description), \(mark.deleteOn.description), \(position))
                """)
        case .exported(let export):
            for id in export.rows {
                let changed = try transaction.run(
                    "UPDATE sealed_row SET exported_day = \(day.description) WHERE id = \(id) AND deleted_day IS NULL")
                guard changed == 1 else { throw StoreProblem.impossibleEvent(detail: "sealed row \(id)") }
            }
        case .deleted(let rows):
            for id in rows {
                let changed = try transaction.run(
                    """
                    UPDATE sealed_row SET deleted_day = \(day.description) WHERE id = \(id) AND deleted_day IS NULL \
                    AND (delete_on <= \(day.description) \
                    OR batch IN (SELECT id FROM batch WHERE state = 'undone'))
                    """)
                guard changed == 1 else { throw StoreProblem.impossibleEvent(detail: "sealed row \(id)") }
            }
        }
    }
}
