/// 发文事由: what a letter of a case says; the vocabulary of the pack's forms, closed so that a form that nothing fills
/// cannot be written.
public enum LetterOccasion: String, Hashable, Sendable, CaseIterable {
    /// 拟列入名单告知书.
    case listingNotice = "listing-notice"
    /// 列入名单决定书.
    case listingDecision = "listing-decision"
    /// 移出名单决定书.
    case listingExit = "listing-exit"
    /// 异议补正一次性告知书.
    case objectionReturned = "objection-returned"
    /// 异议转核查函: to the provider of the record.
    case objectionRouted = "objection-routed"
    /// 异议处理结果告知书.
    case objectionAnswered = "objection-answered"
    /// 修复补正一次性告知书.
    case repairReturned = "repair-returned"
    /// 修复申请处理结果告知书: not taken, granted or rejected.
    case repairAnswered = "repair-answered"
    /// 责令限期整改通知书.
    case orderToMend = "order-to-mend"
    /// 约谈通知书: the invitation to a warning talk.
    case talkInvitation = "talk-invitation"
    /// 容缺材料告知书: what a commitment left to be brought, and by when.
    case missingMaterial = "missing-material"
    /// 拟认定违诺告知书.
    case breachNotice = "breach-notice"
    /// 违诺认定决定书.
    case breachDecision = "breach-decision"
    /// 通报: to its addressees only; neither it nor its case is ever public.
    case formalNotice = "formal-notice"
    /// 通知书: anything else that a case of whatever kind has to tell.
    case general

    /// The names that may stand in the braces of a form for it, beside those that every letter has.
    public var blanks: [String] {
        switch self {
        case .listingNotice, .listingDecision: ["text"]
        case .listingExit: ["list", "entry", "ground", "reason"]
        case .objectionReturned, .repairReturned: ["missing", "reason"]
        case .objectionRouted: ["record", "question"]
        case .objectionAnswered: ["record", "outcome", "reasons", "remedy"]
        case .repairAnswered: ["record", "outcome", "reason"]
        case .orderToMend: ["record", "items", "term", "basis"]
        case .talkInvitation: ["record", "items", "meeting", "place", "basis"]
        case .missingMaterial: ["missing", "term"]
        case .breachNotice: ["degree", "unfulfilled", "facts", "basis", "consequences", "remedy", "term"]
        case .breachDecision:
            ["degree", "unfulfilled", "reasons", "basis", "consequences", "end", "supervised", "remedy"]
        case .formalNotice: ["about", "unit", "facts", "paper", "basis"]
        case .general: []
        }
    }

    /// What every letter may name: the organ, the addressee, the subject with its key, the kind of case and its id, what
    /// it is about, its facts, its clocks with their arithmetic.
    public static let commonBlanks = ["organ", "addressee", "subject", "key", "kind", "case", "matter", "clocks"]
}

/// 发文内容: what a case has to tell as it stands: the occasion, whom, and what fills the form.
public struct LetterMatter: Hashable, Sendable {
    /// 事由.
    public let occasion: LetterOccasion
    /// 受文者.
    public let addressee: Label
    /// 标题, where the case has one of its own; otherwise the form's.
    public let title: Label?
    /// What stands for the names in braces; a value of several lines becomes as many paragraphs.
    public let values: [String: Label]
    /// Position in the log of the step that draws the letter: one letter of an occasion follows from one step.
    public let position: Int

    /// What a case has to tell.
    public init(
        _ occasion: LetterOccasion, to addressee: Label, title: Label? = nil, _ values: [String: Label] = [:],
        since position: Int
    ) {
        self.occasion = occasion
        self.addressee = addressee
        self.title = title
        self.values = values
        self.position = position
    }
}
