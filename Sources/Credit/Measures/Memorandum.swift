/// 方案引用文件: a document that the city's plan names: a memorandum of joint measures, a rule of a list, a policy.
///
/// The memoranda are history since the national list; they are kept so that an old act can be read with the paper it
/// rested on.
public struct Memorandum: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 文号: how sources quote the document; its title stands with the pack's documents.
    public let document: String
    /// 英文名称: what it is about, in English.
    public let english: String
    /// 性质.
    public let kind: Kind
    /// 制定层级.
    public let level: Policy.Level
    /// 方案任务: codes of the plan's items that name it.
    public let items: [String]
    /// 对象, where the document has any.
    public let targets: [Target]
    /// 原文对象: the document's own words for them.
    public let words: [String]
    /// 签署单位数; nil where it is not known.
    public let signers: Count?
    /// 措施项数; nil where it is not known.
    public let measures: Count?
    /// 印发日期, as far as it is known.
    public let known: RoughDay
    /// 后续: what became of it, earliest first.
    public let later: [Change]
    /// 现行有效已核: whether somebody has read that it still stands.
    public let isConfirmed: Bool
    /// 方案印文: how the plan prints it where that differs; nil where it does not.
    public let printed: String?
    /// 说明.
    public let note: Label?

    /// A document that the plan names.
    public init(
        code: String, document: String, english: String, kind: Kind, level: Policy.Level,
        items: [String], targets: [Target],
        words: [String], signers: Count?, measures: Count?, known: RoughDay, later: [Change], isConfirmed: Bool,
        printed: String?, note: Label?
    ) {
        self.code = code
        self.document = document
        self.english = english
        self.kind = kind
        self.level = level
        self.items = items
        self.targets = targets
        self.words = words
        self.signers = signers
        self.measures = measures
        self.known = known
        self.later = later
        self.isConfirmed = isConfirmed
        self.printed = printed
        self.note = note
    }

    /// What it is on a day.
    public func state(on day: Day) -> State {
        if let change = later.last(where: { $0.from.last <= day }) {
            return change.by.map { .superseded(by: $0, from: change.from) } ?? .history(from: change.from)
        }
        if day < known.first { return .notYet }
        return day < known.last ? .unknown : .inForce
    }

    /// 数目, and whether it was counted in a source.
    public struct Count: Hashable, Sendable {
        /// The number.
        public let number: Int
        /// Whether it was counted or remembered.
        public let mark: Source.Mark

        /// A number of signers or measures.
        public init(number: Int, mark: Source.Mark) {
            self.number = number
            self.mark = mark
        }
    }

    /// 变动: it was replaced, or became history.
    public struct Change: Hashable, Sendable {
        /// The day, as far as it is known.
        public let from: RoughDay
        /// 替代文件: what replaced it; nil where it became history.
        public let by: String?
        /// What the change rests on.
        public let source: Source

        /// A change.
        public init(from: RoughDay, by: String?, source: Source) {
            self.from = from
            self.by = by
            self.source = source
        }
    }

    /// 文件状态.
    public enum State: Hashable, Sendable {
        /// 尚未印发.
        case notYet
        /// 未知: issued in the year of that day, nobody knows whether before it or after.
        case unknown
        /// 有效: no end of it is known.
        case inForce
        /// 已被替代.
        case superseded(by: String, from: RoughDay)
        /// 已成历史.
        case history(from: RoughDay)

        /// Since when it is no longer in force; nil where it is, or never was.
        public var since: RoughDay? {
            switch self {
            case .superseded(_, let from), .history(let from): from
            case .notYet, .unknown, .inForce: nil
            }
        }

        /// 替代文件: what replaced it.
        public var successor: String? { if case .superseded(let by, _) = self { by } else { nil } }

        /// The word of the state, for filters and programs.
        public var word: Word {
            switch self {
            case .notYet: .notYet
            case .unknown: .unknown
            case .inForce: .inForce
            case .superseded: .superseded
            case .history: .history
            }
        }

        /// 状态词.
        public enum Word: String, Hashable, Sendable, CaseIterable {
            /// 有效.
            case inForce = "in-force"
            /// 已被替代.
            case superseded
            /// 已成历史.
            case history
            /// 尚未印发.
            case notYet = "not-yet"
            /// 未知.
            case unknown
        }
    }

    /// 文件性质.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// 联合惩戒备忘录.
        case punish
        /// 联合激励备忘录.
        case reward
        /// 联合激励和惩戒备忘录.
        case both
        /// 名单或者信用管理办法.
        case listRule = "list-rule"
        /// 政策文件.
        case policy
        /// 专项治理方案.
        case campaign
    }
}
