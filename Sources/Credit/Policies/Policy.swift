/// 制度文件: a document of the policy library: which of the seven kinds it serves, and for whom it stands.
public struct Policy: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 文号: how sources quote it; its title stands with the pack's documents.
    public let document: String
    /// 英文名称.
    public let english: String
    /// 制度类别.
    public let kinds: [PolicyKind]
    /// 制定层级.
    public let level: Level
    /// 责任部门: nil where it is common to all.
    public let department: String?
    /// 施行日期, as far as it is known.
    public let from: RoughDay
    /// 失效日期: its last day; nil where no end is known.
    public let until: RoughDay?
    /// Whether the dates were read.
    public let mark: Source.Mark
    /// 说明.
    public let note: Label?

    /// A document of the library.
    public init(
        code: String, document: String, english: String, kinds: [PolicyKind], level: Level, department: String?,
        from: RoughDay, until: RoughDay?, mark: Source.Mark, note: Label?
    ) {
        self.code = code
        self.document = document
        self.english = english
        self.kinds = kinds
        self.level = level
        self.department = department
        self.from = from
        self.until = until
        self.mark = mark
        self.note = note
    }

    /// Whether it is in force on a day.
    public func holds(on day: Day) -> Bool { from.last <= day && until.map { day <= $0.last } ?? true }

    /// 制定层级.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// 国家.
        case nation
        /// 自治区.
        case region
        /// 市.
        case city
        /// 县（区）.
        case county
    }
}

/// 制度类别: the seven kinds of institution that the plan asks every department for, and the standards beside them.
public enum PolicyKind: String, Hashable, Sendable, CaseIterable {
    /// 信用信息归集共享.
    case sharing
    /// 信用核查和信用报告应用.
    case verification
    /// 分级分类监管.
    case gradedSupervision = "graded-supervision"
    /// 红黑名单认定.
    case listing
    /// 守信联合激励.
    case incentive
    /// 失信联合惩戒.
    case punishment
    /// 信用主体权益保护.
    case rights
    /// 统一业务标准: beside the seven.
    case standard

    /// 七类制度.
    public static let seven = allCases.filter { $0 != .standard }
}
