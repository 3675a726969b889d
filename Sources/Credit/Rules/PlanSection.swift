/// 分工方案的一节: a section of the city's work plan with its items.
public struct PlanSection: Coded, Hashable {
    /// 编号: `O`, `C1` to `C5`, `D1` to `D31`.
    public let code: String
    /// 标题.
    public let title: Label
    /// 任务: its items, in the plan's order.
    public let items: [PlanItem]

    /// A section with its items.
    public init(code: String, title: Label, items: [PlanItem]) {
        self.code = code
        self.title = title
        self.items = items
    }
}

/// 任务条目: one thing the plan asks for, in our own words.
public struct PlanItem: Coded, Hashable {
    /// 编号, such as `C3.1a` or `D10.2`.
    public let code: String
    /// 要点: what it asks, told in our own words.
    public let gist: Label
    /// 责任部门: codes of the departments that have to do it.
    public let departments: [String]
    /// 能力: codes of the capabilities that serve it.
    public let capabilities: [String]
    /// 数据对象: what the software keeps for it.
    public let entities: [String]
    /// 落实状态: how far the software serves it.
    public let progress: PlanProgress

    /// An item of the plan.
    public init(
        code: String, gist: Label, departments: [String], capabilities: [String], entities: [String],
        progress: PlanProgress
    ) {
        self.code = code
        self.gist = gist
        self.departments = departments
        self.capabilities = capabilities
        self.entities = entities
        self.progress = progress
    }
}

/// 能力: a thing the platform can do, as the map of the plan counts them.
public struct Capability: Coded, Hashable {
    /// 编号, `K01` to `K30`.
    public let code: String
    /// 名称.
    public let name: Label
    /// 内容: what it is for.
    public let content: String

    /// A capability of the platform.
    public init(code: String, name: Label, content: String) {
        self.code = code
        self.name = name
        self.content = content
    }
}
