extension People {
    /// 首任管理员: the first organisation and the first account, which administers it; only while there is no account.
    public func first(
        account id: String, signIn: String, person: String, organisation code: String, name: String,
        level: Organisation.Level, codes: [String], on day: Day
    ) throws(AccessProblem) -> [PeopleEvent] {
        guard accounts.isEmpty, organisations.isEmpty else { throw .notFirst }
        try check(code: code)
        try check(signIn: signIn)
        try People.check(name, People.organisationName)
        try People.check(person, People.personName)
        return [
            .organisation(
                OrganisationEvent(
                    organisation: code,
                    change: .founded(name: name, level: level, parent: nil, codes: People.held(code, codes)),
                    from: day, paper: nil, by: nil)),
            .account(
                AccountEvent(
                    account: id, change: .opened(signIn: signIn, person: person, organisation: code), from: day, by: nil
                )),
            .account(AccountEvent(account: id, change: .granted(.administer), from: day, by: nil)),
        ]
    }

    /// 开立账号, without any right.
    public func open(
        account id: String, signIn: String, person: String, organisation: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        guard organisations[organisation]?.exists(on: day) ?? false else { throw .noOrganisation(organisation) }
        try check(by, administers: organisation, on: day)
        try check(signIn: signIn)
        try People.check(person, People.personName)
        return .account(
            AccountEvent(
                account: id, change: .opened(signIn: signIn, person: person, organisation: organisation), from: day,
                by: by)
        )
    }

    /// 授予岗位权限, from a day on that is not past.
    public func grant(
        _ duty: Duty, to account: String, from: Day, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        let known = try changeable(account, by: by, on: day)
        guard from >= day else { throw .past(from) }
        guard !known.grants.contains(where: { $0.duty == duty && $0.until == nil }) else { throw .alreadyGranted(duty) }
        return .account(AccountEvent(account: account, change: .granted(duty), from: from, by: by))
    }

    /// 收回岗位权限, from a day on that is not past.
    public func withdraw(
        _ duty: Duty, from account: String, since: Day, reason: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        let known = try changeable(account, by: by, on: day)
        try People.check(reason, People.reason)
        guard since >= day else { throw .past(since) }
        guard known.grants.contains(where: { $0.duty == duty && $0.until == nil }) else { throw .notGranted(duty) }
        if duty == .administer { try check(remainsWithout: [account], on: since) }
        return .account(AccountEvent(account: account, change: .withdrawn(duty, reason: reason), from: since, by: by))
    }

    /// 注销账号, at once.
    public func close(
        _ account: String, reason: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        // Closing one's own account takes rights and gives none: it is allowed unless it is the last administrator's.
        let known = try changeable(account, by: by, on: day, mayBeOwn: true)
        try People.check(reason, People.reason)
        if known.grants.contains(where: { $0.duty == .administer && $0.until == nil }) {
            try check(remainsWithout: [account], on: day)
        }
        return .account(AccountEvent(account: account, change: .closed(reason: reason), from: day, by: by))
    }

    /// 锁定账号, at once: it allows nothing, and its sessions and tokens open nothing, until it is unlocked.
    public func lock(
        _ account: String, reason: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        let known = try changeable(account, by: by, on: day)
        try People.check(reason, People.reason)
        if known.grants.contains(where: { $0.duty == .administer && $0.until == nil }) {
            try check(remainsWithout: [account], on: day)
        }
        return .account(AccountEvent(account: account, change: .locked(reason: reason), from: day, by: by))
    }

    /// 解锁账号, at once.
    public func unlock(
        _ account: String, reason: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        guard let known = accounts[account] else { throw .noAccount(account) }
        guard known.closed == nil else { throw .closed(known.signIn) }
        try check(by, administers: known.posts.value(on: day) ?? known.posts.latest, on: day)
        guard account != by else { throw .ownRights }
        guard known.isLocked(on: day) else { throw .notLocked(known.signIn) }
        try People.check(reason, People.reason)
        return .account(AccountEvent(account: account, change: .unlocked(reason: reason), from: day, by: by))
    }

    /// 重置登录凭据, at once: the password is void and a new set-up secret is handed out.
    public func reset(
        _ account: String, reason: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        _ = try changeable(account, by: by, on: day)
        try People.check(reason, People.reason)
        return .account(AccountEvent(account: account, change: .reset(reason: reason), from: day, by: by))
    }

    /// 授权: `given` is recorded by an administrator of the organisation of whom is stood in for.
    public func authorise(_ given: Authorisation, by: String, on day: Day) throws(AccessProblem) -> PeopleEvent {
        guard given.principal != given.substitute else { throw .samePerson }
        guard given.from >= day else { throw .past(given.from) }
        guard given.until >= given.from, given.until - given.from < Authorisation.longest else {
            throw .badPeriod(most: Authorisation.longest)
        }
        try People.check(given.paper, People.paper)
        let post = try organisation(ofOpen: given.principal, on: given.from)
        let other = try organisation(ofOpen: given.substitute, on: given.from)
        try check(by, administers: post, on: day)
        // Nobody authorises themselves, whatever they administer.
        guard by != given.substitute else { throw .ownRights }
        guard covers(other, post, on: given.from) else { throw .strangers }
        guard !given.duties.isEmpty, given.duties.isDisjoint(with: Authorisation.neverPassed),
            given.duties.isSubset(of: duties(of: given.principal, on: given.from))
        else { throw .cannotPass }
        return .authorisation(.given(given, by: by))
    }

    /// 提前终止授权, from a day on that is not past.
    public func end(
        authorisation id: String, from: Day, reason: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        guard let known = authorisations[id], known.ended == nil, known.until >= day else { throw .noAuthorisation(id) }
        guard from >= day else { throw .past(from) }
        try People.check(reason, People.reason)
        guard let post = accounts[known.principal]?.posts.value(on: day) else { throw .noAuthorisation(id) }
        try check(by, administers: post, on: day)
        return .authorisation(.ended(id: id, from: from, reason: reason, by: by))
    }

    /// The account of an id or sign-in name.
    public func account(named name: String) throws(AccessProblem) -> Account {
        guard let found = accounts[name] ?? accounts.values.first(where: { $0.signIn == name }) else {
            throw .noAccount(name)
        }
        return found
    }

    /// The account, where `by` may change its rights on a day.
    private func changeable(
        _ id: String, by: String, on day: Day, mayBeOwn: Bool = false
    ) throws(AccessProblem) -> Account {
        guard let known = accounts[id] else { throw .noAccount(id) }
        guard !known.isLocked(on: day) else { throw .locked(known.signIn) }
        guard known.isOpen(on: day) else { throw .closed(known.signIn) }
        try check(by, administers: known.posts.value(on: day) ?? known.posts.latest, on: day)
        guard id != by || mayBeOwn else { throw .ownRights }
        return known
    }

    private func organisation(ofOpen account: String, on day: Day) throws(AccessProblem) -> String {
        guard let known = accounts[account] else { throw .noAccount(account) }
        guard let officer = officer(account, on: day) else { throw .closed(known.signIn) }
        return officer.organ
    }

    /// Somebody who administers the root has to be left from that day on without these accounts.
    func check(remainsWithout leaving: Set<String>, on day: Day) throws(AccessProblem) {
        guard let root else { throw .lastAdministrator }
        let remains = accounts.values.contains { other in
            !leaving.contains(other.id) && other.closed == nil && !other.isLocked(on: day)
                && other.posts.latest == root.code
                && other.grants.contains { $0.duty == .administer && $0.until == nil && $0.from <= day }
        }
        guard remains else { throw .lastAdministrator }
    }

    private func check(signIn: String) throws(AccessProblem) {
        guard Account.isSignInName(signIn) else { throw .badName(signIn) }
        // A name that was used before would make old papers point at another person.
        guard !accounts.values.contains(where: { $0.signIn == signIn }) else { throw .nameTaken(signIn) }
    }
}
