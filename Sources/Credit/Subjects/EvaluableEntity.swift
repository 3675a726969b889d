/// 可评价主体: an organisation that may be scored, graded, ranked or listed by merit; whatever evaluates takes this and
/// nothing else, so that a person's grade cannot even be written down (R1).
public struct EvaluableEntity: Sendable, Hashable {
    /// Its code.
    public let code: CreditCode
    /// Its kind, as the registry named it.
    public let kind: EntityKind

    /// The organisation of a code and a kind; nil for persons in trade, and where code and kind contradict each other.
    ///
    /// A checked code alone is not enough: a code 91 may be that of a 个人独资企业.
    public init?(code: CreditCode, kind: EntityKind) {
        guard kind.mayBeEvaluated, !code.isSoleTrader else { return nil }
        if let implied = code.impliedKind, implied != kind, kind != .branch { return nil }
        self.code = code
        self.kind = kind
    }
}
