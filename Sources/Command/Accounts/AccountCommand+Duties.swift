import ArgumentParser
import Credit
import Store

extension AccountCommand {
    /// `account grant`.
    struct Grant: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "授予岗位权限 · grant duties")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @Option(help: "登录名 · sign-in name") var name: String
        @Option(help: "岗位权限：\(Duty.allCases.map(\.rawValue).joined(separator: "、"))") var duty: [Duty]
        @Option(help: "生效日，默认今天 · first day; default today") var from: Day?

        func run() throws {
            let desk = try PeopleDesk(store)
            try desk.decide("account-grant", by: actor.by) { people, by, day in
                let account = try people.account(named: name).id
                return (
                    try duty.map { try people.grant($0, to: account, from: from ?? day, by: by, on: day) }, []
                )
            }
            Console.line("已授予 \(name)：\(duty.map(\.title.chinese).joined(separator: "、")) · granted")
        }
    }

    /// `account withdraw`.
    struct Withdraw: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "收回岗位权限 · withdraw duties")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @Option(help: "登录名 · sign-in name") var name: String
        @Option(help: "岗位权限 · duty") var duty: [Duty]
        @Option(help: "自哪日起，默认今天 · from which day; default today") var from: Day?
        @Option(help: "事由 · reason") var reason: String

        func run() throws {
            let desk = try PeopleDesk(store)
            try desk.decide("account-withdraw", by: actor.by) { people, by, day in
                let account = try people.account(named: name).id
                let events = try duty.map {
                    try people.withdraw($0, from: account, since: from ?? day, reason: reason, by: by, on: day)
                }
                return (events, [])
            }
            Console.line("已收回 \(name)：\(duty.map(\.title.chinese).joined(separator: "、")) · withdrawn")
        }
    }

    /// `account authorise`: B stands in for A from day to day.
    struct Authorise: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "授权代行：一人在起止日内代另一人办理 · let one stand in for another")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @Option(help: "被代行人的登录名 · who is stood in for") var principal: String
        @Option(help: "代行人的登录名 · who stands in") var substitute: String
        @Option(help: "代行的岗位权限 · duty") var duty: [Duty]
        @Option(help: "首日，默认今天 · first day; default today") var from: Day?
        @Option(help: "末日 · last day") var until: Day
        @Option(help: "授权书文号 · number of the paper") var paper: String

        func run() throws {
            let desk = try PeopleDesk(store)
            let id = desk.id()
            try desk.decide("authorise", by: actor.by) { people, by, day in
                let given = Authorisation(
                    id: id, principal: try people.account(named: principal).id,
                    substitute: try people.account(named: substitute).id, duties: Set(duty), from: from ?? day,
                    until: until, paper: paper)
                return ([try people.authorise(given, by: by, on: day)], [])
            }
            Console.line(id)
        }
    }

    /// `account end-authorisation`.
    struct EndAuthorisation: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "提前终止授权 · end an authorisation early")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @Argument(help: "授权编号 · authorisation") var authorisation: String
        @Option(help: "自哪日起，默认今天 · from which day; default today") var from: Day?
        @Option(help: "事由 · reason") var reason: String

        func run() throws {
            let desk = try PeopleDesk(store)
            try desk.decide("end-authorisation", by: actor.by) { people, by, day in
                (
                    [try people.end(authorisation: authorisation, from: from ?? day, reason: reason, by: by, on: day)],
                    []
                )
            }
            Console.line("授权 \(authorisation) 已终止 · ended")
        }
    }

    /// `account list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "账号、权限与授权 · accounts, duties, authorisations")
        @OptionGroup var store: StoreOptions
        @Option(help: "某日的情况，默认今天 · on which day") var on: Day?
        @Flag(help: "输出 JSON") var json = false

        func run() throws {
            let ledger = try store.existingLedger()
            let day = on ?? store.clocks.clock.today
            let people = try ledger.read { try $0.people() }
            let accounts = people.accounts.values.sorted { $0.signIn < $1.signIn }
            if json {
                Console.line("[\(accounts.map { object($0, people, on: day) }.joined(separator: ","))]")
                return
            }
            for account in accounts {
                let organ = people.organisation(of: account.id, on: day)
                let duties = Duty.allCases.filter { people.duties(of: account.id, on: day).contains($0) }
                let state = account.isOpen(on: day) ? "" : "（已注销或未生效）"
                Console.line(
                    "\(account.signIn)\t\(account.person)\t\(organ?.name(on: day) ?? "—")\t"
                        + (duties.isEmpty ? "无权限" : duties.map(\.title.chinese).joined(separator: "、")) + state)
            }
            for given in people.authorisations.values.sorted(by: { $0.id < $1.id }) where given.holds(on: day) {
                let (a, b) = (
                    people.accounts[given.principal]?.person ?? "", people.accounts[given.substitute]?.person ?? ""
                )
                Console.line("授权 \(given.id)\t\(b) 代 \(a)\t\(given.from) 至 \(given.until)\t\(given.paper)")
            }
        }

        private func object(_ account: Account, _ people: People, on day: Day) -> String {
            let organ = people.organisation(of: account.id, on: day)?.code
            let duties = Duty.allCases.filter { people.duties(of: account.id, on: day).contains($0) }
            let standsIn = people.principals(of: account.id, on: day)
            return "{\"account\":\(JSONText.quoted(account.id)),\"name\":\(JSONText.quoted(account.signIn)),"
                + "\"person\":\(JSONText.quoted(account.person)),\"open\":\(account.isOpen(on: day)),"
                + "\"organisation\":\(organ.map(JSONText.quoted) ?? "null"),"
                + "\"duties\":[\(duties.map { JSONText.quoted($0.rawValue) }.joined(separator: ","))],"
                + "\"standsInFor\":[\(standsIn.map(JSONText.quoted).joined(separator: ","))]}"
        }
    }
}
