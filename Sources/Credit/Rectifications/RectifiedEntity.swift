/// 责令对象: an organisation that may be told to mend something or be called in for a talk. A natural person is none, and
/// neither is a person in trade; whatever orders or invites takes this and nothing else (R1).
public struct RectifiedEntity: Sendable, Hashable {
    /// 主体标识.
    public let key: SubjectKey

    /// The organisation of a key; nil for a sole trader, a sole proprietorship, and an object that is no organisation.
    ///
    /// - Parameter trade: which person in trade its registry says it is; nil where it says none.
    public init?(_ key: SubjectKey, trade: PersonInTrade?) {
        guard trade == nil, !key.isSoleTrader else { return nil }
        if case .uncoded = key { return nil }
        self.key = key
    }
}
