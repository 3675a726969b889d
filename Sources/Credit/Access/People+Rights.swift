extension People {
    /// 岗位权限 of an account on a day; none where it is closed or unknown, its organisation is not there, or nobody
    /// granted any.
    public func duties(of account: String, on day: Day) -> Set<Duty> {
        guard let account = accounts[account], officer(account.id, on: day) != nil else { return [] }
        return Set(Duty.allCases.filter { account.isGranted($0, on: day) })
    }

    /// 所属组织 of an account on a day; nil where that organisation is not there.
    public func organisation(of account: String, on day: Day) -> Organisation? {
        guard let code = accounts[account]?.posts.value(on: day), let found = organisations[code],
            found.exists(on: day)
        else { return nil }
        return found
    }

    /// The officer of an account on a day, in own right; nil where it is closed or belongs to nothing.
    public func officer(_ account: String, on day: Day) -> Officer? {
        guard let known = accounts[account], known.isOpen(on: day), let organ = organisation(of: account, on: day)
        else { return nil }
        return Officer(
            account: account, name: known.person, organ: organ.code, codes: Set(codes(of: organ.code, on: day)))
    }

    /// 代行: the officer of an account who stands in for another on a day, and what may be done so: never more than the
    /// paper names and than the other may do that day; nil where no authorisation holds.
    public func officer(
        _ account: String, standingInFor principal: String, on day: Day
    ) -> (officer: Officer, duties: Set<Duty>)? {
        guard let own = officer(account, on: day), let post = organisation(of: principal, on: day),
            let known = accounts[principal], known.isOpen(on: day)
        else { return nil }
        let papers = authorisations.values.filter {
            $0.principal == principal && $0.substitute == account && $0.holds(on: day)
        }
        guard !papers.isEmpty else { return nil }
        let named = papers.reduce(into: Set<Duty>()) { $0.formUnion($1.duties) }
        let officer = Officer(
            account: account, name: own.name, organ: post.code, standingInFor: principal,
            codes: Set(codes(of: post.code, on: day)))
        return (officer, named.intersection(duties(of: principal, on: day)).subtracting(Authorisation.neverPassed))
    }

    /// 可代行: whom an account may stand in for on a day, by id.
    public func principals(of account: String, on day: Day) -> [String] {
        let found = Set(authorisations.values.filter { $0.substitute == account && $0.holds(on: day) }.map(\.principal))
        return found.filter { officer(account, standingInFor: $0, on: day) != nil }.sorted()
    }

    /// 现行承接单位: which organisation a code has on a day; what was begun under a code goes on with whoever holds it.
    public func holder(of code: String, on day: Day) -> String? { codes[code]?.value(on: day) }

    /// The codes that an organisation holds on a day, its own first.
    public func codes(of organisation: String, on day: Day) -> [String] {
        let held = codes.filter { $0.value.value(on: day) == organisation }.keys.sorted()
        return held.filter { $0 == organisation } + held.filter { $0 != organisation }
    }

    /// Whether one organisation is the other or stands above it on a day.
    public func covers(_ upper: String, _ lower: String, on day: Day) -> Bool {
        superiors(of: lower, on: day).contains(upper)
    }

    /// 上级: the organisation itself and those above it on a day, nearest first.
    public func superiors(of organisation: String, on day: Day) -> [String] {
        var found: [String] = []
        var next: String? = organisation
        while let code = next, !found.contains(code), let node = organisations[code] {
            found.append(code)
            next = node.parents?.value(on: day)
        }
        return found
    }

    /// Whether an account administers an organisation on a day: its own and those below it.
    public func administers(_ account: String, _ organisation: String, on day: Day) -> Bool {
        guard duties(of: account, on: day).contains(.administer), let own = self.organisation(of: account, on: day)
        else { return false }
        return covers(own.code, organisation, on: day)
    }

    /// The root of the tree; nil before the first organisation.
    public var root: Organisation? { organisations.values.first { $0.parents == nil } }

    /// How many may decide on a day, by the codes of their organisations.
    public func deciders(on day: Day) -> [String: Int] {
        accounts.keys.reduce(into: [:]) { counts, account in
            guard duties(of: account, on: day).contains(.decide), let own = organisation(of: account, on: day) else {
                return
            }
            counts[own.code, default: 0] += 1
        }
    }

    /// Of an organisation of more, somebody is left beside the first officer and whom that one stands in for.
    public static let mostOfFew = 2

    /// 复核人资格: why an account may be second officer of an organ in a case; nil where it may not. Who was first, or
    /// stood in for the first, never may. Where nobody else of a county or township may decide, the city office above it
    /// may.
    ///
    /// - Source: domain practice 27.
    public func secondOfficer(
        _ account: String, of organ: String, first: Officer, on day: Day
    ) -> SecondOfficer? {
        guard account != first.account, account != first.standingInFor,
            duties(of: account, on: day).contains(.decide), let own = organisation(of: account, on: day)
        else { return nil }
        if own.code == organ { return .ownOrgan }
        guard let body = organisations[organ], [.county, .township].contains(body.level), own.level == .city,
            covers(own.code, organ, on: day)
        else { return nil }
        let others = accounts.keys.filter { other in
            other != first.account && other != first.standingInFor && duties(of: other, on: day).contains(.decide)
                && organisation(of: other, on: day)?.code == organ
        }
        return others.isEmpty ? .cityOffice : nil
    }
}

/// 复核人来源: why somebody may be second officer.
public enum SecondOfficer: String, Hashable, Sendable, CaseIterable {
    /// 本单位.
    case ownOrgan = "own-organ"
    /// 市级代为复核: for a county of one.
    case cityOffice = "city-office"

    /// What it is called.
    public var title: Label {
        switch self {
        case .ownOrgan: Label("本单位复核", "Reviewed by the own organ")
        case .cityOffice: Label("县（区）仅一人，由市级复核", "Reviewed by the city office for a county of one")
        }
    }
}
