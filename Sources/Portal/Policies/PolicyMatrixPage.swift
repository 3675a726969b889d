import Credit

/// 部门与七类制度对照: which documents are known for each department and kind. An empty cell says that none is known,
/// which is not that there is none (R13).
struct PolicyMatrixPage: Page {
    static let template = "policy_matrix"
    static let table: StaticString? = "cells"
    let rules: Rules
    let asked: AskedRules

    private var day: Day { asked.day }
    var reading: Reading? { asked.reading }
    var narrowing: FilterForm? { asked.form }
    var title: Label { .both("部门与七类制度对照", "Departments and seven kinds of institution") }
    var section: PortalSection? { .rules }

    func show(on tape: inout Tape) {
        let entries = LibraryEntry.all(rules, on: day).filter { $0.state == .inForce }
        let common = PolicyKind.seven.map { kind in
            Cell(
                department: nil, title: nil, kind: kind,
                entries: entries.filter { $0.departments == nil && $0.kinds.contains(kind) }, day: day)
        }
        let rows = rules.departments.map { department in
            Row(
                title: rules.bodyTitle(department.code, on: day) ?? Label(department.code, department.code),
                cells: PolicyKind.seven.map { kind in
                    Cell(
                        department: department.code, title: rules.bodyTitle(department.code, on: day), kind: kind,
                        entries: entries.filter {
                            $0.departments?.contains(department.code) ?? false && $0.kinds.contains(kind)
                        }, day: day)
                })
        }
        tape.put("on", day)
        tape.put("common", common)
        tape.put("cells", rows.flatMap(\.cells))
        tape.draw { tape in
            tape.put("kindHeads", PolicyKind.seven.map(\.title))
            tape.put("rows", rows)
            tape.put("departmentCount", rows.count)
            tape.put("emptyCells", rows.flatMap(\.cells).filter(\.entries.isEmpty).count)
            tape.put("allCells", rows.count * PolicyKind.seven.count)
        }
    }

    /// A department's row, for drawing.
    struct Row: Shown {
        let title: Label
        let cells: [Cell]

        func show(on tape: inout Tape) {
            tape.put("body", title)
            tape.put("row", cells)
        }
    }

    struct Cell: Shown {
        let department: String?
        let title: Label?
        let kind: PolicyKind
        let entries: [LibraryEntry]
        let day: Day

        func show(on tape: inout Tape) {
            let local = entries.filter { $0.level == .city || $0.level == .county }
            tape.put("department", department)
            tape.put(words: "departmentTitle", title)
            tape.put("kind", kind.rawValue)
            tape.put("kindTitle", kind.title)
            tape.put("local", local.count)
            tape.put("above", entries.count - local.count)
            tape.put("documents", entries.map(\.document))
            tape.draw { tape in
                tape.put("isKnown", !entries.isEmpty)
                let who = department.map { "&department=" + $0 } ?? ""
                tape.put("open", "/policies?kind=\(kind.rawValue)\(who)&state=in-force&on=\(day)")
            }
        }
    }
}
