import Credit

/// 批次清单: the files that came in in a month, of one department or of all; what the figures of a scorecard and of a
/// bulletin are added up from.
struct BatchesPage: Page {
    static let template = "batches"
    static let table: StaticString? = "batches"
    /// Nil for all departments.
    let department: DepartmentView?
    let month: Month
    let lines: [BatchView]
    /// Where the list goes on: a position of the log.
    let following: Int?
    /// How many lines were asked for; nil for as many as a page holds.
    var limit: String?
    let reading: Reading?

    static let most = 200
    static let mostDownloaded = 5_000

    var title: Label {
        let name = department?.name ?? .both("全部单位", "All units")
        return .both("\(name.chinese) · 报送文件 \(month)", "\(name.english) · files handed in, \(month)")
    }
    var section: PortalSection? { .departments }
    var isIndexed: Bool { false }
    var question: String? { department == nil ? nil : "month=" + month.description }
    private var base: String {
        department.map { "/departments/\($0.department.code)/batches?month=\(month)" } ?? "/bulletins/\(month)/batches?"
    }
    var next: String? {
        following.map { place in
            (department == nil ? base : base + "&") + (limit.map { "limit=\($0)&" } ?? "") + "after=\(place)"
        }
    }

    /// Reads the list of a department.
    static func ofDepartment(_ ask: Ask) async throws -> BatchesPage {
        let department = try ask.department()
        return try await read(ask, department: department) { day throws(PortalProblem) in try ask.month(today: day) }
    }

    static func read(
        _ ask: Ask, department: Department?, month: @escaping @Sendable (Day) throws -> Month
    ) async throws -> BatchesPage {
        let after = try ask.place("after") ?? -1
        let limit = try ask.limit(most, downloaded: mostDownloaded)
        let rules = ask.rules
        return try await ask.read { reading in
            let now = try reading.reading()
            let month = try month(now.day)
            let lines = try reading.batches(
                in: month, department: department?.code, after: after, limit: limit + 1)
            let shown = lines.prefix(limit)
            return BatchesPage(
                department: department.map { DepartmentView(department: $0, day: now.day) }, month: month,
                lines: shown.map { BatchView(line: $0, rules: rules, day: now.day) },
                following: lines.count > limit ? shown.last?.position : nil,
                limit: ask.question("limit"), reading: now)
        }
    }

    func show(on tape: inout Tape) {
        tape.put("department", department)
        tape.put("month", month.description)
        tape.put("batches", lines)
        tape.put("next", next)
        tape.draw { tape in
            tape.put("hasBatches", !lines.isEmpty)
            tape.put("monthTitle", month.title)
            tape.put(
                "back", department.map { "/departments/\($0.department.code)?month=\(month)" } ?? "/bulletins/\(month)")
        }
    }
}

/// 批次: a file and what came of its rows.
struct BatchView: Shown {
    let line: BatchLine
    let rules: Rules
    let day: Day

    func show(on tape: inout Tape) {
        let kind = rules.kinds[line.kind]
        let department = rules.departments[line.department].map { DepartmentView(department: $0, day: day) }
        tape.put("batch", line.id)
        tape.put("department", line.department)
        tape.put("departmentTitle", department?.name ?? .both(line.department, line.department))
        tape.put("kind", line.kind)
        tape.put("kindTitle", kind?.title ?? .both(line.kind, line.kind))
        tape.put("clock", kind?.dueWithin != nil)
        tape.put("file", line.file)
        tape.put("received", line.received)
        tape.put("declared", line.isDeclared)
        tape.put("state", line.state.rawValue)
        tape.put("stateTitle", line.state.words)
        tape.put("position", line.position)
        tape.draw { $0.put("isComplete", line.state == .complete) }
        guard line.state != .open else { return }
        tape.put("rows", line.counts.rows)
        tape.put("accepted", line.counts.accepted)
        tape.put("changed", line.counts.changed)
        tape.put("known", line.counts.known)
        tape.put("refused", line.counts.refused)
        tape.put("persons", line.counts.persons)
        tape.put("late", line.counts.late)
        tape.put("unknownTimeliness", line.counts.unknownTimeliness)
    }
}

extension Ask {
    /// How many lines are asked for at most; fewer than a page holds where `limit` says so.
    ///
    /// - Throws: `PortalProblem.badQuestion` for anything that is no such number.
    func limit(_ most: Int, downloaded: Int) throws(PortalProblem) -> Int {
        let most = isDownload ? downloaded : most
        guard let text = question("limit") else { return most }
        guard let limit = Int(text), (1...most).contains(limit) else { throw .badQuestion("limit") }
        return limit
    }

    /// A place in the log that a question names.
    ///
    /// - Throws: `PortalProblem.badQuestion` for anything that is none.
    func place(_ name: String) throws(PortalProblem) -> Int? {
        guard let text = question(name) else { return nil }
        guard let place = Int(text), place >= 0, text.utf8.count < 16 else { throw .badQuestion(name) }
        return place
    }
}
