/// 信用动态: a piece of news or a notice of the platform.
public struct NewsItem: Coded, Hashable {
    /// The code: its day and a few words.
    public let code: String
    /// 发布日期.
    public let day: Day
    /// 类别.
    public let kind: Kind
    /// 标题.
    public let title: Label
    /// 正文: its paragraphs.
    public let body: [Label]
    /// 来源: who says it.
    public let origin: Label
    /// 演示: whether it was made up to show how the page works.
    public let isDemonstration: Bool

    /// A piece of news.
    public init(
        code: String, day: Day, kind: Kind, title: Label, body: [Label], origin: Label, isDemonstration: Bool
    ) {
        self.code = code
        self.day = day
        self.kind = kind
        self.title = title
        self.body = body
        self.origin = origin
        self.isDemonstration = isDemonstration
    }

    /// 类别.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// 动态.
        case news
        /// 公告.
        case notice
        /// 政策解读.
        case reading
    }
}
