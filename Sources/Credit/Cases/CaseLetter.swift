/// 案件文书: a letter as the page of its case lists it, with what may be done with it.
public struct CaseLetter: Hashable, Sendable {
    /// Id of the letter.
    public let id: String
    /// 发文字号.
    public let number: String
    /// 标题.
    public let title: Label
    /// 阶段.
    public let stage: Letter.Stage
    /// 送达之日; nil before.
    public let served: Day?
    /// 可办事项.
    public let actions: [CaseAction]

    /// The letter that an action of this code is about; nil where it is about none, or none yet.
    public static func id(inAction code: String) -> String? {
        let parts = code.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 2 && parts[0] == "letter" && parts[1] != "new" ? String(parts[2]) : nil
    }

    /// A letter as the page of its case lists it.
    public init(id: String, number: String, title: Label, stage: Letter.Stage, served: Day?, actions: [CaseAction]) {
        self.id = id
        self.number = number
        self.title = title
        self.stage = stage
        self.served = served
        self.actions = actions
    }
}
