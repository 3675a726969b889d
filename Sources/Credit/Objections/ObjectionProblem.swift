/// 异议问题: why something may not be done in an objection.
public enum ObjectionProblem: CaseProblem, Hashable {
    /// No such record is held.
    case noRecord
    /// The ground is none of ours.
    case noGround
    /// A text that must be filled in is empty; its name.
    case empty(String)
    /// A text holds a person's identity number.
    case identityNumber
    /// The record has no such field, or it is not shown.
    case noField(String)
    /// The case is at another step.
    case otherStage(Label)
    /// It was returned for completion once already.
    case returnedAlready
    /// The account is bound to another subject, or files for somebody else.
    case notOwn
    /// Another organ's turn.
    case otherOrgan(String)
    /// The record is the office's own: nobody else is to be asked.
    case ownRecord
    /// The provider still has time.
    case providerInTime
    /// One officer would decide alone, or review in their own name.
    case sameOfficer
    /// The officer has a part in the record or answered for its provider.
    case ownCase
    /// The officer decided the first time.
    case decidedBefore
    /// Upheld, and nothing becomes of the record; or not upheld, and something does.
    case correctionDoesNotFit
    /// What the record says is its provider's, which has not agreed.
    case providerDisagrees
    /// The value does not pass the checks of the record; the codes of the rules.
    case valueRefused(field: String, rules: [String])
    /// The field is part of what makes the record the same record.
    case keyField(String)
    /// The second look was asked for already.
    case askedAlready
    /// The last day lies in the future, or publication ended before.
    case badLastDay
    /// The service is not one.
    case badService
    /// The pack has no term for this clock on that day.
    case noClockRule(String)

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noRecord: "OBJ-101"
        case .noGround: "OBJ-102"
        case .empty: "OBJ-103"
        case .identityNumber: "OBJ-104"
        case .noField: "OBJ-105"
        case .otherStage: "OBJ-106"
        case .returnedAlready: "OBJ-107"
        case .otherOrgan: "OBJ-108"
        case .ownRecord: "OBJ-109"
        case .providerInTime: "OBJ-110"
        case .sameOfficer: "OBJ-111"
        case .ownCase: "OBJ-112"
        case .decidedBefore: "OBJ-113"
        case .correctionDoesNotFit: "OBJ-114"
        case .providerDisagrees: "OBJ-115"
        case .valueRefused: "OBJ-116"
        case .keyField: "OBJ-117"
        case .askedAlready: "OBJ-118"
        case .badLastDay: "OBJ-119"
        case .badService: "OBJ-120"
        case .noClockRule: "OBJ-121"
        case .notOwn: "OBJ-122"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noRecord:
            Label("没有这条信息。请核对信息页面地址中的编号。", "There is no such record. Check the id in the address of its page.")
        case .notOwn:
            Label(
                "账号只能为所属主体的信息提出异议；其他利害关系人请到窗口办理。",
                "An account can object to the records of its own subject only; whom else a record touches comes to the window."
            )
        case .noGround: Label("请选择异议理由。", "Choose the ground of the objection.")
        case .empty(let name): Label("“\(name)”没有填写。", "“\(name)” is not filled in.")
        case .identityNumber:
            Label(
                "文字中有公民身份号码，不能保存。请删去号码后重新提交。",
                "The text holds a person’s identity number, which may not be stored. Leave it out and send again.")
        case .noField(let name):
            Label(
                "这条信息没有公开的“\(name)”。请从信息页面上的项目中选择。", "The record shows no “\(name)”. Choose from the items on its page."
            )
        case .otherStage(let stage):
            Label("案件现在处于“\(stage.chinese)”，不能这样办理。", "The case stands at “\(stage.english)”; this cannot be done now.")
        case .returnedAlready:
            Label(
                "已经一次性告知补正，不能再次退回。请受理后作出决定。",
                "It was returned for completion once, with all that was missing; accept it and decide.")
        case .otherOrgan(let organ): Label("现在应由“\(organ)”办理。", "It is the turn of “\(organ)”.")
        case .ownRecord:
            Label("信息由本单位提供，无需转核查，请直接决定。", "The record is the office’s own; there is nobody to ask. Decide.")
        case .providerInTime: Label("信息提供单位的核查期限未满，请等待核查意见。", "The provider still has time; wait for its answer.")
        case .sameOfficer:
            Label(
                "决定须由两名不同的经办人作出，不得自拟自核、代本人复核。",
                "Two different officers must decide; nobody reviews what was proposed in their own name.")
        case .ownCase:
            Label(
                "您报送过这条信息或者代表提供单位答复过，应当回避。请由其他经办人办理。",
                "You handed the record in, or answered for its provider, and must stand aside. Leave it to another officer."
            )
        case .decidedBefore:
            Label("您参与了原决定，复核应由其他经办人办理。", "You had a part in the first decision; others must take the second look.")
        case .correctionDoesNotFit:
            Label(
                "异议成立的，须写明更正、撤回或者终止公示；不成立或者无法确认的，不得改动信息。",
                "Where it is upheld, say what becomes of the record; where it is not, the record stays as it is.")
        case .providerDisagrees:
            Label(
                "信息内容由提供单位负责，未经其确认有误不得更改。",
                "What the record says is its provider’s and is not changed unless the provider finds it wrong.")
        case .valueRefused(let field, let rules):
            Label(
                "“\(field)”的新值没有通过校验（\(rules.joined(separator: "、"))）。",
                "The new value of “\(field)” does not pass the checks (\(rules.joined(separator: ", "))).")
        case .keyField(let field):
            Label(
                "“\(field)”决定这是哪一条信息，不能就地更改。请撤回本条，由提供单位重新报送。",
                "“\(field)” tells which record it is and cannot be changed in place. Withdraw this one; its provider hands in the right one."
            )
        case .askedAlready:
            Label(
                "已经复核过一次。可以依法申请行政复议或者提起行政诉讼。",
                "A second look was taken. Administrative review or a court is open as law provides.")
        case .badLastDay: Label("公示的最后一日须早于今日。", "The last day of publication must lie before today.")
        case .badService:
            Label(
                "送达日期不成立：不得早于发出之日；公告须满三十日。",
                "The day of service cannot be: not before it was sent, and an announcement stands thirty days.")
        case .noClockRule(let code): Label("规则包没有当日适用的时限“\(code)”。", "The pack has no term “\(code)” for that day.")
        }
    }
}
