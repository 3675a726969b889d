import Credit

/// 可公示值: a value that says what of it is shown, once; the JSON and the page are both written from what it says.
protocol Shown {
    /// Puts what is shown on the tape, in the order in which it is read.
    func show(on tape: inout Tape)
}

/// 语言: the language an answer is written in.
public enum Language: String, Sendable, CaseIterable {
    /// 中文.
    case chinese = "zh"
    /// English.
    case english = "en"

    /// The words of a label in this language.
    public func words(of label: Label) -> String {
        self == .chinese ? label.chinese : label.english
    }

    /// The language as the web names it.
    var tag: String { self == .chinese ? "zh-CN" : "en" }
}

/// 形式: the forms of one answer.
enum AnswerForm: Sendable {
    /// A page to read.
    case page
    /// JSON for programs.
    case json
    /// The page's main list for a spreadsheet: CSV, UTF-8 with a mark.
    case csv
    /// The page's main list, one JSON object a line.
    case lines
    /// An office file to edit: DOCX.
    case document
    /// A workbook to go on calculating with: XLSX.
    case workbook

    /// The media type of an answer of this form.
    var type: String {
        switch self {
        case .page: "text/html; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .lines: "application/jsonl; charset=utf-8"
        case .document: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .workbook: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}

extension Label {
    /// The same words in both languages.
    static func both(_ chinese: String, _ english: String) -> Label { Label(chinese, english) }
}
