/// 组织: a body whose people work with the platform: a node of one tree, with its history of names, superiors and codes.
///
/// The departments of the pack say what a code means; an organisation says who holds it on a day.
public struct Organisation: Hashable, Sendable {
    /// The code it was founded under; it outlives every change of name.
    public let code: String
    /// 层级.
    public let level: Level
    /// 设立之日: the first day it is there.
    public let founded: Day
    /// 名称沿革.
    public internal(set) var names: Succession<String>
    /// 上级沿革: code of the organisation above; nil for the root.
    public internal(set) var parents: Succession<String>?
    /// 撤并: when and into what it was merged; nil while it is there.
    public internal(set) var ending: Ending?

    /// An organisation.
    public init(
        code: String, level: Level, founded: Day, names: Succession<String>, parents: Succession<String>?,
        ending: Ending? = nil
    ) {
        self.code = code
        self.level = level
        self.founded = founded
        self.names = names
        self.parents = parents
        self.ending = ending
    }

    /// 名称 on a day, so that an old document keeps the old one; the first name for a day before it.
    public func name(on day: Day) -> String { names.value(on: day) ?? names.steps[0].value }

    /// Whether it is there on a day.
    public func exists(on day: Day) -> Bool { founded <= day && ending.map { day < $0.day } ?? true }

    /// 撤并.
    public struct Ending: Hashable, Sendable {
        /// The first day on which it is no more.
        public let day: Day
        /// Code of the organisation that goes on with what it had.
        public let into: String
        /// 文号.
        public let paper: String?

        /// An end.
        public init(day: Day, into: String, paper: String?) {
            self.day = day
            self.into = into
            self.paper = paper
        }
    }

    /// 层级.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// 市级.
        case city
        /// 县（区）.
        case county
        /// 乡镇（街道）.
        case township
        /// 管委会.
        case zone
        /// 中央垂直管理机构.
        case national
        /// 人民法院.
        case court

        /// What it is called.
        public var title: Label {
            switch self {
            case .city: Label("市级", "City")
            case .county: Label("县（区）", "County")
            case .township: Label("乡镇（街道）", "Township")
            case .zone: Label("管委会", "Zone committee")
            case .national: Label("中央垂直管理机构", "Branch of a national body")
            case .court: Label("人民法院", "Court")
            }
        }

        /// The level at which a department of the pack stands.
        public init(_ level: Department.Level) {
            self =
                switch level {
                case .city: .city
                case .county: .county
                case .zone: .zone
                case .national: .national
                case .court: .court
                }
        }
    }
}
