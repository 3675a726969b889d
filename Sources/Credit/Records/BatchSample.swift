/// 抽样复核: a batch looked at by sample: which of its records were drawn, who drew them, and what was found.
public struct BatchSample: Sendable, Hashable {
    /// Id of the review.
    public let id: String
    /// Id of the batch.
    public let batch: String
    /// 报送单位.
    public let department: String
    /// How many records the batch entered.
    public let size: Int
    /// 样本: ids of the records drawn, in the order of the batch.
    public let records: [String]
    /// 复核人.
    public let by: Officer

    /// A batch looked at by sample.
    ///
    /// - Throws: where the batch has no records, or the sample is none.
    public init(
        id: String, batch: String, department: String, size: Int, records: [String], by: Officer
    ) throws(BatchSampleProblem) {
        guard department == by.organ else { throw .notOwn }
        guard size > 0, !records.isEmpty, records.count <= size, Set(records).count == records.count else {
            throw .noSample
        }
        self.id = id
        self.batch = batch
        self.department = department
        self.size = size
        self.records = records
        self.by = by
    }

    /// 复核结论: one reason for all the rows.
    public struct Finding: Sendable, Hashable {
        /// Whether the sample agrees with the papers.
        public let isRight: Bool
        /// 理由或者说明.
        public let reason: String
        /// Whether the whole batch was taken back with it.
        public let takesBack: Bool

        /// What was found.
        public init(isRight: Bool, reason: String, takesBack: Bool) {
            self.isRight = isRight
            self.reason = reason
            self.takesBack = takesBack
        }
    }

    /// 作出结论: by an officer of the department, in one sentence for all rows.
    ///
    /// - Parameter before: what was found already; nil while nothing was.
    public func finding(
        _ finding: Finding, before: Finding?, by officer: Officer
    ) throws(BatchSampleProblem) -> DeskEvent {
        guard officer.acts(for: department) else { throw .notOwn }
        guard before == nil else { throw .found }
        guard finding.reason.contains(where: { !$0.isWhitespace }) else { throw .noReason }
        guard ResidentNumber.masking(finding.reason) == finding.reason else { throw .identityNumber }
        return .found(id, finding, by: officer)
    }
}

/// 抽样复核问题: why a batch cannot be reviewed so.
public enum BatchSampleProblem: CaseProblem, Hashable {
    /// There is no such batch of the department, taken in to its end.
    case noBatch
    /// It is another department's.
    case notOwn
    /// The batch entered nothing, or the sample is larger than it.
    case noSample
    /// The finding was made.
    case found
    /// No reason was given.
    case noReason
    /// The reason holds a person's identity number.
    case identityNumber

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noBatch: "SMP-101"
        case .notOwn: "SMP-102"
        case .noSample: "SMP-103"
        case .found: "SMP-104"
        case .noReason: "SMP-105"
        case .identityNumber: "SMP-106"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noBatch: Label("本单位没有这个已入库的批次。请核对批次编号。", "Your department has no such batch taken in. Check its id.")
        case .notOwn: Label("只能复核本单位的批次。", "Only batches of your own department are reviewed.")
        case .noSample: Label("批次没有新增信息，或者抽样数大于批次条数。", "The batch entered nothing, or the sample is larger than it.")
        case .found: Label("已经作出复核结论。", "The finding was made already.")
        case .noReason: Label("请写明理由或者说明。", "Give the reason.")
        case .identityNumber:
            Label(
                "文字中有公民身份号码，不能保存。请删去号码后重新提交。",
                "The text holds a person's identity number, which may not be stored. Leave it out and send again.")
        }
    }
}
