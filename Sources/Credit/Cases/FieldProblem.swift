/// 分项问题: a problem that lies in single fields of a form, so that each can be told beside its field.
public protocol FieldProblem: CaseProblem {
    /// What is wrong, in the order of the form; an empty name for the form as a whole.
    var faults: [FieldProblemFault] { get }
}

/// 分项错误: what is wrong with one field of a form.
public struct FieldProblemFault: Hashable, Sendable {
    /// Name of the field; empty for the form as a whole.
    public let field: String
    /// Code of the rule, such as `REC-101`.
    public let code: String
    /// What is wrong and how to mend it.
    public let words: Label

    /// What is wrong with one field.
    public init(field: String, code: String, words: Label) {
        self.field = field
        self.code = code
        self.words = words
    }
}
