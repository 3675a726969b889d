/// 用语: a word of the interface whose official form has changed with the law, such as 黑名单.
public struct Term: Coded, Hashable {
    /// The code pages ask for it by.
    public let code: String
    /// 称谓: what it was called, by day.
    public let labels: Dated<Label>

    /// A term and what it was called, by day.
    public init(code: String, labels: Dated<Label>) {
        self.code = code
        self.labels = labels
    }

    /// What the term was called on a day; before the first known change its first form.
    public func label(on day: Day) -> Label { labels.value(on: day) ?? labels.steps[0].value }
}
