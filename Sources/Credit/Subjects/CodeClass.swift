/// 代码类别: what a value in the column of the unified social credit code turns out to be.
///
/// The order of the cases is the order in which a value is asked; the first that fits stands.
public enum CodeClass: String, Sendable, Hashable, CaseIterable {
    /// 空值: nothing at all.
    case empty
    /// 占位值: seventeen zeros and X, which stands for "has no code" in double-publicity rows.
    case sentinel
    /// 公民身份号码: the number of a person, which is never a subject's code.
    case residentID = "resident-id"
    /// 工商注册号: fifteen digits, or thirteen as before 2007.
    case registrationNumber = "registration-number"
    /// 组织机构代码: eight characters and a right check digit, with or without a hyphen.
    case organisationCode = "organisation-code"
    /// 非代码: words; no letter or digit of a code at all.
    case other
    /// 长度错误: not eighteen characters.
    case length
    /// 字符错误: a character that the code does not use.
    case character
    /// 登记管理部门代码错误: position 1 is none of `1`–`9`, `A`, `N`, `Y`.
    case department
    /// 行政区划码错误: positions 3–8 are not six digits, or of no province.
    case region
    /// 校验码错误: position 18 is wrong, whatever position 17 is.
    case checkDigit = "check-digit"
    /// 主体标识码校验位错误: only position 17 is wrong.
    case organisationDigit = "organisation-digit"
    /// 有效: both check digits are right.
    case valid

    /// Whether the value says that there is no code: neither right nor wrong, and in no base of a rate.
    public var isUncoded: Bool { self == .empty || self == .sentinel }

    /// Whether the value counts as a wrong code (错码).
    ///
    /// - Source: domain identifiers 1.8.
    public var isWrong: Bool { self != .valid && !isUncoded }

    /// Place of the class in `allCases`.
    var index: Int {
        switch self {
        case .empty: 0
        case .sentinel: 1
        case .residentID: 2
        case .registrationNumber: 3
        case .organisationCode: 4
        case .other: 5
        case .length: 6
        case .character: 7
        case .department: 8
        case .region: 9
        case .checkDigit: 10
        case .organisationDigit: 11
        case .valid: 12
        }
    }
}

/// 分类计数: how many values fell into each class.
public struct CodeTally: Sendable, Equatable {
    private var counts = [Int](repeating: 0, count: CodeClass.allCases.count)

    /// Nothing counted yet.
    public init() {}

    /// How many values are of a class.
    public subscript(_ found: CodeClass) -> Int { counts[found.index] }

    /// How many values were counted.
    public var total: Int { counts.reduce(0, +) }

    /// How many values are wrong codes (错码).
    public var wrong: Int { CodeClass.allCases.reduce(0) { $0 + ($1.isWrong ? self[$1] : 0) } }

    /// Counts values of a class.
    public mutating func add(_ found: CodeClass, count: Int = 1) { counts[found.index] += count }
}
