import Credit

/// 编码空间: a sort of thing that has codes of its own: a code is defined once in it and may be referred to.
public struct CodeSpace: Hashable, Sendable {
    /// What a person calls a thing of this sort.
    public let name: Label

    /// A sort of things.
    public init(chinese: String, english: String) {
        name = Label(chinese: chinese, english: english)
    }

    /// 部门.
    public static let department = CodeSpace(chinese: "部门", english: "department")
    /// 行政区划.
    public static let region = CodeSpace(chinese: "行政区划", english: "region")
    /// 用语.
    public static let term = CodeSpace(chinese: "用语", english: "term")
    /// 目录版本.
    public static let catalogueEdition = CodeSpace(chinese: "目录版本", english: "catalogue edition")
    /// 目录类别.
    public static let catalogueClass = CodeSpace(chinese: "目录类别", english: "catalogue class")
    /// 日历年度.
    public static let calendarYear = CodeSpace(chinese: "日历年度", english: "calendar year")
    /// 能力.
    public static let capability = CodeSpace(chinese: "能力", english: "capability")
    /// 方案章节.
    public static let planSection = CodeSpace(chinese: "方案章节", english: "plan section")
    /// 任务条目.
    public static let planItem = CodeSpace(chinese: "任务条目", english: "plan item")
    /// 引用文件.
    public static let document = CodeSpace(chinese: "引用文件", english: "document")
    /// 示例.
    public static let example = CodeSpace(chinese: "示例", english: "example")
}
