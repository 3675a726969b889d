/// 人员名册: organisations, accounts and authorisations as the events of the store make them. What an account may do on a
/// day follows from it and from nothing else; what no event allows is not allowed.
public struct People: Sendable, Equatable {
    /// 组织, by code.
    public private(set) var organisations: [String: Organisation]
    /// 账号, by id.
    public private(set) var accounts: [String: Account]
    /// 授权, by id.
    public private(set) var authorisations: [String: Authorisation]
    /// 职责代码沿革: which organisation holds a code on a day.
    public private(set) var codes: [String: Succession<String>]
    /// 经办人绑定, by id of the agent: the newest of each.
    public private(set) var bindings: [String: AgentBinding]

    /// Nobody.
    public init() { self.init(organisations: [:], accounts: [:], authorisations: [:], codes: [:]) }

    /// Those that were read.
    public init(
        organisations: [String: Organisation], accounts: [String: Account], authorisations: [String: Authorisation],
        codes: [String: Succession<String>], bindings: [String: AgentBinding] = [:]
    ) {
        self.organisations = organisations
        self.accounts = accounts
        self.authorisations = authorisations
        self.codes = codes
        self.bindings = bindings
    }

    /// Takes in the next event of the log.
    public mutating func apply(_ event: PeopleEvent) {
        switch event {
        case .organisation(let event): apply(event)
        case .account(let event): apply(event)
        case .authorisation(.given(let given, _)): authorisations[given.id] = given
        case .authorisation(.ended(let id, let from, _, _)): authorisations[id]?.ended = from
        case .agent(.bound(let binding)): bindings[binding.agent] = binding
        case .agent(.unbound(let agent, let from, _, _)): bindings[agent]?.ended = from
        case .seal: break
        }
    }

    private mutating func apply(_ event: OrganisationEvent) {
        func step(_ value: String) -> Succession<String>.Step {
            Succession.Step(from: event.from, value: value, paper: event.paper)
        }
        switch event.change {
        case .founded(let name, let level, let parent, let held):
            organisations[event.organisation] = Organisation(
                code: event.organisation, level: level, founded: event.from, names: Succession(step(name)),
                parents: parent.map { Succession(step($0)) })
            for code in held { hold(code, step(event.organisation)) }
        case .renamed(let name): organisations[event.organisation]?.names.take(step(name))
        case .placed(let parent): organisations[event.organisation]?.parents?.take(step(parent))
        case .merged(let into, let people, let held):
            organisations[event.organisation]?.ending = Organisation.Ending(
                day: event.from, into: into, paper: event.paper)
            for account in people { accounts[account]?.posts.take(step(into)) }
            for code in held { hold(code, step(into)) }
        case .dutiesMoved(let to, let people, let held):
            for account in people { accounts[account]?.posts.take(step(to)) }
            for code in held { hold(code, step(to)) }
        }
    }

    private mutating func hold(_ code: String, _ step: Succession<String>.Step) {
        if codes[code] == nil { codes[code] = Succession(step) } else { codes[code]?.take(step) }
    }

    private mutating func apply(_ event: AccountEvent) {
        switch event.change {
        case .opened(let signIn, let person, let organisation):
            accounts[event.account] = Account(
                id: event.account, signIn: signIn, person: person, opened: event.from,
                posts: Succession(Succession.Step(from: event.from, value: organisation, paper: nil)))
        case .granted(let duty):
            accounts[event.account]?.grants.append(Account.Grant(duty: duty, from: event.from, by: event.by))
        case .withdrawn(let duty, _):
            guard var account = accounts[event.account] else { return }
            for index in account.grants.indices
            where account.grants[index].duty == duty && account.grants[index].until == nil {
                account.grants[index].until = event.from
            }
            accounts[event.account] = account
        case .closed: accounts[event.account]?.closed = event.from
        case .locked: accounts[event.account]?.locks.append(Account.Lock(from: event.from))
        case .unlocked:
            guard let last = accounts[event.account]?.locks.indices.last else { return }
            accounts[event.account]?.locks[last].until = event.from
        case .reset: break
        }
    }
}
