import Credit

extension RecordQuestion.Family {
    /// Where its list is.
    var path: String {
        switch self {
        case .permit: "/permits"
        case .penalty: "/penalties"
        case .listing, .honour, .performance: "/lists"
        }
    }

    /// The families with an address of their own; the others stand beside list entries, found by their kind.
    static let addressed: [RecordQuestion.Family] = [.permit, .penalty, .listing]

    /// The kinds of record that stand under the family's address, what is adverse first.
    func kinds(_ rules: Rules) -> [RecordKind] {
        RecordQuestion.Family.allCases.filter { $0.path == path }.flatMap { family in
            rules.kinds.filter { $0.family == family.family }
        }
    }

    fileprivate var summary: Label {
        switch self {
        case .permit: .both("公示的行政许可，最新决定在前", "Published licences, newest decision first")
        case .penalty: .both("公示的行政处罚，最新决定在前", "Published penalties, newest decision first")
        case .listing, .honour, .performance:
            .both(
                "公示的名单信息，最新决定在前；守信和履约信息用 kind 查看",
                "Published list entries, newest decision first; good standing and performance by their kind")
        }
    }
}

extension RouteTable {
    mutating func addLists() {
        for family in RecordQuestion.Family.addressed {
            page(family.path, family.summary, schema: "RecordList", questions: Self.listQuestions) {
                try await RecordListPage.read($0, family)
            }
        }
    }

    private static let listQuestions: [Route.Question] = [
        .init(name: "kind", summary: .both("信息类别的编码", "Code of a kind of record"), isNeeded: false),
        .init(name: "department", summary: .both("部门编码", "Code of a department"), isNeeded: false),
        .init(name: "decided-from", summary: .both("决定日期自，YYYY-MM-DD", "First day of decision"), isNeeded: false),
        .init(name: "decided-until", summary: .both("决定日期至，YYYY-MM-DD", "Last day of decision"), isNeeded: false),
        .init(
            name: "timeliness", summary: .both("in-time、late 或 unknown", "in-time, late or unknown"), isNeeded: false),
        ListQuestion.columns.question,
        .init(name: "limit", summary: .both("每页条数，1 至 200", "Rows on a page, 1 to 200"), isNeeded: false),
        .init(name: "after", summary: .both("上一页给出的位置", "Place that the page before gave"), isNeeded: false),
        .init(name: "format", summary: .both("csv 或 jsonl：整个列表", "csv or jsonl: the whole list"), isNeeded: false),
    ]
}

extension RecordListPage {
    /// Rows that a file is read by.
    private static let portion = 100

    /// Reads the page of a list that is asked, or the beginning of the whole list where that is asked for as a file.
    static func read(_ ask: Ask, _ family: RecordQuestion.Family) async throws -> RecordListPage {
        try ask.refusePast()
        var asked = try ListQuestion(ask, family: family)
        let isFile = ask.form == .csv || ask.form == .lines
        guard isFile, ask.question("limit") == nil else {
            let question = asked.question
            let (list, sources) = try await ask.read { reading in
                (try reading.records(question), isFile ? [] : try Self.sources(beside: question.family, in: reading))
            }
            return RecordListPage(asked: asked, list: list, sources: sources, rules: ask.rules)
        }
        asked.question.limit = portion
        return try await piece(of: asked, ask)
    }

    /// The kinds that stand under a family's address.
    private static func sources(
        beside family: RecordQuestion.Family, in reading: any PublicReading
    ) throws -> [ListedKind] {
        try RecordQuestion.Family.allCases.filter { $0.path == family.path }.flatMap { try reading.listedKinds($0) }
    }

    private static func piece(of asked: ListQuestion, _ ask: Ask) async throws -> RecordListPage {
        let question = asked.question
        let list = try await ask.read { try $0.records(question) }
        var following: Following?
        if let next = list.next {
            following = {
                var asked = asked
                asked.question.after = next
                return try await piece(of: asked, ask)
            }
        }
        // The file goes on by itself; nobody is sent to a next page of it.
        let whole = RecordList(rows: list.rows, next: nil, reading: list.reading)
        return RecordListPage(asked: asked, list: whole, sources: [], rules: ask.rules, following: following)
    }
}
