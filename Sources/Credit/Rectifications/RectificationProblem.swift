/// 整改和约谈问题: why something may not be done in an order to mend or a warning talk.
public enum RectificationProblem: CaseProblem, Hashable {
    /// No such record is held, or no such case of this organ.
    case noRecord
    /// The subject is a person or a person in trade, or no organisation.
    case notAnOrganisation
    /// The record is not to its subject's disadvantage.
    case notAdverse
    /// An objection to the record holds new discretionary acts off.
    case contested
    /// The paper lacks its organ, number, day or basis.
    case noPaper
    /// A text that must be filled in is empty; its name.
    case empty(String)
    /// A text holds a person's identity number.
    case identityNumber
    /// A day lies where it cannot.
    case badDay
    /// The time to mend is none.
    case badTerm
    /// The day of the talk is not ahead.
    case meetingPast
    /// The case stands elsewhere.
    case otherStage(Label)
    /// It is another organ's turn.
    case otherOrgan(String)
    /// The service is none.
    case badService
    /// The invitation was served on the day of the talk or after it.
    case servedTooLate(Day)
    /// No evidence was brought.
    case noEvidence
    /// Another officer must look.
    case sameOfficer
    /// The time to mend is not over.
    case stillInTime
    /// What the order rested on is gone.
    case baseGone
    /// The day of the talk has not come, or is not over.
    case beforeMeeting(Day)
    /// There are no minutes.
    case noMinutes

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noRecord: "RCT-101"
        case .notAnOrganisation: "RCT-102"
        case .notAdverse: "RCT-103"
        case .contested: "RCT-104"
        case .noPaper: "RCT-105"
        case .empty: "RCT-106"
        case .identityNumber: "RCT-107"
        case .badDay: "RCT-108"
        case .badTerm: "RCT-109"
        case .meetingPast: "RCT-110"
        case .otherStage: "RCT-111"
        case .otherOrgan: "RCT-112"
        case .badService: "RCT-113"
        case .servedTooLate: "RCT-114"
        case .noEvidence: "RCT-115"
        case .sameOfficer: "RCT-116"
        case .stillInTime: "RCT-117"
        case .baseGone: "RCT-118"
        case .beforeMeeting: "RCT-119"
        case .noMinutes: "RCT-120"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noRecord:
            Label("没有这条信息，或者没有这个案件。请核对编号。", "There is no such record, or no such case. Check the id.")
        case .notAnOrganisation:
            Label(
                "限期整改和警示约谈只针对法人和非法人组织；自然人、个体工商户和个人独资企业不在此办理。",
                "Orders to mend and warning talks are for organisations only; persons and persons in trade are none.")
        case .notAdverse:
            Label("须以一条行政处罚或者名单信息为依据，请核对信息编号。", "It must rest on a penalty or an entry of a list; check the id.")
        case .contested:
            Label(
                "这条信息正在异议处理中，异议办结前不得据此作出新的裁量性处理。",
                "The record is contested: until that is closed nothing new that is left to discretion may rest on it.")
        case .noPaper:
            Label("请写明文书的机关、文号、日期和法律依据。", "Name the paper's organ, number, day and legal basis.")
        case .empty(let name): Label("“\(name)”没有填写。", "“\(name)” is not filled in.")
        case .identityNumber:
            Label(
                "文字中有公民身份号码，不能保存。请删去号码后重新提交。",
                "The text holds a person's identity number, which may not be stored. Leave it out and send again.")
        case .badDay:
            Label(
                "日期不成立：文书日期不能晚于今天，承诺日期不能早于约谈日期。",
                "The day cannot be: a paper is not of tomorrow, an undertaking ends after the talk.")
        case .badTerm: Label("请写明期限天数，1 至 400 天。", "Say how many days, from 1 to 400.")
        case .meetingPast: Label("约谈日期须在今天以后。", "The day of the talk must lie after today.")
        case .otherStage(let stage):
            Label("案件现在处于“\(stage.chinese)”，不能这样办理。", "The case stands at “\(stage.english)”; this cannot be done now.")
        case .otherOrgan(let organ): Label("应由作出文书的“\(organ)”办理。", "It is for “\(organ)”, which made the paper.")
        case .badService:
            Label(
                "送达日期不成立：不得早于文书日期和发出之日，不得晚于今天；公告须满三十日。",
                "The day of service cannot be: not before the paper or its sending, not after today; an announcement stands thirty days."
            )
        case .servedTooLate(let day):
            Label(
                "通知须在约谈日 \(day) 以前送达。请撤回后另行约定日期。",
                "The invitation must be served before the talk of \(day). Withdraw it and name another day.")
        case .noEvidence: Label("没有整改证据。请先登记提交的材料。", "No evidence was brought. Enter what was handed in first.")
        case .sameOfficer:
            Label(
                "须由另一名工作人员查看或者批准：不能是出具文书的人，也不能是收取证据的人。",
                "Another officer must look or approve: not who drew the paper up, nor who took the evidence.")
        case .stillInTime:
            Label(
                "整改期限没有届满，不得认定未整改。期限因日历未公布而不确定的，等日历载入以后再认定。",
                "The time to mend is not over: “not mended” may not be found. Where a missing calendar leaves the last day open, wait until it is loaded."
            )
        case .baseGone:
            Label(
                "所依据的信息已经撤销或者不再持有，不得再认定未整改。请撤回本案。",
                "The record it rested on is gone, so “not mended” may not be found any more. Withdraw the case.")
        case .beforeMeeting(let day):
            Label("约谈日是 \(day)，还不能这样登记。", "The talk is on \(day); this cannot be entered yet.")
        case .noMinutes: Label("请上传约谈笔录。", "Upload the minutes of the talk.")
        }
    }
}
