import ArgumentParser
import Credit

/// 机构改革选项: the day it takes effect and its paper.
struct ReformOptions: ParsableArguments {
    @Option(help: "生效日，默认今天 · first day; default today") var from: Day?
    @Option(help: "文号 · number of the paper") var paper: String
}

extension OrganisationCommand {
    /// `organisation rename`.
    struct Rename: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "更名；旧文书保留旧名 · give another name from a day on")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @OptionGroup var reform: ReformOptions
        @Argument(help: "组织代码 · code") var code: String
        @Argument(help: "新名称 · new name") var name: String

        func run() throws {
            try PeopleDesk(store).decide("organisation-rename", by: actor.by) { people, by, day in
                (
                    [try people.rename(code, to: name, from: reform.from ?? day, paper: reform.paper, by: by, on: day)],
                    []
                )
            }
            Console.line("\(code) 更名为 \(name) · renamed")
        }
    }

    /// `organisation place`.
    struct Place: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "调整隶属 · place under another")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @OptionGroup var reform: ReformOptions
        @Argument(help: "组织代码 · code") var code: String
        @Option(help: "新的上级 · organisation above") var under: String

        func run() throws {
            try PeopleDesk(store).decide("organisation-place", by: actor.by) { people, by, day in
                (
                    [
                        try people.place(
                            code, under: under, from: reform.from ?? day, paper: reform.paper, by: by, on: day)
                    ], []
                )
            }
            Console.line("\(code) 隶属 \(under) · placed")
        }
    }

    /// `organisation merge`.
    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "撤并：账号和职责代码按日转到另一组织 · merge into another from a day on")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @OptionGroup var reform: ReformOptions
        @Argument(help: "被撤并的组织 · code") var code: String
        @Option(help: "并入的组织 · organisation that goes on") var into: String

        func run() throws {
            try PeopleDesk(store).decide("organisation-merge", by: actor.by) { people, by, day in
                (
                    [
                        try people.merge(
                            code, into: into, from: reform.from ?? day, paper: reform.paper, by: by, on: day)
                    ], []
                )
            }
            Console.line("\(code) 并入 \(into) · merged")
        }
    }

    /// `organisation move-duties`.
    struct Move: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "move-duties", abstract: "职责划转：职责代码和人员按日转到另一组织 · move duties and people")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @OptionGroup var reform: ReformOptions
        @Argument(help: "划出的组织 · code") var code: String
        @Option(help: "划入的组织 · organisation that takes over") var to: String
        @Option(help: "职责代码 · code of the duties") var duties: [String] = []
        @Option(help: "随同转隶人员的登录名 · people who go along") var person: [String] = []

        func run() throws {
            try PeopleDesk(store).decide("organisation-move-duties", by: actor.by) { people, by, day in
                let accounts = try person.map { try people.account(named: $0).id }
                let event = try people.moveDuties(
                    duties, and: accounts, from: code, to: to, since: reform.from ?? day, paper: reform.paper, by: by,
                    on: day)
                return ([event], [])
            }
            Console.line("\(code) 的职责划转到 \(to) · moved")
        }
    }
}
