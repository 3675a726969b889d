/// 措施问题: why a measure cannot be bound, told of or lifted.
public enum MeasureProblem: CaseProblem, Hashable {
    /// It is not in the national list in force that day.
    case notListed
    /// It is for banks, associations and others to take of their own will.
    case voluntary
    /// The decision does not name it.
    case notDecided
    /// The entry does not stand.
    case entryOver
    /// No law is named.
    case noBasis
    /// Nobody is named who executes it.
    case noDepartment
    /// It may not reach subjects of this kind.
    case targetOutside(Target)
    /// It would rest on a publication that is not there.
    case notPublished
    /// The entry is contested.
    case contested
    /// It would end before it begins.
    case endsTooEarly
    /// It would end after what it rests on.
    case endsAfterEntry(Day)
    /// The officer belongs to another organ than the one that decided.
    case otherOrgan
    /// The officer belongs to another organ than the one that executes.
    case notExecutor
    /// The day told is none.
    case reportDay(Day)
    /// Something is missing in what was told.
    case reportIncomplete
    /// The amount is none.
    case amountUnreadable
    /// It has fallen with what it rested on.
    case fallen
    /// A record that the entry rests on was annulled, undone or withdrawn.
    case baseFallen(String)

    /// Code of the problem.
    public var code: String {
        switch self {
        case .notListed: "MEAS-101"
        case .voluntary: "MEAS-102"
        case .notDecided: "MEAS-103"
        case .entryOver: "MEAS-104"
        case .noBasis: "MEAS-105"
        case .noDepartment: "MEAS-106"
        case .targetOutside: "MEAS-107"
        case .notPublished: "MEAS-108"
        case .contested: "MEAS-109"
        case .endsTooEarly: "MEAS-110"
        case .endsAfterEntry: "MEAS-111"
        case .otherOrgan: "MEAS-112"
        case .notExecutor: "MEAS-113"
        case .reportDay: "MEAS-114"
        case .reportIncomplete: "MEAS-115"
        case .fallen: "MEAS-116"
        case .amountUnreadable: "MEAS-117"
        case .baseFallen: "MEAS-118"
        }
    }

    /// What is wrong and how to mend it.
    public var words: Label {
        switch self {
        case .notListed:
            Label(
                "该措施不在当日有效的全国失信惩戒措施基础清单内，不得采取。",
                "The measure is not in the national list of that day and may not be taken.")
        case .voluntary:
            Label(
                "该措施由金融机构、行业协会等自主决定，公共机构不得实施或者强制。",
                "Banks, associations and others take it of their own will; no public body may.")
        case .notDecided:
            Label("列入决定书没有写明该措施，不得采取。", "The decision does not name the measure, so it may not be taken.")
        case .entryOver: Label("该主体当日不在名单内，不得采取措施。", "The subject is not on the list that day; nothing may rest on it.")
        case .noBasis: Label("请写明措施所依据的法律、法规条文。", "Name the article that the measure rests on.")
        case .noDepartment: Label("请写明实施单位。", "Name who executes it.")
        case .targetOutside(let target):
            Label(
                "该措施的对象不包括“\(target.title.chinese)”。", "The measure does not reach “\(target.title.english)”.")
        case .notPublished: Label("该名单条目没有公示，以公示为基础的措施不成立。", "The entry is not published, so nothing can rest on that.")
        case .contested:
            Label(
                "该信息正在异议处理中，办结前不得据此采取新的裁量性措施。",
                "An objection is open; until it is closed no new discretionary measure rests on it.")
        case .endsTooEarly: Label("终止日期早于起始日期。", "It would end before it begins.")
        case .endsAfterEntry(let last):
            Label("终止日期不能晚于名单有效期 \(last)。", "It may not outlive the entry, which ends on \(last).")
        case .otherOrgan: Label("您不属于认定单位。", "You do not belong to the organ that decided.")
        case .notExecutor: Label("您不属于该措施的实施单位。", "You do not belong to the organ that executes the measure.")
        case .reportDay(let day):
            Label("实施日期须在 \(day) 至今日之间。", "The day must lie between \(day) and today.")
        case .reportIncomplete:
            Label(
                "已执行的请写明事项编号和结果，未执行的请写明理由。",
                "Name matter and result where it was executed, the reason where it was not.")
        case .amountUnreadable:
            Label("金额不能识别，请以元为单位填写，最多两位小数。", "The amount cannot be read; write yuan with at most two decimals.")
        case .baseFallen(let record):
            Label(
                "名单条目所依托的记录“\(record)”已被撤销、撤回或者失效，不得据此采取措施。请办理移出。",
                "The record “\(record)” that the entry rests on was annulled, withdrawn or undone; no measure may rest on "
                    + "it. Take the subject off the list.")
        case .fallen:
            Label(
                "该措施所依据的名单条目已经终止，措施随之终止，不得再执行。",
                "What the measure rested on has ended, and it with it; it may not be executed any more.")
        }
    }
}
