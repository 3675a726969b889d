import Credit

/// 月通报目录: every month of which there is a bulletin.
struct BulletinsPage: Page {
    static let template = "bulletins"
    static let table: StaticString? = "bulletins"
    let months: [MonthEntry]
    let reading: Reading?

    var title: Label { .both("月通报", "Monthly bulletins") }
    var section: PortalSection? { .departments }
    var canonicalPath: String? { "/bulletins" }

    /// One month.
    struct MonthEntry: Shown {
        let month: Month
        let units: Int
        let tally: SubmissionTally

        func show(on tape: inout Tape) {
            tape.put("month", month.description)
            tape.put("units", units)
            tape.put("tally", TallyView(tally: tally))
            tape.put("path", "/bulletins/\(month)")
        }
    }

    func show(on tape: inout Tape) {
        tape.put("bulletins", months)
        tape.draw { $0.put("hasBulletins", !months.isEmpty) }
    }

    /// Reads the months, the newest first.
    static func read(_ ask: Ask) async throws -> BulletinsPage {
        let rules = ask.rules
        return try await ask.read { reading in
            let now = try reading.reading()
            guard let since = try reading.firstReceived() else { return BulletinsPage(months: [], reading: now) }
            let last = Month(of: now.day)
            let first = max(Month(of: since), last + -119)
            let entries = try reading.submissions(from: first, through: last, department: nil)
            let byMonth = Dictionary(grouping: entries, by: \.month)
            let months = Month.span(first, last).reversed().map { month in
                let own = byMonth[month] ?? []
                return MonthEntry(
                    month: month, units: Set(own.filter { $0.files > 0 }.map(\.department)).count,
                    tally: SubmissionTally(own, under: rules))
            }
            return BulletinsPage(months: Array(months), reading: now)
        }
    }
}

extension RouteTable {
    mutating func addBulletins() {
        page("/bulletins", .both("月通报目录", "All monthly bulletins"), schema: "Bulletins") {
            try await BulletinsPage.read($0)
        }
        page("/bulletins/{month}", .both("月通报", "The bulletin of a month"), schema: "Bulletin") { ask in
            let month = try ask.bulletinMonth()
            let rules = ask.rules
            let bulletin = try await ask.read { try Bulletin.read(month, rules: rules, in: $0) }
            return BulletinPage(bulletin: bulletin, organ: rules.creditOffice(on: bulletin.reading.day))
        }
        page("/bulletins/{month}/letters/{department}", .both("督办函", "A reminder to a unit"), schema: "Letter") {
            try await LetterPage.read($0)
        }
        page("/bulletins/{month}/index", .both("城市信用监测指标表", "The city index sheet of a month"), schema: "CityIndex") {
            try await IndexPage.read($0)
        }
        page(
            "/bulletins/{month}/batches", .both("当月全部单位报送的文件", "The files of all units in a month"),
            schema: "Batches",
            questions: [
                Self.filter("kind", "信息类别", "Kind"), BatchesPage.columns.question,
                Self.filter("limit", "最多列几行", "How many lines at most"),
                Self.filter("after", "从哪里接着列", "Where the list goes on"),
            ]
        ) { ask in
            let month = try ask.bulletinMonth()
            return try await BatchesPage.read(ask, department: nil) { _ in month }
        }
    }
}

extension Ask {
    /// The month that the path names.
    ///
    /// - Throws: `PortalProblem.noSuchBulletin` for anything that is no month.
    func bulletinMonth() throws(PortalProblem) -> Month {
        guard let month = Month(parameter) else { throw .noSuchBulletin }
        return month
    }
}
