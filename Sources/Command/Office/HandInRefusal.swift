import Credit
import Desk
import Intake
import Portal
import Sheets
import Store

/// 报送拒绝: why a file is not taken from a desk; codes in `docs/problems.md`.
enum HandInRefusal {
    static func inTheFuture(_ today: Day) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-168", status: 422,
            words: Label("收到日期不能晚于今天（\(today)）。", "The day of receipt may not lie after today, \(today)."))
    }
    static let liveDays = OfficeRefusal(
        code: "WEB-169", status: 422,
        words: Label(
            "库中已有当日报送的批次，不能再申报以前的收到日期；请留空。",
            "Files have been handed in on the day already, so an earlier day cannot be declared; leave it empty."))
    static func notComplete(_ state: StoredBatch.State) -> OfficeRefusal {
        OfficeRefusal(
            code: "WEB-170", status: 409,
            words: state == .undone
                ? Label("这个批次已经撤回，不能再撤回一次。", "This batch was taken back already.")
                : Label("这个批次还没有入库完毕，完成后才能撤回。", "This batch is still being taken in; take it back afterwards."))
    }
    static let noDepartment = OfficeRefusal(
        code: "WEB-171", status: 403,
        words: Label(
            "您的单位不是分工方案中的报送部门，不能报送文件。",
            "Your organisation is none of the departments of the plan, which hand files in."))
    static let busy = OfficeRefusal(
        code: "WEB-172", status: 429,
        words: Label(
            "还有文件正在核验或入库，请等其中一个完成后再报送。",
            "Other files are still being checked or taken in; wait until one of them is done."))

    /// What is told of a failure; what is ours goes under a number.
    static func of(_ error: any Error) -> OfficeRefusal? {
        switch error {
        case let problem as FileProblem: refusal(problem.code, problem.chinese, problem.english)
        case let problem as DeskProblem: refusal(problem.code, problem.chinese, problem.english)
        case let problem as StoreProblem: refusal(problem.code, problem.chinese, problem.english)
        case let problem as SheetProblem: refusal(problem.code, problem.chinese, problem.english)
        case let refusal as OfficeRefusal: refusal
        default: nil
        }
    }

    private static func refusal(_ code: String, _ chinese: String, _ english: String) -> OfficeRefusal {
        OfficeRefusal(code: code, status: 422, words: Label(chinese, english))
    }
}

/// 错误文字: the refusals of a kind as a page shows them.
struct FaultWords {
    let kind: RecordKind

    func faults(of refusal: Store.Refusal) throws -> [HandIn.Fault] {
        try RefusedCell.all(in: refusal).map { cell in
            let words = ProblemText(rule: cell.rule, field: cell.field, value: cell.value, kind: kind)
            let field = kind.field(named: cell.field)
            return HandIn.Fault(
                sheet: refusal.sheet, line: refusal.line, place: cell.place,
                field: Label(field?.title ?? "", field?.english ?? ""), rule: cell.rule, value: cell.value,
                message: words.message, remedy: words.remedy)
        }
    }
}

extension SubmissionRemarks {
    /// What else the sender should know, in sentences.
    func lines(_ kind: RecordKind) -> [Label] {
        var lines: [Label] = []
        for table in unread {
            let seen = table.titles.filter { !$0.isEmpty }.prefix(8).joined(separator: "、")
            let wanted = kind.templates[0].fields.prefix(6)
            lines.append(
                Label(
                    (table.sheet.isEmpty ? "" : "工作表“\(table.sheet)”")
                        + "前 20 行没有找到“\(kind.title.chinese)”的表头（看到：\(seen)；"
                        + "应有：\(wanted.map(\.title).joined(separator: "、"))……），未读取。",
                    (table.sheet.isEmpty ? "" : "Sheet “\(table.sheet)”: ")
                        + "no heading of “\(kind.english)” in the first 20 rows; not read."))
        }
        for column in unknownColumns {
            let hint = column.suggestion
            lines.append(
                Label(
                    "第 \(column.column + 1) 列“\(column.title)”不在模板内，未保存" + (hint.map { "；是否“\($0)”？" } ?? "。"),
                    "Column \(column.column + 1), “\(column.title)”, is none of the template's and was not stored"
                        + (hint.map { "; did you mean “\($0)”?" } ?? ".")))
        }
        if repeatedKeys > 0 {
            lines.append(
                Label(
                    "同一文件内有 \(repeatedKeys) 行与前面的行主键相同而内容不同，按先后记为变更。",
                    "\(repeatedKeys) rows have the key of an earlier row and other content; they count as changes."))
        }
        return lines
    }
}

extension RecordKind {
    fileprivate var english: String { title.english }
}
