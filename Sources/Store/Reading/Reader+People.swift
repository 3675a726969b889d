import Credit

extension Reader {
    /// 人员名册: organisations, accounts and authorisations as they are recorded.
    ///
    /// - Throws: `StoreProblem`.
    public func people() throws -> People {
        let (names, parents) = (try steps("name"), try steps("parent"))
        var organisations: [String: Organisation] = [:]
        try transaction.statement("SELECT code, level, founded, ended, successor, paper FROM organisation").each([]) {
            row in
            let code = row.text(0)
            guard let level = Organisation.Level(rawValue: row.text(1)), let founded = Day(row.text(2)),
                let named = names[code]
            else { throw StoreProblem.impossibleEvent(detail: "organisation \(code)") }
            let ending = row.optionalText(3).flatMap { Day($0) }.map {
                Organisation.Ending(day: $0, into: row.text(4), paper: row.optionalText(5))
            }
            organisations[code] = Organisation(
                code: code, level: level, founded: founded, names: named, parents: parents[code], ending: ending)
        }
        return People(
            organisations: organisations, accounts: try accounts(), authorisations: try authorisations(),
            codes: try successions(
                "SELECT code, from_day, organisation, paper FROM organisation_code ORDER BY from_day"),
            bindings: try bindings())
    }

    /// The events about people from a position on, in order.
    ///
    /// - Throws: `StoreProblem.unknownEvent` (STORE-119).
    public func peopleEvents(from position: Int) throws -> [PeopleEvent] {
        try transaction.rows(
            """
            SELECT body, position FROM entry
            WHERE position >= \(position) AND class = \(PeopleEvent.eventClass) AND body IS NOT NULL ORDER BY position
            """
        ) { row in
            guard case .people(let event)? = try? Event(body: row.bytes(0)) else {
                throw StoreProblem.unknownEvent(position: row.integer(1))
            }
            return event
        }
    }

    private func steps(_ kind: String) throws -> [String: Succession<String>] {
        try successions(
            """
            SELECT organisation, from_day, value, paper FROM organisation_step WHERE kind = \(kind) ORDER BY from_day
            """)
    }

    /// Rows of key, day, value and paper, in the order of the days.
    private func successions(_ sql: SQL) throws -> [String: Succession<String>] {
        var found: [String: Succession<String>] = [:]
        try transaction.statement(sql.text).each(sql.values) { row in
            guard let from = Day(row.text(1)) else { throw StoreProblem.impossibleEvent(detail: row.text(0)) }
            let step = Succession<String>.Step(from: from, value: row.text(2), paper: row.optionalText(3))
            if found[row.text(0)] == nil {
                found[row.text(0)] = Succession(step)
            } else {
                found[row.text(0)]?.take(step)
            }
        }
        return found
    }

    private func accounts() throws -> [String: Account] {
        let posts = try successions(
            "SELECT account, from_day, organisation, paper FROM account_post ORDER BY from_day")
        var grants: [String: [Account.Grant]] = [:]
        try transaction.statement(
            "SELECT account, duty, from_day, until_day, granted_by FROM account_duty ORDER BY position"
        ).each([]) { row in
            guard let duty = Duty(rawValue: row.text(1)), let from = Day(row.text(2)) else {
                throw StoreProblem.impossibleEvent(detail: "duty of \(row.text(0))")
            }
            let until = row.optionalText(3).flatMap { Day($0) }
            grants[row.text(0), default: []].append(
                Account.Grant(duty: duty, from: from, until: until, by: row.optionalText(4)))
        }
        var locks: [String: [Account.Lock]] = [:]
        try transaction.statement("SELECT account, from_day, until_day FROM account_lock ORDER BY position").each([]) {
            row in
            guard let from = Day(row.text(1)) else {
                throw StoreProblem.impossibleEvent(detail: "lock of \(row.text(0))")
            }
            locks[row.text(0), default: []].append(
                Account.Lock(from: from, until: row.optionalText(2).flatMap { Day($0) }))
        }
        var accounts: [String: Account] = [:]
        try transaction.statement("SELECT id, sign_in, person, opened, closed FROM account").each([]) { row in
            let id = row.text(0)
            guard let opened = Day(row.text(3)), let post = posts[id] else {
                throw StoreProblem.impossibleEvent(detail: "account \(id)")
            }
            accounts[id] = Account(
                id: id, signIn: row.text(1), person: row.text(2), opened: opened, posts: post,
                grants: grants[id] ?? [], closed: row.optionalText(4).flatMap { Day($0) },
                locks: locks[id] ?? [])
        }
        return accounts
    }

    private func authorisations() throws -> [String: Authorisation] {
        var found: [String: Authorisation] = [:]
        try transaction.statement(
            "SELECT id, principal, substitute, duties, from_day, until_day, paper, ended FROM authorisation"
        ).each([]) { row in
            guard let from = Day(row.text(4)), let until = Day(row.text(5)) else {
                throw StoreProblem.impossibleEvent(detail: "authorisation \(row.text(0))")
            }
            let duties = Set(row.text(3).split(separator: ",").compactMap { Duty(rawValue: String($0)) })
            found[row.text(0)] = Authorisation(
                id: row.text(0), principal: row.text(1), substitute: row.text(2), duties: duties, from: from,
                until: until, paper: row.text(6), ended: row.optionalText(7).flatMap { Day($0) })
        }
        return found
    }
}
