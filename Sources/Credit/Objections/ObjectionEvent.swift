/// 异议事件: a step of an objection.
public enum ObjectionEvent: Sendable, Equatable {
    /// 提出: from here on the record is marked (R7).
    case filed(ObjectionFiling)
    /// 一次性告知补正: everything that is missing.
    case returned(String, missing: [String], by: Officer)
    /// 补正.
    case completed(String, papers: String, evidence: [String], by: Officer)
    /// 受理.
    case accepted(String, by: Officer)
    /// 转核查: the provider of the record is asked.
    case routed(String, to: String, question: String, by: Officer)
    /// 核查意见.
    case answered(String, ProviderAnswer)
    /// 拟定处理意见.
    case proposed(String, ObjectionDecision, by: Officer)
    /// 退回重拟.
    case sentBack(String, reason: String, by: Officer)
    /// 决定.
    case decided(String, ObjectionDecision, by: OfficerPair)
    /// 送达决定.
    case served(String, Delivery, by: Officer)
    /// 申请复核.
    case askedAgain(String, reason: String, by: Officer)
    /// 撤回异议: by whoever filed it.
    case withdrawn(String, reason: String, by: Officer)
    /// 结案; a note stays with the record where the matter could not be resolved.
    case closed(String, reason: String, keepsNote: Bool, by: Officer)

    /// Id of the case.
    public var id: String {
        switch self {
        case .filed(let filing): filing.id
        case .returned(let id, _, _), .completed(let id, _, _, _), .accepted(let id, _), .routed(let id, _, _, _),
            .answered(let id, _), .proposed(let id, _, _), .sentBack(let id, _, _), .decided(let id, _, _),
            .served(let id, _, _), .askedAgain(let id, _, _), .withdrawn(let id, _, _), .closed(let id, _, _, _):
            id
        }
    }

    /// Which officer did it, of a decision the second; nil for what the subject did itself by page.
    public var by: Officer? {
        switch self {
        case .filed(let filing): filing.way.officer
        case .answered(_, let answer): answer.by
        case .decided(_, _, let pair): pair.second
        case .returned(_, _, let by), .completed(_, _, _, let by), .accepted(_, let by), .routed(_, _, _, let by),
            .proposed(_, _, let by), .sentBack(_, _, let by), .served(_, _, let by), .askedAgain(_, _, let by),
            .withdrawn(_, _, let by), .closed(_, _, _, let by):
            by
        }
    }
}
