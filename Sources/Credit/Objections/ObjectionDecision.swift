/// 异议处理决定: what was found, why, what becomes of the record, and what may be done against it.
public struct ObjectionDecision: Sendable, Hashable {
    /// 处理结果.
    public let outcome: Outcome
    /// 理由.
    public let reasons: String
    /// 救济途径: what may be done against the decision; told whatever the outcome.
    public let remedy: String
    /// What becomes of the record; nil where it stays as it is.
    public let correction: Correction?

    /// A decision.
    public init(outcome: Outcome, reasons: String, remedy: String, correction: Correction?) {
        self.outcome = outcome
        self.reasons = reasons
        self.remedy = remedy
        self.correction = correction
    }

    /// 公示末日: the last day on which the record may have been published by this decision of a day; nil where its
    /// publication runs on.
    public func endOfPublication(on day: Day) -> Day? {
        switch correction {
        case .withdrawal: day + -1
        case .end(let lastDay): lastDay
        case .fields, nil: nil
        }
    }

    /// 处理结果.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// 异议成立.
        case upheld
        /// 部分成立.
        case partly
        /// 异议不成立.
        case rejected
        /// 无法核实: it cannot be told; the note stays with the record.
        case unresolved

        /// What it is called.
        public var title: Label {
            switch self {
            case .upheld: Label("异议成立", "Upheld")
            case .partly: Label("异议部分成立", "Upheld in part")
            case .rejected: Label("异议不成立", "Rejected")
            case .unresolved: Label("经核查仍无法确认", "Cannot be established")
            }
        }
    }

    /// 处理方式: what becomes of a record whose objection was upheld.
    public enum Correction: Sendable, Hashable {
        /// 更正: these fields say these things.
        case fields([ObjectionFiling.Claim])
        /// 撤回公示: nothing of it is shown any more, but that it was withdrawn and why.
        case withdrawal
        /// 终止公示: its publication had ended on this day.
        case end(lastDay: Day)
    }
}

/// 核查意见: what the provider of a record found.
public struct ProviderAnswer: Sendable, Hashable {
    /// 核查结论.
    public let finding: Finding
    /// 说明.
    public let words: String
    /// Digests of the files that show it.
    public let evidence: [String]
    /// Who answered.
    public let by: Officer

    /// What the provider found.
    public init(finding: Finding, words: String, evidence: [String], by: Officer) {
        self.finding = finding
        self.words = words
        self.evidence = evidence
        self.by = by
    }

    /// 核查结论.
    public enum Finding: String, Sendable, Hashable, CaseIterable {
        /// The record is as decided.
        case right
        /// The record is wrong, or the decision behind it is gone.
        case wrong
        /// It cannot be told.
        case unknown

        /// What it is called.
        public var title: Label {
            switch self {
            case .right: Label("信息无误", "The record is right")
            case .wrong: Label("信息确有错误", "The record is wrong")
            case .unknown: Label("无法核实", "Cannot be told")
            }
        }
    }
}
