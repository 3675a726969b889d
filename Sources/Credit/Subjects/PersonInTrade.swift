/// 从事经营的自然人: the forms in which a natural person carries on a trade, who is a person before the law and before R1.
public enum PersonInTrade: String, Sendable, CaseIterable {
    /// 个体工商户: found by code or full name only, in no list and no bulk file (R10).
    case soleTrader = "sole-trader"
    /// 个人独资企业: never evaluated (R1) and found by code or full name only; its records stand in lists, since R10 speaks
    /// of sole traders there.
    case soleProprietorship = "sole-proprietorship"

    /// The person in trade that a registry's own words for the type of a subject name; nil where they name none.
    public init?(registeredType words: String) {
        switch EntityKind(registeredType: words) {
        case .soleTrader: self = .soleTrader
        case .soleProprietorship: self = .soleProprietorship
        default: return nil
        }
    }
}
