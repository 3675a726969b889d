/// 措施任务: a measure that a department is to execute, as it is counted: which, since when, and what was told of it. It says
/// nothing of whom it reaches.
///
/// - Source: 联合奖惩案例反馈: triggered, executed, fed back
public struct MeasureTask: Sendable, Hashable {
    /// 措施: code of the national list.
    public let measure: String
    /// 实施单位: code of the organ that executes it.
    public let department: String
    /// The day on which it was bound.
    public let bound: Day
    /// The first day on which something was told of it; nil while nothing was.
    public let told: Day?
    /// Where it stands.
    public let state: State

    /// A measure to be executed, as it is counted.
    public init(measure: String, department: String, bound: Day, told: Day?, state: State) {
        self.measure = measure
        self.department = department
        self.bound = bound
        self.told = told
        self.state = state
    }

    /// 反馈状态.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// 待反馈.
        case open
        /// 已执行.
        case executed
        /// 未执行, with its reason.
        case notExecuted = "not-executed"
        /// 未反馈即终止: it ended with what it rested on before anything was told.
        case ended

        /// What it is called.
        public var title: Label {
            switch self {
            case .open: Label("待反馈", "To be told")
            case .executed: Label("已执行", "Executed")
            case .notExecuted: Label("未执行，已说明理由", "Not executed, with a reason")
            case .ended: Label("未反馈即终止", "Ended before it was told")
            }
        }
    }

    /// 反馈用时.
    /// - Unit: days
    public var days: Int? { told.map { $0 - bound } }
}

/// 措施反馈统计: the tasks of a department in a month. It tells how promptly a department tells what it did, and never
/// counts how many were punished as a merit (R15).
public struct MeasureTally: Sendable, Hashable {
    /// How many were bound.
    public let bound: Int
    /// How many are in each state.
    public let states: [MeasureTask.State: Int]
    /// 平均反馈用时, rounded up; nil where nothing was told.
    /// - Unit: days
    public let averageDays: Int?

    /// The tally of some tasks.
    public init(_ tasks: [MeasureTask]) {
        bound = tasks.count
        states = Dictionary(grouping: tasks, by: \.state).mapValues(\.count)
        let days = tasks.compactMap(\.days)
        averageDays = days.isEmpty ? nil : (days.reduce(0, +) + days.count - 1) / days.count
    }

    /// How many are in a state.
    public func count(_ state: MeasureTask.State) -> Int { states[state] ?? 0 }

    /// 反馈率: told of those that were to be told of; what ended before is left out.
    public var rate: Rate {
        let told = count(.executed) + count(.notExecuted)
        return Rate(told, of: told + count(.open))
    }
}
