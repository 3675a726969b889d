/// 部门: a body that the city's plan gives duties to, whatever it is called on a day.
///
/// A department is a row, not a module: what differs between departments stands in the pack.
public struct Department: Coded, Hashable {
    /// The code scripts and addresses name it by; it outlives every change of name.
    public let code: String
    /// 方案章节: code of the plan's section that speaks to it.
    public let section: String
    /// 层级: where it stands.
    public let level: Level
    /// 上级或所属部门: code of the body it belongs to, where there is one among the departments.
    public let parent: String?
    /// 辖区: code of the region it serves.
    public let region: String
    /// 名称: its official name, by day.
    public let names: Dated<Name>
    /// 职责: its part in the credit work, in one sentence.
    public let duty: Label

    /// A department.
    public init(
        code: String, section: String, level: Level, parent: String?, region: String, names: Dated<Name>, duty: Label
    ) {
        self.code = code
        self.section = section
        self.level = level
        self.parent = parent
        self.region = region
        self.names = names
        self.duty = duty
    }

    /// The official name on a day; nil for a day before the first known name.
    public func name(on day: Day) -> Name? { names.value(on: day) }

    /// 部门名称: the full official name and the short one of everyday use.
    public struct Name: Hashable, Sendable {
        /// 全称.
        public let full: Label
        /// 简称.
        public let short: String

        /// A full name with its short form.
        public init(full: Label, short: String) {
            self.full = full
            self.short = short
        }
    }

    /// 部门层级.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// 市级部门.
        case city
        /// 县（区）人民政府.
        case county
        /// 管委会: the committee of a zone, acting by entrustment.
        case zone
        /// 中央垂直管理机构: a branch of a national body, such as the tax office.
        case national
        /// 人民法院.
        case court
    }
}
