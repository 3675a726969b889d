import Credit

extension Reader {
    /// 措施任务: the measures bound in a month, in the order of the log, as they stood on a day.
    ///
    /// - Parameter department: only those of this organ; nil for all.
    /// - Throws: `StoreProblem`.
    public func measureTasks(in month: Month, department: String?, on day: Day) throws -> [MeasureTask] {
        let rows = try transaction.rows(
            """
            SELECT effect.id, effect.measure, effect.department, effect.from_day, effect.outcome, \
            (SELECT MIN(effect_step.day) FROM effect_step WHERE effect_step.effect = effect.id \
            AND effect_step.step = 'reported')
            FROM effect WHERE effect.from_day >= \(month.first.description) AND effect.from_day <= \
            \(min(month.last, day).description) ORDER BY effect.first_position
            """
        ) { row in
            (
                id: row.text(0), measure: row.text(1), department: row.text(2), from: Day(row.text(3)),
                outcome: row.optionalText(4), told: row.optionalText(5).flatMap { Day($0) }
            )
        }
        let own = rows.filter { department == nil || $0.department == department }
        let live = own.contains { $0.outcome == nil } ? Set(try liveEffects(on: day)) : []
        return own.compactMap { row in
            guard let from = row.from else { return nil }
            let state: MeasureTask.State =
                switch row.outcome {
                case "executed"?: .executed
                case "not-executed"?: .notExecuted
                default: live.contains(row.id) ? .open : .ended
                }
            return MeasureTask(
                measure: row.measure, department: row.department, bound: from, told: row.told, state: state)
        }
    }
}
