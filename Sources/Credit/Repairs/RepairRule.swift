/// 信用修复规则: one version of the rules of repair, from its first day until the next version's. Which one counts is told
/// by the day of the application.
///
/// There is no fee, no agent and no course among its parts (R14): what an applicant may be asked for is the version's
/// own conditions and materials and nothing else.
public struct RepairRule: Coded, Hashable {
    /// The code, for ever, such as `r2026`.
    public let code: String
    /// Its name, such as R2026.
    public let name: Label
    /// 施行日期.
    public let from: Day
    /// Its document.
    public let source: Source
    /// 本市承办单位: code of the department that receives, helps and carries out for the city.
    public let office: String
    /// 申请渠道: where to apply.
    public let window: Label
    /// 决定单位: at which station of the chain it is decided.
    public let decider: RepairStation.Place
    /// 办理环节, in order.
    public let chain: [RepairStation]
    /// 适用信息: what sorts of records it speaks of.
    public let covers: [RecordFamily]
    /// 适用对象.
    public let applicants: [Applicant]
    /// 失信程度分类.
    public let classes: [RepairClass]
    /// 修复条件.
    public let conditions: [RepairDemand]
    /// 申请材料.
    public let materials: [RepairDemand]
    /// 办理时限.
    public let terms: [RepairTerm]
    /// 虚假承诺和虚假材料的后果.
    public let badFaith: BadFaith
    /// 不予修复: what cannot be repaired, in the words of the rule.
    public let exclusions: [Remark]
    /// 破产暂时屏蔽: what the version says of a court's ruling on reorganisation; nil where it has no such shield.
    public let bankruptcy: Remark?
    /// 修复的效果.
    public let effect: Label

    /// What people call it: its document, and the version's short name, which stands in records too.
    public var quoted: Label {
        Label("\(source.document)（\(name.chinese)）", "\(source.document) (\(name.english))")
    }

    /// A version of the rules of repair.
    public init(
        code: String, name: Label, from: Day, source: Source, office: String, window: Label,
        decider: RepairStation.Place, chain: [RepairStation], covers: [RecordFamily], applicants: [Applicant],
        classes: [RepairClass],
        conditions: [RepairDemand], materials: [RepairDemand], terms: [RepairTerm], badFaith: BadFaith,
        exclusions: [Remark], bankruptcy: Remark?, effect: Label
    ) {
        self.code = code
        self.name = name
        self.from = from
        self.source = source
        self.office = office
        self.window = window
        self.decider = decider
        self.chain = chain
        self.covers = covers
        self.applicants = applicants
        self.classes = classes
        self.conditions = conditions
        self.materials = materials
        self.terms = terms
        self.badFaith = badFaith
        self.exclusions = exclusions
        self.bankruptcy = bankruptcy
        self.effect = effect
    }

    /// 适用对象.
    public enum Applicant: String, Hashable, Sendable, CaseIterable {
        /// 法人和非法人组织.
        case organisation
        /// 个体工商户.
        case soleTrader = "sole-trader"
    }

    /// 不诚信的后果: what follows where a repair was got by false papers or a false commitment.
    public struct BadFaith: Hashable, Sendable {
        /// What follows, in words.
        public let words: Label
        /// For how long no new application is taken; nil where the version names no time.
        /// - Unit: months
        public let months: Int?
        /// What sets it; an unverified figure warns and never refuses.
        public let source: Source

        /// What follows bad faith.
        public init(words: Label, months: Int?, source: Source) {
            self.words = words
            self.months = months
            self.source = source
        }
    }

    /// 说明: a sentence with its source.
    public struct Remark: Hashable, Sendable {
        /// The sentence.
        public let words: Label
        /// What it rests on.
        public let source: Source

        /// A sentence with its source.
        public init(words: Label, source: Source) {
            self.words = words
            self.source = source
        }
    }

    /// 适用对象: whether the subject of a record may apply under the version at all.
    public func admits(_ record: RepairedRecord) -> Bool {
        applicants.contains(record.isSoleTrader ? .soleTrader : .organisation)
    }

    /// The class of a code; nil where the version has none.
    public func repairClass(_ code: String) -> RepairClass? { classes.first { $0.code == code } }

    /// The classes that conduct of a grade can be of, what holds without further facts first. Where the grade is not
    /// known only classes that do not depend on it remain.
    public func classes(of grade: OffenceGrade?) -> [RepairClass] {
        let fitting = classes.filter { one in
            guard let grade else { return one.grades.count == OffenceGrade.allCases.count }
            return one.grades.contains(grade)
        }
        return fitting.filter { $0.when == nil } + fitting.filter { $0.when != nil }
    }

    /// What an application of a class must bring; alternatives of one another stand under one `oneOf`.
    public func materials(of code: String) -> [RepairDemand] { materials.filter { $0.holds(for: code) } }

    /// What must be so for an application of a class.
    public func conditions(of code: String) -> [RepairDemand] { conditions.filter { $0.holds(for: code) } }
}

extension Rules {
    /// 适用规则: the version of the rules of repair for an application of a day; nil before the first (R13).
    public func repairRule(on day: Day) -> RepairRule? { repairs.last { $0.from <= day } }
}
