/// 决定文书: the paper that a record rests on: who decided, by which document, on what legal basis (R3).
///
/// The organ that decides is not always the department that hands in (审批局, 综合执法队, 乡镇).
public struct DecisionPaper: Sendable, Equatable {
    /// 决定机关: the organ that decided; nil where the record names none.
    public let organ: Label?
    /// 决定文书号: number of its document; nil where the record names none.
    public let documentNumber: Label?
    /// 法律依据: legal basis of the decision; nil where the record names none.
    public let basis: Label?

    /// The paper of a record.
    public init(organ: Label? = nil, documentNumber: Label? = nil, basis: Label? = nil) {
        self.organ = organ
        self.documentNumber = documentNumber
        self.basis = basis
    }
}
