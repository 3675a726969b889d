import Credit

/// 信用查询: what a search found.
struct SearchPage: Page {
    static let template = "search"
    /// What was asked; nil before anything was.
    let text: String?
    let hits: [SearchHit]
    let reading: Reading?

    /// How many are shown at most.
    static let most = 20

    var title: Label { .both("信用查询", "Search") }
    var isIndexed: Bool { false }
    var caching: Caching { .never }
    var section: PortalSection? { .search }
    var question: String? { text.map { "q=" + PercentEncoding.encode($0.utf8) } }

    func show(on tape: inout Tape) {
        tape.put("query", text)
        tape.put("hits", hits)
        tape.draw { tape in
            tape.put("isEmpty", text != nil && hits.isEmpty)
            tape.put("count", hits.count)
            tape.put("isFull", hits.count == Self.most)
        }
    }
}

extension SearchHit: Shown {
    func show(on tape: inout Tape) {
        tape.put("key", key)
        tape.put("code", code)
        tape.put("name", name)
        tape.put("matched", matched)
        tape.put("match", kind.rawValue)
        tape.put("matchTitle", kind.title)
        tape.put("soleTrader", isSoleTrader)
        tape.put("contested", contested)
        tape.put("path", SubjectPath.path(key: key, code: code))
    }
}

extension SearchHit.Kind {
    var title: Label {
        switch self {
        case .code: .both("代码", "Code")
        case .name: .both("名称", "Name")
        case .formerName: .both("曾用名", "Former name")
        case .similar: .both("名称相近", "Similar name")
        }
    }
}

extension RouteTable {
    mutating func addSubjects() {
        page(
            "/companies/{code}", .both("按统一社会信用代码查企业信用档案", "A company's file by its unified code"),
            schema: "SubjectFile"
        ) { try await SubjectPage.read($0) }
        page(
            "/subjects/{key}", .both("没有统一代码的主体的信用档案", "The file of a subject without a unified code"),
            schema: "SubjectFile"
        ) { try await SubjectPage.read($0) }
        page(
            "/search", .both("按名称、曾用名或者代码查询", "Search by name, former name or code"), schema: "Search",
            questions: [
                .init(
                    name: "q", summary: .both("名称的一部分或者代码", "Part of a name, or a code"), isNeeded: false,
                    kind: .text(upTo: 100), refusal: .badSearch)
            ]
        ) { try await SearchPage.read($0) }
    }
}

extension SearchPage {
    /// Makes the search that is asked.
    static func read(_ ask: Ask) async throws -> SearchPage {
        guard let text = ask.question("q") else { return SearchPage(text: nil, hits: [], reading: nil) }
        return try await ask.read { reading in
            switch try reading.search(text, limit: most) {
            case .refusedIdentityNumber: throw PortalProblem.identityNumberRefused
            case .hits(let hits): SearchPage(text: text, hits: hits, reading: try reading.reading())
            }
        }
    }
}
