/// 名单依据: a document that a list rests on, for as long as it is in force.
public struct ListBasis: Hashable, Sendable {
    /// The document and clause, and whether they were read.
    public let source: Source
    /// 效力位阶.
    public let rank: Rank
    /// 允许的后果: whether it lets somebody be listed or only something be recorded.
    public let permits: Permission
    /// 施行日期, as far as it is known; it counts from the last day it can be.
    public let from: RoughDay
    /// 失效日期: the last day it is in force; nil where no end is known.
    public let until: RoughDay?

    /// A basis of a list.
    public init(source: Source, rank: Rank, permits: Permission, from: RoughDay, until: RoughDay?) {
        self.source = source
        self.rank = rank
        self.permits = permits
        self.from = from
        self.until = until
    }

    /// Whether it is in force on a day.
    public func holds(on day: Day) -> Bool { from.last <= day && until.map { day <= $0.last } ?? true }

    /// The first day on which a list of dishonesty needs a basis of sufficient rank. It stands in code because no pack
    /// may be able to do without.
    ///
    /// - Source: 国办发〔2020〕49号, 2020-12-07
    public static let rankDemand = Day(number: 18_603)

    /// 效力位阶: how high a document stands.
    public enum Rank: String, Hashable, Sendable, CaseIterable {
        /// 法律.
        case law
        /// 行政法规.
        case regulation
        /// 党中央、国务院政策文件.
        case centralPolicy = "central-policy"
        /// 司法解释.
        case judicialInterpretation = "judicial-interpretation"
        /// 部门规章.
        case departmentRule = "department-rule"
        /// 地方性法规.
        case localOrdinance = "local-ordinance"
        /// 规范性文件: a document below the rank of a rule.
        case normativeDocument = "normative-document"
        /// 地方文件: a document of the region or the city.
        case localDocument = "local-document"
        /// 待核: nobody has read which it is.
        case unknown

        /// Whether a list of dishonesty may rest on it since the demand.
        ///
        /// - Source: 国办发〔2020〕49号: 法律、法规或者党中央、国务院政策文件；标准暂由部门规章规定；地方由地方性法规规定
        public var mayListDishonesty: Bool {
            switch self {
            case .law, .regulation, .centralPolicy, .judicialInterpretation, .departmentRule, .localOrdinance: true
            case .normativeDocument, .localDocument, .unknown: false
            }
        }
    }

    /// 允许的后果.
    public enum Permission: String, Hashable, Sendable, CaseIterable {
        /// 列入名单.
        case list
        /// 记入信用记录.
        case record
    }
}
