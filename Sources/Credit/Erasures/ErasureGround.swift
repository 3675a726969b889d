/// 删除事由: why the content of a record is erased for good. The law it rests on is named by the paper, never by the ground.
public enum ErasureGround: String, Sendable, Hashable, CaseIterable {
    /// 司法文书: a court or another authority ordered it.
    case order
    /// 违法归集: it should never have been collected.
    case unlawful
    /// 涉及未成年人: it is about a minor (R16).
    case minor
    /// 涉及自然人信息: it holds what is a natural person's and nobody may keep (R10).
    case personal
    /// 期限届满: the time for which it may be kept is over.
    case expired

    /// What it is called.
    public var title: Label {
        switch self {
        case .order: Label("依司法文书或者有权机关的决定删除", "Erased by order of a court or authority")
        case .unlawful: Label("不应归集", "Should never have been collected")
        case .minor: Label("涉及未成年人", "About a minor")
        case .personal: Label("涉及自然人信息", "Holds a natural person's data")
        case .expired: Label("保存期限届满", "The time to keep it is over")
        }
    }
}
