/// 主体条目: what the search knows of one subject: its number, its names and its codes.
public struct NameEntry: Hashable, Sendable {
    /// The number under which the store keeps the subject.
    public var document: UInt32
    /// 名称: the name borne now, as it is registered.
    public var name: String
    /// 曾用名: names borne before.
    public var formerNames: [String]
    /// 统一社会信用代码: the credit code, or the registration number of a subject that has none; empty without either.
    public var code: String
    /// Further numbers under which the subject is known, such as 工商注册号 or 组织机构代码.
    public var otherCodes: [String]
    /// Whether the subject is found by its whole code or whole name only (个体工商户, 个人独资企业).
    ///
    /// A subject with a sole trader's code (92…) is treated so whatever stands here.
    /// - Source: R10.
    public var isRestricted: Bool

    /// An entry; codes that are not 1 to 18 letters and digits are kept out of the search.
    public init(
        document: UInt32, name: String, formerNames: [String] = [], code: String = "", otherCodes: [String] = [],
        isRestricted: Bool = false
    ) {
        self.document = document
        self.name = name
        self.formerNames = formerNames
        self.code = code
        self.otherCodes = otherCodes
        self.isRestricted = isRestricted
    }
}
