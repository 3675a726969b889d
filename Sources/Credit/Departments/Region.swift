/// 行政区划: a province, city, county, township or functional zone.
public struct Region: Coded, Hashable {
    /// 区划代码: six digits of GB/T 2260, or nine digits for a township.
    public let code: String
    /// 名称.
    public let name: Label
    /// 级别.
    public let level: Level
    /// 上级区划: code of the region it lies in; nil for the country.
    public let parent: String?

    /// A region.
    public init(code: String, name: Label, level: Level, parent: String?) {
        self.code = code
        self.name = name
        self.level = level
        self.parent = parent
    }

    /// 区划级别.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// 国家.
        case country
        /// 省级.
        case province
        /// 地级.
        case city
        /// 县级.
        case county
        /// 乡级.
        case township
        /// 功能区: a zone, farm or reserve that reports like a township or a county but is none.
        case zone
    }
}
