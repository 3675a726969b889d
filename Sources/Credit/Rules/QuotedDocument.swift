/// 引用文件: a law, rule or notice that the pack quotes; every source names one of these.
public struct QuotedDocument: Coded, Hashable {
    /// 引用名: how sources name it, its number or, where that is not known for certain, its title.
    public let code: String
    /// 标题: the title, shortened where it is long.
    public let title: String
    /// 文号: the number, where the document is quoted by its title.
    public let number: String?
    /// 印发日期: the day it was issued, where known.
    public let issued: Day?
    /// 发布地址: where it is published, where known.
    public let address: String?
    /// Whether number, title and day were read in a published text.
    public let mark: Source.Mark

    /// A document as the pack quotes it.
    public init(
        code: String, title: String, number: String? = nil, issued: Day? = nil, address: String? = nil,
        mark: Source.Mark = .verified
    ) {
        self.code = code
        self.title = title
        self.number = number
        self.issued = issued
        self.address = address
        self.mark = mark
    }
}
