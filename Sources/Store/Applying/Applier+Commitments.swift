import Credit

extension Applier {
    /// A step of a commitment: the case with this step in it is made from its events, so that no step out of order can be
    /// applied, not even from a log, and no breach without its chain (R4).
    func apply(_ event: CommitmentEvent, at position: Int) throws {
        let history = CaseHistory(transaction, entries: entries)
        let events = try history.steps(ofCommitment: event.commitment).map(\.event) + [event]
        guard let made = CommitmentCase(events) else {
            throw StoreProblem.impossibleEvent(detail: "commitment \(event.commitment)")
        }
        if case .signed(let letter) = event.step {
            try transaction.run(
                """
                INSERT INTO commitment (id, number, kind, matter, subject, name, organ, stage, is_public, made, \
                missing, record, first_position, last_position)
                VALUES (\(made.id), \(letter.number), \(letter.kind), \(letter.matter), \(letter.subject.text), \
                \(letter.name), \(made.keeper), \(made.stage.word), \
                \(.truth(letter.publicity == .open && !letter.isSoleTrader)), \(letter.made.description), \
                \(made.outstanding.count), NULL, \(position), \(position))
                """)
        } else {
            try transaction.run(
                """
                UPDATE commitment SET organ = \(made.keeper), stage = \(made.stage.word), \
                missing = \(made.outstanding.count), record = \(made.breach?.record), last_position = \(position)
                WHERE id = \(made.id)
                """)
        }
        try transaction.run(
            """
            INSERT INTO commitment_step (commitment, position, day, step, account)
            VALUES (\(made.id), \(position), \(event.day.description), \(event.word), \(event.by.account))
            """)
        try supervise(made, event, at: position)
    }

    /// 重点监管: rests on the validity of the record that says that the promise was broken (R5).
    private func supervise(_ made: CommitmentCase, _ event: CommitmentEvent, at position: Int) throws {
        guard let breach = made.breach else { return }
        let edge = breach.supervision(of: made.id)
        switch event.step {
        case .decisionServed:
            try transaction.run(
                """
                INSERT INTO key_supervision (id, commitment, record, subject, organ, from_day, until_day, \
                first_position, last_position)
                VALUES (\(edge.node), \(made.id), \(breach.record), \(made.letter.subject.text), \(made.keeper), \
                \(breach.service.served.description), \(breach.decision.supervisedUntil.description), \(position), \
                \(position))
                """)
            try add(edge, at: position)
        case .released:
            let changed = try transaction.run(
                """
                UPDATE key_supervision SET released_day = \(event.day.description), last_position = \(position)
                WHERE id = \(edge.node) AND released_day IS NULL
                """)
            guard changed == 1 else { throw StoreProblem.impossibleEvent(detail: edge.node) }
        default: break
        }
    }
}

extension CaseHistory {
    /// The steps of a commitment, with the place of each in the log.
    func steps(ofCommitment id: String) throws -> [(position: Int, event: CommitmentEvent)] {
        let steps = try transaction.rows(
            "SELECT position FROM commitment_step WHERE commitment = \(id) ORDER BY position"
        ) { $0.integer(0) }
        return try events(at: steps).map { step in
            guard case .commitment(let event) = step.event else {
                throw StoreProblem.unknownEvent(position: step.position)
            }
            return (step.position, event)
        }
    }
}
