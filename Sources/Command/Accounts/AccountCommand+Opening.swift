import ArgumentParser
import Credit
import Store

extension AccountCommand {
    /// `account first`: the first administrator and the root organisation, on a store without accounts.
    struct First: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "首任管理员：只在还没有账号时可用，初始凭据只显示一次 · the first administrator")
        @OptionGroup var store: StoreOptions
        @Option(help: "登录名 · sign-in name") var name: String
        @Option(help: "姓名 · person's name") var person: String
        @Option(help: "组织代码；规则包里的部门可只写代码 · code of the organisation") var organisation: String
        @Option(help: "组织名称，规则包里没有该部门时填写 · its name") var organisationName: String?

        func run() throws {
            let desk = try PeopleDesk(store, making: true)
            let id = desk.id()
            let (secret, change) = desk.entrance.setUpSecret(for: id)
            let department = desk.rules.departments[organisation]
            try desk.decide("account-first", by: nil) { people, _, day in
                let title = organisationName ?? department?.name(on: day)?.full.chinese
                guard let title else {
                    throw Refusal(
                        "规则包里没有部门“\(organisation)”，请用 --organisation-name 写明名称",
                        "the pack has no department “\(organisation)”; name it with --organisation-name", exit: 2)
                }
                let level = department.map { Organisation.Level($0.level) } ?? .city
                let events = try people.first(
                    account: id, signIn: name, person: person, organisation: organisation, name: title, level: level,
                    codes: [], on: day)
                return (events, [change])
            }
            AccountWords.handOut(secret, to: name)
        }
    }

    /// `account add`: an account with the roles it is given; on a store without accounts the first administrator.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "开立账号并授予岗位权限，初始凭据只显示一次 · open an account")
        @OptionGroup var store: StoreOptions
        @Argument(help: "登录名 · sign-in name") var name: String
        @Option(help: "组织代码；规则包里的部门随之设立 · code of the organisation") var organisation: String
        @Option(help: "岗位权限，可以写几次：\(Duty.allCases.map(\.rawValue).joined(separator: "、")) · roles")
        var role: [Duty] = []
        @Option(help: "姓名，默认同登录名 · person's name") var person: String?
        @Option(help: "办理的管理员的登录名；只有一位管理员时不用写 · the administrator") var by: String?

        func run() throws {
            let desk = try PeopleDesk(store, making: true)
            let id = desk.id()
            let (secret, change) = desk.entrance.setUpSecret(for: id)
            try desk.decide("account-add", by: by) { people, by, day in
                guard !people.accounts.isEmpty else {
                    return (try first(id, in: people, desk.rules, on: day), [change])
                }
                var (people, events): (People, [PeopleEvent]) = (people, [])
                func take(_ event: PeopleEvent) {
                    people.apply(event)
                    events.append(event)
                }
                let by = try by.isEmpty ? Add.onlyAdministrator(people, on: day) : by
                if people.organisations[organisation] == nil, let department = desk.rules.departments[organisation],
                    let title = department.name(on: day)?.full.chinese,
                    let root = people.organisations.values.first(where: { $0.parents == nil })
                {
                    take(
                        try people.found(
                            organisation, name: title, level: Organisation.Level(department.level), under: root.code,
                            codes: [], from: day, paper: nil, by: by, on: day))
                }
                take(
                    try people.open(
                        account: id, signIn: name, person: person ?? name, organisation: organisation, by: by, on: day))
                for duty in role { take(try people.grant(duty, to: id, from: day, by: by, on: day)) }
                return (events, [change])
            }
            AccountWords.handOut(secret, to: name)
        }

        /// Before there is anybody: only an administrator can be first, and grants itself nothing more.
        private func first(_ id: String, in people: People, _ rules: Rules, on day: Day) throws -> [PeopleEvent] {
            guard role == [.administer], let title = rules.departments[organisation]?.name(on: day)?.full.chinese else {
                throw Refusal(
                    "还没有管理员：先用 chengxin account first 设立第一位管理员，再由其开立其他账号",
                    "there is no administrator yet: make the first one with chengxin account first")
            }
            return try people.first(
                account: id, signIn: name, person: person ?? name, organisation: organisation, name: title,
                level: rules.departments[organisation].map { Organisation.Level($0.level) } ?? .city, codes: [], on: day
            )
        }

        /// Who works at the machine of the store acts as its administrator, where there is only one to act as.
        private static func onlyAdministrator(_ people: People, on day: Day) throws -> String {
            let found = people.accounts.values.filter { people.duties(of: $0.id, on: day).contains(.administer) }
            guard found.count == 1 else {
                throw Refusal(
                    "有 \(found.count) 位管理员：\(found.map(\.signIn).sorted().joined(separator: "、"))；请用 --by 写明由谁办理",
                    "\(found.count) administrators; name who acts with --by", exit: 2)
            }
            return found[0].id
        }
    }

    /// `account close`.
    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "注销账号，会话立即结束 · close an account")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @Option(help: "登录名 · sign-in name") var name: String
        @Option(help: "事由 · reason") var reason: String

        func run() throws {
            let desk = try PeopleDesk(store)
            try desk.decide("account-close", by: actor.by) { people, by, day in
                let account = try people.account(named: name).id
                return ([try people.close(account, reason: reason, by: by, on: day)], [.removed(account: account)])
            }
            Console.line("账号 \(name) 已注销 · closed")
        }
    }

    /// `account reset`: the old password is void; a new set-up secret is handed out.
    struct Reset: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "重置登录凭据：旧口令作废，新的初始凭据只显示一次 · hand out a new set-up secret")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @Option(help: "登录名 · sign-in name") var name: String
        @Option(help: "事由 · reason") var reason: String

        func run() throws {
            let desk = try PeopleDesk(store)
            var handedOut = ""
            try desk.decide("account-reset", by: actor.by) { people, by, day in
                let account = try people.account(named: name).id
                let (secret, change) = desk.entrance.setUpSecret(for: account)
                handedOut = secret
                return ([try people.reset(account, reason: reason, by: by, on: day)], [change])
            }
            AccountWords.handOut(handedOut, to: name)
        }
    }
}

/// 账号命令的文字.
enum AccountWords {
    /// The set-up secret, shown this once.
    static func handOut(_ secret: String, to name: String) {
        Console.line(secret)
        Console.remark(
            "以上是 \(name) 的初始凭据，只显示这一次，72 小时内有效；本人用 chengxin account set-up --name \(name) 设置口令 · "
                + "the set-up secret, shown once and good for 72 hours; set the password with chengxin account set-up")
    }
}
