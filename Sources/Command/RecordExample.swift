import Credit
import Intake
import RulePacks

extension ExampleKind {
    /// 记录示例: a row as a department hands it in, and what must come of it.
    ///
    /// `record: { kind: …, received: 2026-05-08, row: { 行政相对人名称: …, … }, expect: accepted }`; a refused row names
    /// the rules that refuse it and `covers` the other files of the pack it exercises; an accepted one may name the last day of its publication, its grade, its timeliness.
    static let record = ExampleKind(key: "record") { strict in
        enum Outcome: String, CaseIterable { case accepted, refused, person }
        let kind = strict.reference("kind", to: .recordKind)
        let (received, row) = (strict.day("received"), strict.pairs("row"))
        let expected = strict.word("expect", of: Outcome.self)
        let codes = strict.texts("rules", required: false)
        let until = strict.text("until", required: false)
        let grade = strict.text("grade", required: false)
        let timeliness = strict.text("timeliness", required: false)
        let covers = strict.texts("covers", required: false) ?? []
        guard let kind, let received, let row, let expected else { return nil }
        let wanted =
            ([expected.rawValue] + (codes ?? []).sorted()
            + [until.map { "until \($0)" }, grade.map { "grade \($0)" }, timeliness].compactMap(\.self))
            .joined(separator: " ")
        return Example(covers: ["records/\(kind).yaml"] + covers, expect: wanted) { rules in
            guard let found = rules.kinds[kind] else { return "unknown kind" }
            let block = RowBlock(row: row)
            guard let heading = HeadingFinder(kind: found).find(in: block)?.heading else { return "no heading" }
            let plan = CheckPlan(
                kind: found, template: heading.template, columns: heading.columns, width: heading.titles.count)
            let term = found.dueWithin.map { WorkingTerm(days: $0, in: WorkingCalendar(rules.calendar)) }
            let checked = RowChecker(plan: plan, context: CheckContext(received: received, term: term))
                .check(block, rows: 0..<1)
            switch checked.rows.first?.outcome {
            case .draft(let draft):
                var words = ["accepted"]
                if until != nil { words.append("until " + draft.publication.lastDayWord) }
                if grade != nil { words.append("grade " + (draft.publication.grade?.rawValue ?? "none")) }
                if timeliness != nil { words.append(draft.timeliness?.word ?? "none") }
                return words.joined(separator: " ")
            case .refused: return (["refused"] + checked.problems.map(\.rule.code).sorted()).joined(separator: " ")
            case .person:
                return (["person"] + (codes == nil ? [] : checked.problems.map(\.rule.code))).joined(separator: " ")
            case nil: return "blank"
            }
        }
    }
}

extension Publication {
    fileprivate var lastDayWord: String {
        switch period {
        case .until(let day):
            day == .endless ? ([end.word] + (end.reviewBy.map { ["\($0)"] } ?? [])).joined(separator: " ") : "\(day)"
        case .none(let reason): "none-\(reason.rawValue)"
        }
    }
}

extension RowBlock {
    /// A block of one row whose columns are named.
    fileprivate init(row: [(name: String, value: String)]) {
        self.init()
        for cell in row {
            let value = Array(cell.value.utf8)
            cells.append(Cell(offset: bytes.count, length: value.count))
            bytes += value
        }
        rows = [Row(firstCell: 0, cellCount: row.count, line: 1)]
        columns = row.map(\.name)
        startsTable = true
    }
}
