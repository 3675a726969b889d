/// 名单查询: which published records are asked for: one family, narrowed by what their lists are narrowed by.
///
/// There is no free text: nobody is found in a list by a name (R10).
public struct RecordQuestion: Sendable, Equatable {
    /// 类别: licences, penalties or list entries.
    public let family: Family
    /// Code of the only kind asked for.
    public var kind: String?
    /// 部门: code of the only department asked for.
    public var department: String?
    /// First day of the decisions asked for. Where a record names no day of decision, the day of receipt counts.
    public var decidedFrom: Day?
    /// Last day of the decisions asked for.
    public var decidedUntil: Day?
    /// 及时性: how the records asked for came in.
    public var timeliness: Timeliness?
    /// Whether the oldest decision stands first, and not the newest.
    public var isOldestFirst: Bool
    /// Where the list goes on; nil at its beginning.
    public var after: RecordPlace?
    /// How many records at most.
    public var limit: Int

    /// All published records of a family, from the newest decision on unless the oldest is asked for first.
    public init(
        _ family: Family, kind: String? = nil, department: String? = nil, decidedFrom: Day? = nil,
        decidedUntil: Day? = nil, timeliness: Timeliness? = nil, isOldestFirst: Bool = false, after: RecordPlace? = nil,
        limit: Int = 50
    ) {
        self.family = family
        self.kind = kind
        self.department = department
        self.decidedFrom = decidedFrom
        self.decidedUntil = decidedUntil
        self.timeliness = timeliness
        self.isOldestFirst = isOldestFirst
        self.after = after
        self.limit = limit
    }

    /// 公示栏目: the families whose records stand in public lists.
    public enum Family: String, Sendable, CaseIterable {
        /// 行政许可.
        case permit
        /// 行政处罚.
        case penalty
        /// 名单.
        case listing
        /// 守信名单和等级.
        case honour
        /// 合同履约.
        case performance

        /// The family among all families of records.
        public var family: RecordFamily {
            switch self {
            case .permit: .permit
            case .penalty: .penalty
            case .listing: .listing
            case .honour: .honour
            case .performance: .performance
            }
        }

        /// The family whose public lists have records of another; nil where none do.
        public init?(_ family: RecordFamily) { self.init(rawValue: family.rawValue) }
    }
}
