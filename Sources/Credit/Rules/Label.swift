/// 双语文字: a name or sentence as the interface says it, Chinese first, English complete.
public struct Label: Hashable, Sendable {
    /// 中文.
    public let chinese: String
    /// English.
    public let english: String

    /// The same thing in both languages.
    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The same thing in both languages.
    public init(chinese: String, english: String) { self.init(chinese, english) }
}
