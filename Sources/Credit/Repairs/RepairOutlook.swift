/// 修复前景: the shortest lawful way out of one record on a day: from when, under which version, by which arithmetic, at
/// whom, with what (R11). Where nothing can be derived it says so (R13).
public struct RepairOutlook: Sendable, Equatable {
    /// What can be said of the day.
    public let finding: Finding
    /// The version an application of the earliest possible day falls under; nil where none is known or none applies.
    public let rule: RepairRule?
    /// By class, what holds without further facts first.
    public let openings: [Opening]
    /// 认定单位: who decides.
    public let recogniser: Label
    /// 申请渠道.
    public let window: Label
    /// 退出情形: how an entry of a list ends; empty for what stands in no list.
    public let exits: [ListExit]
    /// 到期: the day after which nothing is shown, without any application; nil where no end is known.
    public let endsByItself: Day?
    /// What else must be known to read it rightly.
    public let remarks: [RepairRule.Remark]

    /// 最早可修复日, one class of it.
    public struct Opening: Sendable, Equatable {
        /// The class.
        public let code: String
        /// Its name.
        public let title: Label
        /// What must be so for it to be of this class; nil where the record itself says it is.
        public let when: Label?
        /// The first day on which repair can be asked for; nil where it cannot before the end.
        public let earliest: Day?
        /// The arithmetic in words.
        public let arithmetic: Label
        /// What sets the period.
        public let source: Source
        /// Code and name of the version.
        public let rule: Label
    }

    /// 结论.
    public enum Finding: Sendable, Hashable {
        /// 已可申请: since the day.
        case open(since: Day)
        /// 尚未满最短公示期: from the day on.
        case opens(on: Day)
        /// 不能提前修复.
        case never
        /// 按退出情形: no day can be worked out; it ends by what the list's rule says.
        case byExit
        /// 推算不出, and why.
        case unknown(Reason)

        /// The word it is written as.
        public var word: String {
            switch self {
            case .open: "open"
            case .opens: "opens"
            case .never: "never"
            case .byExit: "by-exit"
            case .unknown: "unknown"
            }
        }
    }

    /// 推算不出的原因.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// No version of the rules holds on the day.
        case noRule = "no-rule"
        /// The record names no day of decision.
        case noDecision = "no-decision"
        /// Its grade is not known.
        case noGrade = "no-grade"
        /// The pack says nothing of where this kind is repaired.
        case noRoute = "no-route"

        /// In words.
        public var words: Label {
            switch self {
            case .noRule: Label("当日没有可用的修复规则。", "No rule of repair is known for that day.")
            case .noDecision: Label("信息没有写明决定日期，无法起算。", "The record names no day of decision to count from.")
            case .noGrade: Label("失信程度不明，无法确定最短公示期。", "Its grade is not known, so no shortest period can be named.")
            case .noRoute: Label("规则包没有这类信息的修复渠道。", "The rules say nothing of where this kind is repaired.")
            }
        }
    }

    /// The first day on which repair can be asked for, as far as the record itself tells; nil where none can be named.
    public var earliest: Day? {
        switch finding {
        case .open(let day), .opens(let day): day
        case .never, .byExit, .unknown: nil
        }
    }

    /// The finding in one sentence; where the period was not read in its document, it says so.
    public var words: Label {
        guard earliest != nil, openings.first?.source.mark == .unverified else { return plainWords }
        return Label("\(plainWords.chinese)（期限待核实）", "\(plainWords.english) (The period is unverified.)")
    }

    private var plainWords: Label {
        switch finding {
        case .open(let day):
            Label("最短公示期已满，自 \(day) 起可以申请修复。", "The shortest period is over: repair can be asked for since \(day).")
        case .opens(let day):
            Label("最早可以申请修复的日期：\(day)。", "The earliest day on which repair can be asked for: \(day).")
        case .never:
            Label("按施行的规则不能提前修复，公示期满自动结束。", "By the rule in force it cannot be repaired early; it ends by itself.")
        case .byExit:
            Label(
                "没有可以推算的日期，符合下列退出情形时由认定单位移出。",
                "No day can be worked out: whoever decided it removes it when one of the grounds below holds.")
        case .unknown(let reason):
            Label("最早日期推算不出：\(reason.words.chinese)", "No earliest day can be worked out: \(reason.words.english)")
        }
    }
}
