/// 信用修复案件: one application for the repair of one record, as far as it has come. It is what its events make it.
public struct Repair: Sendable, Equatable {
    /// The application.
    public let filing: RepairFiling
    /// Where it stands, with the proof of how it came there.
    public private(set) var stage: Stage = .filed
    /// 材料, as far as handed in.
    public private(set) var files: [RepairFile]
    /// 办理时间: when each moment was reached and when the clocks stood still.
    public private(set) var times: RepairTimes
    /// 一次性告知: what was told to be missing; nil where nothing was.
    public private(set) var told: RepairStep?
    /// 破产暂时屏蔽, while it lasts.
    public private(set) var shield: RepairShield?

    /// A case as it begins.
    public init(_ filing: RepairFiling) {
        self.filing = filing
        files = filing.files
        times = RepairTimes(filed: filing.day)
    }

    /// 阶段; none can be had without what proves it.
    public enum Stage: Sendable, Equatable {
        /// 已提交.
        case filed
        /// 待补正: all that is missing has been told.
        case supplement(told: RepairStep)
        /// 材料齐全，审核中.
        case review(completed: RepairStep)
        /// 中止: a check runs.
        case paused(completed: RepairStep)
        /// 已转出，待决定.
        case forwarded(forwarded: RepairStep, completed: RepairStep)
        /// 准予修复，待执行.
        case approved(paper: RepairPaper, completed: RepairStep)
        /// 本地已终止，国家待同步.
        case executed(RepairExecution)
        /// 办结.
        case closed(RepairExecution, result: RepairPaper?)
        /// 不予修复.
        case rejected(RepairStep)
        /// 不予受理.
        case refused(RepairStep)
        /// 已撤回.
        case withdrawn
        /// 修复已撤销.
        case revoked(RepairRevocation)

        /// The word it is stored as.
        public var word: Word {
            switch self {
            case .filed: .filed
            case .supplement: .supplement
            case .review: .review
            case .paused: .paused
            case .forwarded: .forwarded
            case .approved: .approved
            case .executed: .executed
            case .closed: .closed
            case .rejected: .rejected
            case .refused: .refused
            case .withdrawn: .withdrawn
            case .revoked: .revoked
            }
        }

        /// 阶段的词.
        public enum Word: String, Sendable, Hashable, CaseIterable {
            case filed, supplement, review, paused, forwarded, approved, executed, closed, rejected, refused, withdrawn
            case revoked

            /// Whether nothing is left to be done.
            public var isClosed: Bool {
                switch self {
                case .closed, .rejected, .refused, .withdrawn, .revoked: true
                case .filed, .supplement, .review, .paused, .forwarded, .approved, .executed: false
                }
            }

            /// What it is called.
            public var title: Label {
                switch self {
                case .filed: Label("已提交，待核对材料", "Filed; papers to be checked")
                case .supplement: Label("待申请人补正", "The applicant is to add papers")
                case .review: Label("材料齐全，审核中", "Papers complete; under review")
                case .paused: Label("核查中，计时中止", "A check runs; the clock stands still")
                case .forwarded: Label("已转出，待决定", "Passed on; to be decided")
                case .approved: Label("准予修复，待执行", "Granted; to be carried out")
                case .executed: Label("本地已终止，国家待同步", "Ended here; the nation's result is pending")
                case .closed: Label("办结", "Closed")
                case .rejected: Label("不予修复", "Rejected")
                case .refused: Label("不予受理", "Not taken")
                case .withdrawn: Label("已撤回", "Withdrawn")
                case .revoked: Label("修复已撤销，恢复公示", "Undone: got in bad faith")
                }
            }
        }
    }

    /// Whose turn it is: code of the organ.
    public var turn: String {
        if case .forwarded = stage { filing.recogniser } else { filing.office }
    }

    /// What a further event makes of it.
    ///
    /// - Throws: `RepairProblem.wrongStage` where the event does not follow, `.badDay` where it lies before the last.
    public mutating func take(_ event: RepairEvent) throws(RepairProblem) {
        switch event {
        case .filed: throw .wrongStage
        case .stepped(let step): try take(step)
        case .executed(let execution):
            guard case .approved = stage else { throw .wrongStage }
            try reach(.executed, on: execution.day)
            shield = nil
            stage = execution.isPending ? .executed(execution) : .closed(execution, result: nil)
        case .revoked(let revocation):
            guard execution != nil else { throw .wrongStage }
            try reach(nil, on: revocation.day)
            stage = .revoked(revocation)
        case .shielded(let next):
            guard !stage.word.isClosed || next.lastDay == nil, (shield == nil) == (next.lastDay != nil) else {
                throw .wrongStage
            }
            try reach(nil, on: next.day)
            shield = next.lastDay == nil ? nil : next
        }
    }

    private mutating func reach(_ moment: RepairTerm.Moment?, on day: Day) throws(RepairProblem) {
        guard day >= times.changed else { throw .badDay }
        times.reach(moment, on: day)
    }

    private mutating func take(_ step: RepairStep) throws(RepairProblem) {
        let next: Stage
        switch (step.kind, stage) {
        case (.returned, .filed): next = .supplement(told: step)
        case (.supplemented, .supplement): next = .filed
        case (.completed, .filed): next = .review(completed: step)
        case (.paused, .review(let completed)): next = .paused(completed: completed)
        case (.resumed, .paused(let completed)): next = .review(completed: completed)
        case (.refused, .filed), (.refused, .supplement), (.refused, .review), (.refused, .forwarded):
            next = .refused(step)
        case (.forwarded, .review(let completed)): next = .forwarded(forwarded: step, completed: completed)
        case (.passed, .forwarded), (.accepted, .forwarded): next = stage
        case (.approved, .forwarded(_, let completed)):
            guard let paper = step.paper else { throw .noPaper }
            next = .approved(paper: paper, completed: completed)
        case (.rejected, .forwarded): next = .rejected(step)
        case (.reported, .executed(let execution)): next = .closed(execution, result: step.paper)
        case (.withdrawn, .filed), (.withdrawn, .supplement), (.withdrawn, .review), (.withdrawn, .paused),
            (.withdrawn, .forwarded):
            next = .withdrawn
        default: throw .wrongStage
        }
        guard step.day >= times.changed else { throw .badDay }
        times.note(step.kind, on: step.day, reason: step.reason)
        if step.kind == .returned { told = step }
        files += step.files
        stage = next
    }

    /// 材料齐全, while the case is looked at or carried out on the strength of it.
    var completed: RepairStep? {
        switch stage {
        case .review(let completed), .paused(let completed), .forwarded(_, let completed), .approved(_, let completed):
            completed
        default: nil
        }
    }

    /// 执行, where it was carried out.
    public var execution: RepairExecution? {
        switch stage {
        case .executed(let execution), .closed(let execution, _): execution
        default: nil
        }
    }

    /// The clock of a term, as far as it has come; nil before it starts.
    public func clock(_ term: RepairTerm) -> CaseClock? {
        times.clock(term, isClosed: stage.word.isClosed)
    }
}

extension RepairStep.Kind {
    var moment: RepairTerm.Moment? {
        switch self {
        case .completed: .complete
        case .forwarded: .forwarded
        case .accepted: .accepted
        case .approved, .rejected: .decided
        case .reported: .reported
        case .returned, .supplemented, .paused, .resumed, .refused, .passed, .withdrawn: nil
        }
    }

    /// The stage after it.
    var stageAfter: Repair.Stage.Word {
        switch self {
        case .returned: .supplement
        case .supplemented: .filed
        case .completed, .resumed: .review
        case .paused: .paused
        case .refused: .refused
        case .forwarded, .passed, .accepted: .forwarded
        case .approved: .approved
        case .rejected: .rejected
        case .reported: .closed
        case .withdrawn: .withdrawn
        }
    }
}
