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

/// 形式: the two forms of one answer.
enum AnswerForm: Sendable {
    /// A page to read.
    case page
    /// JSON for programs.
    case json
}

extension Label {
    /// The same words in both languages.
    static func both(_ chinese: String, _ english: String) -> Label { Label(chinese, english) }
}
