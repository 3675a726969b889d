import Credit

extension Applier {
    /// Something happened in a case of repair.
    func apply(_ event: RepairEvent, at position: Int, on day: Day) throws {
        switch event {
        case .filed(let filing): try open(filing, at: position)
        case .stepped: break
        case .executed(let execution):
            // What was shielded for the time is now ended for good.
            let shield = execution.repair + "/shield"
            try transaction.run(
                "DELETE FROM publication_end WHERE record = \(execution.record) AND ground = \(shield)")
            try end(execution.record, ground: execution.repair, on: execution.lastDay, at: position)
            // What ended with the publication is named in the event and stays ended, also where the repair is undone.
            try endEffects(execution.effects, on: execution.day)
            try fall(under: execution.record, on: day, at: position)
        case .revoked(let revocation): try revoke(revocation, at: position, on: day)
        case .shielded(let shield):
            let ground = shield.repair + "/shield"
            if let lastDay = shield.lastDay {
                try end(shield.record, ground: ground, on: lastDay, at: position)
            } else {
                try reopen(shield.record, ground: ground, until: shield.until)
            }
        }
        try transaction.run(
            """
            INSERT INTO repair_step (repair, position, kind, day)
            VALUES (\(event.repair), \(position), \(event.word), \(event.day.description))
            """)
        let stage = event.stageAfter
        let moved = try transaction.run(
            """
            UPDATE repair SET last_position = \(position), stage = COALESCE(\(stage?.rawValue), stage), \
            is_open = COALESCE(\(stage.map { $0.isClosed ? 0 : 1 }), is_open), \
            turn = CASE COALESCE(\(stage?.rawValue), stage) WHEN 'forwarded' THEN recogniser ELSE office END \
            WHERE id = \(event.repair)
            """)
        guard moved == 1 else { throw StoreProblem.impossibleEvent(detail: "repair \(event.repair)") }
    }

    private func open(_ filing: RepairFiling, at position: Int) throws {
        let stage = Repair.Stage.Word.filed
        try transaction.run(
            """
            INSERT INTO repair (id, record, subject, rule, class, office, recogniser, stage, turn, is_open, filed, \
            first_position, last_position)
            VALUES (\(filing.repair), \(filing.record), \(filing.subject), \(filing.rule), \(filing.repairClass), \
            \(filing.office), \(filing.recogniser), \(stage.rawValue), \(filing.office), 1, \
            \(filing.day.description), \(position), \(position))
            """)
    }

    /// Ends the publication of a record: of the version held now, and of any that comes later.
    func end(_ record: String, ground: String, on lastDay: Day, at position: Int) throws {
        try transaction.run(
            """
            INSERT INTO publication_end (record, ground, last_day, position)
            VALUES (\(record), \(ground), \(lastDay.description), \(position))
            """)
        try capPublication(of: record)
    }

    /// 公示不得延长: a record is published no longer than what ended it lets it be, also where it is entered again.
    func capPublication(of record: String) throws {
        try transaction.run(
            """
            UPDATE record SET published_until = \
            (SELECT MIN(last_day) FROM publication_end WHERE publication_end.record = record.id)
            WHERE id = \(record) AND until_day = \(Applier.endless) AND published_until > \
            (SELECT MIN(last_day) FROM publication_end WHERE publication_end.record = record.id)
            """)
    }

    private func revoke(_ revocation: RepairRevocation, at position: Int, on day: Day) throws {
        // Published again it carries nothing that had fallen with it; that would have to be bound anew.
        try fall(under: revocation.record, on: day, at: position)
        try reopen(revocation.record, ground: revocation.repair, until: revocation.until)
        guard let banned = revocation.bannedUntil else { return }
        try transaction.run(
            """
            INSERT INTO repair_ban (subject, repair, until_day, is_firm, position)
            VALUES (\(revocation.subject), \(revocation.repair), \(banned.description), \
            \(.truth(revocation.isFirm)), \(position))
            """)
    }

    /// What ended it is gone: the record is published again until the day, never longer than its own entry says, and
    /// not at all where the day is over.
    private func reopen(_ record: String, ground: String, until: Day?) throws {
        guard let until else { return }
        try transaction.run("DELETE FROM publication_end WHERE record = \(record) AND ground = \(ground)")
        let held = try transaction.first(
            "SELECT position, version, shortened FROM record WHERE id = \(record) AND until_day = \(Applier.endless)"
        ) { (position: $0.integer(0), version: $0.integer(1), shortened: $0.isNull(2) ? nil : $0.integer(2)) }
        guard let held, case .record(let entry)? = try event(at: held.position),
            case .until(let own) = entry.publication.period
        else { return }
        var last = min(own, until)
        // A rule that shortened it while it ran goes on to do so (R6).
        if let shortened = held.shortened, case .publication(.shortened(let event))? = try event(at: shortened),
            let end = event.ends.first(where: { $0.id == record && $0.version == held.version })
        {
            last = min(last, end.last)
        }
        try transaction.run(
            """
            UPDATE record SET published_until = \(last.description)
            WHERE id = \(record) AND until_day = \(Applier.endless) AND published_until IS NOT NULL
            """)
        try capPublication(of: record)
    }

    private func event(at position: Int) throws -> Event? {
        try entries.first("SELECT body FROM entry WHERE position = \(position)") { try? Event(body: $0.bytes(0)) }
            ?? nil
    }
}
