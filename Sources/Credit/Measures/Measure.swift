/// 失信惩戒措施: one measure of the national basic list; nothing that is not in it may be done to anybody.
public struct Measure: Coded, Hashable {
    /// The code, for ever.
    public let code: String
    /// 顺序: where it stands on our page; the list's own number is not known for every measure.
    public let order: Int
    /// 类别.
    public let category: Category
    /// 名称.
    public let name: Label
    /// 列入清单: when and by which edition it came into the national list.
    public let listed: Listed
    /// 惩戒对象; nil where the list's own words have not been read.
    public let targets: [Target]?
    /// 法规政策依据: what is known of it; empty where none has been read yet.
    public let bases: [Basis]
    /// 说明.
    public let note: Label?

    /// A measure.
    public init(
        code: String, order: Int, category: Category, name: Label, listed: Listed, targets: [Target]?, bases: [Basis],
        note: Label?
    ) {
        self.code = code
        self.order = order
        self.category = category
        self.name = name
        self.listed = listed
        self.targets = targets
        self.bases = bases
        self.note = note
    }

    /// 列入清单.
    public struct Listed: Hashable, Sendable {
        /// The first day it may be used.
        public let from: Day
        /// The edition.
        public let source: Source

        /// When a measure came into the national list.
        public init(from: Day, source: Source) {
            self.from = from
            self.source = source
        }
    }

    /// 措施类别: who may use it, and what it may do.
    public enum Category: String, Hashable, Sendable, CaseIterable {
        /// 减损权益或者增加义务: by public bodies, with a basis in law, regulation or central policy only.
        case reducing
        /// 履职管理: by public bodies in doing their duty, without reduction of rights.
        case management
        /// 自主实施: by others, such as banks and associations, of their own will.
        case voluntary
    }

    /// 措施依据.
    public struct Basis: Hashable, Sendable {
        /// The document and clause.
        public let source: Source
        /// 效力: whether the officer is bound or decides (R8).
        public let effect: Effect
        /// 内容: what the article says, in a few words.
        public let words: Label
        /// 条文: document and clause, as decisions write them.
        public var article: String { source.document + (source.clause.map { " \($0)" } ?? "") }

        /// A basis of a measure.
        public init(source: Source, effect: Effect, words: Label) {
            self.source = source
            self.effect = effect
            self.words = words
        }
    }

    /// 效力: what an article makes of the measure. It is bound only where the pack has read this very article and that it
    /// binds; by any other the officer decides (R7, R8).
    public func nature(by article: String) -> Effect { bases.first { $0.article == article }?.effect ?? .discretionary }

    /// 效力.
    public enum Effect: String, Hashable, Sendable, CaseIterable {
        /// 法定: the statute itself bars; leaving it aside needs a reason.
        case bound
        /// 裁量: the officer decides.
        case discretionary
    }
}

/// 全国失信惩戒措施基础清单: its editions and the measures known of it.
public struct MeasureCatalogue: Sendable {
    /// 版本, earliest first.
    public let editions: [Edition]
    /// 措施.
    public let measures: Register<Measure>

    /// The editions with their measures.
    public init(editions: [Edition] = [], measures: Register<Measure> = Register()) {
        self.editions = editions
        self.measures = measures
    }

    /// The edition in force on a day; nil before the first, when no national list existed.
    public func edition(on day: Day) -> Edition? { editions.last { $0.from <= day } }

    /// The measures that may be used on a day.
    public func measures(on day: Day) -> [Measure] { measures.filter { $0.listed.from <= day } }

    /// 清单版本.
    public struct Edition: Coded, Hashable {
        /// 年度.
        public let code: String
        /// 名称.
        public let title: Label
        /// 施行日期.
        public let from: Day
        /// What it rests on.
        public let source: Source
        /// 措施项数: how many measures it has; nil where it is not known.
        public let count: Int?
        /// 说明.
        public let note: Label?

        /// An edition of the list.
        public init(code: String, title: Label, from: Day, source: Source, count: Int?, note: Label?) {
            self.code = code
            self.title = title
            self.from = from
            self.source = source
            self.count = count
            self.note = note
        }
    }
}

extension Measure.Effect {
    /// What it is called.
    public var title: Label {
        switch self {
        case .bound: Label("法定（工作人员不得自行放宽）", "Statutory: the officer is bound")
        case .discretionary: Label("裁量（由工作人员决定并签名）", "Discretionary: the officer decides and signs")
        }
    }
}
