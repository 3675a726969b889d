import ArgumentParser
import Credit
import Store

/// `chengxin organisation`: the tree of bodies whose people work with the platform, with its history.
struct OrganisationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "组织树及沿革 · organisations and their history",
        subcommands: [Found.self, Adopt.self, Rename.self, Place.self, Merge.self, Move.self, List.self])

    /// `organisation found`.
    struct Found: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "设立组织 · enter an organisation")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions
        @Option(help: "代码 · code") var code: String
        @Option(help: "名称；规则包里的部门可不写 · name") var name: String?
        @Option(help: "层级：\(Organisation.Level.allCases.map(\.rawValue).joined(separator: "、"))") var level:
            Organisation.Level?
        @Option(help: "上级组织代码 · organisation above") var under: String
        @Option(help: "另外承担的职责代码 · further codes it holds") var holds: [String] = []
        @Option(help: "设立日，默认今天 · first day") var from: Day?
        @Option(help: "文号 · number of the paper") var paper: String?

        func run() throws {
            let desk = try PeopleDesk(store)
            let department = desk.rules.departments[code]
            try desk.decide("organisation-found", by: actor.by) { people, by, day in
                let title = name ?? department?.name(on: day)?.full.chinese
                guard let title, let level = level ?? department.map({ Organisation.Level($0.level) }) else {
                    throw Refusal(
                        "规则包里没有部门“\(code)”，请写明 --name 和 --level",
                        "the pack has no department “\(code)”; give --name and --level",
                        exit: 2)
                }
                let event = try people.found(
                    code, name: title, level: level, under: under, codes: holds, from: from ?? day, paper: paper,
                    by: by,
                    on: day)
                return ([event], [])
            }
            Console.line("组织 \(code) 已设立 · entered")
        }
    }

    /// `organisation adopt`: every department of the pack that is no organisation yet.
    struct Adopt: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把规则包里的部门都设为组织 · enter every department of the pack")
        @OptionGroup var store: StoreOptions
        @OptionGroup var actor: ActorOptions

        func run() throws {
            let desk = try PeopleDesk(store)
            var count = 0
            try desk.decide("organisation-adopt", by: actor.by) { people, by, day in
                var (people, events): (People, [PeopleEvent]) = (people, [])
                guard let root = people.root else { return ([], []) }
                let waiting = desk.rules.departments.filter {
                    people.organisations[$0.code] == nil && people.codes[$0.code] == nil
                }
                // Those above come first, whatever the order of the pack.
                for department in waiting.sorted(by: { ($0.parent == nil ? 0 : 1) < ($1.parent == nil ? 0 : 1) }) {
                    guard let name = department.name(on: day) else { continue }
                    let above = department.parent.flatMap { people.organisations[$0]?.code } ?? root.code
                    let event = try people.found(
                        department.code, name: name.full.chinese, level: Organisation.Level(department.level),
                        under: above, from: day, paper: nil, by: by, on: day)
                    people.apply(event)
                    events.append(event)
                }
                count = events.count
                return (events, [])
            }
            Console.line("已设立 \(count) 个组织 · entered")
        }
    }

    /// `organisation list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "组织树 · the tree of organisations")
        @OptionGroup var store: StoreOptions
        @Option(help: "某日的情况，默认今天 · on which day") var on: Day?

        func run() throws {
            let ledger = try store.existingLedger()
            let day = on ?? store.clocks.clock.today
            let people = try ledger.read { try $0.people() }
            show(nil, people, on: day, depth: 0)
        }

        private func show(_ parent: String?, _ people: People, on day: Day, depth: Int) {
            let children = people.organisations.values.filter {
                $0.exists(on: day) && $0.parents?.value(on: day) == parent
            }
            for child in children.sorted(by: { $0.code < $1.code }) {
                let codes = people.codes(of: child.code, on: day).filter { $0 != child.code }
                Console.line(
                    String(repeating: "  ", count: depth)
                        + "\(child.code)\t\(child.name(on: day))\t\(child.level.title.chinese)"
                        + (codes.isEmpty ? "" : "\t兼 \(codes.joined(separator: "、"))"))
                show(child.code, people, on: day, depth: depth + 1)
            }
        }
    }
}

extension Organisation.Level: ExpressibleByArgument {}
