import Credit

extension Applier {
    /// Organisations, accounts and authorisations changed, or the access record was sealed.
    func apply(_ event: PeopleEvent, at position: Int) throws {
        switch event {
        case .organisation(let event): try apply(event, at: position)
        case .account(let event): try apply(event, at: position)
        case .authorisation(.given(let given, _)):
            let duties = given.duties.map(\.rawValue).sorted().joined(separator: ",")
            try transaction.run(
                """
                INSERT INTO authorisation (id, principal, substitute, duties, from_day, until_day, paper, position)
                VALUES (\(given.id), \(given.principal), \(given.substitute), \(duties), \(given.from.description), \
                \(given.until.description), \(given.paper), \(position))
                """)
        case .authorisation(.ended(let id, let from, _, _)):
            let ended = try transaction.run(
                """
                UPDATE authorisation SET ended = \(from.description), position = \(position)
                WHERE id = \(id) AND ended IS NULL
                """)
            guard ended == 1 else { throw StoreProblem.impossibleEvent(detail: "authorisation \(id)") }
        case .agent(.bound(let binding)):
            try transaction.run(
                """
                INSERT INTO agent_binding (agent, position, person, code, paper, from_day, until_day, officer)
                VALUES (\(binding.agent), \(position), \(binding.person), \(binding.code), \(binding.paper), \
                \(binding.from.description), \(binding.until.description), \(binding.by.canonical))
                """)
        case .agent(.unbound(let agent, let from, _, _)):
            let ended = try transaction.run(
                """
                UPDATE agent_binding SET ended = \(from.description), ended_position = \(position)
                WHERE agent = \(agent) AND ended IS NULL AND until_day >= \(from.description)
                """)
            guard ended == 1 else { throw StoreProblem.impossibleEvent(detail: "binding of \(agent)") }
        case .seal(let seal):
            try transaction.run(
                "INSERT INTO access_seal (position, lines, head) VALUES (\(position), \(seal.count), \(seal.head))")
        }
    }

    private func apply(_ event: OrganisationEvent, at position: Int) throws {
        let from = event.from.description
        switch event.change {
        case .founded(let name, let level, let parent, let codes):
            try transaction.run(
                """
                INSERT INTO organisation (code, level, founded, position)
                VALUES (\(event.organisation), \(level.rawValue), \(from), \(position))
                """)
            try step(event, "name", name, at: position)
            if let parent { try step(event, "parent", parent, at: position) }
            for code in codes { try hold(code, by: event.organisation, event, at: position) }
        case .renamed(let name): try step(event, "name", name, at: position)
        case .placed(let parent): try step(event, "parent", parent, at: position)
        case .merged(let into, let accounts, let codes):
            let ended = try transaction.run(
                """
                UPDATE organisation SET ended = \(from), successor = \(into), paper = \(event.paper), \
                position = \(position) WHERE code = \(event.organisation) AND ended IS NULL
                """)
            guard ended == 1 else { throw StoreProblem.impossibleEvent(detail: "organisation \(event.organisation)") }
            try pass(accounts, codes, to: into, event, at: position)
        case .dutiesMoved(let to, let accounts, let codes):
            try pass(accounts, codes, to: to, event, at: position)
        }
    }

    private func pass(
        _ accounts: [String], _ codes: [String], to organisation: String, _ event: OrganisationEvent, at position: Int
    ) throws {
        for account in accounts {
            try post(account, organisation, from: event.from, paper: event.paper, at: position)
        }
        for code in codes { try hold(code, by: organisation, event, at: position) }
    }

    private func step(_ event: OrganisationEvent, _ kind: String, _ value: String, at position: Int) throws {
        try transaction.run(
            """
            INSERT INTO organisation_step (organisation, kind, from_day, value, paper, position)
            VALUES (\(event.organisation), \(kind), \(event.from.description), \(value), \(event.paper), \(position))
            ON CONFLICT (organisation, kind, from_day) DO UPDATE SET value = excluded.value, paper = excluded.paper, \
            position = excluded.position
            """)
    }

    private func hold(
        _ code: String, by organisation: String, _ event: OrganisationEvent, at position: Int
    ) throws {
        try transaction.run(
            """
            INSERT INTO organisation_code (code, from_day, organisation, paper, position)
            VALUES (\(code), \(event.from.description), \(organisation), \(event.paper), \(position))
            ON CONFLICT (code, from_day) DO UPDATE SET organisation = excluded.organisation, paper = excluded.paper, \
            position = excluded.position
            """)
    }

    private func post(
        _ account: String, _ organisation: String, from: Day, paper: String?, at position: Int
    ) throws {
        try transaction.run(
            """
            INSERT INTO account_post (account, from_day, organisation, paper, position)
            VALUES (\(account), \(from.description), \(organisation), \(paper), \(position))
            ON CONFLICT (account, from_day) DO UPDATE SET organisation = excluded.organisation, \
            paper = excluded.paper, position = excluded.position
            """)
    }

    private func apply(_ event: AccountEvent, at position: Int) throws {
        let (account, from) = (event.account, event.from.description)
        switch event.change {
        case .opened(let signIn, let person, let organisation):
            try transaction.run(
                """
                INSERT INTO account (id, sign_in, person, opened, position)
                VALUES (\(account), \(signIn), \(person), \(from), \(position))
                """)
            try post(account, organisation, from: event.from, paper: nil, at: position)
        case .granted(let duty):
            try transaction.run(
                """
                INSERT INTO account_duty (account, duty, position, from_day, granted_by)
                VALUES (\(account), \(duty.rawValue), \(position), \(from), \(event.by))
                """)
        case .withdrawn(let duty, _):
            let withdrawn = try transaction.run(
                """
                UPDATE account_duty SET until_day = \(from)
                WHERE account = \(account) AND duty = \(duty.rawValue) AND until_day IS NULL
                """)
            guard withdrawn > 0 else {
                throw StoreProblem.impossibleEvent(detail: "duty \(duty.rawValue) of \(account)")
            }
        case .closed:
            let closed = try transaction.run(
                "UPDATE account SET closed = \(from), position = \(position) WHERE id = \(account) AND closed IS NULL")
            guard closed == 1 else { throw StoreProblem.impossibleEvent(detail: "account \(account)") }
        case .locked:
            try transaction.run(
                "INSERT INTO account_lock (account, position, from_day) VALUES (\(account), \(position), \(from))")
        case .unlocked:
            let unlocked = try transaction.run(
                "UPDATE account_lock SET until_day = \(from) WHERE account = \(account) AND until_day IS NULL")
            guard unlocked == 1 else { throw StoreProblem.impossibleEvent(detail: "lock of \(account)") }
        case .reset: break
        }
    }
}
