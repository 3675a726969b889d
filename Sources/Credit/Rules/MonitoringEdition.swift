/// 城市信用监测指标: one edition of the indicators by which the nation watches cities, as a configurable catalogue: a later
/// edition is one more file of the pack.
public struct MonitoringEdition: Coded, Hashable {
    /// 版本: the edition's year.
    public let code: String
    /// 名称.
    public let title: Label
    /// 发布日期.
    public let issued: Day
    /// What it rests on.
    public let source: Source
    /// 说明: what of it is read and what is inferred.
    public let note: Label
    /// 指标: all levels, in the edition's order.
    public let indicators: [Indicator]

    /// An edition with its indicators.
    public init(
        code: String, title: Label, issued: Day, source: Source, note: Label, indicators: [Indicator]
    ) {
        self.code = code
        self.title = title
        self.issued = issued
        self.source = source
        self.note = note
        self.indicators = indicators
    }

    /// 指标: one indicator.
    public struct Indicator: Coded, Hashable {
        /// 编号 within the edition.
        public let code: String
        /// 级次, 1 to 3.
        public let level: Int
        /// 名称.
        public let name: Label
        /// 上级指标: code of the indicator it belongs to; nil at the first level.
        public let parent: String?
        /// 分值; nil where the edition's points are not known.
        public let points: Int?
        /// 可算的数: what of it can be worked out from what is held.
        public let figures: [Figure]
        /// 暂不能算的原因: what is missing, for all of it or for the rest.
        public let missing: Label?

        /// An indicator.
        public init(
            code: String, level: Int, name: Label, parent: String?, points: Int?, figures: [Figure], missing: Label?
        ) {
            self.code = code
            self.level = level
            self.name = name
            self.parent = parent
            self.points = points
            self.figures = figures
            self.missing = missing
        }
    }

    /// 指标数: a figure of an indicator and the formula it is worked out by.
    public struct Figure: Hashable, Sendable {
        /// Which of the figures that the software knows.
        public let measure: Measure
        /// 公式, in words.
        public let formula: Label

        /// A figure.
        public init(measure: Measure, formula: Label) {
            self.measure = measure
            self.formula = formula
        }
    }

    /// 测算项: the figures that the software can work out; a pack chooses from them. None counts sanctions (R15).
    public enum Measure: String, Hashable, Sendable, CaseIterable {
        /// 双公示合规率: rows of licences and penalties that passed every rule, of those received.
        case publicityCompliance = "publicity-compliance"
        /// 双公示及时率: those in time, of those for which the clock can be told.
        case publicityTimeliness = "publicity-timeliness"
        /// 登记信息错码率: rows of the register refused for a wrong unified code, of the rows received.
        case registryWrongCodes = "registry-wrong-codes"
    }
}
