import Credit

extension Reader {
    /// 案件事件: places in the log of everything that happened in a case, in order: its own steps, its clocks, its letters
    /// with what happened to them, and the effects that rest on it.
    ///
    /// Every derived table of steps is asked, so a new kind of case is in it by having one.
    ///
    /// - Throws: `StoreProblem`.
    public func positions(ofCase id: String) throws -> [Int] {
        var positions: Set<Int> = []
        let letters = try transaction.rows("SELECT id FROM letter WHERE case_id = \(id)") { $0.text(0) }
        let effects = try transaction.rows("SELECT node FROM edge WHERE base = \(id)") { $0.text(0) }
        for table in TableComparison.steps {
            let statement = try transaction.statement(
                "SELECT position FROM \(table.name) WHERE \(table.columns[0]) = ?")
            for node in [id] + letters + effects {
                try statement.each([.text(node)]) { positions.insert($0.integer(0)) }
            }
        }
        // What is done in one act, or in two, has no table of steps.
        let acts = try transaction.rows(
            """
            SELECT position FROM revision WHERE id = \(id)
            UNION SELECT first_position FROM batch_sample WHERE id = \(id)
            UNION SELECT last_position FROM batch_sample WHERE id = \(id) AND last_position IS NOT NULL
            UNION SELECT first_position FROM batch WHERE id = \(id)
            UNION SELECT last_position FROM batch WHERE id = \(id) AND last_position IS NOT NULL
            """
        ) { $0.integer(0) }
        positions.formUnion(acts)
        if let batch = try batch(id) { positions.formUnion(try entered(by: batch)) }
        return positions.sorted()
    }

    /// Places in the log of the versions of a record.
    ///
    /// - Throws: `StoreProblem`.
    public func positions(ofRecord id: String) throws -> [Int] {
        try transaction.rows("SELECT position FROM record WHERE id = \(id) ORDER BY position") { $0.integer(0) }
    }

    /// 适用规则: places of the rules that were in use between two entries, the one in use at the first included.
    ///
    /// - Throws: `StoreProblem`.
    public func rulesInUse(from first: Int, through last: Int) throws -> [(position: Int, rules: RulesAdoption)] {
        let all = try transaction.rows(
            "SELECT position, pack, version, digest FROM rules_adoption WHERE position <= \(last) ORDER BY position"
        ) { ($0.integer(0), RulesAdoption(pack: $0.text(1), version: $0.text(2), digest: $0.text(3))) }
        let begun = all.last { $0.0 <= first }
        return (begun.map { [$0] } ?? []) + all.filter { $0.0 > first }
    }

    /// The entry at a place: its instant, its class and its canonical body; nil where there is none or it was erased.
    ///
    /// - Throws: `StoreProblem`.
    public func entry(at position: Int) throws -> (instant: String, eventClass: String, body: [UInt8])? {
        try transaction.first(
            "SELECT instant, class, body FROM entry WHERE position = \(position) AND body IS NOT NULL"
        ) { ($0.text(0), $0.text(1), $0.bytes(2)) }
    }
}

extension TableComparison {
    /// The tables of steps: what happened to something, by its id and its place in the log.
    static let steps = derived.filter { table in
        table.name.hasSuffix("_step") && table.columns[..<table.keyWidth].contains("position")
    }
}
