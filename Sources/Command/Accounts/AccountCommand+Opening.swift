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

    /// `account create`: an account without any duty.
    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "开立账号，初始凭据只显示一次 · open an account")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @Option(help: "登录名 · sign-in name") var name: String
        @Option(help: "姓名 · person's name") var person: String
        @Option(help: "组织代码 · code of the organisation") var organisation: String
        @Option(help: "同时授予的岗位权限 · duties granted at once") var duty: [Duty] = []

        func run() throws {
            let desk = try PeopleDesk(store)
            let id = desk.id()
            let (secret, change) = desk.entrance.setUpSecret(for: id)
            try desk.decide("account-create", by: actor.by) { people, by, day in
                var people = people
                var events = [
                    try people.open(
                        account: id, signIn: name, person: person, organisation: organisation, by: by, on: day)
                ]
                people.apply(events[0])
                for duty in duty {
                    events.append(try people.grant(duty, to: id, from: day, by: by, on: day))
                    people.apply(events[events.count - 1])
                }
                return (events, [change])
            }
            AccountWords.handOut(secret, to: name)
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
