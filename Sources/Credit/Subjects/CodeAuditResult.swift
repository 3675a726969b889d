/// 重错码率: what an audit of codes comes to, part by part.
public struct CodeAuditResult: Sendable, Equatable {
    /// All rows, those without a code included.
    public let rows: Int
    /// How many values fell into each class.
    public let tally: CodeTally
    /// Rows that say the same code of the same subject again; no error, but worth knowing.
    public let repeatedRows: Int
    /// 一码多赋: rows whose code belongs to another subject first.
    public internal(set) var subjectsBeyondFirst = 0
    /// 一主体多码: rows whose subject has another code first.
    public internal(set) var codesBeyondFirst = 0
    /// 重码: rows that are one of the two, or both.
    public internal(set) var duplicates = 0
    /// All rows of codes that several subjects hold, the first included.
    public internal(set) var rowsOfSharedCodes = 0
    /// All rows of subjects that hold several codes, the first included.
    public internal(set) var rowsOfSubjectsWithSeveralCodes = 0
    /// All rows of any duplicate group, the first included.
    public internal(set) var rowsOfDuplicateGroups = 0

    init(rows: Int, tally: CodeTally, repeatedRows: Int) {
        self.rows = rows
        self.tally = tally
        self.repeatedRows = repeatedRows
    }

    /// 错码: wrong codes of every class.
    public var wrong: Int { tally.wrong }

    /// 基数: all coded rows; neither the empty nor the sentinel.
    public var base: Int { rows - tally[.empty] - tally[.sentinel] }

    /// 重错码: wrong codes and duplicates beyond the first.
    public var errors: Int { wrong + duplicates }

    /// Wrong codes and all members of duplicate groups: the other reading of the rule.
    public var errorsWithWholeGroups: Int { wrong + rowsOfDuplicateGroups }

    /// The rate in so many parts (1,000 for ‰, 10,000 for ‱), rounded half up; nil where no row is coded.
    ///
    /// - Parameter wholeGroups: whether all members of a duplicate group count.
    public func rate(per parts: Int, wholeGroups: Bool = false) -> Int? {
        guard base > 0 else { return nil }
        let errors = wholeGroups ? errorsWithWholeGroups : errors
        return (2 * errors * parts + base) / (2 * base)
    }

    /// Whether the rate is at most so many ten-thousandths, told without rounding; nil where no row is coded.
    ///
    /// - Source: the plan asks for at most 0.06 %, which is 6.
    public func isAtMost(perTenThousand limit: Int, wholeGroups: Bool = false) -> Bool? {
        guard base > 0 else { return nil }
        return (wholeGroups ? errorsWithWholeGroups : errors) * 10_000 <= limit * base
    }
}

/// 纠错回传: one row of the file by which a registering organ returns what it did about a wrong or doubled code.
public struct CodeCorrection: Sendable, Equatable {
    /// The row of the audited file, from 1, heading not counted.
    public let row: Int
    /// 数据操作标识位.
    public let operation: Operation
    /// The code deleted, kept or newly given; empty where the organ has still to give one; a person's number is masked.
    public let code: String
    /// The subject's name as the row has it.
    public let name: String
    /// Why the row stands here.
    public let cause: Cause

    /// 数据操作标识位: what is done with the code.
    public enum Operation: Int, Sendable, CaseIterable {
        /// 新赋码.
        case assign = 0
        /// 删除.
        case delete = 1
        /// 保持原码不变.
        case keep = 2
    }

    /// 原因: what is wrong with the code.
    public enum Cause: Sendable, Hashable {
        /// 错码, by class.
        case wrong(CodeClass)
        /// 一码多赋.
        case sharedCode
        /// 一主体多码.
        case severalCodes

        /// The cause in words.
        public var title: Label {
            switch self {
            case .wrong(let found): Label("错码（\(found.rawValue)）", "wrong code (\(found.rawValue))")
            case .sharedCode: Label("一码多赋", "one code, several subjects")
            case .severalCodes: Label("一主体多码", "one subject, several codes")
            }
        }
    }
}
