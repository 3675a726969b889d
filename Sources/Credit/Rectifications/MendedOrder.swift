/// 整改完成情况: an order to mend that another officer found mended: all that others than the organ are shown of such cases.
/// There is none of an order that was not mended, and none of a talk.
public struct MendedOrder: Sendable, Hashable {
    /// Id of the case.
    public let id: String
    /// 作出单位.
    public let organ: String
    /// 文书号.
    public let number: String
    /// The day it was found.
    public let day: Day

    /// What may be shown of a case; nil for any that is not a mended order.
    public init?(_ made: Rectification) {
        guard case .mended(let look) = made.stage else { return nil }
        id = made.opening.id
        organ = made.opening.paper.organ
        number = made.opening.paper.number
        day = look.day
    }
}
