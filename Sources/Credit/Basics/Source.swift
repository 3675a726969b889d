/// 依据: the document, and where known its clause, that a value of the pack rests on.
public struct Source: Hashable, Sendable {
    /// 文号或名称: how the document is quoted; it stands in the pack's list of documents.
    public let document: String
    /// 条款: article or section, where it is known.
    public let clause: String?
    /// Whether somebody has read the value in the document.
    public let mark: Mark

    /// A document, its clause and whether the value was read in it.
    public init(document: String, clause: String? = nil, mark: Mark = .verified) {
        self.document = document
        self.clause = clause
        self.mark = mark
    }

    /// 核实状态: whether a value was read in a published text or is still to be checked.
    ///
    /// What is unverified is shown as such and may never become a hard rule.
    public enum Mark: String, Hashable, Sendable, CaseIterable {
        /// 已核实: read in the document or in a public quotation of it.
        case verified
        /// 待核实: known from memory or from a second hand.
        case unverified
    }
}
