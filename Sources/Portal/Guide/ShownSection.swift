import Credit

extension GuideText {
    /// The sections as a page shows them on a day.
    func shownSections(in rules: Rules, on day: Day?) -> [ShownSection] {
        sections.map { ShownSection(section: $0, rules: rules, day: day) }
    }
}

/// 指南章节: a section with its passages and its table.
struct ShownSection: Shown {
    let section: GuideSection
    let rules: Rules
    let day: Day?

    func show(on tape: inout Tape) {
        tape.put("section", section.code)
        tape.put("heading", section.title)
        tape.put("form", section.form.rawValue)
        tape.put("passages", section.passages.map { Passage(passage: $0, rules: rules) })
        tape.put("table", section.table.map { Table(table: $0, rules: rules, day: day) })
        tape.draw { tape in
            tape.put("isSteps", section.form == .steps && !section.passages.isEmpty)
            tape.put("isPoints", section.form == .points && !section.passages.isEmpty)
            tape.put("isProse", section.form == .prose && !section.passages.isEmpty)
        }
    }

    /// A paragraph or step.
    struct Passage: Shown {
        let passage: GuidePassage
        let rules: Rules

        func show(on tape: inout Tape) {
            tape.put("text", passage.text)
            tape.put("unverified", passage.mark == .unverified)
            tape.put("sources", passage.sources.map { ShownSource($0, in: rules) })
            tape.put("commands", passage.commands)
            tape.put("path", passage.path)
            tape.draw { tape in
                tape.put("pathTitle", passage.path.map { title(of: $0) })
                tape.put("hasSources", !passage.sources.isEmpty)
                tape.put("hasCommands", !passage.commands.isEmpty)
                tape.put("commandText", passage.commands.joined(separator: "\n"))
            }
        }

        /// What stands at an address of this site: a page of the guide by its title, others as the address table says.
        private func title(of path: String) -> Label {
            let parts = path.split(separator: "/").map { String($0) }
            if parts.count == 2, let text = rules.guide[parts[1]], path == "/guide/" + text.code { return text.title }
            return RouteTable.portal.find(parts)?.route.summary ?? .both(path, path)
        }
    }

    /// What several rules say of the same points.
    struct Table: Shown {
        let table: GuideTable
        let rules: Rules
        let day: Day?

        func show(on tape: inout Tape) {
            tape.put("columns", table.columns.map { Column(column: $0, rules: rules, day: day) })
            tape.put("rows", table.rows.map { Row(row: $0, table: table, day: day) })
        }
    }

    /// One of the rules.
    struct Column: Shown {
        let column: GuideTable.Column
        let rules: Rules
        let day: Day?

        func show(on tape: inout Tape) {
            tape.put("column", column.name)
            tape.put("from", column.from)
            tape.put("until", column.until)
            tape.put("inForce", day.flatMap { column.isInForce(on: $0) })
            tape.put("source", ShownSource(column.source, in: rules))
        }
    }

    /// One of the points.
    struct Row: Shown {
        let row: GuideTable.Row
        let table: GuideTable
        let day: Day?

        func show(on tape: inout Tape) {
            tape.put("point", row.name)
            tape.put(
                "cells",
                zip(table.columns, row.cells).map { column, cell in
                    Cell(cell: cell, column: column.name, isInForce: day.flatMap { column.isInForce(on: $0) } ?? false)
                })
        }
    }

    /// What one of the rules says of one of the points.
    struct Cell: Shown {
        let cell: GuideTable.Cell
        let column: Label
        let isInForce: Bool

        func show(on tape: inout Tape) {
            tape.put("column", column)
            tape.put("says", cell.text)
            tape.put("unverified", cell.mark == .unverified)
            tape.draw { $0.put("isNow", isInForce) }
        }
    }
}
