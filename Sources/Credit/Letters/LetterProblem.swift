/// 文书问题: why something may not be done with a letter.
public enum LetterProblem: CaseProblem, Hashable {
    /// The pack has no form for the occasion, or no register for the form.
    case noForm
    /// Something that must be there is not.
    case missing(Label)
    /// It cannot be done as the letter stands.
    case otherStage(Label)
    /// A letter that was not drawn up yet: it has a number and no text.
    case notDrawn
    /// The organ of the officer is not that of the letter.
    case otherOrgan
    /// The scan is no PDF, JPEG or PNG by its content, or is cut off.
    case notAScan
    /// The text holds the number of a person (R10).
    case personNumber
    /// The archive number is taken.
    case archiveTaken(String)
    /// The number stands in a step of the case.
    case numberInUse
    /// A service before the letter was drawn up.
    case beforeDrawn(Day)
    /// The day lies in the future.
    case futureDay
    /// The day of service does not fit the way.
    case badServiceDay(Delivery.Way)
    /// The time of the announcement is not over.
    case announcementRuns(until: Day, days: Int)
    /// The pack does not know how long an announcement stands.
    case announcementUnknown(Day)
    /// The proof is of another way.
    case otherWay
    /// An earlier day than that of the last thing done.
    case badDay(Day)
    /// The volume would be too large to be made at once.
    case volumeTooLarge(Int)

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noForm: "LET-101"
        case .missing: "LET-102"
        case .otherStage: "LET-103"
        case .notDrawn: "LET-104"
        case .otherOrgan: "LET-105"
        case .notAScan: "LET-106"
        case .personNumber: "LET-107"
        case .archiveTaken: "LET-108"
        case .numberInUse: "LET-109"
        case .beforeDrawn: "LET-110"
        case .futureDay: "LET-111"
        case .badServiceDay: "LET-112"
        case .announcementRuns: "LET-113"
        case .announcementUnknown: "LET-114"
        case .otherWay: "LET-115"
        case .badDay: "LET-116"
        case .volumeTooLarge: "LET-117"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noForm:
            Label("规则包没有这种文书的格式或者字号系列，请先补充。", "The pack has no form or register for this letter; add it first.")
        case .missing(let what): Label("请提供：\(what.chinese)。", "Give \(what.english).")
        case .otherStage(let stage):
            Label("文书“\(stage.chinese)”，不能这样办理。", "The letter is “\(stage.english)”; this cannot be done.")
        case .notDrawn:
            Label("文书尚未成稿编号，不能登记送达；请先制发文书。", "The letter is not drawn up yet: number and text come before service.")
        case .otherOrgan: Label("这是其他机关的文书。", "The letter is another organ’s.")
        case .notAScan:
            Label("扫描件须是完整的 PDF、JPEG 或者 PNG 文件，以内容为准。", "The scan must be a whole PDF, JPEG or PNG by its content.")
        case .personNumber:
            Label("文书中有身份证件号码，请删去。", "The letter holds the number of a person’s document; take it out.")
        case .archiveTaken(let number):
            Label("档号“\(number)”已用于其他文书。", "The archive number “\(number)” is another letter’s.")
        case .numberInUse:
            Label("案件已经写明这一文号，不能作废；文字可以改稿。", "The case names this number: the text may be revised, the number stays.")
        case .beforeDrawn(let day):
            Label("送达不能早于文书成稿之日 \(day)。", "Service cannot lie before \(day), when the letter was drawn up.")
        case .futureDay: Label("日期不能晚于今日。", "The day may not lie in the future.")
        case .badServiceDay(let way):
            Label(
                "\(way.title.chinese)的送达之日不对：当面送达的以当日为准，其他方式不早于发出之日。",
                "The day of service does not fit: what is handed over or left is served that day, else not before it was sent."
            )
        case .announcementRuns(let end, let days):
            Label(
                "公告期 \(days) 日未满，\(end) 届满之后才能登记送达。",
                "The announcement stands for \(days) days; service can be recorded from \(end) on.")
        case .announcementUnknown(let day):
            Label("规则包没有 \(day) 适用的公告期，请先补充。", "The pack does not know how long an announcement of \(day) stands.")
        case .otherWay: Label("凭证与送达方式不符。", "The proof is of another way of service.")
        case .badDay(let day): Label("日期不能早于上一步 \(day)。", "The day may not lie before the last step, \(day).")
        case .volumeTooLarge(let most):
            Label(
                "卷宗附件超过 \(most) MB，请由管理员用命令生成。",
                "The files exceed \(most) MB; have the operator make the volume by command.")
        }
    }
}
