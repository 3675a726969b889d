extension People {
    /// 设立组织 under another, with the codes it holds besides its own. The day may be past: a body is older than its entry.
    public func found(
        _ code: String, name: String, level: Organisation.Level, under parent: String, codes: [String] = [], from: Day,
        paper: String?, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        try check(by, administers: parent, on: day)
        try check(code: code)
        try People.check(name, People.organisationName)
        guard organisations[parent]?.exists(on: day) ?? false else { throw .noOrganisation(parent) }
        for other in codes where self.codes[other] != nil { throw .badCode(other) }
        return .organisation(
            OrganisationEvent(
                organisation: code,
                change: .founded(name: name, level: level, parent: parent, codes: People.held(code, codes)), from: from,
                paper: paper, by: by))
    }

    /// 更名, from a day on; old documents keep the old name.
    public func rename(
        _ code: String, to name: String, from: Day, paper: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        try check(standing: code, by: by, paper: paper, on: day)
        try People.check(name, People.organisationName)
        return .organisation(
            OrganisationEvent(organisation: code, change: .renamed(name: name), from: from, paper: paper, by: by))
    }

    /// 调整隶属, from a day on that is not past.
    public func place(
        _ code: String, under parent: String, from: Day, paper: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        try check(standing: code, by: by, paper: paper, on: day)
        try check(standing: parent, by: by, paper: paper, on: day)
        guard from >= day else { throw .past(from) }
        guard organisations[code]?.parents != nil else { throw .circle }
        // Whatever moves later is known by now: neither on the day nor afterwards may the tree close to a ring.
        let days = [from] + organisations.values.flatMap { $0.parents?.steps.map(\.from) ?? [] }.filter { $0 > from }
        for day in days where superiors(of: parent, on: day).contains(code) { throw .circle }
        return .organisation(
            OrganisationEvent(organisation: code, change: .placed(under: parent), from: from, paper: paper, by: by))
    }

    /// 撤并: from a day on that is not past, everybody and every code passes to the other organisation.
    public func merge(
        _ code: String, into other: String, from: Day, paper: String, by: String, on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        try check(standing: code, by: by, paper: paper, on: day)
        try check(standing: other, by: by, paper: paper, on: day)
        guard from >= day else { throw .past(from) }
        let isAbove = organisations.values.contains {
            $0.code != code && $0.ending == nil && ($0.parents?.latest == code || $0.parents?.value(on: from) == code)
        }
        guard code != other, organisations[code]?.parents != nil, organisations[code]?.ending == nil,
            organisations[other]?.ending == nil, !isAbove
        else { throw .cannotMerge(code) }
        let people = accounts.values.filter { $0.closed == nil && $0.posts.latest == code }.map(\.id).sorted()
        return .organisation(
            OrganisationEvent(
                organisation: code,
                change: .merged(into: other, accounts: people, codes: codes(of: code, on: from)), from: from,
                paper: paper,
                by: by))
    }

    /// 职责划转: from a day on that is not past, these codes and these people pass to the other organisation.
    public func moveDuties(
        _ held: [String], and people: [String], from code: String, to other: String, since: Day, paper: String,
        by: String,
        on day: Day
    ) throws(AccessProblem) -> PeopleEvent {
        try check(standing: code, by: by, paper: paper, on: day)
        try check(standing: other, by: by, paper: paper, on: day)
        guard since >= day else { throw .past(since) }
        guard code != other, !held.isEmpty || !people.isEmpty else { throw .codeNotHeld(code) }
        for each in held where holder(of: each, on: since) != code { throw .codeNotHeld(each) }
        for id in people {
            guard let known = accounts[id] else { throw .noAccount(id) }
            guard known.isOpen(on: since), known.posts.value(on: since) == code else { throw .closed(known.signIn) }
            guard id != by else { throw .ownRights }
        }
        try check(remainsWithout: Set(people), on: since)
        return .organisation(
            OrganisationEvent(
                organisation: code,
                change: .dutiesMoved(to: other, accounts: people.sorted(), codes: held.sorted()), from: since,
                paper: paper, by: by))
    }

    private func check(standing code: String, by: String, paper: String, on day: Day) throws(AccessProblem) {
        guard organisations[code]?.exists(on: day) ?? false else { throw .noOrganisation(code) }
        try check(by, administers: code, on: day)
        try People.check(paper, People.paper)
    }

    func check(_ by: String, administers organisation: String, on day: Day) throws(AccessProblem) {
        guard accounts[by] != nil else { throw .noAccount(by) }
        guard administers(by, organisation, on: day) else { throw .notAdministrator(organisation: organisation) }
    }

    func check(code: String) throws(AccessProblem) {
        let isCode = code.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard isCode, (2...64).contains(code.utf8.count), organisations[code] == nil, codes[code] == nil else {
            throw .badCode(code)
        }
    }

    /// What is written about people and papers is short, and no identity number.
    static func check(_ text: String, _ what: (title: Label, most: Int)) throws(AccessProblem) {
        guard text.contains(where: { !$0.isWhitespace }), text.count <= what.most,
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }),
            ResidentNumber.masking(text) == text
        else { throw .badText(what.title) }
    }

    static func held(_ own: String, _ others: [String]) -> [String] { [own] + others.filter { $0 != own }.sorted() }

    static let organisationName = (title: Label("组织名称", "name of the organisation"), most: 60)
    static let personName = (title: Label("姓名", "person's name"), most: 40)
    static let reason = (title: Label("事由", "reason"), most: 400)
    static let paper = (title: Label("文号", "number of the paper"), most: 80)
}
