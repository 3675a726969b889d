/// 通报问题: why something may not be done in a formal notice.
public enum NoticeProblem: CaseProblem, Hashable {
    /// There is no such notice of this organ.
    case noNotice
    /// The code is not that of a unit of this kind.
    case notAUnit
    /// The paper lacks its organ, number, day or basis.
    case noPaper
    /// A text that must be filled in is empty; its name.
    case empty(String)
    /// A text holds a person's identity number.
    case identityNumber
    /// A day lies where it cannot.
    case badDay
    /// The pack names nobody who is told.
    case noBodies
    /// The notice is not addressed to such a body.
    case noSuchBody(String)
    /// A body that must be told is not named, or named twice.
    case bodyLeftOut(Label)
    /// The notice stands elsewhere.
    case otherStage(Label)
    /// It is another organ's.
    case otherOrgan
    /// Another officer must release it.
    case sameOfficer
    /// The letter is missing.
    case noLetter
    /// The service is none.
    case badService
    /// It has reached this body already.
    case servedBefore
    /// It has not reached this body.
    case notServed
    /// The body has answered already.
    case answeredBefore
    /// It has not reached everybody.
    case unserved([String])

    /// Code of the problem.
    public var code: String {
        switch self {
        case .noNotice: "NTC-101"
        case .notAUnit: "NTC-102"
        case .noPaper: "NTC-103"
        case .empty: "NTC-104"
        case .identityNumber: "NTC-105"
        case .badDay: "NTC-106"
        case .noBodies: "NTC-107"
        case .noSuchBody: "NTC-108"
        case .bodyLeftOut: "NTC-109"
        case .otherStage: "NTC-110"
        case .otherOrgan: "NTC-111"
        case .sameOfficer: "NTC-112"
        case .noLetter: "NTC-113"
        case .badService: "NTC-114"
        case .servedBefore: "NTC-115"
        case .notServed: "NTC-116"
        case .answeredBefore: "NTC-117"
        case .unserved: "NTC-118"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .noNotice: Label("没有这份通报。", "There is no such notice.")
        case .notAUnit:
            Label(
                "该代码不是所选类别的单位：通报只针对机关、事业单位、国有企业及其工作人员。",
                "The code is not that of a unit of the kind chosen: notices are about organs, public institutions, state enterprises and their staff."
            )
        case .noPaper:
            Label("请写明认定文书的机关、文号、日期和法律依据。", "Name the paper's organ, number, day and legal basis.")
        case .empty(let name): Label("“\(name)”没有填写。", "“\(name)” is not filled in.")
        case .identityNumber:
            Label(
                "文字中有公民身份号码，不能保存。请删去号码后重新提交。",
                "The text holds a person's identity number, which may not be stored. Leave it out and send again.")
        case .badDay:
            Label("日期不成立：不能晚于今天，通报不能早于认定文书。", "The day cannot be: not after today, and no letter before its decision.")
        case .noBodies: Label("规则包没有这类通报的主送单位。", "The pack names no body that is told of this.")
        case .noSuchBody(let body): Label("“\(body)”不是这份通报的主送单位。", "“\(body)” is no addressee of this notice.")
        case .bodyLeftOut(let name):
            Label("应当通报“\(name.chinese)”，请写明其名称，且只写一次。", "“\(name.english)” must be told: name it, once.")
        case .otherStage(let stage):
            Label(
                "通报现在处于“\(stage.chinese)”，不能这样办理。", "The notice stands at “\(stage.english)”; this cannot be done now.")
        case .otherOrgan: Label("应由拟稿单位办理。", "It is for the organ that drew it up.")
        case .sameOfficer: Label("须由另一名工作人员签发，不得自拟自签。", "Another officer must release it.")
        case .noLetter: Label("请上传签发的通报。", "Upload the letter that is released.")
        case .badService:
            Label(
                "送达不成立：不得早于通报日期，不得晚于今天；通报不公开，不能公告送达。",
                "The service cannot be: not before the letter, not after today; a notice is not public and is never announced."
            )
        case .servedBefore: Label("该单位已经登记送达。", "It has reached this body already.")
        case .notServed: Label("该单位尚未送达，不能登记答复。", "It has not reached this body, which cannot have answered.")
        case .answeredBefore: Label("该单位已经登记答复。", "This body has answered already.")
        case .unserved(let names):
            Label(
                "尚未送达：\(names.joined(separator: "、"))。全部送达后才能办结。",
                "Not yet served: \(names.joined(separator: ", ")). Close it when all have it.")
        }
    }
}
