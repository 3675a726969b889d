/// 落实状态: how far the software serves an item of the plan, or why it does not.
///
/// It says what the program does, not how diligent a department is; nobody is ranked by it.
public struct PlanProgress: Hashable, Sendable {
    /// The state.
    public let state: State
    /// 理由: why it stands so; nil only for items that simply work or are still to come.
    public let reason: Label?
    /// 依据: the document that replaced the item or stands against it.
    public let source: Source?
    /// 查看方式: addresses of this site and commands of the program that show what is there.
    public let shownBy: [String]

    /// How far an item is served.
    public init(state: State, reason: Label? = nil, source: Source? = nil, shownBy: [String] = []) {
        self.state = state
        self.reason = reason
        self.source = source
        self.shownBy = shownBy
    }

    /// 状态.
    public enum State: String, Sendable, CaseIterable {
        /// 已实现.
        case works
        /// 部分实现.
        case part
        /// 尚未实现.
        case notYet = "not-yet"
        /// 已被取代: the law has overtaken it.
        case replaced
        /// 不予实现: the law or the rules of this software forbid it.
        case declined

        /// The state in words.
        public var title: Label {
            switch self {
            case .works: Label("已实现", "works")
            case .part: Label("部分实现", "works in part")
            case .notYet: Label("尚未实现", "not yet")
            case .replaced: Label("已被新规定取代", "replaced by later law")
            case .declined: Label("不予实现", "declined")
            }
        }
    }
}
