/// 承诺问题: why a step of a commitment cannot be taken.
public enum CommitmentProblem: CaseProblem, Hashable {
    /// Who promises is named by no code.
    case noSubject
    /// No such matter.
    case noMatter
    /// No such kind.
    case noKind
    /// The matter takes commitments of another kind.
    case kindDiffers(Label)
    /// Another organ has to do it.
    case otherOrgan(String)
    /// Something is not filled in.
    case empty(Label)
    /// A text holds a person's number.
    case identityNumber
    /// A day lies in the future, or before what it follows.
    case dayOutside
    /// Another version of the letter was in force when it was signed; empty where there was none.
    case templateDiffers(String)
    /// A sole trader's commitment would be public.
    case traderNotPublic
    /// Nothing is named as missing.
    case missingNotNamed
    /// Something is named as missing in a commitment that is not for that.
    case missingNotOfKind
    /// How long a time is, is known neither to the pack nor named.
    case termUnknown(CommitmentClock)
    /// It is not missing, or not any more.
    case notOutstanding(String)
    /// Something is still missing.
    case stillOutstanding
    /// The step is not possible at this stage.
    case otherStage(Label)
    /// The time to answer is not over.
    case answerTimeRuns(Deadline)
    /// The pack does not say what becomes of a breach.
    case noBreachRule
    /// Nothing of the kind may follow a breach.
    case consequenceUnknown(String)
    /// More is decided than was told.
    case notTold
    /// It would end before it begins.
    case endTooEarly
    /// It would last longer than it may.
    case endTooLong(Day)
    /// The number was used for a decision before.
    case numberUsed
    /// One person would do what needs two, or review what they decided.
    case sameOfficer
    /// The service cannot have been so.
    case badService
    /// The list is not left that way.
    case exitUnknown(ListExit)
    /// The pack has no kind of record for it.
    case noRecordKind

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noSubject: "COM-101"
        case .noMatter: "COM-102"
        case .noKind: "COM-103"
        case .kindDiffers: "COM-104"
        case .otherOrgan: "COM-105"
        case .empty: "COM-106"
        case .identityNumber: "COM-107"
        case .dayOutside: "COM-108"
        case .templateDiffers: "COM-109"
        case .traderNotPublic: "COM-110"
        case .missingNotNamed: "COM-111"
        case .missingNotOfKind: "COM-112"
        case .termUnknown: "COM-113"
        case .notOutstanding: "COM-114"
        case .stillOutstanding: "COM-115"
        case .otherStage: "COM-116"
        case .answerTimeRuns: "COM-117"
        case .noBreachRule: "COM-118"
        case .consequenceUnknown: "COM-119"
        case .notTold: "COM-120"
        case .endTooEarly: "COM-121"
        case .endTooLong: "COM-122"
        case .numberUsed: "COM-123"
        case .sameOfficer: "COM-124"
        case .badService: "COM-125"
        case .exitUnknown: "COM-126"
        case .noRecordKind: "COM-127"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noSubject:
            Label(
                "请填写正确的统一社会信用代码或者注册号。自然人的承诺不在此登记。",
                "Enter a right credit code or registration number. A natural person’s commitment is not kept here.")
        case .noMatter: Label("目录中没有这一承诺事项，请从目录中选择。", "No such matter in the catalogue; choose one of it.")
        case .noKind: Label("目录中没有这一承诺类型，请从目录中选择。", "No such kind in the catalogue; choose one of it.")
        case .kindDiffers(let kind):
            Label("该事项的承诺类型为“\(kind.chinese)”，请改选。", "The matter takes commitments of the kind “\(kind.english)”.")
        case .otherOrgan(let organ): Label("应由“\(organ)”办理。", "It is for “\(organ)” to do.")
        case .empty(let name): Label("“\(name.chinese)”没有填写。", "“\(name.english)” is not filled in.")
        case .identityNumber:
            Label(
                "文字中有公民身份号码，不能保存。请删去号码后重新提交。",
                "The text holds a person’s identity number, which may not be stored. Leave it out and send again.")
        case .dayOutside:
            Label("日期不成立：不得晚于今日，也不得早于所依据之日。", "The day cannot be: not after today, nor before what it follows.")
        case .templateDiffers(let version):
            version.isEmpty
                ? Label("签订之日没有公布的模板，请填写承诺内容。", "No template was published on the day of signing; write the content.")
                : Label("签订之日适用的模板版本为“\(version)”，请核对。", "On the day of signing the version “\(version)” was in force.")
        case .traderNotPublic:
            Label("个体工商户的承诺不向社会公开，请改选公开类型。", "A sole trader’s commitment is not public; choose another publicity.")
        case .missingNotNamed: Label("请逐项写明材料，每行一项。", "Name the materials, one a line.")
        case .missingNotOfKind:
            Label("这一类型的承诺不涉及暂缺材料，请清空该项。", "This kind is not about missing materials; leave that empty.")
        case .termUnknown(let clock):
            Label(
                "规则包没有“\(clock.title.chinese)”，请写明天数和所依据的文件。",
                "The pack knows no “\(clock.title.english)”; give the days and the document that sets them.")
        case .notOutstanding(let item): Label("“\(item)”不在尚缺材料之列，请核对。", "“\(item)” is not among what is missing.")
        case .stillOutstanding: Label("尚有材料没有补齐，不能认定全部履行。", "Something is still missing; it is not fulfilled.")
        case .otherStage(let stage):
            Label(
                "承诺现在处于“\(stage.chinese)”，不能这样办理。",
                "The commitment stands at “\(stage.english)”; this cannot be done now.")
        case .answerTimeRuns(let deadline):
            Label(
                "陈述申辩期限未满（\(deadline.words.chinese)），期满之前不得作出认定。",
                "The time to answer is not over (\(deadline.words.english)); nothing is decided before.")
        case .noBreachRule:
            Label("规则包没有违诺认定规则，请先补充。", "The pack does not say what becomes of a breach; add it first.")
        case .consequenceUnknown(let code):
            Label("“\(code)”不是该类承诺的违诺责任，不得采取。", "“\(code)” may not follow a breach of this kind.")
        case .notTold: Label("认定不得超出告知的内容，请先另行告知。", "No more is decided than was told; tell it first.")
        case .endTooEarly: Label("终止之日不得早于今日。", "It may not end before today.")
        case .endTooLong(let day): Label("期限过长，最迟到 \(day)。", "It lasts too long; \(day) at the latest.")
        case .numberUsed: Label("该文号已用于本案先前的决定，请使用新的文号。", "The number was used for a decision before; take a new one.")
        case .sameOfficer:
            Label(
                "须由另一名经办人办理：不得自拟自决，也不得复查自己作出的决定。",
                "Another officer must do it: nobody decides what they proposed or reviews what they decided.")
        case .badService:
            Label(
                "送达不成立：不得早于文书日期或者晚于今日；公告须满三十日。",
                "The service cannot be: not before the document, nor after today; an announcement stands thirty days.")
        case .exitUnknown: Label("名单规则没有这种退出情形，请改选。", "The list is not left that way; choose another ground.")
        case .noRecordKind: Label("规则包没有登记违诺的信息类别，请先补充。", "The pack has no kind of record for a breach; add it first.")
        }
    }
}
