/// 更正、撤回: what a department did to a record of its own, with the reason and who did it. The version that it makes is
/// entered beside it; every version before stays in the log.
public struct RecordRevision: Sendable, Hashable {
    /// Id of the act.
    public let id: String
    /// Id of the record.
    public let record: String
    /// Number of the version that it makes.
    public let version: Int
    /// What was done.
    public let change: Change
    /// 理由.
    public let reason: String
    /// 经办人.
    public let by: Officer

    /// What a department did to a record.
    public init(id: String, record: String, version: Int, change: Change, reason: String, by: Officer) {
        self.id = id
        self.record = record
        self.version = version
        self.change = change
        self.reason = reason
        self.by = by
    }

    /// 处理.
    public enum Change: Sendable, Hashable {
        /// 更正内容.
        case correction
        /// 撤回: it is published no more; the ground is told to the public, and nothing of what the record said.
        case withdrawal(ObjectionGround)

        /// What it is called.
        public var title: Label {
            switch self {
            case .correction: Label("更正", "Correction")
            case .withdrawal: Label("撤回", "Withdrawal")
            }
        }
    }

    /// The state of a record that a revision asks about.
    public struct Standing: Sendable, Hashable {
        /// Whether an objection to it is open.
        public let isContested: Bool
        /// Whether a decided objection says what it says.
        public let isDecided: Bool
        /// Number of its next version.
        public let next: Int

        /// The state of a record.
        public init(isContested: Bool, isDecided: Bool, next: Int) {
            self.isContested = isContested
            self.isDecided = isDecided
            self.next = next
        }

        fileprivate var undecided: Standing { Standing(isContested: isContested, isDecided: false, next: next) }
    }

    /// 更正: the act and the version that it makes. The corrected row is checked as if it had been handed in, and no
    /// correction ever lengthens a publication (R6).
    ///
    /// - Throws: `RevisionProblem`, or `ObjectionProblem` where the corrected row does not pass.
    public static func correcting(
        _ entry: RecordEntry, _ claims: [ObjectionFiling.Claim], reason: String, standing: Standing, kind: RecordKind,
        term: WorkingTerm?, id: String, by officer: Officer, on day: Day
    ) throws -> (RecordRevision, RecordEntry) {
        try check(entry, standing, reason, officer)
        guard !claims.isEmpty else { throw RevisionProblem.nothingChanged }
        let new = try entry.corrected(.fields(claims), version: standing.next, kind: kind, term: term, on: day)
        guard new.fields != entry.fields else { throw RevisionProblem.nothingChanged }
        return (
            RecordRevision(
                id: id, record: entry.id, version: standing.next, change: .correction, reason: reason, by: officer), new
        )
    }

    /// 撤回: the act and the version that it makes, which is not published.
    public static func withdrawing(
        _ entry: RecordEntry, _ ground: ObjectionGround, reason: String, standing: Standing, kind: RecordKind,
        id: String, by officer: Officer, on day: Day
    ) throws -> (RecordRevision, RecordEntry) {
        // That it is not public was decided; that it does not hold its own department says, and nobody else.
        let isWithheld = entry.publication.period == .none(.withheld)
        let standing = isWithheld ? standing.undecided : standing
        try check(entry, standing, reason, officer)
        guard entry.publication.period != .none(.withdrawn) else { throw RevisionProblem.withdrawnBefore }
        let new = try entry.corrected(.withdrawal, version: standing.next, kind: kind, term: nil, on: day)
        return (
            RecordRevision(
                id: id, record: entry.id, version: standing.next, change: .withdrawal(ground), reason: reason,
                by: officer), new
        )
    }

    private static func check(
        _ entry: RecordEntry, _ standing: Standing, _ reason: String, _ officer: Officer
    ) throws(RevisionProblem) {
        guard officer.acts(for: entry.department) else { throw .notOwn }
        guard !standing.isContested else { throw .contested }
        guard !standing.isDecided else { throw .decidedByObjection }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .noReason }
        guard ResidentNumber.masking(reason) == reason else { throw .identityNumber }
    }
}

/// 更正撤回问题: why a record cannot be corrected or withdrawn by its department.
public enum RevisionProblem: CaseProblem, Hashable {
    /// No such record is held.
    case noRecord
    /// Another department handed it in.
    case notOwn
    /// An objection to it is open.
    case contested
    /// An objection decided what it says.
    case decidedByObjection
    /// No reason was given.
    case noReason
    /// The reason holds a person's identity number.
    case identityNumber
    /// Nothing would change.
    case nothingChanged
    /// It was withdrawn already.
    case withdrawnBefore
    /// It was done in one act and cannot be done again.
    case done

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noRecord: "REV-101"
        case .notOwn: "REV-102"
        case .contested: "REV-103"
        case .decidedByObjection: "REV-104"
        case .noReason: "REV-105"
        case .identityNumber: "REV-106"
        case .nothingChanged: "REV-107"
        case .withdrawnBefore: "REV-108"
        case .done: "REV-109"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noRecord: Label("没有这条信息。请核对信息编号。", "There is no such record. Check its id.")
        case .notOwn:
            Label("这条信息由其他单位报送，只能由报送单位更正或者撤回。", "Another department handed it in; it alone corrects or withdraws it.")
        case .contested:
            Label(
                "这条信息正在异议处理中，请在异议案件中答复，由异议决定作出更正或者撤回。",
                "An objection to it is open: answer in that case, whose decision corrects or withdraws it.")
        case .decidedByObjection:
            Label(
                "这条信息的内容由异议决定确定，不能在此改动；仍有错误的，请通过异议复核办理。",
                "An objection decided what it says, which is not changed here; take the second look of the objection.")
        case .noReason: Label("请写明理由。", "Give the reason.")
        case .identityNumber:
            Label(
                "理由中有公民身份号码，不能保存。请删去号码后重新提交。",
                "The reason holds a person's identity number, which may not be stored. Leave it out and send again.")
        case .nothingChanged: Label("没有需要更正的内容，请写明哪一处应当怎样。", "Nothing would change: say which item should say what.")
        case .withdrawnBefore: Label("这条信息已经撤回。", "It was withdrawn already.")
        case .done: Label("已经办结，不能再改动。", "It is done and cannot be changed.")
        }
    }
}
