/// 函件格式: the words of a letter that the credit office writes again and again; a city changes them in its pack.
///
/// Words in braces stand for what the letter is about: `{month}`, `{unit}`, `{kind}`, `{days}`, `{rows}`, `{last}`.
public struct LetterForm: Coded, Hashable {
    /// The code pages ask for it by.
    public let code: String
    /// 标题.
    public let title: Label
    /// 发文机关: code of the department that sends it.
    public let sender: String
    /// 依据: what the letter rests on.
    public let source: Source
    /// 开头: why it is written.
    public let opening: Label
    /// 未报送: one sentence for each kind of which nothing came in; `{kind}`, `{last}`.
    public let missing: Label
    /// 迟报: one sentence for each kind of which rows came in late; `{kind}`, `{rows}`, `{days}`.
    public let late: Label
    /// 要求: what the unit is asked to do where something did not come in.
    public let askMissing: Label
    /// 要求: what it is asked to do where something came in late.
    public let askLate: Label
    /// 结尾: that a mistake of ours can be told, and how the figures can be checked.
    public let closing: Label

    /// The words of a letter.
    public init(
        code: String, title: Label, sender: String, source: Source, opening: Label, missing: Label, late: Label,
        askMissing: Label, askLate: Label, closing: Label
    ) {
        self.code = code
        self.title = title
        self.sender = sender
        self.source = source
        self.opening = opening
        self.missing = missing
        self.late = late
        self.askMissing = askMissing
        self.askLate = askLate
        self.closing = closing
    }

    /// The words that may stand in braces.
    public static let blanks = ["month", "unit", "kind", "days", "rows", "last"]

    /// The names in braces that a text uses; nil where a brace is not closed.
    public static func blanks(in text: String) -> [String]? {
        var names: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return rest.contains("}") ? nil : names
    }

    /// A text with its blanks filled in; a blank without a value stays as it is.
    public static func fill(_ text: Label, _ values: [String: Label]) -> Label {
        Label(
            fill(text.chinese, values.mapValues(\.chinese)), fill(text.english, values.mapValues(\.english)))
    }

    private static func fill(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            result += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
