import Credit
import Store

/// 错误清单: `BATCH.errors.csv`, one line for each thing that is wrong.
public struct ErrorsFile: Sendable {
    private let file: String
    private let kind: RecordKind
    private let isEnglish: Bool

    /// The columns, fixed by contract.
    public static let columns = ["file", "sheet", "row", "column", "field", "rule", "value", "message", "remedy"]

    /// The errors of a file.
    public init(file: String, kind: RecordKind, isEnglish: Bool) {
        self.file = file
        self.kind = kind
        self.isEnglish = isEnglish
    }

    /// The first line, with the mark that tells Excel the encoding.
    public var heading: String { "\u{FEFF}" + ErrorsFile.columns.joined(separator: ",") + "\r\n" }

    /// The lines of a refused row.
    ///
    /// - Throws: `CanonicalFault` where the kept bytes are none of ours.
    public func lines(_ refusal: Refusal) throws -> String {
        try RefusedCell.all(in: refusal).map { line(refusal, $0) }.joined()
    }

    private func line(_ refusal: Refusal, _ cell: RefusedCell) -> String {
        let words = ProblemText(rule: cell.rule, field: cell.field, value: cell.value, kind: kind)
        let title = kind.field(named: cell.field).map { isEnglish ? $0.english : $0.title } ?? ""
        let cells = [
            file, refusal.sheet, String(refusal.line), cell.place, title, cell.rule, cell.value,
            isEnglish ? words.message.english : words.message.chinese,
            isEnglish ? words.remedy.english : words.remedy.chinese,
        ]
        return cells.map(ErrorsFile.cell).joined(separator: ",") + "\r\n"
    }

    /// A cell, quoted where it must be; what a spreadsheet would take for a formula is kept from being one.
    public static func cell(_ text: String) -> String {
        var text = text
        if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + text }
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
