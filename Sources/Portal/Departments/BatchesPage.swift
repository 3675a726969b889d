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
    let form: FilterForm
    let reading: Reading?

    static let most = 200
    static let mostDownloaded = 5_000

    static let columns = Columns(all: [
        .plain("文件", "File"), .by("received", .day, "收到", "Received"), .plain("状态", "State"),
        .by("rows", .number, "行", "Rows"), .by("accepted", .number, "新增", "New"),
        .by("changed", .number, "变更", "Changed"), .by("known", .number, "已有", "Known"),
        .by("refused", .number, "退回", "Refused"), .by("late", .number, "迟报", "Late"),
    ])

    var title: Label {
        let name = department?.name ?? .both("全部单位", "All units")
        return .both("\(name.chinese) · 报送文件 \(month)", "\(name.english) · files handed in, \(month)")
    }
    var section: PortalSection? { .departments }
    var isIndexed: Bool { false }
    var narrowing: FilterForm? { form }
    var pager: Pager? { Pager(form.address, after: following.map { "\($0)" }, count: lines.count) }

    /// Reads the list of a department.
    static func ofDepartment(_ ask: Ask) async throws -> BatchesPage {
        let department = try ask.department()
        return try await read(ask, department: department) { day throws(PortalProblem) in try ask.month(today: day) }
    }

    static func read(
        _ ask: Ask, department: Department?, month: @escaping @Sendable (Day) throws -> Month
    ) async throws -> BatchesPage {
        let after = try ask.place("after")
        let limit = try ask.limit(most, downloaded: mostDownloaded)
        let kind = try ask.code("kind", of: ask.rules.kinds)
        let order = try columns.order(ask)
        let rules = ask.rules
        return try await ask.read { reading in
            let now = try reading.reading()
            let month = try month(now.day)
            let lines =
                kind == nil && order == nil
                ? try reading.batches(
                    in: month, department: department?.code, after: after ?? -1, limit: limit + 1)
                : try whole(month, department?.code, kind, order, in: reading)[behind: after]
            let shown = lines.prefix(limit)
            return BatchesPage(
                department: department.map { DepartmentView(department: $0, day: now.day) }, month: month,
                lines: shown.map { BatchView(line: $0, rules: rules, day: now.day) },
                following: lines.count > limit ? shown.last?.position : nil,
                form: FilterForm(
                    address: department == nil ? ask.address : ask.addressed("month", month.description),
                    selects: [
                        .init(
                            name: "kind", title: .both("信息类别", "Kind"),
                            options: rules.kinds.map { .init(value: $0.code, title: $0.title) })
                    ], columns: columns), reading: now)
        }
    }

    /// All files of a month, of one kind where that is asked, in another order than that of the log.
    private static func whole(
        _ month: Month, _ department: String?, _ kind: String?, _ order: Columns.Order?, in reading: any PublicReading
    ) throws -> [BatchLine] {
        var found: [BatchLine] = []
        var last = -1
        while true {
            let some = try reading.batches(in: month, department: department, after: last, limit: mostDownloaded)
            found += some
            guard some.count == mostDownloaded, let line = some.last else { break }
            last = line.position
        }
        found = found.filter { line in kind.map { $0 == line.kind } ?? true }
        guard let order else { return found }
        return found.ordered(order.isDescending) { line -> Int? in
            guard order.column != "received" else { return Int(line.received.number) }
            guard line.state != .open else { return nil }
            return switch order.column {
            case "rows": line.counts.rows
            case "accepted": line.counts.accepted
            case "changed": line.counts.changed
            case "known": line.counts.known
            case "refused": line.counts.refused
            default: line.counts.late
            }
        }
    }

    func show(on tape: inout Tape) {
        tape.put("department", department)
        tape.put("month", month.description)
        tape.put("batches", lines)
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

extension [BatchLine] {
    /// What stands behind the file at a position of the log; all where none is named, nothing where there is none such.
    fileprivate subscript(behind position: Int?) -> [BatchLine] {
        guard let position else { return self }
        return Array(drop { $0.position != position }.dropFirst())
    }
}
