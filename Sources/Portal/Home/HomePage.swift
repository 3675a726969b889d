import Credit

/// 首页: the search, and what is held.
struct HomePage: Page {
    static let template = "home"
    let counts: PublicCounts
    let organ: Label

    var title: Label { .both("首页", "Home") }
    var reading: Reading? { counts.reading }
    var canonicalPath: String? { "/" }
    var section: PortalSection? { .home }

    func show(on tape: inout Tape) {
        tape.put("subjects", counts.subjects)
        tape.put("records", counts.kinds.reduce(0) { $0 + $1.published })
        tape.put("lastReceived", counts.lastReceived)
        tape.put("kinds", counts.kinds)
        tape.draw { tape in
            tape.put("hasKinds", !counts.kinds.isEmpty)
            tape.put("logged", counts.reading.treeSize)
        }
    }
}

extension PublicCounts.Kind: Shown {
    func show(on tape: inout Tape) {
        tape.put("kind", currency.kind)
        tape.put("kindTitle", currency.kindTitle)
        tape.put("published", published)
        tape.put("lastReceived", currency.lastReceived)
    }
}

extension RouteTable {
    mutating func addHome() {
        page("/", .both("首页：所持信息的统计", "Home: what is held, counted"), schema: "Home") { ask in
            HomePage(counts: try await ask.read { try $0.home() }, organ: ask.settings.organ)
        }
        page("/rights", .both("本平台不做的事", "What this software refuses to do"), schema: "Rights") { _ in RightsPage() }
        bytes("/health", .both("是否在服务", "Whether it serves")) { ask in
            _ = try await ask.read { try $0.reading() }
            return Answer(type: "text/plain; charset=utf-8", bytes: Array("ok\n".utf8), caching: .never)
        }
    }
}
