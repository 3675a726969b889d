import Credit

/// 首页: the search, what is held and how current it is, what is new, and the ways into the site.
struct HomePage: Page {
    static let template = "home"
    let counts: PublicCounts
    let organ: Label
    /// Where the rows that a number counts stand, by kind.
    var rows: [String: PageAddress] = [:]
    /// What is new, newest first.
    var notices: [Door] = []
    /// The ways into the site.
    var ways: [Door] = []

    var title: Label { .both("首页", "Home") }
    var reading: Reading? { counts.reading }
    var canonicalPath: String? { "/" }
    var section: PortalSection? { .home }

    func show(on tape: inout Tape) {
        tape.put("subjects", counts.subjects)
        tape.put("records", counts.kinds.reduce(0) { $0 + $1.published })
        tape.put("lastReceived", counts.lastReceived)
        tape.put("kinds", counts.kinds.map { KindLine(kind: $0, rows: rows[$0.currency.kind]) })
        tape.put("notices", notices)
        tape.draw { tape in
            tape.put("hasKinds", !counts.kinds.isEmpty)
            tape.put("hasNotices", !notices.isEmpty)
            tape.put("logged", counts.reading.treeSize)
            tape.put("ways", ways)
        }
    }

    /// 入口: a way into the site: its name, with a few words on what is there or the day it is of.
    struct Door: Shown {
        let path: String
        let title: Label
        var day: Day?
        var words: Label?

        func show(on tape: inout Tape) {
            if let day { tape.put("day", day) }
            tape.put("title", title)
            tape.put("path", path)
            if let words { tape.put("words", words) }
        }
    }

    /// The records of a kind, counted, with the way to them.
    struct KindLine: Shown {
        let kind: PublicCounts.Kind
        let rows: PageAddress?

        func show(on tape: inout Tape) {
            tape.put("kind", kind.currency.kind)
            tape.put("kindTitle", kind.currency.kindTitle)
            tape.put("published", kind.published)
            tape.put("lastReceived", kind.currency.lastReceived)
            var plain = rows
            plain?.language = nil
            tape.put("rows", plain?.text)
            tape.draw { $0.put("link", rows?.text) }
        }
    }
}

extension HomePage {
    /// The home page of a site that has these addresses.
    init(counts: PublicCounts, organ: Label, rules: Rules, table: RouteTable, language: Language?) {
        self.init(counts: counts, organ: organ)
        // What is dated later than the day of reading is not news yet.
        notices = rules.news.filter { $0.day <= counts.reading.day }.prefix(3).map {
            Door(path: "/news/" + $0.code, title: $0.title, day: $0.day)
        }
        let known = Set(table.routes.map(\.pattern))
        ways = Self.allWays.filter { known.contains($0.path) }
        for kind in rules.kinds {
            // Entries of the registry stand in no list: whom they are about is found by the search.
            guard let family = RecordQuestion.Family(kind.family) else {
                rows[kind.code] = PageAddress("/search", language: language)
                continue
            }
            let address = PageAddress(family.path, language: language)
            let isAlone = family.kinds(rules).count == 1
            if known.contains(address.path) {
                rows[kind.code] = isAlone ? address : address.asking("kind", kind.code)
            }
        }
    }

    private static let allWays: [Door] = [
        Door(
            path: "/penalties", title: .both("信用公示", "What is published"),
            words: .both("许可、处罚和名单，按部门、日期筛选，可以下载", "Licences, penalties and lists, by department and day, to download")),
        Door(
            path: "/departments", title: .both("部门数据质量", "Data of the departments"),
            words: .both("合规、及时和更正情况，每个数字都能点开", "How right and how timely; every number opens its rows")),
        Door(
            path: "/rules", title: .both("规则库", "The rules"),
            words: .both("每个数值的依据，什么时候改过什么", "Every value with its source, and what changed when")),
        Door(
            path: "/guide", title: .both("修复与异议", "Repair and objection"),
            words: .both("信息有误、想要修复，怎么办", "What to do about an error, and how to repair")),
        Door(
            path: "/codes", title: .both("统一代码查询", "Unified codes"),
            words: .both("核对一个统一社会信用代码", "Check a unified social credit code")),
        Door(
            path: "/log", title: .both("公开日志", "The public log"),
            words: .both("核对历史没有被悄悄改写", "Check that history has not been rewritten unseen")),
    ]
}

extension RouteTable {
    mutating func addHome() {
        page("/", .both("首页：所持信息的统计", "Home: what is held, counted"), schema: "Home") { ask in
            HomePage(
                counts: try await ask.read { try $0.home() }, organ: ask.settings.organ, rules: ask.rules,
                table: .portal, language: ask.isLanguageChosen ? ask.language : nil)
        }
        page("/rights", .both("本平台不做的事", "What this software refuses to do"), schema: "Rights") { _ in
            RightsPage()
        }
        bytes("/health", .both("是否在服务", "Whether it serves")) { ask in
            _ = try await ask.read { try $0.reading() }
            return Answer(type: "text/plain; charset=utf-8", bytes: Array("ok\n".utf8), caching: .never)
        }
    }
}
