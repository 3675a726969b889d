import Credit

/// 规则库页: what changed when: every dated value of the pack, newest first.
struct RulesPage: Page {
    static let template = "rules"
    static let table: StaticString? = "entries"
    let entries: [RuleEntry]
    /// The day the visitor asks for; nil shows everything that ever held.
    let on: Day?
    let sort: RuleSort?
    let address: PageAddress
    let reading: Reading?

    init(_ rules: Rules, on: Day?, sort: RuleSort?, at address: PageAddress, reading: Reading) {
        entries = RuleLibrary(rules: rules).entries.filter { entry in on.map { entry.isInForce(on: $0) } ?? true }
        self.on = on
        self.sort = sort
        self.address = address
        self.reading = reading
    }

    var title: Label { .both("规则库", "Rule library") }
    var canonicalPath: String? { "/rules" }
    var section: PortalSection? { .rules }
    var narrowing: FilterForm? {
        FilterForm(
            address: address, selects: [.words("sort", .both("类别", "Sort"), of: RuleSort.self, \.title)],
            days: [.init(name: "on", title: .both("只看某一天施行的规则", "Rules in force on a day"))])
    }

    /// Reads the pages that the question asks for.
    static func read(_ ask: Ask) async throws -> RulesPage {
        let sort = try ask.word("sort", of: RuleSort.self)
        return RulesPage(
            ask.rules, on: try ask.day("on"), sort: sort, at: ask.address, reading: try await ask.reading())
    }

    /// Whether the day lies ahead, for which only what is known today can be told (R13).
    private var isAhead: Bool {
        guard let on, let today = reading?.day else { return false }
        return today < on
    }

    private var wanted: [RuleEntry] { entries.filter { entry in sort.map { $0 == entry.sort } ?? true } }

    func show(on tape: inout Tape) {
        tape.put("on", on)
        tape.put("sort", sort?.rawValue)
        tape.put("sorts", RuleSort.allCases.map { sort in SortCount(sort: sort, page: self) })
        if tape.form != .page { tape.put("entries", wanted) }
        tape.draw { tape in
            tape.put("days", DayGroup.groups(of: wanted, today: reading?.day))
            tape.put("chart", reading.flatMap { ChangeChart(wanted, on: $0.day) })
            tape.put("undated", wanted.filter { $0.from == nil })
            tape.put("hasUndated", wanted.contains { $0.from == nil })
            tape.put("isEmpty", wanted.isEmpty)
            tape.put("isAhead", isAhead)
            tape.put("isWhole", sort == nil)
            tape.put("total", entries.count)
            tape.put("whole", address.asking("sort", nil).text)
        }
    }

    /// How many entries of a sort there are.
    struct SortCount: Shown {
        let sort: RuleSort
        let page: RulesPage

        func show(on tape: inout Tape) {
            tape.put("sort", sort.rawValue)
            tape.put("sortTitle", sort.title)
            tape.put("count", page.entries.count { $0.sort == sort })
            tape.draw { tape in
                tape.put("isChosen", page.sort == sort)
                tape.put("rows", page.address.asking("sort", sort.rawValue).text)
            }
        }
    }

    /// What begins on one day.
    struct DayGroup: Shown {
        let day: Day
        let entries: [RuleEntry]
        let isFuture: Bool

        static func groups(of entries: [RuleEntry], today: Day?) -> [DayGroup] {
            let days = Set(entries.compactMap(\.from)).sorted(by: >)
            return days.map { day in
                DayGroup(
                    day: day, entries: entries.filter { $0.from == day }, isFuture: today.map { $0 < day } ?? false)
            }
        }

        func show(on tape: inout Tape) {
            tape.put("day", day)
            tape.put("isFuture", isFuture)
            tape.put("entries", entries)
        }
    }
}

extension RouteTable {
    mutating func addRuleLibrary() {
        page(
            "/rules", .both("规则库：各项规则的生效日、内容和依据", "The rule library: each rule's day, words and basis"),
            schema: "Rules",
            questions: [
                Self.filter("sort", "只看一类", "One sort only"), Self.filter("on", "只看某日施行的规则", "Rules in force on a day"),
            ]
        ) { try await RulesPage.read($0) }
        page(
            "/rules/documents", .both("引用的文件和用在哪里", "Quoted documents and where they are used"), schema: "Documents",
            questions: [
                Self.filter("check", "verified 或 unverified", "verified or unverified"), DocumentsPage.columns.question,
            ]
        ) { try await DocumentsPage.read($0) }
    }
}
